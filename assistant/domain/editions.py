"""What differs between two editions, and what of a text is therefore old."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.guidance import Edition
from assistant.domain.passages import Passage


class Part(StrEnum):
    """What a change is about, the most important first; part of the published output."""

    OFFICIAL = "official"
    COMMITMENT = "commitment"
    STEP = "step"
    POINT = "point"
    EXAMPLE = "example"
    SECTION = "section"
    TERM = "term"
    MILESTONE = "milestone"
    EDITION = "edition"


class ChangeKind(StrEnum):
    """What has happened; part of the published output."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"
    MOVED_AND_CHANGED = "moved_and_changed"


@dataclass(frozen=True, slots=True)
class Wording:
    """Lydelse: a text of one edition, where it stands, and its passage, if it is one.

    `place` is without the edition: "Åtagande 3, punkt 3.4 (Initiera)".
    """

    place: str
    text: str
    commitment: int | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class EditionChange:
    """Utgåveändring: one thing that is not the same in two editions; at least one side is there."""

    part: Part
    old: Wording | None
    new: Wording | None
    moved: bool = False

    @property
    def kind(self) -> ChangeKind:
        """What has happened to it."""
        if self.old is None:
            return ChangeKind.NEW
        if self.new is None:
            return ChangeKind.GONE
        if self.old.text == self.new.text:
            return ChangeKind.MOVED
        return ChangeKind.MOVED_AND_CHANGED if self.moved else ChangeKind.CHANGED


@dataclass(frozen=True, slots=True)
class EditionDiff:
    """Utgåvejämförelse: every change, the official wordings first, and how much is as it was.

    `successors` tells for each passage of the old edition which of the new has taken its place.
    """

    old: Edition
    new: Edition
    changes: tuple[EditionChange, ...]
    unchanged: Mapping[Part, int]
    successors: Mapping[str, Passage]

    def of(self, part: Part) -> tuple[EditionChange, ...]:
        """The changes of one part, in order."""
        return tuple(change for change in self.changes if change.part is part)


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """Citerat stycke: what a draft or a contract has of an edition, and where in its text.

    `passage` is the id with its edition ("2025-1/åtagande/6"). `start` and `end` are code points of the
    text that it was found in, where there is one.
    """

    passage: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Outdated:
    """Inaktuellt stycke: a quoted passage that is not the same any more, and what has happened."""

    quoted: QuotedPassage
    change: EditionChange


@dataclass(frozen=True, slots=True)
class AffectedText:
    """Berörd text: what of a text is old; `current` counts the official sentences that still hold."""

    name: str
    outdated: tuple[Outdated, ...]
    current: int
