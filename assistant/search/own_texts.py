"""Searches the texts of one holder: words by bm25s, meaning by Chroma, one ranking."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assistant.search.dense import VectorStore
from assistant.search.index import NEAREST, by_both
from assistant.search.lexical import WordIndex
from assistant.search.shelves import VectorShelves


@dataclass(frozen=True, slots=True)
class TextHit:
    """Texträff: the number of a text, its score, how much of the question it holds, its cosine."""

    number: int
    score: float
    coverage: float
    nearness: float


def ranked(
    text: str, words: WordIndex, vectors: VectorStore, shelves: VectorShelves, limit: int
) -> list[TextHit] | None:
    """The texts that fit a question best, best first; None when the vectors are gone."""
    nearest = shelves.nearest(vectors, text, NEAREST)
    if nearest is None:
        return None
    return list(_ranked(text, words, nearest, limit))


def _ranked(
    text: str, words: WordIndex, nearest: list[tuple[int, float]], limit: int
) -> Iterator[TextHit]:
    by_words = words.scores(text)
    if not by_words.any():
        return
    meaning, scores = by_both(by_words, nearest)
    coverage, _ = words.coverage(text)
    for number in np.argsort(-scores, kind="stable")[:limit]:
        row = int(number)
        yield TextHit(row, float(scores[row]), float(coverage[row]), float(meaning[row]))
