"""A saved draft that was written with another edition than the one in use."""

from dataclasses import dataclass

from assistant.domain.editions import AffectedText, EditionChange, EditionDiff
from assistant.domain.saved_drafts import DraftContent


@dataclass(frozen=True, slots=True)
class Renewal:
    """Förnyelse: what of a draft is not the same in the edition in use, and what that adds to its steps."""

    diff: EditionDiff
    affected: AffectedText
    new_points: tuple[EditionChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Renewed:
    """Förnyat underlag: a draft's content in another edition; `left` says what has no place there."""

    content: DraftContent
    left: tuple[str, ...] = ()
