"""What a text under review may call a commitment: as its edition does, or an åtagande."""

import re
from collections.abc import Iterable

from assistant.domain.nouns import Nouns


def one_commitment(nouns: Nouns) -> str:
    """A pattern for the noun as it stands before a number."""
    return _any_of({nouns.one, "åtagande"})


def the_commitment(nouns: Nouns) -> str:
    """A pattern for the noun as it begins a label."""
    return _any_of({nouns.one, nouns.the, "åtagande", "åtagandet"})


def any_form(nouns: Nouns) -> str:
    """A pattern for every form of the noun."""
    own = {nouns.one, nouns.the, nouns.many, nouns.those}
    return _any_of(own | {"åtagande", "åtagandet", "åtaganden", "åtagandena"})


def _any_of(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
