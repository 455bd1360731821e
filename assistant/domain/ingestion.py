"""What a person must look at before a guidance that was read from a PDF can be used."""

from dataclasses import dataclass
from enum import StrEnum


class DoubtKind(StrEnum):
    """Slag av tveksamhet: what a reader of a PDF can be wrong about; the value heads the list."""

    OFFICIAL = "Officiella formuleringar"
    COLUMNS = "Spalter och steg"
    NUMBERS = "Punkternas nummer"
    BULLETS = "Underpunkter och exempel"
    HYPHENS = "Ord som delats mellan två rader"
    LEFT_OVER = "Text som inte har fått någon plats"
    SECTIONS = "Den löpande texten"
    EDITION = "Uppgifter om utgåvan"
    MILESTONES = "Hålltider"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Tveksamhet: a place of the PDF that can be read in more than one way, and how it was read."""

    kind: DoubtKind
    page: int | None
    place: str
    """The item of the transcription: "punkt 3.4", "åtagande 2"."""
    text: str
    """What stands in the PDF, as far as it is needed to find it."""
    chosen: str
    """How it was read, and why that is not sure."""
