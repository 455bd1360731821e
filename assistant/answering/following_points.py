"""Questions that go on to another point, or to one of those just shown ("och nästa?", "den tredje")."""

import re
from dataclasses import replace

from assistant.answering.elliptic import ONE_OF_THEM, Elliptic, counted_in
from assistant.answering.patterns import LAST_SHOWN
from assistant.answering.references import NUMBER
from assistant.answering.understanding import Intent, Understanding

NUMBER_ALONE = re.compile(rf"(?:och )?({NUMBER})(?: da)?[ ?.!]*")
"""What goes on from one point to another: "två", "och 3?"."""


def a_shown_one(elliptic: Elliptic) -> Understanding | None:
    """Ask for one of the points just shown ("den tredje av dem", "nr 2 i listan", "den sista")."""
    found, shown = elliptic.found, elliptic.before.points
    nth = ONE_OF_THEM.search(elliptic.folded)
    last = LAST_SHOWN.search(elliptic.folded)
    match = nth or last
    if len(shown) < 2 or match is None or found.commitments or found.points or found.phase:
        return None
    if elliptic.counts_steps:
        return None
    if re.search(r"\bsteg|\bfas", elliptic.folded) or (found.topic and match.start() > 0):
        return None
    number = counted_in(nth) if nth else len(shown)
    if not 1 <= number <= len(shown):
        return None
    return replace(found, intent=Intent.POINTS, points=(shown[number - 1],))


def numbered_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for a point of the commitment under discussion ("punkt 4 då?", "3.7 om det")."""
    found, before = elliptic.found, elliptic.before
    if found.intent is Intent.TWO_READINGS and found.number:
        if int(found.number.partition(".")[0]) in before.commitments:
            return replace(found, intent=Intent.POINTS, points=(found.number,))
        return None
    if found.commitments or not before.commitments:
        return None
    match = re.search(r"\bpunkt(?:en)?\s+(\d{1,2})\b(?!\.\d)", elliptic.folded)
    if match is None and before.last.intent is Intent.POINTS:
        match = NUMBER_ALONE.fullmatch(elliptic.folded)
    if match is None:
        return None
    points = tuple(f"{number}.{counted_in(match)}" for number in before.commitments)
    return replace(found, intent=Intent.POINTS, commitments=before.commitments, points=points)


def neighbouring_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for the point before or after the last one ("och nästa?")."""
    found, last = elliptic.found, elliptic.before.last
    point = last.points[-1] if last.intent is Intent.POINTS else elliptic.before.first_point
    names_step = elliptic.found.phase or re.search(r"\bsteg|\bfas", elliptic.folded)
    says_point = last.intent is Intent.POINTS or re.search(r"\bpunkt", elliptic.folded)
    if point is None or not says_point or found.topic or found.commitments or names_step:
        return None
    commitment, _, number = point.partition(".")
    point = f"{commitment}.{int(number) + elliptic.move}"
    if not elliptic.move or elliptic.before.guidance.point(point) is None:
        return None
    return replace(found, intent=Intent.POINTS, points=(point,))
