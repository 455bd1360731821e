"""Answers that list: the commitments by kind, the steps, the timetable, and whose choice it is."""

import re
from collections.abc import Iterable
from datetime import date

from assistant.answering.intents import Intent
from assistant.answering.phrases import counted, phrase, wording_of
from assistant.domain.answers import Answer, Phrase, Refusal, RefusalReason
from assistant.domain.guidance import Commitment
from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.guidance.library import Library


def listing(commitments: tuple[Commitment, ...], library: Library) -> tuple[Passage, ...]:
    """Where the guidance lists these commitments; their wordings where it does not."""
    listing = library.section_naming(tuple(c.title for c in commitments))
    return (listing,) if listing else tuple(library.wording(c.number) for c in commitments)


def counted_commitments(number: int, library: Library) -> str:
    """A number of commitments in words, as the edition calls them."""
    nouns = library.guidance.edition.nouns
    return counted(number, nouns.one, nouns.many, nouns.article)


def ask_for_lists(library: Library) -> tuple[str, ...]:
    """The questions that list commitments, of which an edition may have only one kind."""
    if library.guidance.mandatory and library.guidance.voluntary:
        return (
            wording_of("ask_mandatory", library.words),
            wording_of("ask_voluntary", library.words),
        )
    return (wording_of("ask_all", library.words),)


def commitments(intent: Intent, library: Library, *, counting: bool = False) -> Answer:
    """List the commitments that the intent asks for; of an edition with one kind only, all of it.

    When they are asked for by `counting`, what says how many there are stands first, if anything does.
    """
    mandatory, voluntary = library.guidance.mandatory, library.guidance.voluntary
    wanted = {Intent.MANDATORY: (mandatory,), Intent.VOLUNTARY: (voluntary,)}
    kinds = wanted.get(intent, (mandatory, voluntary))
    if not (mandatory and voluntary):
        kinds = (mandatory or voluntary,)
    lists = [passage for kind in kinds for passage in listing(kind, library)]
    if counting and (told := _that_counts(sum(map(len, kinds)), library)):
        lists = [told, *(passage for passage in lists if passage != told)]
    asked_next = voluntary if intent is Intent.VOLUNTARY else mandatory
    return Answer(
        (_introduction(intent, kinds, library), *map(library.quote, lists)),
        follow_ups=tuple(
            wording_of("ask_wording", library.words, number=c.number)
            for c in (asked_next or kinds[0])[:3]
        ),
    )


def _that_counts(number: int, library: Library) -> Passage | None:
    """The first passage of the running text that tells of so many commitments."""
    many = library.guidance.edition.nouns.many
    told = re.compile(rf"\b{counted(number)}\b[^.\n]*\b{many}\b", re.IGNORECASE)
    sections = (p for p in library.passages if p.kind is PassageKind.SECTION)
    return next((p for p in sections if told.search(p.text)), None)


def chapters(numbers: tuple[str, ...], library: Library) -> Answer | Refusal:
    """Quote what stands in the chapters; refuse the first that the edition does not have."""
    sections = library.guidance.sections
    known = {section.number: section.heading for section in sections if section.number}
    missing = next((number for number in numbers if number not in known), None)
    if missing:
        text = phrase("no_chapters", library.words)
        if known:
            numbered = list(known)
            about = {"number": missing, "first": numbered[0], "last": numbered[-1]}
            text = phrase("no_such_chapter", library.words, **about)
        return Refusal(RefusalReason.NOT_COVERED, (text,), follow_ups=ask_for_lists(library)[:1])
    body: list[Phrase | Quotation] = []
    for number in numbers:
        body.append(phrase("chapter", number=number, title=known[number]))
        stands = f"{library.guidance.edition.id}/{PassageKind.SECTION.value}/{number}/"
        body.extend(library.quote(p) for p in library.passages if p.id.startswith(stands))
        if any(section.timetable for section in sections if section.number == number):
            body.extend(map(library.quote, library.milestones))
    return Answer(tuple(body), follow_ups=ask_for_lists(library)[:1])


def _introduction(
    intent: Intent, kinds: tuple[tuple[Commitment, ...], ...], library: Library
) -> Phrase:
    mandatory, voluntary = library.guidance.mandatory, library.guidance.voluntary
    count = counted_commitments(sum(map(len, kinds)), library)
    if not voluntary:
        if intent is Intent.VOLUNTARY:
            return phrase("none_voluntary", library.words)
        return phrase("all_mandatory", library.words, count=count)
    if not mandatory:
        none = intent is Intent.MANDATORY
        return phrase("none_mandatory" if none else "all_voluntary", library.words, count=count)
    if intent is Intent.MANDATORY:
        return phrase("mandatory", count=count)
    if intent is Intent.VOLUNTARY:
        return phrase("voluntary_only", library.words, count=count)
    article = library.guidance.edition.nouns.article
    return phrase(
        "all_commitments",
        library.words,
        count=count,
        mandatory=counted(len(mandatory), article=article),
        voluntary=counted(len(voluntary), article=article),
    )


def phases(library: Library, unknown: str | None = None) -> Answer | Refusal | None:
    """Quote where the guidance lists its steps; None where it has steps and no such place.

    Refuse a step with an `unknown` number, and list those that there are.
    """
    steps = library.guidance.edition.phases
    if not steps:
        return Refusal(RefusalReason.NOT_COVERED, (phrase("no_steps", library.words),))
    passage = library.section_naming(tuple(phase.name for phase in steps))
    follow_ups = tuple(wording_of("ask_phase", phase=phase.name) for phase in steps)
    if unknown:
        count = counted(len(steps), "steg", "steg", "ett")
        said = phrase("no_such_step", library.words, number=unknown, count=count)
        shown = (phrase("nearest"), library.quote(passage)) if passage else ()
        nearest = (passage,) if passage else ()
        return Refusal(RefusalReason.NOT_COVERED, (said, *shown), nearest, follow_ups=follow_ups)
    if passage is None:
        return None
    return Answer(
        (phrase("phases", library.words, count=counted(len(steps))), library.quote(passage)),
        follow_ups=follow_ups,
    )


def timetable(library: Library, today: date, keys: tuple[str, ...] = ()) -> Answer | Refusal:
    """Quote the dated steps of the round; those of the keys where there are some."""
    milestones = tuple(m for m in library.milestones if not keys or m.name in keys)
    if not milestones:
        return Refusal(RefusalReason.NOT_COVERED, (phrase("no_timetable", library.words),))
    current = library.guidance.edition.round
    introduction = (
        phrase("timetable_part", library.words, round=current)
        if keys
        else phrase("timetable", library.words, round=current)
    )
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


def choice(library: Library) -> Answer | Refusal:
    """Say that the choice is the council's, and what the guidance says about it."""
    if not library.guidance.voluntary:
        return commitments(Intent.VOLUNTARY, library)
    passages = listing(library.guidance.voluntary, library)
    return Refusal(
        RefusalReason.CHOICE_IS_THE_COUNCILS,
        (phrase("choice", library.words), *map(library.quote, passages)),
        nearest=passages,
        follow_ups=ask_for_lists(library)[:1],
    )
