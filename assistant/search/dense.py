"""The vector store: one persistent Chroma collection an index."""

from collections.abc import Callable
from pathlib import Path

import chromadb
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.config import Settings

from assistant.search.encoder import Encoder

COLLECTION = "passages"
BATCH = 64
CANDIDATES = 600
"""What Chroma weighs for a search. With its 100 it missed one of the hundred nearest entries of the guidance
for a quarter of 1,788 development questions, and others after each build; with 600 none for 800 of them, in
0.1 ms more."""


class VectorStore:
    """The entries of the index as vectors; an entry's id is its number."""

    def __init__(self, collection: chromadb.Collection, encoder: Encoder) -> None:
        self._collection = collection
        self._encoder = encoder

    @classmethod
    def build(
        cls, folder: Path, encoder: Encoder, texts: list[str], progress: Callable[[int, int], None]
    ) -> None:
        """Write a new collection into `folder` and let go of it."""
        client = local_client(folder)
        try:
            cls.write(client, COLLECTION, encoder, texts, progress)
        finally:
            client.close()

    @classmethod
    def write(
        cls,
        client: ClientAPI,
        name: str,
        encoder: Encoder,
        texts: list[str],
        progress: Callable[[int, int], None],
    ) -> None:
        """Write a collection; of the texts only the vectors are kept there."""
        collection = client.get_or_create_collection(
            name,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": CANDIDATES}},
        )
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            collection.upsert(
                ids=[str(number) for number in range(start, start + len(batch))],
                embeddings=encoder.encode(batch),
            )
            progress(start + len(batch), len(texts))

    @classmethod
    def from_folder(cls, folder: Path, encoder: Encoder) -> "VectorStore":
        """Open what `build` wrote."""
        return cls.named(local_client(folder), COLLECTION, encoder)

    @classmethod
    def named(cls, client: ClientAPI, name: str, encoder: Encoder) -> "VectorStore":
        """Open what `write` wrote; Chroma's `NotFoundError` when it is not there."""
        return cls(client.get_collection(name, embedding_function=None), encoder)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self._collection.count()

    def search(self, text: str, limit: int) -> list[tuple[int, float]]:
        """The nearest entries and their cosine, best first."""
        vector = self._encoder.encode([text])
        if not vector.any():
            return []
        found = self._collection.query(
            query_embeddings=vector, n_results=limit, include=["distances"]
        )
        distances = found["distances"] or [[]]
        return [
            (int(number), 1 - distance)
            for number, distance in zip(found["ids"][0], distances[0], strict=True)
        ]


def local_client(folder: Path) -> Client:
    """Chroma in this process, with its files in `folder`."""
    client = chromadb.PersistentClient(
        str(folder / "chroma"), settings=Settings(anonymized_telemetry=False)
    )
    if not isinstance(client, Client):
        raise TypeError(f"expected a {Client!r}, got {type(client)!r}")
    return client
