"""A point that is named by its place: "tredje punkten i åtagande 3", "den sista i Etablera"."""

import re

from assistant.answering.references import ORDINAL, POINT_OF_COMMITMENT, number_of
from assistant.domain.guidance import Guidance, Phase
from assistant.search.analysis import fold

PLACE = (
    rf"(?P<but_one>nast sista|(?:next|second) to last)|(?P<last>sista|last)|(?P<number>{ORDINAL})"
)
POINT_NOUN = r"(?:punkten|strecket|delpunkten|point|bullet|item)"
COUNTED_POINT = re.compile(rf"\b(?:{PLACE}) {POINT_NOUN}\b")


def point_of(
    folded: str, commitments: tuple[int, ...], phase: Phase | None, guidance: Guidance
) -> str | None:
    """The point that a question names by its place in a commitment, or in a step of it; None for others."""
    if len(commitments) != 1 or (commitment := guidance.commitment(commitments[0])) is None:
        return None
    points = tuple(point.id for point in commitment.points if phase in {None, point.phase})
    if match := COUNTED_POINT.search(folded):
        return point_at(match, points)
    match = POINT_OF_COMMITMENT.search(folded)
    return point_at(match, points) if match and phase and _beside(match, phase) else None


def _beside(match: re.Match[str], phase: Phase) -> bool:
    """Whether the step is named right before or after: "punkt 2 i Etablera", "Etablera, punkt 2"."""
    name, text = re.escape(fold(phase.key)), match.string
    after = re.match(rf"[ ,]*(?:(?:i|inom|under|in|of) )?(?:steget )?{name}", text[match.end() :])
    before = re.search(rf"\b{name}\w*[ ,:–-]+(?:steget[ ,]+)?$", text[: match.start()])
    return (after or before) is not None


def point_at(match: re.Match[str], points: tuple[str, ...]) -> str | None:
    """The point at the place that is named, counted from the first or the last; None beyond them."""
    named = match.groupdict()
    if said := named["number"]:
        number = number_of(said)
    else:
        number = len(points) - (1 if named.get("but_one") else 0)
    return points[number - 1] if 1 <= number <= len(points) else None
