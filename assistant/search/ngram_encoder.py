"""A static encoder fitted on the corpus itself: character pieces, tf-idf, truncated SVD.

This is latent semantic analysis (Deerwester et al. 1990) over character n-grams. It needs no
download, no torch and no training data; what it adds to the words is measured in `make bench`.
"""

from collections import Counter
from pathlib import Path

import numpy as np

from assistant.search.analysis import content_words, fold
from assistant.search.encoder import Vectors

DIMENSIONS = 256
SIZES = (3, 4, 5)


class NgramEncoder:
    """A table of pieces: each has a weight (its idf) and a direction (its row of the SVD)."""

    def __init__(self, pieces: dict[str, int], table: Vectors) -> None:
        self._pieces = pieces
        self._table = table

    @classmethod
    def fit(cls, texts: list[str]) -> "NgramEncoder":
        """Fit on the texts that will be searched; the same texts give the same encoder."""
        from sklearn.decomposition import TruncatedSVD  # noqa: PLC0415  1.6 s, only when building
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415  likewise

        vectorizer = TfidfVectorizer(analyzer=_pieces_of, sublinear_tf=True, min_df=2)
        weighted = vectorizer.fit_transform(texts)
        dimensions = min(DIMENSIONS, min(weighted.shape) - 1)
        svd = TruncatedSVD(dimensions, random_state=0).fit(weighted)
        table = svd.components_.T * vectorizer.idf_[:, None]
        pieces = {str(piece): int(row) for piece, row in vectorizer.vocabulary_.items()}
        return cls(pieces, np.ascontiguousarray(table, dtype=np.float32))

    @classmethod
    def from_folder(cls, folder: Path) -> "NgramEncoder":
        """Read what `save` wrote."""
        names = (folder / "encoder-pieces.txt").read_text(encoding="utf-8").split("\n")
        table = np.load(folder / "encoder-table.npy", mmap_mode="r")
        return cls({name: row for row, name in enumerate(names)}, table)

    def save(self, folder: Path) -> None:
        """Write the table into `folder`."""
        names = sorted(self._pieces, key=lambda name: self._pieces[name])
        (folder / "encoder-pieces.txt").write_text("\n".join(names), encoding="utf-8")
        np.save(folder / "encoder-table.npy", self._table)

    def encode(self, texts: list[str]) -> Vectors:
        """Add up the directions of each text's pieces, and scale to length one."""
        vectors = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            counts = Counter(p for p in _pieces_of(text) if p in self._pieces)
            if counts:
                rows = [self._pieces[piece] for piece in counts]
                weights = 1 + np.log(np.fromiter(counts.values(), dtype=np.float32))
                vectors[row] = weights @ self._table[rows]
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def _pieces_of(text: str) -> list[str]:
    return [
        bordered[i : i + size]
        for word in content_words(text)
        for bordered in (f"<{fold(word)}>",)
        for size in SIZES
        for i in range(max(1, len(bordered) - size + 1))
    ]
