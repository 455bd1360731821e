"""Word search: BM25 over the entries of the index, by bm25s."""

from functools import cached_property
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.search.analysis import content_words, fold, pieces, stem, terms
from assistant.search.spelling import Spelling

Scores = NDArray[np.float32]

KNOWN = 0.5
"""A word counts as present when at least this share of its pieces is: inflected or misspelt."""


class WordIndex:
    """A BM25 index over texts; a text's id is its number."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index
        # Slices of a mapped file are slow to make; as plain arrays they map the same file.
        self._starts = np.asarray(index.scores["indptr"])
        self._holding = np.asarray(index.scores["indices"])
        self._size = int(index.scores["num_docs"])

    @classmethod
    def build(cls, texts: list[str]) -> "WordIndex":
        """Index the texts in memory."""
        index = bm25s.BM25(method="lucene", k1=1.2, b=0.4)
        index.index([terms(text) for text in texts], show_progress=False)
        return cls(index)

    @classmethod
    def from_folder(cls, folder: Path) -> "WordIndex":
        """Read what `save` wrote."""
        return cls(bm25s.BM25.load(folder, mmap=True))

    def save(self, folder: Path) -> None:
        """Write the index into `folder`."""
        self._index.save(folder, show_progress=False)

    def scores(self, text: str) -> Scores:
        """The BM25 score of every text, in order; zeros where no term is known."""
        known = [term for term in terms(text) if term in self._index.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)

    @cached_property
    def spelling(self) -> Spelling:
        """The whole words of the texts, to mend misspelt ones by."""
        return Spelling(
            {
                term[1:]: int(self._starts[number + 1] - self._starts[number])
                for term, number in self._index.vocab_dict.items()
                if term.startswith("=")
            }
        )

    def coverage(self, text: str) -> tuple[Scores, float]:
        """How much of a question each text holds, and how much of it no text knows.

        The first is the share of the question's words, rare ones weighing more: a word weighs the
        mean inverse document frequency of its pieces. The second is the plain share of words.
        """
        held = np.zeros(self._size, dtype=np.float32)
        total = 0.0
        unknown = 0
        asked = content_words(text)
        for word in asked:
            folded = fold(word)
            parts = np.array([self._holders(piece) for piece in pieces(folded)])
            # Endings stand in every text: a piece counts by how rare it is.
            rarity = np.log1p(self._size / (1 + parts.sum(axis=1)))
            weight = float(rarity.mean())
            share = rarity @ parts / rarity.sum()
            share[share < KNOWN] = 0
            share[self._holders(f"={folded}") | self._holders(stem(word))] = 1
            unknown += not share.any()
            held += weight * share
            total += weight
        return (held / total if total else held), unknown / max(len(asked), 1)

    def _holders(self, term: str) -> NDArray[np.bool_]:
        held = np.zeros(self._size, dtype=np.bool_)
        number = self._index.vocab_dict.get(term)
        if number is not None:
            held[self._holding[self._starts[number] : self._starts[number + 1]]] = True
        return held
