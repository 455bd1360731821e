"""The shape of the corpus files; anything missing, misspelt or of the wrong type is refused here."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.domain.guidance import BlockType, TermKind
from assistant.domain.passages import UncoveredKind

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(?:.*\S)?$")]


class Record(BaseModel):
    """A mapping of a corpus file: its fields, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BulletRecord(Record):
    text: Text
    bullets: tuple["BulletRecord", ...] = ()


class PointRecord(Record):
    id: Text
    phase: Text | None = None
    text: Text
    bullets: tuple[BulletRecord, ...] = ()
    interrupted_after: Text | None = None
    source_lines: tuple[int, ...] = ()


class ExampleRecord(Record):
    text: Text
    bullets: tuple[BulletRecord, ...] = ()


class LinkRecord(Record):
    url: Text
    anchor_text: Text
    where: Text
    times_in_source: int


class ReviewNote(Record):
    """What a reviewer of the transcription should know; not shown to users."""

    model_config = ConfigDict(extra="allow", frozen=True)


class CommitmentRecord(Record):
    number: int = Field(ge=1)
    section: Text | None = None
    title: Text
    mandatory: bool
    pages: tuple[int, ...] = ()
    official_wording: Text
    points: tuple[PointRecord, ...] = Field(min_length=1)
    examples: tuple[ExampleRecord, ...] = ()
    links: tuple[LinkRecord, ...] = ()
    phase_boundaries: tuple[ReviewNote, ...] = ()
    uncertain: tuple[ReviewNote, ...] = ()
    quirks: tuple[ReviewNote, ...] = ()


class BlockRecord(Record):
    type: BlockType
    marker: Text | None = None
    text: Text


class SectionRecord(Record):
    key: Text
    number: Text | None = None
    heading: Text
    heading_verbatim: Text | None = None
    subheading: Text | None = None
    pages: tuple[int, ...] = ()
    timetable: bool = False
    blocks: tuple[BlockRecord, ...]
    quirks: tuple[ReviewNote, ...] = ()
    note: Text | None = None


class TermRecord(Record):
    term: Text
    kind: TermKind
    forms: tuple[Text, ...] = Field(min_length=1)
    forms_not_in_source: tuple[Text, ...] = ()
    quotes: tuple[Text, ...] = Field(min_length=1)
    note: Text | None = None


class MilestoneRecord(Record):
    key: Text
    start: date
    end: date
    date_text: Text
    text: Text
    place: Text | None = None


class PhaseRecord(Record):
    key: Text
    name: Text
    descriptor: Text


class JoinRecord(Record):
    """A word that the source breaks, at a hyphen that is its own or was put there."""

    text: Text
    broken_after: Text


class FurnitureRecord(Record):
    """Text of the page, not of the document: running heads, watermarks, repeated table heads."""

    kind: Text
    text: Text
    times: int


class NounsRecord(Record):
    """What a commitment is called (ett åtagande, åtagandet, åtaganden, åtagandena), and the document."""

    article: Literal["en", "ett"]
    one: Text
    the: Text
    many: Text
    those: Text
    document: Text


class EditionRecord(Record):
    id: Text
    label: Text
    title: Text
    contract: Text
    round: Text
    year: int
    owner: Text
    status: Text
    status_quotes: tuple[Text, ...] = ()
    source: Text
    sha256: Text
    pledge_opening: Text
    nouns: NounsRecord
    phases: tuple[PhaseRecord, ...] = ()
    source_joins: tuple[JoinRecord, ...] = ()
    furniture: tuple[FurnitureRecord, ...] = ()
    uncertain: tuple[ReviewNote, ...] = ()


class Knowledge(Record):
    """Frågekunskap: the questions, everyday words and English questions of one passage.

    `unreviewed` says who proposed them, until a person has read them and takes the field away.
    """

    passage: Text
    unreviewed: Text | None = None
    questions: tuple[Text, ...] = ()
    everyday: tuple[Text, ...] = ()
    english: tuple[Text, ...] = ()


class UncoveredRecord(Record):
    """Det som inte står där: a topic people ask about that the guidance does not answer."""

    key: Text
    kind: UncoveredKind
    topic: Text
    nearest: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = Field(min_length=1)
    words: tuple[Text, ...] = ()


class LabelledRecord(Record):
    """Märkt fråga: `where` the guidance answers it, or `why` it does not, for whoever checks the label."""

    question: Text
    answered: bool
    where: Text | None = None
    why: Text | None = None


class ProfileRecord(Record):
    """Kännetecken: the words by which a commitment is recognised in a text under review."""

    commitment: int = Field(ge=1)
    actions: tuple[str, ...] = Field(min_length=1)
    object: tuple[str, ...] = Field(min_length=1)
    details: tuple[tuple[str, ...], ...] = ()


class MisusedTermRecord(Record):
    words: tuple[Text, ...] = Field(min_length=1)
    passage: Text
    advice: Text


class ReviewRecord(Record):
    profiles: tuple[ProfileRecord, ...] = ()
    leading_verbs: tuple[Text, ...] = ()
    terms: tuple[MisusedTermRecord, ...] = ()


class ChangeRecord(Record):
    source: Text
    clause: Text


class RunningRecord(Record):
    """A point as it reads in running text, with every word listed that is not the point's own."""

    point: Text
    clause: Text
    short: Text | None = None
    continuation: tuple[Text, ...] = ()
    rewritten: bool = False
    corrected: tuple[ChangeRecord, ...] = ()
    adapted: tuple[ChangeRecord, ...] = ()
    added: tuple[Text, ...] = ()
    left_out: tuple[Text, ...] = ()
    question: Text | None = None
