"""Mends misspelt words by those that the index knows, before they are searched for."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.search.analysis import FOLDED_STOP_WORDS, WORD, fold

SHORTEST = 5
"""Letters: a shorter word is one edit from too many others."""
LONG = 8
"""Letters from which two edits still leave most of a word, and another letter seldom makes another word:
"tårtan" is no slip for "kartan"."""
TRUSTED = 2
"""Texts that must hold a word for it to be how the word is spelt: a slip stands alone."""


class Spelling:
    """Stavning: the words of the index, folded, with how many texts hold each."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._known = frozenset(frequencies) | FOLDED_STOP_WORDS
        self._frequencies = {w: n for w, n in frequencies.items() if n >= TRUSTED and w.isalpha()}
        self._by_length: dict[int, list[str]] = {}
        for word in self._frequencies:
            self._by_length.setdefault(len(word), []).append(word)

    def mended(self, text: str) -> str:
        """The text with each unknown word exchanged for the nearest known, if one is near enough.

        Nearness is the optimal string alignment distance (Damerau 1964): letters dropped, added,
        exchanged, and two that have changed places.
        """
        return WORD.sub(lambda match: self._mended(match.group()), text)

    def _mended(self, word: str) -> str:
        folded = fold(word.lower())
        if len(folded) < SHORTEST or not folded.isalpha() or folded in self._known:
            return word
        long = len(folded) >= LONG
        edits = 2 if long else 1
        lengths = range(len(folded) - edits, len(folded) + edits + 1)
        candidates = [
            known
            for length in lengths
            for known in self._by_length.get(length, ())
            if known[0] == folded[0] and (long or not _another_letter(known, folded))
        ]
        near = process.extract(
            folded, candidates, scorer=OSA.distance, score_cutoff=edits, limit=None
        )
        if not near:
            return word
        return min(near, key=lambda found: (found[1], -self._frequencies[found[0]], found[0]))[0]


def _another_letter(one: str, other: str) -> bool:
    """Whether words of one length have different letters: none has only changed places."""
    return len(one) == len(other) and sorted(one) != sorted(other)
