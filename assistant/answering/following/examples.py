"""Questions about one of the examples just shown ("det första?", "den sista, vilka varor gällde det?")."""

import re
from dataclasses import replace

from assistant.answering.following.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.patterns import EXAMPLE_WORDS, POINTING
from assistant.answering.references import references_in

HOLDS_EXAMPLES = re.compile(r"\bexempel(?:vis)?\b", re.IGNORECASE)


def examples_in_a_point(elliptic: Elliptic) -> Understanding | None:
    """Show the point again when examples are asked for and it gives its own ("exempel på det?")."""
    found, before = elliptic.found, elliptic.before
    asks = EXAMPLE_WORDS.search(elliptic.folded) and POINTING.search(elliptic.folded)
    named = found.commitments or found.points or found.phase or found.topic
    if not asks or named or len(before.shown) != 1 or before.first_point is None:
        return None
    point = before.guidance.point(before.first_point)
    if point is None or not HOLDS_EXAMPLES.search(point.text):
        return None
    return replace(found, intent=Intent.POINTS, points=(before.first_point,))


def a_shown_example(elliptic: Elliptic) -> Understanding | None:
    """Show the example that is meant by its place in the list."""
    found, listed = elliptic.found, elliptic.before.examples
    number = elliptic.place_among(len(listed))
    if number is None or len(listed) == 1 or elliptic.says_step:
        return None
    if found.commitments or found.points or found.phase:
        return None
    place = listed[number - 1]
    commitments = references_in(place, elliptic.before.guidance).commitments
    return replace(found, intent=Intent.EXAMPLES, commitments=commitments, among=frozenset({place}))
