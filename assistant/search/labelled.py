"""Labelled questions: how those that mean nearly the same, and those that are also put alike, have gone.

The k nearest neighbours of a question among questions of which is known whether the guidance answers them
(Cover & Hart 1967), weighed by their cosine. What is near in meaning is about the same matter but may ask
for something else of it: "Vem granskar klimatbudgeten?" and "Vad är en klimatbudget?". So the second
time a neighbour must be put alike too; it weighs by the product of both cosines. Those beside the passages
and the topics not covered are labelled by where they stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passages import LabelledQuestion, Passage
from assistant.search.encoder import Encoder, Vectors
from assistant.search.phrase_table import PhraseTable
from assistant.search.views import Entry

VECTORS, LABELS = "labelled.npy", "labels.npy"
NEIGHBOURS = 5
"""Of 3 to 30 the best on the development questions, and no worse on newer ones."""
ALIKE = 20
"""Of 10 to 40 there is little to choose (development, unanswerable refused: 0.973 to 0.974)."""
SHARPNESS = 3
"""Power of the weight of a neighbour that is put alike (of 1 to 6, 0.972 to 0.976)."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How labelled questions near a question have gone, between -1 (none answered) and 1 (all)."""

    near: float = 0.0
    """Those nearest in meaning, weighed by their nearness."""
    alike: float = 0.0
    """Those nearest in meaning and in how they are put, weighed by both."""


def labelled_in(entries: Iterable[Entry]) -> Iterator[LabelledQuestion]:
    """The questions that stand beside what they ask for."""
    for entry in entries:
        for question in entry.questions:
            yield LabelledQuestion(question, answered=isinstance(entry.target, Passage))


class LabelledIndex:
    """Labelled questions as vectors, a row each, and as phrases."""

    def __init__(
        self, encoder: Encoder, vectors: Vectors, phrases: PhraseTable, labels: NDArray[np.float32]
    ) -> None:
        self._encoder = encoder
        self._vectors = vectors
        self._phrases = phrases
        self._labels = labels

    @classmethod
    def build(cls, folder: Path, encoder: Encoder, labelled: Sequence[LabelledQuestion]) -> None:
        """Write vectors and phrases into `folder`, and what became of each question: 1 answered, -1 not."""
        texts = [one.question for one in labelled]
        np.save(folder / VECTORS, encoder.encode(texts))
        PhraseTable.build(folder, texts)
        labels = [1 if one.answered else -1 for one in labelled]
        np.save(folder / LABELS, np.array(labels, dtype=np.float32))

    @classmethod
    def from_folder(cls, folder: Path, encoder: Encoder) -> "LabelledIndex":
        """Open what `build` wrote."""
        labels = np.load(folder / LABELS)
        phrases = PhraseTable.from_folder(folder, len(labels))
        return cls(encoder, np.load(folder / VECTORS, mmap_mode="r"), phrases, labels)

    def neighbours(self, text: str) -> Neighbours:
        """How the nearest have gone; 0 without any."""
        if not len(self._labels):
            return Neighbours()
        cosines = np.maximum(self._vectors @ self._encoder.encode([text])[0], 0)
        near = _highest(cosines, NEIGHBOURS)
        both = cosines * self._phrases.cosines(text)
        alike = _highest(both, ALIKE)
        weights = both[alike] ** SHARPNESS
        total = float(weights.sum())
        return Neighbours(
            near=float((cosines[near] * self._labels[near]).mean()),
            alike=float(weights @ self._labels[alike]) / total if total else 0.0,
        )


def _highest(values: Vectors, count: int) -> NDArray[np.intp]:
    return np.argpartition(-values, min(count, len(values) - 1))[:count]
