"""What an understood question is: which kind of answer it asks for, and about what."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.guidance import Phase, Term


class Intent(StrEnum):
    """Avsikt: which kind of answer a question asks for."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABILITIES = "abilities"
    WORDING = "wording"
    REWORDING = "rewording"
    POINTS = "points"
    STEP = "step"
    OVERVIEW = "overview"
    EXAMPLES = "examples"
    PHASE = "phase"
    PHASES = "phases"
    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"
    COMMITMENTS = "commitments"
    TIMETABLE = "timetable"
    TERM = "term"
    CHAPTER = "chapter"
    CHOICE = "choice"
    TWO_READINGS = "two_readings"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Understanding:
    """Tolkning: the intent, what it is about, and the words left to search for."""

    intent: Intent
    text: str
    commitments: tuple[int, ...] = ()
    points: tuple[str, ...] = ()
    phase: Phase | None = None
    term: Term | None = None
    dates: tuple[str, ...] = ()
    """The keys of the dates of the timetable that are asked for; with none, all are."""
    number: str | None = None
    """A number that may be a point's or a section's, or that of a step that the edition does not have."""
    chapters: tuple[str, ...] = ()
    """The numbers of the chapters that are asked for, as the edition may number them."""
    topic: str = ""
    """The words that say what the question is about, when no number does."""
    matter: str = ""
    """The matter by which a commitment is named that no title tells, as in "pengaåtagandet"."""
    before: str = ""
    """What the dialogue was about before, when the question rests on it."""
    shown: frozenset[str] = frozenset()
    """Where the passages stand that were shown last, when the question may be about them."""
    among: frozenset[str] = frozenset()
    """Where the examples stand that alone are asked for; with none, all of the commitments' are."""
    follows: bool = False
    """Whether something was taken over from the dialogue."""
