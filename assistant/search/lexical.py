"""Word search: BM25 over the views of the passages, by bm25s."""

from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.search.analysis import terms


class WordIndex:
    """A BM25 index over texts; a text's id is its number."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index

    @classmethod
    def build(cls, texts: list[str]) -> "WordIndex":
        """Index the texts in memory."""
        index = bm25s.BM25(method="lucene", k1=1.2, b=0.5)
        index.index([terms(text) for text in texts], show_progress=False)
        return cls(index)

    @classmethod
    def from_folder(cls, folder: Path) -> "WordIndex":
        """Read what `save` wrote."""
        return cls(bm25s.BM25.load(folder, mmap=True))

    def save(self, folder: Path) -> None:
        """Write the index into `folder`."""
        self._index.save(folder, show_progress=False)

    def scores(self, text: str) -> NDArray[np.float32]:
        """The BM25 score of every text, in order; zeros where no term is known."""
        known = [term for term in terms(text) if term in self._index.vocab_dict]
        if not known:
            return np.zeros(self._index.scores["num_docs"], dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)
