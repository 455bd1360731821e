"""A point that is named by its place: "tredje punkten i åtagande 3", "den sista i Etablera"."""

import re

from assistant.answering.references import NUMBER, NUMBERS
from assistant.domain.guidance import Guidance, Phase

PLACE = (
    rf"(?P<but_one>nast sista|(?:next|second) to last)|(?P<last>sista|last)|(?P<number>{NUMBER})"
)
POINT_NOUN = r"(?:punkten|strecket|delpunkten|point|bullet|item)"
COUNTED_POINT = re.compile(rf"\b(?:{PLACE}) {POINT_NOUN}\b")
NUMBERED_POINT = re.compile(rf"\bpunkt(?:en)? (?:nr |nummer )?(?P<number>{NUMBER})\b(?!\.\d)")


def point_of(
    folded: str, commitments: tuple[int, ...], phase: Phase | None, guidance: Guidance
) -> str | None:
    """The point that a question names by its place in a commitment, or in a step of it; None for others."""
    if len(commitments) != 1 or (commitment := guidance.commitment(commitments[0])) is None:
        return None
    match = COUNTED_POINT.search(folded) or (NUMBERED_POINT.search(folded) if phase else None)
    points = [point.id for point in commitment.points if phase in {None, point.phase}]
    return counted_in(match, tuple(points)) if match else None


def counted_in(match: re.Match[str], points: tuple[str, ...]) -> str | None:
    """The point at the place that is named, counted from the first or the last; None beyond them."""
    named = match.groupdict()
    if said := named["number"]:
        number = int(said) if said.isdigit() else NUMBERS[said]
    else:
        number = len(points) - (1 if named.get("but_one") else 0)
    return points[number - 1] if 1 <= number <= len(points) else None
