"""Answers that list: the commitments by kind, the steps, the timetable, and whose choice it is."""

from collections.abc import Iterable
from datetime import date

from assistant.answering.phrases import counted, phrase, wording_of
from assistant.answering.understanding import Intent
from assistant.domain.answers import Answer, Phrase, Refusal, RefusalReason
from assistant.domain.guidance import Commitment
from assistant.domain.passages import Passage, Quotation
from assistant.guidance.library import Library


def listing(commitments: tuple[Commitment, ...], library: Library) -> tuple[Passage, ...]:
    """Where the guidance lists these commitments; their wordings where it does not."""
    listing = library.section_naming(tuple(c.title for c in commitments))
    return (listing,) if listing else tuple(library.wording(c.number) for c in commitments)


def commitments(intent: Intent, library: Library) -> Answer:
    """List the commitments that the intent asks for, or the steps."""
    guidance = library.guidance
    mandatory, voluntary = guidance.mandatory, guidance.voluntary
    if intent is Intent.PHASES:
        return _phases(library)
    count_mandatory = counted(len(mandatory), "åtagande", "åtaganden")
    count_voluntary = counted(len(voluntary), "åtagande", "åtaganden")
    body: list[Phrase | Quotation] = []
    if intent is Intent.MANDATORY:
        body.append(phrase("mandatory", count=count_mandatory))
        body.extend(map(library.quote, listing(mandatory, library)))
    elif intent is Intent.VOLUNTARY:
        body.append(phrase("voluntary_only", count=count_voluntary))
        body.extend(map(library.quote, listing(voluntary, library)))
    else:
        every = counted(len(guidance.commitments), "åtagande", "åtaganden")
        names = {"mandatory": counted(len(mandatory)), "voluntary": counted(len(voluntary))}
        body.append(phrase("all_commitments", count=every, **names))
        body.extend(
            map(library.quote, (*listing(mandatory, library), *listing(voluntary, library)))
        )
    shown = voluntary if intent is Intent.VOLUNTARY else mandatory
    return Answer(
        tuple(body),
        follow_ups=tuple(wording_of("ask_wording", number=c.number) for c in shown[:3]),
    )


def _phases(library: Library) -> Answer:
    phases = library.guidance.edition.phases
    passage = library.section_naming(tuple(phase.name for phase in phases))
    body = (phrase("phases", count=counted(len(phases))), library.quote(passage)) if passage else ()
    return Answer(
        body, follow_ups=tuple(wording_of("ask_phase", phase=phase.name) for phase in phases)
    )


def timetable(library: Library, today: date) -> Answer:
    """Quote every dated step of the round."""
    introduction = phrase("timetable", round=library.guidance.edition.round)
    milestones = library.milestones
    return Answer(
        (introduction, *map(library.quote, milestones), *about_dates(milestones, library, today))
    )


def about_dates(passages: Iterable[Passage], library: Library, today: date) -> tuple[Phrase, ...]:
    """Say, where dates are quoted, which round they are of and that they have passed."""
    edition = library.guidance.edition
    shown = {passage.id for passage in passages}
    dated = [m for m in library.guidance.milestones if f"{edition.id}/hålltid/{m.key}" in shown]
    if not dated:
        return ()
    if all(milestone.end < today for milestone in dated):
        return (
            phrase("dates_passed", round=edition.round, year=edition.year, owner=edition.owner),
        )
    return (phrase("dates_current", round=edition.round, year=edition.year),)


def choice(library: Library) -> Refusal:
    """Say that the choice is the council's, and what the guidance says about it."""
    passages = listing(library.guidance.voluntary, library)
    return Refusal(
        RefusalReason.CHOICE_IS_THE_COUNCILS,
        (phrase("choice"), *map(library.quote, passages)),
        nearest=passages,
        follow_ups=(wording_of("ask_mandatory"),),
    )
