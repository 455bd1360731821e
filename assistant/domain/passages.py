"""The quotable units of the guidance and of own documents, and quotations that point at them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a passage is; the values are the words of its id."""

    WORDING = "åtagande"
    POINT = "punkt"
    EXAMPLE = "exempel"
    SECTION = "avsnitt"
    TERM = "begrepp"
    MILESTONE = "hålltid"
    DOCUMENT = "dokument"
    """Of a document that the municipality has brought: never the guidance's."""


@dataclass(frozen=True, slots=True)
class Passage:
    r"""Stycke: a text of the guidance, or of a municipality's document, that can be quoted, with its place.

    `id` is stable and readable ("2025-1/punkt/3.4"; "dokument/0780/3f2a91c4b07d/12"). `text` is
    verbatim: lines are joined by "\\n" where the source begins a new bullet or quotation, and nothing
    else is changed.
    `location` is the source as a reader finds it; `heading` is what the passage stands under.
    """

    id: str
    kind: PassageKind
    text: str
    location: str
    heading: str
    commitment: int | None = None
    phase: str | None = None

    @property
    def name(self) -> str:
        """The last part of its id; of a point its number, "3.4"."""
        return self.id.rpartition("/")[2]

    @property
    def of_guidance(self) -> bool:
        """Whether it is the guidance's, and not the municipality's own."""
        return self.kind is not PassageKind.DOCUMENT

    @property
    def context(self) -> str:
        """Heading and step: what the passage means where it stands."""
        return " – ".join(part for part in (self.heading, self.phase) if part)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Citat: holds its passage and derives its words, so that the two can never differ.

    `also` holds passages with word for word the same text, whose places are cited too.
    """

    passage: Passage
    also: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a second place that does not say the same."""
        for other in self.also:
            if other.text != self.passage.text:
                raise ValueError(f"{other.id!r} does not have the text of {self.passage.id!r}")

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.passage.text

    @property
    def location(self) -> str:
        """Every place where the words stand."""
        return "; ".join(p.location for p in (self.passage, *self.also))


@dataclass(frozen=True, slots=True)
class Hit:
    """Träff: a passage found by search and its score between 0 and 1, the best highest."""

    passage: Passage
    score: float


class UncoveredKind(StrEnum):
    """How far from the guidance an uncovered topic lies."""

    NEAR = "near"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class UncoveredTopic:
    """Det som inte står där: what people ask that the guidance does not answer.

    `topic` completes "Vägledningen säger inte …" (near) or "Frågan gäller …" (other);
    `nearest` is what the guidance does say that lies closest.
    """

    key: str
    kind: UncoveredKind
    topic: str
    nearest: tuple[Passage, ...]
    questions: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """Märkt fråga: a question that somebody may ask, and whether the guidance answers it."""

    question: str
    answered: bool


@dataclass(frozen=True, slots=True)
class LabelledQuestions:
    """Märkta frågor: read when an index is built, and otherwise only told apart from others.

    `fingerprint` changes with the questions and their labels.
    """

    fingerprint: bytes = b""
    read: Callable[[], tuple[LabelledQuestion, ...]] = tuple


@dataclass(frozen=True, slots=True)
class Found:
    """Sökresultat: the passages, best first, whether they are an answer, and whether that is sure.

    `likely` is the probability that they are one, from which both follow. `topic` is what the guidance
    does not cover and the question is about, if that can be told; it is the reason of a refusal when
    `answers` is false.
    """

    hits: tuple[Hit, ...]
    likely: float
    answers: bool
    sure: bool
    topic: UncoveredTopic | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """Tidigare i samtalet: what a question may rest on.

    `topic` is what the dialogue was about, in words; `places` are where the passages stand that were
    shown last.
    """

    topic: str = ""
    places: frozenset[str] = frozenset()
