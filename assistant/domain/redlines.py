"""Two wordings of the same text, as one text in which what went and what came is marked."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What has happened to a stretch; the values are part of the published output."""

    KEPT = "keep"
    DELETED = "delete"
    INSERTED = "insert"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Textstycke i en jämförelse: words that both wordings have, or only one of them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Redline:
    """Jämförd text: what is kept and deleted is the old wording, what is kept and inserted the new."""

    stretches: tuple[Stretch, ...]
    lead: str = ""
    """Our own words before it."""

    @property
    def old(self) -> str:
        """The old wording, to the letter."""
        return "".join(s.text for s in self.stretches if s.mark is not Mark.INSERTED)

    @property
    def new(self) -> str:
        """The new wording, to the letter."""
        return "".join(s.text for s in self.stretches if s.mark is not Mark.DELETED)
