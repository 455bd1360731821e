"""The round as it stands on a day: what has passed, what is going on and what comes next."""

from datetime import date

from assistant.answering.lists import about_dates
from assistant.domain.guidance import Milestone
from assistant.domain.process import DatedStep, DateState, Process, ProcessKnowledge
from assistant.guidance.library import Library


def process_on(today: date, library: Library, knowledge: ProcessKnowledge) -> Process:
    """The process as it stands today."""
    dated = zip(library.guidance.milestones, library.milestones, strict=True)
    return Process(
        timetable=tuple(
            DatedStep(milestone, passage, _state(milestone, today)) for milestone, passage in dated
        ),
        about_dates=about_dates(library.milestones, library, today),
        knowledge=knowledge,
    )


def _state(milestone: Milestone, today: date) -> DateState:
    if milestone.end < today:
        return DateState.PASSED
    return DateState.COMING if today < milestone.start else DateState.ONGOING
