"""Questions about one of the examples just shown ("det första?", "den sista, vilka varor gällde det?")."""

from dataclasses import replace

from assistant.answering.elliptic import Elliptic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.references import references_in


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
