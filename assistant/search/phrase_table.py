"""Which phrases each labelled question is made of, as a sparse matrix with a column for each phrase.

TF-IDF and its cosine (Salton & Buckley 1988), where a term is a phrase: a word, two neighbours, or a word
with what asks for it. Columns are found by hashing (Weinberger et al. 2009), so that no list of some
six hundred thousand phrases is read at the start.
"""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix

from assistant.search.phrasing import phrases_of

COLUMNS = 2**20
"""So many that two phrases of one question share a column in one of three hundred questions, though two in
five of the 600,000 phrases share theirs with a phrase of some other."""
STARTS, ROWS, VALUES = "phrase-starts.npy", "phrase-rows.npy", "phrase-values.npy"


class PhraseTable:
    """The phrases of many questions; a question's id is its number."""

    def __init__(self, table: csc_matrix) -> None:
        self._table = table
        self._rarity = _rarity(np.diff(table.indptr), table.shape[0])

    @classmethod
    def build(cls, folder: Path, texts: Sequence[str]) -> None:
        """Write the table into `folder`."""
        held = [_columns_of(text) for text in texts]
        rows = np.repeat(np.arange(len(held)), [len(columns) for columns in held])
        columns = np.concatenate(held) if held else np.zeros(0, dtype=np.int64)
        rarity = _rarity(np.bincount(columns, minlength=COLUMNS), len(held))[columns]
        lengths = np.sqrt(np.bincount(rows, weights=rarity**2, minlength=len(held)))
        values = (rarity / lengths[rows]).astype(np.float32)
        table = csc_matrix((values, (rows, columns)), shape=(len(held), COLUMNS))
        np.save(folder / STARTS, table.indptr)
        np.save(folder / ROWS, table.indices)
        np.save(folder / VALUES, table.data)

    @classmethod
    def from_folder(cls, folder: Path, size: int) -> "PhraseTable":
        """Open what `build` wrote of `size` questions."""
        parts = [np.load(folder / name, mmap_mode="r") for name in (VALUES, ROWS, STARTS)]
        return cls(csc_matrix(tuple(parts), shape=(size, COLUMNS)))

    def cosines(self, text: str) -> NDArray[np.float32]:
        """How alike each question is put, between 0 and 1, in order."""
        columns = _columns_of(text)
        weights = self._rarity[columns]
        length = np.sqrt((weights**2).sum())
        alike = self._table[:, columns] @ (weights / (length or 1))
        return np.asarray(alike, dtype=np.float32)


def _columns_of(text: str) -> NDArray[np.int64]:
    found = {crc32(phrase.encode()) % COLUMNS for phrase in phrases_of(text)}
    return np.array(sorted(found), dtype=np.int64)


def _rarity(counts: NDArray[np.int64], size: int) -> NDArray[np.float64]:
    """The inverse document frequency of each column."""
    return np.asarray(np.log((1 + size) / (1 + counts)) + 1)
