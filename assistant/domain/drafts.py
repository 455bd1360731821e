"""What a contract draft is ordered with and consists of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from assistant.domain.guidance import Commitment, Edition, Phase
from assistant.domain.language_models import Contribution
from assistant.domain.local_text import LocalText
from assistant.domain.municipalities import Municipality
from assistant.domain.passages import Quotation
from assistant.domain.running_text import Change


class Length(StrEnum):
    """Längd: how much the draft says about each point."""

    SHORT = "kort"
    FULL = "utförlig"


class FactKind(StrEnum):
    """Slag av lokal uppgift."""

    RESPONSIBLE = "ansvarig"
    TIME = "tid"
    GOAL = "mål"
    RESOURCES = "resurser"
    COLLABORATION = "samverkan"
    FOLLOW_UP = "uppföljning"
    OTHER = "annat"


@dataclass(frozen=True, slots=True)
class LocalFact:
    """Lokal uppgift: what is true in the municipality, in its own words; numbered from 1."""

    number: int
    kind: FactKind
    text: str
    source: str | None = None
    phases: tuple[Phase, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderedCommitment:
    """Beställt åtagande: a commitment with the points chosen, by step, and what is locally true."""

    commitment: Commitment
    points: tuple[str, ...] = ()
    facts: tuple[LocalFact, ...] = ()
    asked_for: bool = True
    """Whether the order named it; a mandatory one is added when it did not."""


@dataclass(frozen=True, slots=True)
class Order:
    """Beställning: what a draft is to contain."""

    municipality: Municipality
    length: Length
    commitments: tuple[OrderedCommitment, ...]
    facts: tuple[LocalFact, ...] = ()
    omitted: tuple[int, ...] = ()
    unconfirmed: int = 0
    """Proposed facts that nobody has confirmed; they are left out."""

    def all_facts(self) -> Iterator[tuple[int | None, LocalFact]]:
        """Every fact with the commitment it was given for, None for those of the whole contract."""
        for fact in self.facts:
            yield None, fact
        for ordered in self.commitments:
            for fact in ordered.facts:
                yield ordered.commitment.number, fact


class GapKind(StrEnum):
    """Slag av saknad uppgift."""

    STEP = "steg"
    RESPONSIBLE = "ansvarig"
    TIME = "tid"
    GOAL = "mål"
    RESOURCES = "resurser"
    FOLLOW_UP = "uppföljning"
    POINT = "punkt"
    SIGNATORY = "undertecknare"
    SIGNING = "ort och datum"


@dataclass(frozen=True, slots=True)
class Gap:
    """Saknad uppgift: what the draft shows in square brackets, what to ask, and whom."""

    id: str
    commitment: int | None
    kind: GapKind
    placeholder: str
    question: str
    ask: str


class RemarkKind(StrEnum):
    """Slag av påpekande om en beställning."""

    ADDED = "tillagt åtagande"
    OMITTED = "utelämnat åtagande"
    PLEDGE = "åtagandemening i uppgift"
    VERBATIM = "uppgift står ordagrant"
    NOT_CHOSEN = "uppgift om det som inte är valt"
    SAME_POINTS = "lika punkter"
    CORRECTED = "rättat skrivfel"
    REFERRED = "punkter bara hänvisade till"
    SHORTENED = "delar av punkter"
    TOO_LONG = "längre än kort form"
    PASSED = "passerad tidpunkt"
    ORDER = "tidsordning"
    GOALS = "mål som krockar"
    SCOPE = "avgränsning"
    RESPONSIBLE = "ansvarig på flera sätt"
    NAME = "kommunens namn"
    MODEL = "språkmodellens text"
    UNCONFIRMED = "obekräftade förslag"


@dataclass(frozen=True, slots=True)
class Remark:
    """Påpekande: what whoever ordered the draft should look at; never part of the contract text."""

    kind: RemarkKind
    message: str
    commitment: int | None = None


Sentence: TypeAlias = LocalText | Quotation


@dataclass(frozen=True, slots=True)
class Clause:
    """Avtalsdel: a heading and its paragraphs; one of them for each commitment.

    A commitment that is shared by all has its official sentence in the introduction, so its own
    clause does not print it again.
    """

    key: str
    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    commitment: int | None = None
    official: Quotation | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in reading order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def local(self) -> tuple[LocalText, ...]:
        """The municipality's own sentences."""
        return tuple(s for s in self.sentences if isinstance(s, LocalText))


@dataclass(frozen=True, slots=True)
class Draft:
    """Utkast: a contract draft, its missing facts and what should be looked at."""

    order: Order
    edition: Edition
    clauses: tuple[Clause, ...]
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[tuple[str, Change], ...] = ()
    """Faults of the source that running text shows corrected, with the point they stand in."""
    contributions: tuple[Contribution, ...] = ()
    """What a language model did, one for each clause that it was asked to write; none without one."""

    @property
    def commitments(self) -> tuple[Clause, ...]:
        """The clauses of the commitments."""
        return tuple(clause for clause in self.clauses if clause.commitment is not None)

    @property
    def title(self) -> str:
        """The name of the contract and of the municipality."""
        return f"{self.edition.contract} – {self.order.municipality.own_name}"
