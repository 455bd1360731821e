"""Questions that go on to another point, or to one of those just shown ("och nästa?", "den tredje")."""

import re
from dataclasses import replace

from assistant.answering.following.elliptic import Elliptic, counted_in
from assistant.answering.intents import Intent, Understanding
from assistant.answering.references import NICKNAMES, NUMBER

NUMBER_ALONE = re.compile(rf"(?:och )?({NUMBER})(?: da)?[ ?.!]*")
"""What goes on from one point to another: "två", "och 3?"."""
NICKNAME_ALONE = re.compile(rf"(?:och )?(?:{'|'.join(NICKNAMES)})(?: da| dar)*[ ?.!]*")
POINT_AND_NUMBER = re.compile(r"\bpunkt(?:en)?\s+(\d{1,2})\b(?!\.\d)")
NEIGHBOUR_NAMED = re.compile(
    r"(?:(?:och|men|ok|okej|da|sa) )*(?:nasta|foljande|forra|foregaende|next|previous)"
    r" (?:punkt(?:en)?|point)(?: da)?,"
)
"""A neighbour with what it is believed to be about after it: "nästa punkt då, organisationen?"."""
NTH_POINT = re.compile(rf"\b({NUMBER})\s+punkten\b")


def a_shown_one(elliptic: Elliptic) -> Understanding | None:
    """Ask for one of the points just shown ("den tredje av dem", "nr 2 i listan", "den sista")."""
    found, shown = elliptic.found, elliptic.before.points
    number = elliptic.place_among(len(shown))
    if len(shown) < 2 or number is None or found.commitments or found.points or found.phase:
        return None
    if elliptic.counts_steps or re.search(r"\bsteg|\bfas", elliptic.folded):
        return None
    if found.topic and not elliptic.begins_with_place:
        return None
    return replace(found, intent=Intent.POINTS, points=(shown[number - 1],))


def numbered_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for a point of the commitment under discussion ("punkt 4 då?", "3.7 om det")."""
    found, before = elliptic.found, elliptic.before
    if found.intent is Intent.TWO_READINGS and found.number:
        if int(found.number.partition(".")[0]) in before.commitments:
            return replace(found, intent=Intent.POINTS, points=(found.number,))
        return None
    if not before.commitments:
        return None
    if found.commitments:
        # After a point, "och tvåan?" is the second point of the same commitment.
        point = f"{before.commitments[0]}.{found.commitments[0]}"
        by_name = NICKNAME_ALONE.fullmatch(elliptic.folded)
        if by_name and before.last.intent is Intent.STEP and not elliptic.folded.startswith("och"):
            point = next(iter(before.points[found.commitments[0] - 1 :]), "")
        elif not by_name or before.last.intent is not Intent.POINTS:
            return None
        if before.guidance.point(point) is None:
            return None
        return replace(found, intent=Intent.POINTS, commitments=(), points=(point,))
    number = _number_of_point(elliptic)
    if number is None:
        return None
    points = tuple(f"{commitment}.{number}" for commitment in before.commitments)
    return replace(
        found, intent=Intent.POINTS, commitments=before.commitments, points=points, topic=""
    )


def _number_of_point(elliptic: Elliptic) -> int | None:
    if match := POINT_AND_NUMBER.search(elliptic.folded):
        return counted_in(match)
    nth = NTH_POINT.search(elliptic.folded)
    if nth and not (elliptic.found.topic and nth.start() > 0):
        return counted_in(nth)
    if elliptic.before.last.intent is not Intent.POINTS:
        return None
    alone = NUMBER_ALONE.fullmatch(elliptic.folded)
    return counted_in(alone) if alone else None


def neighbouring_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for the point before or after the last one ("och nästa?")."""
    found, last = elliptic.found, elliptic.before.last
    point = last.points[-1] if last.intent is Intent.POINTS else elliptic.before.first_point
    names_step = elliptic.found.phase or re.search(r"\bsteg|\bfas", elliptic.folded)
    says_point = (
        last.intent is Intent.POINTS
        or re.search(r"\bpunkt|\bpoint", elliptic.folded) is not None
        or (last.intent is Intent.OPEN and elliptic.moves_on != 0)
    )
    own_topic = found.topic and not NEIGHBOUR_NAMED.match(elliptic.folded)
    if point is None or not says_point or own_topic or found.commitments or names_step:
        return None
    commitment, _, number = point.partition(".")
    point = f"{commitment}.{int(number) + elliptic.move}"
    if not elliptic.move or elliptic.before.guidance.point(point) is None:
        return None
    return replace(found, intent=Intent.POINTS, points=(point,))
