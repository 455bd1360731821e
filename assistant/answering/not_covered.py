"""What is said when the guidance does not answer: that it does not, and the nearest that it says."""

from collections.abc import Iterable
from datetime import date

from assistant.answering.lists import about_dates, ask_for_lists
from assistant.answering.phrases import phrase, wording_of
from assistant.domain.answers import Phrase, Refusal, RefusalReason
from assistant.domain.passages import Found, Passage, PassageKind, Quotation, UncoveredKind
from assistant.guidance.library import Library
from assistant.search.particulars import Particular


def refuse(found: Found, library: Library, today: date) -> Refusal:
    """Refuse, with what the question is about, if that can be told, and the nearest that is said."""
    topic = found.topic
    near = topic.nearest if topic else tuple(hit.passage for hit in found.hits[:2])
    nearest = tuple(distinct(near))
    if topic and topic.kind is UncoveredKind.OTHER:
        return Refusal(
            RefusalReason.NOT_COVERED,
            (
                phrase(
                    "another_matter",
                    library.words,
                    topic=topic.topic,
                    contract=library.guidance.edition.contract,
                ),
            ),
            follow_ups=_starters(library),
        )
    if topic is None:
        return not_covered(nearest, library, today)
    return _refused(phrase("not_said", library.words, topic=topic.topic), nearest, library, today)


def not_covered(nearest: tuple[Passage, ...], library: Library, today: date) -> Refusal:
    """Refuse what is not in the guidance, with the passages that are nearest to it."""
    return _refused(phrase("not_covered", library.words), nearest, library, today)


def _refused(said: Phrase, nearest: tuple[Passage, ...], library: Library, today: date) -> Refusal:
    body: list[Phrase | Quotation] = [said]
    if nearest:
        body.append(phrase("nearest"))
        body.extend(library.quote(passage) for passage in nearest)
        body.extend(about_dates(nearest, library, today))
    return Refusal(
        RefusalReason.NOT_COVERED,
        tuple(body),
        nearest=nearest,
        follow_ups=follow_ups(nearest[0], library) if nearest else (),
    )


def _starters(library: Library) -> tuple[str, ...]:
    lists = ask_for_lists(library)[:1]
    return (*lists, wording_of("ask_timetable")) if library.milestones else lists


def without_particular(
    particular: Particular, nearest: list[Passage], library: Library, today: date
) -> Refusal:
    """The matter is there, but not the amount, contact or time that is asked for."""
    said = phrase(particular.phrase or "not_covered", library.words)
    return _refused(said, tuple(nearest), library, today)


def distinct(passages: Iterable[Passage]) -> list[Passage]:
    """The passages without those that say what one before them says."""
    kept: list[Passage] = []
    for passage in passages:
        if not any(_says_the_same(passage, other) for other in kept):
            kept.append(passage)
    return kept


def _says_the_same(one: Passage, other: Passage) -> bool:
    """Whether every line of the shorter stands in the longer, as with a term and where it stands."""
    short, long = sorted((one.text, other.text), key=len)
    return all(line in long for line in short.split("\n"))


def follow_ups(passage: Passage, library: Library) -> tuple[str, ...]:
    """Questions that go on from a passage."""
    number = passage.commitment
    if number is None:
        return ask_for_lists(library)[:1]
    if passage.kind is PassageKind.WORDING:
        phases = library.guidance.edition.phases
        if not phases:
            return (wording_of("ask_points", library.words, number=number),)
        return tuple(
            wording_of("ask_step", library.words, number=number, phase=p.name) for p in phases
        )
    follow_ups = [wording_of("ask_wording", library.words, number=number)]
    if passage.phase:
        follow_ups.append(wording_of("ask_step", library.words, number=number, phase=passage.phase))
    return tuple(follow_ups)
