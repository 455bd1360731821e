"""Writes the student as a sentence-transformers model with a byte for each number."""

from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer

from assistant.search.encoder import Vectors


def save(tokenizer: Tokenizer, table: Vectors, folder: Path) -> None:
    """Save in the standard layout, then replace the weights by bytes and a scale for each row.

    StaticEmbedding reads both forms; bytes are a quarter of the size, and cost nothing measurable.
    """
    table[0] = 0  # The unknown piece means nothing.
    module = StaticEmbedding(tokenizer, embedding_weights=table)
    SentenceTransformer(modules=[module], device="cpu").save(
        str(folder), create_model_card=False, safe_serialization=True
    )
    scale = np.maximum(np.abs(table).max(axis=1), 1e-9) / 127
    rounded = np.rint(table / scale[:, None]).astype(np.int8)
    save_file(
        {"embeddings": rounded, "weights": scale.astype(np.float32)},
        folder / "model.safetensors",
        metadata={"format": "pt"},
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
