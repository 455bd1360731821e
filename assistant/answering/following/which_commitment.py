"""Which commitment is meant: asked outright, guessed at, or that of what was just shown."""

import re
from dataclasses import replace

from assistant.answering.following.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.patterns import EXAMPLE_WORDS, WHICH_COMMITMENT

BELONGS = re.compile(r"\b(?:vilket|which|eget) (?:atagande|commitment)\b")
"""What asks for the commitment of a matter, and not what one that is known says."""

ABOUT_ITS_OWN = re.compile(
    r"\b(?:vilket|which) (?:atagande|commitment) (?:handlar|galler|ror|is|deals)(?: om| about| with)?"
    r" (?!(?:det|den|detta|that|it|this)\b)"
)
"""What says itself which matter it asks about: "vilket åtagande handlar om att räkna?"."""


def commitment_of_topic(elliptic: Elliptic) -> Understanding | None:
    """Ask which commitment a matter belongs to, or for examples of it, when none is under discussion."""
    found, before = elliptic.found, elliptic.before
    asks_which = BELONGS.search(elliptic.folded)
    if found.topic and ABOUT_ITS_OWN.search(elliptic.folded):
        return None
    if found.commitments or len(found.topic.split()) > (1 if asks_which else 0):
        return None
    known = next(iter(before.last.commitments), before.commitment_shown)
    if asks_which and known:
        return replace(found, intent=Intent.WORDING, commitments=(known,), topic="")
    if not before.matter or (before.commitments and not asks_which):
        return None
    if asks_which or WHICH_COMMITMENT.search(elliptic.folded):
        intent = Intent.WORDING
    elif EXAMPLE_WORDS.search(elliptic.folded):
        intent = Intent.EXAMPLES
    else:
        return None
    matter = before.matter
    return replace(found, intent=intent, topic=matter, before=matter, shown=before.places)
