"""The published JSON of orders and drafts: the one shape that the reading and the schema share."""

from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    StringConstraints,
)

from assistant.domain.drafts import FactKind, GapKind, Length, RemarkKind
from assistant.domain.local_text import Origin, WrittenBy

LONGEST_TEXT = 2000
MOST_FACTS = 50
"""In one list; more than that is no longer something that a reader can answer for."""
Text = Annotated[
    StrictStr, StringConstraints(min_length=1, max_length=LONGEST_TEXT, strip_whitespace=True)
]


class Record(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FactRecord(Record):
    """En lokal uppgift. Texten är en fras som passar sitt slag, annars står den som egen mening.

    Med confirmed false är den ett förslag ur ett dokument, som inte skrivs förrän någon har bekräftat det.
    """

    kind: FactKind
    text: Text
    source: Text | None = None
    steps: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    confirmed: StrictBool = True


Facts = Annotated[tuple[FactRecord, ...], Field(max_length=MOST_FACTS)]


class CommitmentRecord(Record):
    """Ett åtagande med steg och punkter. Ett steg utan punkter betyder alla dess punkter."""

    number: StrictInt
    steps: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()
    facts: Facts = ()


class OrderRecord(Record):
    """En beställning av ett utkast. De åtaganden som gäller alla läggs till om de inte utelämnas."""

    id: StrictStr | StrictInt | None = None
    edition: Text | None = Field(
        default=None, description="Utgåvans id. En beställning för en annan utgåva tas inte emot."
    )
    municipality: Text
    length: Length = Length.SHORT
    commitments: tuple[CommitmentRecord, ...] = ()
    facts: Facts = ()
    omit: tuple[StrictInt, ...] = ()


class SentenceRecord(Record):
    """En mening: vad den vilar på, vem som skrev den, och dess punkter och uppgifter."""

    text: str
    origin: Origin
    written_by: WrittenBy
    sources: tuple[str, ...]


class DroppedRecord(Record):
    """En mening som språkmodellen skrev men som inte visas, och varför."""

    text: str
    why: str


class ContributionRecord(Record):
    """Språkmodellens del i en text. Utan used är texten skriven utan den, av skälet fault."""

    model: str
    place: str
    prompt: str
    commitment: int | None = None
    used: bool
    dropped: tuple[DroppedRecord, ...] = ()
    fault: str | None = None


class ClauseRecord(Record):
    """Avtalsdelen om ett åtagande. Ett gemensamt åtagandes officiella mening står i inledningen."""

    commitment: int
    official: str
    sentences: tuple[SentenceRecord, ...]


class PartRecord(Record):
    """En del av avtalets ram."""

    heading: str
    sentences: tuple[SentenceRecord, ...]


class GapRecord(Record):
    """En saknad uppgift: märket i texten, frågan och vem som kan svara."""

    id: str
    commitment: int | None
    kind: GapKind
    placeholder: str
    question: str
    ask: str


class RemarkRecord(Record):
    """Ett påpekande om beställningen."""

    kind: RemarkKind
    commitment: int | None
    message: str


class DraftRecord(Record):
    """Ett utkast."""

    id: str | int | None = None
    edition: str = Field(description="Id för den utgåva som utkastet bygger på.")
    municipality: str
    markdown: str
    clauses: tuple[ClauseRecord, ...]
    frame: tuple[PartRecord, ...] = Field(description="Avtalets ram: parter, inledning och slut.")
    gaps: tuple[GapRecord, ...]
    remarks: tuple[RemarkRecord, ...]
    models: tuple[ContributionRecord, ...] = Field(
        default=(), description="Vad en språkmodell har gjort, en post för varje åtagande."
    )
