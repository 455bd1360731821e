"""The port of the dense side, and which encoder stands behind it."""

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors of length one, so that a dot product is a cosine."""

    def encode(self, texts: list[str]) -> Vectors:
        """One row for each text, in order; a text without a known piece is a row of zeros."""
        ...


def fit_or_load(name: str | None, texts: list[str], folder: Path) -> Encoder:
    """The encoder for a new index: the named model, or one fitted on `texts` and kept in `folder`."""
    if name is not None:
        return _named(name)
    from assistant.search.ngram_encoder import NgramEncoder  # noqa: PLC0415  heavy to fit

    encoder = NgramEncoder.fit(texts)
    encoder.save(folder)
    return encoder


def load(name: str | None, folder: Path) -> Encoder:
    """The encoder of an index that stands in `folder`."""
    if name is not None:
        return _named(name)
    from assistant.search.ngram_encoder import NgramEncoder  # noqa: PLC0415

    return NgramEncoder.from_folder(folder)


def _named(name: str) -> Encoder:
    from assistant.search.transformer_encoder import TransformerEncoder  # noqa: PLC0415  6 s to import

    return TransformerEncoder.from_name(name)
