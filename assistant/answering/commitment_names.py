"""Commitments named by what they are about: "styrningsåtagandet", "det digitala åtagandet"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.domain.guidance import Commitment, Guidance
from assistant.search.analysis import FOLDED_STOP_WORDS, fold, shared_start, stem, words

SHORTEST = 5
"""Letters of a stem that another word must begin with to be about the same."""
ROOT = 7
"""Letters with which two words of one root begin, such as "kompensation" and "kompenserande"."""


def named_by_matter(folded: str, guidance: Guidance) -> dict[str, int]:
    """The commitments whose titles alone have a word like the one before "åtagandet": word and number.

    What fits the titles of several, such as "klimatåtagandet", names none.
    """
    found: dict[str, int] = {}
    for pattern in _patterns(fold(guidance.edition.nouns.the)):
        for match in pattern.finditer(folded):
            if number := about_alone(match.group(1), guidance):
                found |= dict.fromkeys(words(match.group()), number)
    return found


@lru_cache
def _patterns(noun: str) -> tuple[re.Pattern[str], ...]:
    """How a matter stands before or after the edition's noun, "atagandet"."""
    the, matter = re.escape(noun), rf"(\w{{{SHORTEST},}})"
    return (
        re.compile(rf"\b(\w{{{SHORTEST},}}?)s?-?(?:{the}s?|atagandets?|delen)\b"),
        re.compile(rf"\b(\w{{{SHORTEST},}})s (?:{the}|atagandet)\b"),
        re.compile(rf"\bdet {matter} (?:{the}|atagandet)\b"),
        re.compile(
            rf"\b(?:{the}|atagandet|den) (?:om|kring|for|som (?:ror|galler|handlar om)) {matter}\b"
        ),
    )


def matter_of(word: str, guidance: Guidance) -> str:
    """What a commitment is about that people name in one word, "pengaatagandet"; nothing for other words."""
    match = re.fullmatch(rf"(\w{{3,}}?)s?-?{re.escape(fold(guidance.edition.nouns.the))}", word)
    return match.group(1) if match else ""


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
    """Whether one word begins with the other's stem, or both with the same long root."""
    first, second = stem(one), stem(other)
    lengths = sorted((len(first), len(second)))
    shared = shared_start(first, second)
    return (shared > ROOT and 5 * shared > 3 * lengths[1]) or SHORTEST < shared == lengths[0]
