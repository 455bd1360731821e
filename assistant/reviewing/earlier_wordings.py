"""The official wordings of earlier editions, and what has taken the place of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.editions import EditionDiff, Part, Wording
from assistant.wording.typography import plain

MOST_TYPOGRAPHY = 2
"""Times longer than its wording that a sentence can be by hyphens and spaces alone."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Tidigare formulering: as it was in the edition of that label, and as it is now, if it is there."""

    label: str
    old: Wording
    new: Wording | None


class EarlierWordings:
    """Tidigare formuleringar: those that the edition in force has not word for word."""

    def __init__(self, diffs: Iterable[EditionDiff]) -> None:
        """From comparisons of earlier editions with the one in force, the latest first."""
        self._known: dict[str, Earlier] = {}
        for diff in diffs:
            for change in diff.of(Part.OFFICIAL):
                if change.old:
                    found = Earlier(diff.old.label, change.old, change.new)
                    self._known.setdefault(_key(change.old.text), found)
        self._longest = MOST_TYPOGRAPHY * max((len(key) for key in self._known), default=0)

    def of(self, text: str) -> Earlier | None:
        """The wording that a sentence is, typography and its final stop aside."""
        return self._known.get(_key(text)) if len(text) <= self._longest else None


def _key(text: str) -> str:
    return plain(text).reading.rstrip(".")
