"""The port of the dense side, and which encoder stands behind it."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors of length one, so that a dot product is a cosine."""

    def encode(self, texts: list[str]) -> Vectors:
        """One row for each text, in order; a text without a known piece is a row of zeros."""
        ...


def load(name: str | None) -> Encoder:
    """The named sentence-transformers model, or the one that is shipped."""
    if name is not None:
        from assistant.search.transformer_encoder import TransformerEncoder  # noqa: PLC0415  6 s

        return TransformerEncoder.from_name(name)
    from assistant.search.static_encoder import SHIPPED, StaticEncoder  # noqa: PLC0415

    return StaticEncoder.from_folder(SHIPPED)
