"""Reads the shipped encoder without torch: a table of pieces, a row for each.

`encoder_model` is a sentence-transformers model like any other, and gives the same vectors there; but
importing that takes six seconds, and adding up rows takes none. Its card says how it was trained.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from assistant.search.encoder import Vectors

SHIPPED = Path(__file__).parent / "encoder_model"
TABLE = SHIPPED / "model.safetensors"
TOKENIZER = SHIPPED / "tokenizer.json"
MODEL_FILES = (TABLE, TOKENIZER)
"""What the vectors depend on; the card beside them can be mended without building an index anew."""


class StaticEncoder:
    """A static model: the vector of a text is the sum of the rows of its pieces."""

    def __init__(
        self, tokenizer: Tokenizer, table: NDArray[np.int8], scale: NDArray[np.float32]
    ) -> None:
        self._tokenizer = tokenizer
        self._table = table
        self._scale = scale

    @classmethod
    def from_folder(cls, folder: Path) -> "StaticEncoder":
        """Read a static sentence-transformers model with a row of bytes and a scale for each piece."""
        tensors = load_file(folder / TABLE.name)
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER.name))
        return cls(tokenizer, tensors["embeddings"], tensors["weights"])

    def encode(self, texts: list[str]) -> Vectors:
        """Add up the rows of each text's pieces, and scale to length one."""
        vectors = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        encodings = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        for row, encoding in enumerate(encodings):
            vectors[row] = self._scale[encoding.ids] @ self._table[encoding.ids].astype(np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths == 0, 1, lengths), dtype=np.float32)
