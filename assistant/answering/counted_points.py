"""Points that a follow-up counts: in the list just shown, or in the whole commitment ("nr 3?")."""

import re
from dataclasses import replace

from assistant.answering.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.references import NUMBER, NUMBERS

COUNTED_POINT = re.compile(rf"\b({NUMBER}|sista|last) (?:punkten|strecket|point|bullet)\b")
NUMBER_NAMED = re.compile(
    rf"(?:(?:och|men|and) )?(?:(?:nr|nummer|number|no)[. ]*)?({NUMBER})\b(?!\.\d)[^.?!]*[ ?.!]*"
)
"""A number that the question begins with: "nr 3?", "nr 1, kortfattat"."""
OF_THE_WHOLE = re.compile(
    r"\b(?:punkten|point) (?:i|inom|under|in|of)"
    r" (?:(?:det|hela|samma|detta|the|that|whole) )*(?:atagande|commitment)"
)


def counted_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for a point by its place among those just shown, or among all of the commitment."""
    found, before = elliptic.found, elliptic.before
    counted = COUNTED_POINT.search(elliptic.folded)
    if counted and OF_THE_WHOLE.search(elliptic.folded) and not found.commitments:
        known = (before.guidance.commitment(number) for number in before.commitments)
        points = tuple(
            point.id for commitment in known if commitment for point in commitment.points
        )
        return _shown(elliptic, counted, points if len(before.commitments) == 1 else ())
    if before.last.intent not in {Intent.STEP, Intent.POINTS} or len(before.points) < 2:
        return None
    if found.points and not found.commitments and not counted:
        return None
    if counted and not found.commitments and not (found.topic and counted.start() > 0):
        return _shown(elliptic, counted, before.points)
    named = NUMBER_NAMED.fullmatch(elliptic.folded)
    if named is None or found.topic or found.phase or elliptic.says_step:
        return None
    return _shown(elliptic, named, before.points)


def _shown(
    elliptic: Elliptic, counted: re.Match[str], points: tuple[str, ...]
) -> Understanding | None:
    said = counted.group(1)
    number = int(said) if said.isdigit() else NUMBERS.get(said, len(points))
    if not 1 <= number <= len(points):
        return None
    point = (points[number - 1],)
    return replace(elliptic.found, intent=Intent.POINTS, commitments=(), points=point, topic="")
