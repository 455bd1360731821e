"""Answers that are looked up, not searched for: which part of the folder answers which intent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.answering import commitments, examples, lists, points
from assistant.answering.asked_for import missing_particular
from assistant.answering.intents import Intent, Understanding
from assistant.answering.named_lists import believes_a_number
from assistant.answering.not_covered import without_particular
from assistant.answering.patterns import ASKED_OUTRIGHT, HOW_MANY
from assistant.answering.phrases import phrase, wording_of
from assistant.answering.terms import term_answer
from assistant.domain.answers import Answer, Outcome
from assistant.guidance.library import Library
from assistant.search.analysis import folded_text

LookUp = Callable[[Understanding, Library], Outcome | None]


def look_up(understood: Understanding, library: Library, today: date) -> Outcome | None:
    """The outcome of a question that needs no search; None when it does."""
    guidance = library.guidance
    for number in understood.commitments:
        if guidance.commitment(number) is None:
            return commitments.no_such_commitment(number, library)
    if understood.intent is Intent.TIMETABLE:
        return lists.timetable(library, today, understood.dates)
    if understood.intent in ABOUT_COMMITMENTS and not understood.commitments:
        return None
    found = (ABOUT_COMMITMENTS | OTHERS).get(understood.intent)
    outcome = found(understood, library) if found else None
    if isinstance(outcome, Answer) and understood.topic:
        shown = [quotation.passage for quotation in outcome.quotations]
        if shown and (particular := missing_particular(understood.text, shown)):
            refusal = without_particular(particular, shown[:1], library, today)
            return replace(refusal, understood_as=outcome.understood_as)
    return outcome


def asks_more(outcome: Outcome, understood: Understanding) -> bool:
    """Whether a question that names what is looked up asks something of it that may not be there.

    "När ska kartläggningen i 9.1 vara klar?" names a point, and is not answered by it. A term is asked
    for by its own words alone, that the official wording stays as it is holds whatever the reason for
    another, what follows on an answer leaves its topic to that, and whoever ends with "Hur lyder åtagande
    6?" is shown it whatever is said before.
    """
    alone = (
        understood.intent in {Intent.TERM, Intent.REWORDING}
        or understood.follows
        or ASKED_OUTRIGHT.search(folded_text(understood.text))
    )
    return isinstance(outcome, Answer) and bool(understood.topic) and not alone


def _greeting(_: Understanding, library: Library) -> Answer:
    contract = library.guidance.edition.contract
    text = phrase("greeting", library.words, contract=contract, points=_points(library))
    return Answer((text,), follow_ups=_starters(library))


def _thanks(_: Understanding, library: Library) -> Answer:  # noqa: ARG001  the table's signature
    return Answer((phrase("thanks"),))


def _abilities(_: Understanding, library: Library) -> Answer:
    edition = library.guidance.edition
    text = phrase(
        "abilities",
        library.words,
        contract=edition.contract,
        label=edition.label,
        points=_points(library),
    )
    return Answer((text,), follow_ups=_starters(library))


def _points(library: Library) -> str:
    if library.guidance.edition.phases:
        return wording_of("points_of_step")
    return wording_of("points_of_one", library.words)


def _starters(library: Library) -> tuple[str, ...]:
    last = library.guidance.commitments[-1].number
    return (
        lists.ask_for_lists(library)[0],
        wording_of("ask_wording", library.words, number=last),
    )


def _commitments(understood: Understanding, library: Library) -> Answer:
    folded = folded_text(understood.text)
    counting = HOW_MANY.search(folded) is not None or believes_a_number(folded)
    return lists.commitments(understood.intent, library, counting=counting)


ABOUT_COMMITMENTS: dict[Intent, LookUp] = {
    Intent.WORDING: commitments.wordings,
    Intent.REWORDING: commitments.wordings,
    Intent.STEP: commitments.steps,
    Intent.OVERVIEW: commitments.overview,
    Intent.EXAMPLES: examples.examples,
}
"""What can be answered once the commitment is known."""
OTHERS: dict[Intent, LookUp] = {
    Intent.GREETING: _greeting,
    Intent.THANKS: _thanks,
    Intent.ABILITIES: _abilities,
    Intent.TWO_READINGS: lambda u, library: points.two_readings(str(u.number), library),
    Intent.POINTS: points.points,
    Intent.PHASE: term_answer,
    Intent.TERM: term_answer,
    Intent.PHASES: lambda u, library: lists.phases(library, u.number),
    Intent.MANDATORY: _commitments,
    Intent.VOLUNTARY: _commitments,
    Intent.COMMITMENTS: _commitments,
    Intent.CHAPTER: lambda u, library: lists.chapters(u.chapters, library),
    Intent.CHOICE: lambda _, library: lists.choice(library),
}
