"""Answers about commitments and points that a question names: wordings, steps, points, examples."""

from collections.abc import Iterable

from assistant.answering.lists import ask_for_lists, counted_commitments, listing
from assistant.answering.phrases import counted, phrase, wording_of
from assistant.answering.understanding import Intent, Understanding
from assistant.domain.answers import (
    Answer,
    Clarification,
    Outcome,
    Phrase,
    Refusal,
    RefusalReason,
)
from assistant.domain.guidance import Commitment
from assistant.domain.passages import Quotation
from assistant.guidance.library import Library


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


def two_readings(number: str, library: Library) -> Clarification:
    """Ask whether a number such as "3.4" means the point or the section."""
    section = next(c for c in library.guidance.commitments if c.section == number)
    text = phrase(
        "number_two_readings",
        library.words,
        number=number,
        point_commitment=number.partition(".")[0],
        section_commitment=section.number,
    )
    ask_section = wording_of("ask_section", library.words, section=number, number=section.number)
    return Clarification((text,), (wording_of("ask_point", point=number), ask_section))


def points(understood: Understanding, library: Library) -> Outcome:
    """Quote the points asked for; word for word equal ones together, with every place."""
    quotations: list[Quotation] = []
    seen: set[str] = set()
    for point_id in understood.points:
        point = library.guidance.point(point_id)
        if point is None:
            return _no_such_point(point_id, library)
        quotation = library.quote(library.point(point_id))
        if point_id not in seen:
            quotations.append(quotation)
            seen.update(p.name for p in (quotation.passage, *quotation.also))
    body: list[Phrase | Quotation] = []
    for quotation in quotations:
        passage = quotation.passage
        about = {"point": passage.name, "number": passage.commitment}
        if passage.phase:
            body.append(phrase("point", library.words, **about, phase=passage.phase))
        else:
            body.append(phrase("point_without_step", library.words, **about))
        body.append(quotation)
        if quotation.also:
            names = [p.name for p in (passage, *quotation.also)]
            body.append(phrase("same_text", points=" och ".join(names)))
    first = quotations[0].passage
    follow_ups = [wording_of("ask_wording", library.words, number=first.commitment)]
    if first.phase:
        follow_ups.append(
            wording_of("ask_step", library.words, number=first.commitment, phase=first.phase)
        )
    return Answer(
        tuple(body),
        understood_as=wording_of(
            "understood_point", point=", ".join(q.passage.name for q in quotations)
        ),
        follow_ups=tuple(follow_ups),
    )


def _no_such_point(point_id: str, library: Library) -> Refusal:
    number = int(point_id.partition(".")[0])
    commitment = library.guidance.commitment(number)
    if commitment is None:
        return no_such_commitment(number, library)
    first, last = commitment.points[0].id, commitment.points[-1].id
    text = phrase(
        "no_such_point", library.words, point=point_id, number=number, first=first, last=last
    )
    return Refusal(
        RefusalReason.NO_SUCH_POINT,
        (text,),
        nearest=(library.point(last),),
        follow_ups=tuple(
            wording_of("ask_step", library.words, number=number, phase=phase.name)
            for phase in library.guidance.edition.phases
        ),
    )


def wordings(understood: Understanding, library: Library) -> Answer:
    """Quote the official wording of each commitment asked for."""
    body: list[Phrase | Quotation] = []
    for commitment in _commitments(understood, library):
        body.append(phrase("wording", library.words, number=commitment.number))
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
        understood_as=_understood_commitments(understood, library),
        follow_ups=(*ask_points, wording_of("ask_examples", library.words, number=number)),
    )


def _commitments(understood: Understanding, library: Library) -> Iterable[Commitment]:
    found = (library.guidance.commitment(number) for number in understood.commitments)
    return (commitment for commitment in found if commitment)


def _understood_commitments(understood: Understanding, library: Library) -> str:
    return ", ".join(
        wording_of("understood_topic", library.words, number=c.number, title=c.title)
        for c in _commitments(understood, library)
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
        understood_as=_understood_commitments(understood, library),
        follow_ups=tuple(
            wording_of("ask_examples", library.words, number=n) for n in understood.commitments
        ),
    )


def examples(understood: Understanding, library: Library) -> Answer:
    """Quote the examples of a commitment, or say that there are none."""
    body: list[Phrase | Quotation] = []
    for number in understood.commitments:
        examples = library.examples(number)
        if examples:
            count = counted(len(examples), "exempel", "exempel", "ett")
            body.append(phrase("examples", library.words, number=number, count=count))
            body.extend(library.quote(example) for example in examples)
        else:
            body.append(phrase("examples_none", library.words, number=number))
    return Answer(
        tuple(body),
        understood_as=_understood_commitments(understood, library),
        follow_ups=tuple(
            wording_of("ask_wording", library.words, number=n) for n in understood.commitments
        ),
    )
