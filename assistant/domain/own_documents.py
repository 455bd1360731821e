"""What a municipality has brought itself: its documents, and what is proposed from them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.domain.drafts import FactKind
from assistant.domain.municipalities import Municipality
from assistant.domain.passages import Passage, Quotation


@dataclass(frozen=True, slots=True)
class Holder:
    """Innehavare: whose documents they are, a municipality's and within it a user's; "" is everybody's.

    Documents of one holder are never read for another.
    """

    municipality: Municipality
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Tabellcell: what stands in a row of a table, and the head of its column; both as they are written."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnPassage:
    """Dokumentstycke: a passage of an own document, and the place of each of its lines.

    `rows` has the cells of each line that is a row of a table, and nothing for the others.
    """

    passage: Passage
    places: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """Eget dokument: a file that was added; `digest` is its SHA-256, `notes` what its reader should know.

    `pages` is None for a file without pages. `added` is None for one that was kept before it was noted.
    """

    name: str
    digest: str
    passages: tuple[OwnPassage, ...]
    notes: tuple[str, ...] = ()
    pages: int | None = None
    added: datetime | None = None


class Reception(StrEnum):
    """What became of a file that was to be added."""

    ADDED = "tillagt"
    REPLACED = "ersatt"
    UNCHANGED = "oförändrat"
    REFUSED = "inte läst"


@dataclass(frozen=True, slots=True)
class Received:
    """Mottagen fil: what became of it, and why where it could not be used."""

    name: str
    reception: Reception
    document: OwnDocument | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class OwnHit:
    """Dokumentträff: a passage found, its score, and how much of the question it holds."""

    passage: Passage
    score: float
    coverage: float
    nearness: float


@dataclass(frozen=True, slots=True)
class OwnSaid:
    """Sagt i egna dokument: what a municipality's documents say that a question asks about."""

    municipality: Municipality
    quotations: tuple[Quotation, ...]
    named: bool
    """Whether the question itself is about the municipality, so that finding nothing is told too."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Förslag: a fact that a sentence of a document states; no part of a draft until a person confirms it.

    `commitment` is None where the sentence is about none of them more than another.
    """

    commitment: int | None
    kind: FactKind
    quotation: Quotation

    @property
    def text(self) -> str:
        """The proposed fact: what the sentence says, and nothing else."""
        return self.quotation.text

    @property
    def source(self) -> str:
        """The document and the page."""
        return self.quotation.location


class Disputed(StrEnum):
    """What two proposals say differently."""

    YEAR = "år"
    SHARE = "andel"
    AMOUNT = "belopp"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Motsägelse: two proposals about one thing that cannot both hold; which does is for people to say."""

    one: Proposal
    other: Proposal
    about: Disputed


@dataclass(frozen=True, slots=True)
class Proposed:
    """Förslag ur dokumenten: everything that they propose together, and where they say different things."""

    proposals: tuple[Proposal, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """Erbjudet förslag: a proposal beside a draft, where the draft has it, and what contradicts it.

    `taken` are the numbers of the commitments whose field has it, None for that of the whole contract.
    """

    proposal: Proposal
    taken: tuple[int | None, ...] = ()
    against: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """Förslag till utkastet: by commitment, those about none in particular last, under None.

    `chosen` are the commitments of the draft; `elsewhere` are those that the documents have proposals for
    and the draft does not have.
    """

    chosen: tuple[int, ...]
    groups: tuple[tuple[int | None, tuple[Offered, ...]], ...] = ()
    elsewhere: tuple[int, ...] = ()
