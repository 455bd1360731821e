"""Commitments that a follow-up counts: of a list, or by number alone ("den andra av dem", "3 också")."""

import re
from dataclasses import replace

from assistant.answering.following.elliptic import Elliptic, counted_in
from assistant.answering.intents import Intent, Understanding
from assistant.answering.named_lists import named_by_number
from assistant.answering.patterns import EXAMPLE_WORDS, HOW_MANY, POINT_WORDS
from assistant.answering.references import LAST_COMMITMENT, NAMED_NUMBER, NUMBER

LISTING = frozenset({Intent.MANDATORY, Intent.VOLUNTARY, Intent.COMMITMENTS})
NUMBER_TOO = re.compile(
    rf"(?:(?:och|sen|and) )?({NAMED_NUMBER})(?: (?:da|ocksa|med|too|also))*[ ?.!]*"
)
NUMBER_MEANT = re.compile(
    rf"(?:(?:nej|na|nix|oj|no|sorry|forlat|ursakta|vanta|alltsa|jag)[ ,]+)*"
    rf"(?:menade|menar|meant|mean|skulle vara|ska vara)"
    rf" (?:(?:atagande|nr|nummer|number)[. ]+)?({NAMED_NUMBER})[ ?.!]*"
)
BY_NUMBER = re.compile(rf"\b(?:nr|nummer|number|no)[. ]+({NUMBER})\b(?!\.\d)")


def a_listed_one(elliptic: Elliptic) -> Understanding | None:
    """Ask for one of the commitments just listed ("den andra av dem")."""
    found, before = elliptic.found, elliptic.before
    named = tuple(c.number for c in named_by_number(elliptic.folded, before.guidance))
    listed = named or before.listed
    number = elliptic.place_among(len(listed))
    named_otherwise = found.commitments and not LAST_COMMITMENT.search(elliptic.folded)
    if number is None or named_otherwise or found.points or found.phase or elliptic.says_step:
        return None
    of_it = (Intent.EXAMPLES, EXAMPLE_WORDS), (Intent.OVERVIEW, POINT_WORDS)
    asked = (intent for intent, pattern in of_it if pattern.search(elliptic.folded))
    intent = next(asked, Intent.WORDING)
    return replace(found, intent=intent, commitments=(listed[number - 1],))


def a_numbered_one(elliptic: Elliptic) -> Understanding | None:
    """Ask for a commitment by its number when these are what it is about ("vilken är nummer sex?")."""
    found, before = elliptic.found, elliptic.before
    nth = BY_NUMBER.search(elliptic.folded)
    about = elliptic.is_about_commitments or before.listed or found.intent is Intent.WORDING
    if nth is None or not about:
        return None
    if found.topic or found.commitments or found.points:
        return None
    return _wording_of(counted_in(nth), elliptic)


def how_many(elliptic: Elliptic) -> Understanding | None:
    """Ask how many there are, after a question about the commitments ("hur många finns det då?")."""
    found, before = elliptic.found, elliptic.before
    if POINT_WORDS.search(elliptic.folded) or EXAMPLE_WORDS.search(elliptic.folded):
        return None
    named = found.topic or found.commitments or found.points or found.phase
    if not HOW_MANY.search(elliptic.folded) or named or elliptic.says_step:
        return None
    if before.last.intent in LISTING:
        return replace(found, intent=before.last.intent)
    return replace(found, intent=Intent.COMMITMENTS) if elliptic.is_about_commitments else None


def another_number(elliptic: Elliptic) -> Understanding | None:
    """Ask the same of another by nothing but its number ("3 också", "nej, jag menade åtta")."""
    last = elliptic.before.last
    if last.intent is Intent.POINTS or not last.commitments:
        return None
    if corrected := NUMBER_MEANT.fullmatch(elliptic.folded):
        number = counted_in(corrected)
        known = elliptic.before.guidance.commitment(number)
        return replace(last, commitments=(number,)) if known else None
    named = NUMBER_TOO.fullmatch(elliptic.folded)
    if named is None:
        return None
    if last.intent is Intent.WORDING:
        return replace(elliptic.found, intent=Intent.WORDING, commitments=(counted_in(named),))
    # One that is not there is refused as such, in whatever way it is asked for.
    return replace(last, commitments=(counted_in(named),))


def _wording_of(number: int, elliptic: Elliptic) -> Understanding | None:
    if elliptic.before.guidance.commitment(number) is None:
        return None
    return replace(elliptic.found, intent=Intent.WORDING, commitments=(number,))
