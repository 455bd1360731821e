"""Commitments named by what they are about: "styrningsåtagandet", "det digitala åtagandet"."""

import re
from collections.abc import Iterator

from assistant.domain.guidance import Commitment, Guidance
from assistant.search.analysis import FOLDED_STOP_WORDS, fold, stem, words

SHORTEST = 5
"""Letters that two words must share from their beginning to be about the same."""


def named_by_matter(folded: str, guidance: Guidance) -> dict[str, int]:
    """The commitments whose titles alone have a word like the one before "åtagandet": word and number.

    What fits the titles of several, such as "klimatåtagandet", names none.
    """
    the = re.escape(fold(guidance.edition.nouns.the))
    compound = re.compile(rf"\b(\w{{{SHORTEST},}}?)s?-?(?:{the}s?|atagandets?|delen)\b")
    described = re.compile(rf"\bdet (\w{{{SHORTEST},}}) (?:{the}|atagandet)\b")
    about = re.compile(
        rf"\b(?:{the}|atagandet|den) (?:om|kring|for|som (?:ror|galler|handlar om)) (\w{{{SHORTEST},}})\b"
    )
    found: dict[str, int] = {}
    for pattern in (compound, described, about):
        for match in pattern.finditer(folded):
            numbers = {c.number for c in guidance.commitments if _is_about(c, match.group(1))}
            if len(numbers) == 1:
                found |= dict.fromkeys(words(match.group()), numbers.pop())
    return found


def about_alone(topic: str, guidance: Guidance) -> int | None:
    """The commitment whose title alone has a word like one of these; None where there is no such one."""
    matter = [word for word in words(topic) if len(word) >= SHORTEST]
    numbers = {c.number for c in guidance.commitments if any(_is_about(c, word) for word in matter)}
    return numbers.pop() if len(numbers) == 1 else None


def _is_about(commitment: Commitment, word: str) -> bool:
    return any(_alike(word, other) for other in _telling(commitment))


def _telling(commitment: Commitment) -> Iterator[str]:
    """The words of the title that may tell it from the others."""
    for word in words(fold(commitment.title)):
        if len(word) >= SHORTEST and word not in FOLDED_STOP_WORDS:
            yield word


def _alike(one: str, other: str) -> bool:
    """Whether one word begins with the other's stem."""
    first, second = stem(one), stem(other)
    shorter = min(len(first), len(second))
    return shorter > SHORTEST and first[:shorter] == second[:shorter]
