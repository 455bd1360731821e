"""Questions that go on about a commitment, or to another ("hur lyder den?", "och för åtagande 6?")."""

import re
from dataclasses import replace

from assistant.answering.asked_of_commitments import list_with
from assistant.answering.commitment_names import about_alone
from assistant.answering.following.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.named_lists import asks_whether_for_all
from assistant.answering.patterns import (
    CONTINUING_WITH,
    EXAMPLE_WORDS,
    FORMULATION,
    MANDATORY,
    POINT_WORDS,
    POINTING,
    TITLE_ASKED,
    VOLUNTARY,
    WHICH_COMMITMENT,
)
from assistant.search.analysis import words

CARRIED = frozenset(
    {Intent.STEP, Intent.OVERVIEW, Intent.EXAMPLES, Intent.WORDING, Intent.REWORDING}
)
SEARCHED = frozenset({Intent.OPEN, Intent.TERM})
"""What may have been answered from any commitment, and can be asked of one."""
THE_OTHERS = re.compile(r"\b(?:de|dom) (?:andra|ovriga)\b|\bthe others?\b|\bresten\b")
FOR_ANOTHER = re.compile(
    r"^(?:(?:och|men|and|nej|jag|menar|menade|alltsa|bara|fast|da|sen)[ ,]+)*"
    r"(?:for|i|inom|kring|nar det galler|vad galler|in)\b"
)
IN_IT = re.compile(
    r"\b(?:i|inom|enligt|in|under) (?:det|samma|detta|det dar|that|the same) (?:atagandet?|commitment)\b"
)
THAT_IN = re.compile(r"\b(?:det|den|that|the one) (?:i|in)\b")
"""What was asked about, as it stands in another commitment: "det i trean, hur gör man?"."""
LIST_AGAIN = re.compile(r"(?:och |and )?(?:hur manga|how many|rakna upp|lista|list)\b")
"""What asks for the list again."""
THEM = re.compile(r"\b(?:dem|dom|them|those)\b")

LONGEST_CONTINUATION = 6
"""Words of a question that does nothing but go on to another matter ("och för upphandling och inköp?")."""


def whether_for_all(elliptic: Elliptic) -> Understanding | None:
    """Ask of the commitments just listed, or of the others, whether they bind ("måste vi ta dem?")."""
    listed = elliptic.before.last.intent
    folded = elliptic.folded
    if listed not in {Intent.MANDATORY, Intent.VOLUNTARY} or elliptic.found.commitments:
        return None
    if LIST_AGAIN.match(folded) and not elliptic.found.topic:
        return replace(elliptic.found, intent=listed)
    if THE_OTHERS.search(folded):
        others = {Intent.MANDATORY: Intent.VOLUNTARY, Intent.VOLUNTARY: Intent.MANDATORY}
        return replace(elliptic.found, intent=others[listed], topic="")
    if THEM.search(folded) and (MANDATORY.search(folded) or VOLUNTARY.search(folded)):
        return replace(elliptic.found, intent=listed, topic="")
    return None


def neighbouring_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask for the commitment before or after the one just quoted ("och den före?")."""
    found, before = elliptic.found, elliptic.before
    if before.last.intent is not Intent.WORDING or len(before.commitments) != 1:
        return None
    if found.topic or found.commitments or found.points or found.phase or elliptic.says_step:
        return None
    number = before.commitments[0] + elliptic.move
    if not elliptic.move or before.guidance.commitment(number) is None:
        return None
    return replace(found, intent=Intent.WORDING, commitments=(number,))


def same_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask something else about the commitment ("finns det exempel?", "hur lyder den?")."""
    found, commitments = elliptic.found, elliptic.before.commitments
    if found.commitments or not commitments:
        return None
    if asks_whether_for_all(elliptic.folded, found.topic):
        intent = list_with(commitments[0], elliptic.before.guidance)
        return replace(found, intent=intent, commitments=commitments)
    if found.topic and found.intent is Intent.OPEN and IN_IT.search(elliptic.folded):
        return replace(found, commitments=commitments)
    which = WHICH_COMMITMENT.search(elliptic.folded)
    asks_of_it = which and which.start() and POINT_WORDS.search(elliptic.folded)
    if which and not asks_of_it and len(found.topic.split()) <= 1:
        return replace(found, intent=Intent.WORDING, commitments=commitments)
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
    if found.matter and not found.topic and last.topic and THAT_IN.search(elliptic.folded):
        # Which commitment that is, the search decides.
        return replace(found, intent=Intent.OPEN, topic=last.topic)
    if found.topic and not found.commitments:
        restricts = FOR_ANOTHER.match(elliptic.folded)
        goes_on = restricts or CONTINUING_WITH.match(elliptic.folded)
        continues = (
            goes_on is not None
            and len(found.topic.split()) <= 2
            and len(words(elliptic.folded)) <= LONGEST_CONTINUATION
        )
        number = about_alone(found.topic, elliptic.before.guidance)
        if continues and number and restricts and last.intent in SEARCHED and last.topic:
            return replace(found, intent=Intent.OPEN, commitments=(number,), topic=last.topic)
        if not continues or last.intent not in CARRIED or found.intent is not Intent.OPEN:
            return None
        return replace(found, intent=last.intent, phase=elliptic.before.phase)
    asks_anew = found.intent is not Intent.WORDING or FORMULATION.search(elliptic.folded)
    if not found.commitments or found.topic or asks_anew or TITLE_ASKED.search(elliptic.folded):
        return None
    if not elliptic.is_short and not POINTING.search(elliptic.folded):
        return None
    if last.intent in SEARCHED and last.topic:
        return replace(found, intent=Intent.OPEN, topic=last.topic)
    if last.intent in {Intent.MANDATORY, Intent.VOLUNTARY} and last.commitments:
        return replace(found, intent=list_with(found.commitments[0], elliptic.before.guidance))
    if last.intent is Intent.PHASE:
        return replace(found, intent=Intent.STEP, phase=last.phase)
    intent = last.intent if last.intent in CARRIED else Intent.WORDING
    return replace(found, intent=intent, phase=last.phase)
