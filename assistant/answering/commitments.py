"""Answers about commitments and points that a question names: wordings, steps, points, examples."""

from collections.abc import Iterable

from assistant.answering.intents import Intent, Understanding
from assistant.answering.lists import ask_for_lists, counted_commitments, listing
from assistant.answering.patterns import TITLE_ASKED
from assistant.answering.phrases import counted, phrase, wording_of
from assistant.domain.answers import (
    Answer,
    Phrase,
    Refusal,
    RefusalReason,
)
from assistant.domain.guidance import Commitment
from assistant.domain.passages import Quotation
from assistant.guidance.library import Library
from assistant.search.analysis import folded_text


def no_such_commitment(number: int, library: Library) -> Refusal:
    """Refuse a commitment that the edition does not have, and show those that it has."""
    commitments = library.guidance.commitments
    text = phrase(
        "no_such_commitment",
        library.words,
        number=number,
        count=counted_commitments(len(commitments), library),
        first=commitments[0].number,
        last=commitments[-1].number,
    )
    lists = (
        *listing(library.guidance.mandatory, library),
        *listing(library.guidance.voluntary, library),
    )
    return Refusal(
        RefusalReason.NO_SUCH_COMMITMENT,
        (text, *map(library.quote, lists)),
        nearest=lists,
        follow_ups=ask_for_lists(library),
    )


def wordings(understood: Understanding, library: Library) -> Answer:
    """Quote the official wording of each commitment asked for."""
    body: list[Phrase | Quotation] = []
    titled = TITLE_ASKED.search(folded_text(understood.text))
    for commitment in _commitments(understood, library):
        about = {"number": commitment.number}
        if titled:
            body.append(phrase("wording_titled", library.words, **about, title=commitment.title))
        else:
            body.append(phrase("wording", library.words, **about))
        body.append(library.quote(library.wording(commitment.number)))
        body.append(
            phrase(
                "wording_mandatory" if commitment.mandatory else "wording_voluntary", library.words
            )
        )
    if understood.intent is Intent.REWORDING:
        body.append(phrase("wording_is_fixed"))
    number = understood.commitments[0]
    phases = library.guidance.edition.phases
    ask_points = [
        wording_of("ask_step", library.words, number=number, phase=phase.name) for phase in phases
    ] or [wording_of("ask_points", library.words, number=number)]
    return Answer(
        tuple(body),
        understood_as=understood_commitments(understood, library),
        follow_ups=(*ask_points, *_ask_examples((number,), library)),
    )


def _commitments(understood: Understanding, library: Library) -> Iterable[Commitment]:
    found = (library.guidance.commitment(number) for number in understood.commitments)
    return (commitment for commitment in found if commitment)


def understood_commitments(understood: Understanding, library: Library) -> str:
    """The commitments that the question was understood to be about, with their titles."""
    return ", ".join(
        wording_of("understood_topic", library.words, number=c.number, title=c.title)
        for c in _commitments(understood, library)
    )


def _ask_examples(numbers: Iterable[int], library: Library) -> tuple[str, ...]:
    """The questions for the examples of those commitments that have any."""
    return tuple(
        wording_of("ask_examples", library.words, number=number)
        for number in numbers
        if library.examples(number)
    )


def steps(understood: Understanding, library: Library) -> Answer:
    """Quote all points of a step; of every step when none was named."""
    phases = library.guidance.edition.phases
    wanted = [understood.phase] if understood.phase else list(phases)
    body: list[Phrase | Quotation] = []
    for commitment in _commitments(understood, library):
        for phase in wanted:
            points = library.points(commitment.number, phase)
            name = "step_of_commitment" if points else "step_without_points"
            variables = {"number": commitment.number, "phase": phase.name}
            if points:
                variables["count"] = counted(len(points), "punkt", "punkter")
            body.append(phrase(name, library.words, **variables))
            body.extend(library.quote(point) for point in points)
    number = understood.commitments[0]
    return Answer(
        tuple(body),
        understood_as=", ".join(
            wording_of("understood_step", library.words, number=c, phase=phase.name)
            for c in understood.commitments
            for phase in wanted
        ),
        follow_ups=(
            wording_of("ask_wording", library.words, number=number),
            *(
                wording_of("ask_step", library.words, number=number, phase=phase.name)
                for phase in phases
                if phase not in wanted
            ),
        ),
    )


def overview(understood: Understanding, library: Library) -> Answer:
    """Quote a commitment whole: its wording, and its points step by step."""
    body: list[Phrase | Quotation] = []
    for commitment in _commitments(understood, library):
        body.append(phrase("wording", library.words, number=commitment.number))
        body.append(library.quote(library.wording(commitment.number)))
        count = counted(len(commitment.points), "punkt", "punkter")
        phases = library.guidance.edition.phases
        body.append(
            phrase(
                "points_of_commitment" if phases else "points_without_steps",
                library.words,
                number=commitment.number,
                count=count,
            )
        )
        if not phases:
            body.extend(library.quote(point) for point in library.points(commitment.number, None))
        for phase in phases:
            points = library.points(commitment.number, phase)
            variables = {"number": commitment.number, "phase": phase.name}
            if points:
                in_step = counted(len(points), "punkt", "punkter")
                body.append(phrase("step_of_commitment", library.words, **variables, count=in_step))
                body.extend(library.quote(point) for point in points)
            else:
                body.append(phrase("step_without_points", library.words, **variables))
    return Answer(
        tuple(body),
        understood_as=understood_commitments(understood, library),
        follow_ups=_ask_examples(understood.commitments, library),
    )
