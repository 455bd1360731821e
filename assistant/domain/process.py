"""The round of the contract as it stands on a certain day."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.answers import Phrase
from assistant.domain.guidance import Milestone, Phase
from assistant.domain.passages import Passage


class DateState(StrEnum):
    """How a milestone lies to the day on which it is looked at."""

    PASSED = "har passerat"
    ONGOING = "pågår nu"
    COMING = "kommer"


@dataclass(frozen=True, slots=True)
class DatedStep:
    """Hålltid i dag: a milestone, the passage that tells it, and whether it has passed."""

    milestone: Milestone
    passage: Passage
    state: DateState


@dataclass(frozen=True, slots=True)
class PhaseMeaning:
    """Stegets innebörd: the passages that say what a step means."""

    phase: Phase
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Osagt: a question that the guidance leaves open, the nearest it does say, and our own advice."""

    asked: str
    said: tuple[Passage, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class ProcessKnowledge:
    """Processkunskap: what is written about the round beside an edition; empty where nothing is."""

    now: tuple[Passage, ...] = ()
    phases: tuple[PhaseMeaning, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    """Process: the timetable as it stands today, and what is known about the round besides."""

    timetable: tuple[DatedStep, ...]
    about_dates: tuple[Phrase, ...]
    knowledge: ProcessKnowledge

    @property
    def ongoing(self) -> tuple[DatedStep, ...]:
        """What is going on today."""
        return tuple(step for step in self.timetable if step.state is DateState.ONGOING)

    @property
    def next(self) -> DatedStep | None:
        """What comes next, if anything does."""
        coming = (step for step in self.timetable if step.state is DateState.COMING)
        return min(coming, key=lambda step: step.milestone.start, default=None)
