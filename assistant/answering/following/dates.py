"""Questions that go on to another date of the timetable ("och vad händer sen?", "däremellan?")."""

import re
from dataclasses import replace

from assistant.answering.following.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.patterns import BETWEEN

FROM_THEN_ON = re.compile(r"\b(?:sen|sedan|darefter|efterat|after that)\b")
"""What asks for everything that follows, and not for the next alone."""


def neighbouring_date(elliptic: Elliptic) -> Understanding | None:
    """Ask for the date before or after the one just shown, or for those between the last two."""
    found, dates = elliptic.found, elliptic.before.dates
    if not dates or found.commitments or found.points or found.phase or elliptic.says_step:
        return None
    if elliptic.before.last.intent is Intent.POINTS:
        return None
    if "punkt" in elliptic.folded and elliptic.before.first_point:
        return None
    keys = tuple(milestone.key for milestone in elliptic.before.guidance.milestones)
    at = keys.index(dates[-1])
    if BETWEEN.search(elliptic.folded) and len(dates) > 1:
        first, last = sorted((keys.index(dates[-2]), at))
        wanted = keys[first + 1 : last]
    else:
        move = elliptic.moves_on
        one = keys[at + move : at + move + 1] if move and at + move >= 0 else ()
        wanted = keys[at + 1 :] if move and FROM_THEN_ON.search(elliptic.folded) else one
    topic = elliptic.before.topic
    return replace(found, intent=Intent.TIMETABLE, dates=wanted, topic=topic) if wanted else None
