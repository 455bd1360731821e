"""Questions that go on about a commitment, or to another ("hur lyder den?", "och för åtagande 6?")."""

from dataclasses import replace

from assistant.answering.elliptic import ONE_OF_THEM, Elliptic, counted_in
from assistant.answering.named_lists import asks_whether_for_all
from assistant.answering.patterns import (
    CONTINUING_WITH,
    EXAMPLE_WORDS,
    FORMULATION,
    POINT_WORDS,
    WHICH_COMMITMENT,
)
from assistant.answering.understanding import Intent, Understanding, list_with

CARRIED = frozenset(
    {Intent.STEP, Intent.OVERVIEW, Intent.EXAMPLES, Intent.WORDING, Intent.REWORDING}
)
LISTS = frozenset({Intent.MANDATORY, Intent.VOLUNTARY, Intent.COMMITMENTS})


def a_listed_one(elliptic: Elliptic) -> Understanding | None:
    """Ask for one of the commitments just listed ("den andra av dem")."""
    match = ONE_OF_THEM.search(elliptic.folded)
    if elliptic.before.last.intent not in LISTS or match is None or elliptic.found.commitments:
        return None
    guidance = elliptic.before.guidance
    kinds = {Intent.MANDATORY: guidance.mandatory, Intent.VOLUNTARY: guidance.voluntary}
    listed = kinds.get(elliptic.before.last.intent, guidance.commitments)
    number = counted_in(match)
    if not 1 <= number <= len(listed):
        return None
    return replace(elliptic.found, intent=Intent.WORDING, commitments=(listed[number - 1].number,))


def same_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask something else about the commitment ("finns det exempel?", "hur lyder den?")."""
    found, commitments = elliptic.found, elliptic.before.commitments
    if found.commitments or not commitments:
        return None
    if WHICH_COMMITMENT.search(elliptic.folded) and len(found.topic.split()) <= 1:
        return replace(found, intent=Intent.WORDING, commitments=commitments)
    if asks_whether_for_all(elliptic.folded, found.topic):
        intent = list_with(commitments[0], elliptic.before.guidance)
        return replace(found, intent=intent, commitments=commitments)
    if found.topic:
        return None
    if found.intent is Intent.REWORDING:
        return replace(found, commitments=commitments)
    if found.intent is not Intent.OPEN:
        return None
    for pattern, intent in (
        (EXAMPLE_WORDS, Intent.EXAMPLES),
        (POINT_WORDS, Intent.OVERVIEW),
        (FORMULATION, Intent.WORDING),
    ):
        if pattern.search(elliptic.folded):
            return replace(found, intent=intent, commitments=commitments)
    return None


def other_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask the same about another commitment ("och för åtagande 6?", "och för upphandling?")."""
    found, last = elliptic.found, elliptic.before.last
    if found.topic and not found.commitments:
        continues = CONTINUING_WITH.match(elliptic.folded) and len(found.topic.split()) <= 2
        if not continues or last.intent not in CARRIED or found.intent is not Intent.OPEN:
            return None
        return replace(found, intent=last.intent, phase=elliptic.before.phase)
    asks_anew = found.intent is not Intent.WORDING or FORMULATION.search(elliptic.folded)
    if not (found.commitments and elliptic.is_short) or found.topic or asks_anew:
        return None
    if last.intent is Intent.OPEN and last.topic:
        return replace(found, intent=Intent.OPEN, topic=last.topic)
    if last.intent in {Intent.MANDATORY, Intent.VOLUNTARY} and last.commitments:
        return replace(found, intent=list_with(found.commitments[0], elliptic.before.guidance))
    intent = last.intent if last.intent in CARRIED else Intent.WORDING
    return replace(found, intent=intent, phase=last.phase)
