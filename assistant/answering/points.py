"""Answers about points that a question names by number."""

from assistant.answering.commitments import no_such_commitment
from assistant.answering.intents import Understanding
from assistant.answering.phrases import phrase, wording_of
from assistant.domain.answers import (
    Answer,
    Clarification,
    Outcome,
    Phrase,
    Refusal,
    RefusalReason,
)
from assistant.domain.passages import Quotation
from assistant.guidance.library import Library


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
