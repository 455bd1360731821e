"""Labelled questions as vectors: how those that mean nearly the same have gone.

The k nearest neighbours of a question among questions of which is known whether the guidance answers them
(Cover & Hart 1967), weighed by their cosine. Those beside the passages and the topics not covered are
labelled by where they stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passages import LabelledQuestion, Passage
from assistant.search.encoder import Encoder, Vectors
from assistant.search.views import Entry

VECTORS, LABELS = "labelled.npy", "labels.npy"
NEIGHBOURS = 5
"""Of 3 to 30 the best on the development questions, and no worse on newer ones."""


def labelled_in(entries: Iterable[Entry]) -> Iterator[LabelledQuestion]:
    """The questions that stand beside what they ask for."""
    for entry in entries:
        for question in entry.questions:
            yield LabelledQuestion(question, answered=isinstance(entry.target, Passage))


class LabelledVectors:
    """Labelled questions as vectors, a row each."""

    def __init__(self, encoder: Encoder, vectors: Vectors, labels: NDArray[np.float32]) -> None:
        self._encoder = encoder
        self._vectors = vectors
        self._labels = labels

    @classmethod
    def build(cls, folder: Path, encoder: Encoder, labelled: Sequence[LabelledQuestion]) -> None:
        """Write the vectors into `folder`, and what became of each question: 1 answered, -1 not."""
        np.save(folder / VECTORS, encoder.encode([one.question for one in labelled]))
        labels = [1 if one.answered else -1 for one in labelled]
        np.save(folder / LABELS, np.array(labels, dtype=np.float32))

    @classmethod
    def from_folder(cls, folder: Path, encoder: Encoder) -> "LabelledVectors":
        """Open what `build` wrote."""
        return cls(encoder, np.load(folder / VECTORS, mmap_mode="r"), np.load(folder / LABELS))

    def answered_near(self, text: str) -> float:
        """The mean label of the nearest (1 answered, -1 not), weighed by nearness; 0 without any."""
        if not len(self._labels):
            return 0.0
        cosines = self._vectors @ self._encoder.encode([text])[0]
        nearest = np.argpartition(-cosines, min(NEIGHBOURS, len(cosines) - 1))[:NEIGHBOURS]
        return float((np.maximum(cosines[nearest], 0) * self._labels[nearest]).mean())
