"""Points that a follow-up counts: among those just shown, or in the commitment ("nr 3?")."""

import re
from dataclasses import replace

from assistant.answering.following.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.point_places import COUNTED_POINT, PLACE, POINT_NOUN, point_at
from assistant.answering.references import NUMBER
from assistant.domain.guidance import Phase

COUNTED_OF_STEP = re.compile(
    rf"\b(?:den|the) (?:{PLACE})(?: {POINT_NOUN})?\b(?! (?:steg|fas|step|stage|phase))"
)
"""What counts points where a step is named with it: "den sista i Etablera"."""
NUMBER_NAMED = re.compile(
    rf"(?:(?:och|men|and) )?(?:(?:nr|nummer|number|no)[. ]*)?(?P<number>{NUMBER})\b(?!\.\d)[^.?!]*[ ?.!]*"
)
"""A number that the question begins with: "nr 3?", "nr 1, kortfattat"."""
OF_THE_WHOLE = re.compile(
    r"\b(?:punkten|point) (?:i|inom|under|in|of)"
    r" (?:(?:det|hela|samma|detta|the|that|whole) )*(?:atagande|commitment)"
)


def counted_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for a point by its place among those just shown, or in the commitment, or in a step of it."""
    found, before = elliptic.found, elliptic.before
    counted = COUNTED_POINT.search(elliptic.folded)
    if counted and OF_THE_WHOLE.search(elliptic.folded) and not found.commitments:
        return _shown(elliptic, counted, _points_of(elliptic, None))
    of_step = COUNTED_OF_STEP.search(elliptic.folded)
    if found.phase and of_step and not found.commitments and not found.topic:
        return _shown(elliptic, of_step, _points_of(elliptic, found.phase))
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


def _points_of(elliptic: Elliptic, phase: Phase | None) -> tuple[str, ...]:
    """The points of the commitment under discussion, or of a step of it; none where there are several."""
    numbers, guidance = elliptic.before.commitments, elliptic.before.guidance
    known = guidance.commitment(numbers[0]) if len(numbers) == 1 else None
    return tuple(p.id for p in known.points if phase in {None, p.phase}) if known else ()


def _shown(
    elliptic: Elliptic, counted: re.Match[str], points: tuple[str, ...]
) -> Understanding | None:
    point = point_at(counted, points)
    if point is None:
        return None
    return replace(
        elliptic.found, intent=Intent.POINTS, commitments=(), points=(point,), topic="", phase=None
    )
