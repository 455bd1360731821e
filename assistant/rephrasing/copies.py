"""Finds words of the guidance, or words close to them, in text that is not a quotation."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from assistant.rephrasing.words import written_words

RUN = 4
"""Words in a row: three are often the only way to name a thing, four are somebody's wording."""
LONGEST_RUN = 6
"""Words in a row that nobody writes by chance."""
SHARE = 0.5
"""The share of a sentence's runs that may stand in the guidance."""
FEWEST_WORDS = 8
"""Words of a sentence that is compared as a whole; a shorter one is like too much."""
LIKENESS = 82
"""Of 100, by rapidfuzz's partial ratio: a sentence of twelve words with two exchanged has some 85, while
sentences of drafts and answers that only share a subject stay under 75 (seen on the generated drafts)."""


class Copies:
    """Avskrifter: texts that may only stand as quotations."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [" ".join(_words(text)) for text in texts]
        self._runs = frozenset(run for text in self._texts for run in _runs(text.split(), RUN))
        self._long = frozenset(
            run for text in self._texts for run in _runs(text.split(), LONGEST_RUN)
        )

    def has(self, text: str) -> bool:
        """Whether the text takes over wording: in a row, in large part, or with words exchanged."""
        words = _words(text)
        if any(run in self._long for run in _runs(words, LONGEST_RUN)):
            return True
        runs = list(_runs(words, RUN))
        if runs and sum(run in self._runs for run in runs) / len(runs) > SHARE:
            return True
        if len(words) < FEWEST_WORDS:
            return False
        near = process.extractOne(
            " ".join(words), self._texts, scorer=fuzz.partial_ratio, score_cutoff=LIKENESS
        )
        return near is not None


def _words(text: str) -> list[str]:
    return [word.lower() for word in written_words(text)]


def _runs(words: list[str], length: int) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))
