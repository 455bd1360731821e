"""What a person new to the guidance is shown besides the guidance itself."""

from dataclasses import dataclass

from assistant.domain.guidance import Term
from assistant.domain.passages import Passage, PassageKind


@dataclass(frozen=True, slots=True)
class TermQuote:
    """Begreppscitat: one of the guidance's sentences about a term, and the passages it stands in.

    A heading stands in no passage.
    """

    passage: Passage
    line: int
    places: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.passage.text.split("\n")[self.line]

    @property
    def location(self) -> str:
        """Every place where the words stand."""
        return "; ".join(place.location for place in self.places) or "Rubrik eller tabellhuvud"

    @property
    def official(self) -> bool:
        """Whether the words are of an official wording."""
        return any(place.kind is PassageKind.WORDING for place in self.places)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Förklaring: our own addition about a term that the guidance only mentions, and related terms."""

    text: str
    see: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """Uppslagsord: a term, what the guidance says about it and where else the guidance uses it."""

    term: Term
    quotes: tuple[TermQuote, ...]
    used_in: tuple[Passage, ...]
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Roll: who asks, such as a process leader, and a few questions that the guidance answers."""

    name: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingDay:
    """Läsdag: what to read on one day of the first week, and why, in our own words."""

    title: str
    why: str
    passages: tuple[Passage, ...]
