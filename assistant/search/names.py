"""Names in a question: of a municipality, a standard, a company that the guidance never mentions."""

import re
from collections.abc import Container, Iterable

from assistant.domain.passages import Passage
from assistant.search.analysis import FOLDED_STOP_WORDS, WORD, fold, words

SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*)\W*\w+")


def words_of(passages: Iterable[Passage]) -> frozenset[str]:
    """The guidance's own words; those beside a passage name all sorts of things."""
    texts = (f"{passage.context} {passage.text}" for passage in passages)
    return frozenset(fold(word) for text in texts for word in words(text))


def holds_unknown_name(text: str, known: Container[str]) -> bool:
    """Whether a word inside a sentence has a capital and is none of the words that are known.

    >>> holds_unknown_name("Vilka åtaganden valde Malmö?", {"ataganden"})
    True
    """
    within = SENTENCE_START.sub(" ", text)
    return any(
        word[0].isupper() and fold(word.lower()) not in known
        for word in WORD.findall(within)
        if fold(word.lower()) not in FOLDED_STOP_WORDS
    )
