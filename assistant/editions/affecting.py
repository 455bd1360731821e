"""What of a text written from one edition is old when the next one comes."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from assistant.domain.drafts import Draft
from assistant.domain.editions import AffectedText, EditionDiff, Outdated, Part, QuotedPassage
from assistant.domain.local_text import LocalText, Origin
from assistant.domain.passages import Quotation
from assistant.domain.reviews import PledgeStatus
from assistant.drafting.records import DraftRecord
from assistant.guidance.library import Library
from assistant.guidance.review_knowledge import ReviewKnowledge
from assistant.reviewing.proposed_order import IN_PARENTHESES
from assistant.reviewing.reference_findings import NUMBER, POINTS
from assistant.reviewing.reviewer import Reviewer

POINT = re.compile(r"\d+\.\d+")


def outdated(quoted: Iterable[QuotedPassage], diff: EditionDiff) -> Iterator[Outdated]:
    """Each quoted passage of the old edition that has changed, moved or gone, in order.

    A passage of any other edition is passed over: this comparison says nothing of it.
    """
    changes = [
        (
            change.old.passage.id
            if change.old.passage
            else _wording_id(change.old.commitment, diff),
            change,
        )
        for change in diff.changes
        if change.old and (change.old.passage or change.part is Part.COMMITMENT)
    ]
    for one in quoted:
        yield from (Outdated(one, change) for name, change in changes if name == one.passage)


def _wording_id(commitment: int | None, diff: EditionDiff) -> str:
    return f"{diff.old.id}/åtagande/{commitment}"


def affected_text(name: str, text: str, old: Library, diff: EditionDiff) -> AffectedText:
    """What of a contract text is old: official sentences that it has word for word, and points cited."""
    edition = old.guidance.edition.id
    pledges = Reviewer(old, ReviewKnowledge()).review(text).pledges
    official = [
        QuotedPassage(f"{edition}/åtagande/{pledge.commitment}", pledge.start, pledge.end)
        for pledge in pledges
        if pledge.status is PledgeStatus.VERBATIM
    ]
    points = [
        QuotedPassage(f"{edition}/punkt/{number.group()}", start, start + len(number.group()))
        for match in chain(POINTS.finditer(text), IN_PARENTHESES.finditer(text))
        for number in NUMBER.finditer(match["list"])
        for start in (match.start("list") + number.start(),)
        if old.guidance.point(number.group())
    ]
    return _affected(name, official, points, diff)


def affected_draft(name: str, draft: DraftRecord, diff: EditionDiff) -> AffectedText:
    """The same of a draft that this program wrote, which says what each sentence rests on."""
    sentences = [
        *(sentence for part in draft.frame for sentence in part.sentences),
        *(sentence for clause in draft.clauses for sentence in clause.sentences),
    ]
    official = [
        QuotedPassage(source)
        for sentence in sentences
        if sentence.origin is Origin.OFFICIAL
        for source in sentence.sources
    ]
    points = [
        QuotedPassage(f"{draft.edition}/punkt/{source}")
        for sentence in sentences
        if sentence.origin is not Origin.OFFICIAL
        for source in sentence.sources
        if POINT.fullmatch(source)
    ]
    return _affected(name, official, points, diff)


def affected_clauses(name: str, draft: Draft, diff: EditionDiff) -> AffectedText:
    """The same of a draft that is being worked on; also points that it has chosen and only refers to."""
    edition = draft.edition.id
    sentences = [sentence for clause in draft.clauses for sentence in clause.sentences]
    official = [QuotedPassage(s.passage.id) for s in sentences if isinstance(s, Quotation)]
    chosen = [point for one in draft.order.commitments for point in one.points]
    named = [p for s in sentences if isinstance(s, LocalText) for p in s.points]
    points = [QuotedPassage(f"{edition}/punkt/{point}") for point in (*chosen, *named)]
    return _affected(name, official, points, diff)


def _affected(
    name: str, official: list[QuotedPassage], points: list[QuotedPassage], diff: EditionDiff
) -> AffectedText:
    found = tuple(outdated(dict.fromkeys((*official, *points)), diff))
    old = {one.quoted for one in found if one.change.part is Part.OFFICIAL}
    own = [q for q in official if q.passage.startswith(f"{diff.old.id}/") and q not in old]
    return AffectedText(name, found, len(dict.fromkeys(own)))
