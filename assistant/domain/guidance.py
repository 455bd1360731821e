"""What an edition of the guidance consists of.

Everything here is read from `corpus/`; no number of commitments, name of a step or
opening of a pledge is known to the code.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.domain.nouns import Nouns


@dataclass(frozen=True, slots=True)
class Phase:
    """Steg: one of the columns of every commitment table, such as Initiera."""

    key: str
    name: str
    descriptor: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """Underpunkt: a bullet of a point, an example or the running text, with its source's mark."""

    text: str
    marker: str = "-"
    bullets: tuple["Bullet", ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Punkt: a numbered action of a commitment, in a step where the edition has steps. `id` is "6.1"."""

    id: str
    commitment: int
    phase: Phase | None
    text: str
    bullets: tuple[Bullet, ...] = ()
    interrupted_after: str | None = None
    """Where the source puts other text (a page break in a table) inside this point."""


@dataclass(frozen=True, slots=True)
class Example:
    """Exempel på insats: from the last column of a commitment table; numbered from 1."""

    commitment: int
    number: int
    text: str
    bullets: tuple[Bullet, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """Åtagande: its title, its official wording (officiell formulering), its points and examples.

    `section` is the number that the running text has it under, where it is numbered.
    """

    number: int
    section: str | None
    title: str
    mandatory: bool
    pages: tuple[int, ...]
    official_wording: str
    points: tuple[Point, ...]
    examples: tuple[Example, ...]
    links: tuple[str, ...]


class BlockType(StrEnum):
    """What a block of running text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    SUB_BULLET = "sub-bullet"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """Textblock: one paragraph, bullet or caption of a section."""

    type: BlockType
    text: str
    marker: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Avsnitt: a heading of the running text and its blocks, in the order of the document."""

    key: str
    number: str | None
    heading: str
    heading_verbatim: str
    subheading: str | None
    pages: tuple[int, ...]
    blocks: tuple[Block, ...]
    timetable: bool = False


class TermKind(StrEnum):
    """How much the guidance says about a term."""

    DEFINED = "defined"
    EXPLAINED = "explained"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Term:
    """Begrepp: a word of the shared vocabulary with the guidance's own sentences about it."""

    term: str
    kind: TermKind
    forms: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """Hålltid: a dated step of the round. The year is inferred, not printed in the source."""

    key: str
    start: date
    end: date
    date_text: str
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Utgåva: which document this is, who owns it and what status it has."""

    id: str
    label: str
    title: str
    contract: str
    round: str
    year: int
    owner: str
    status: str
    pledge_opening: str
    nouns: Nouns
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """Vägledningen: one edition, whole and checked."""

    edition: Edition
    commitments: tuple[Commitment, ...]
    sections: tuple[Section, ...]
    terms: tuple[Term, ...]
    milestones: tuple[Milestone, ...]

    def commitment(self, number: int) -> Commitment | None:
        """The commitment with that number, or None where the edition has none."""
        return next((c for c in self.commitments if c.number == number), None)

    def point(self, point_id: str) -> Point | None:
        """The point with that id ("6.1"), or None."""
        return next((p for c in self.commitments for p in c.points if p.id == point_id), None)

    @property
    def mandatory(self) -> tuple[Commitment, ...]:
        """The commitments that bind every municipality that signs."""
        return tuple(c for c in self.commitments if c.mandatory)

    @property
    def voluntary(self) -> tuple[Commitment, ...]:
        """The commitments that a municipality may choose."""
        return tuple(c for c in self.commitments if not c.mandatory)
