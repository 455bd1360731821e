"""Where the vectors of own documents are kept: a collection each, in this process or at a Chroma server.

Chroma gets vectors and numbers only. What the documents say never leaves their own folders, so that
what is removed there is gone, whatever a store keeps of deleted rows.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

import chromadb
import httpx
from chromadb.api import ClientAPI
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from filelock import FileLock

from assistant.domain.errors import SettingsFault
from assistant.search import encoder as encoders
from assistant.search.dense import VectorStore, local_client
from assistant.search.encoder import Encoder
from assistant.search.key import encoder_key

Progress = Callable[[int, int], None]

PATIENCE = 30
"""Seconds to wait for another process that writes to the same files."""


class VectorShelves:
    """Vektorhyllor: collections by name, each written once and then read or removed."""

    def __init__(self, folder: Path, server: str | None, encoder_name: str | None) -> None:
        self._folder = folder
        self._server = server
        self._encoder_name = encoder_name
        self._opening = Lock()

    @property
    def kind(self) -> str:
        """What the vectors depend on besides the texts: a collection is named by it too."""
        return encoder_key(self._encoder_name)

    def write(self, name: str, texts: list[str], progress: Progress) -> None:
        """Write a collection of these texts; their numbers are the ids."""
        with self._writing():
            VectorStore.write(self._client, name, self._encoder, texts, progress)

    def opened(self, name: str, size: int) -> VectorStore | None:
        """A collection of that many texts; None when it is not there, or not whole."""
        with self._told():
            try:
                store = VectorStore.named(self._client, name, self._encoder)
            except NotFoundError:
                return None
            return store if store.size == size else None

    def nearest(self, store: VectorStore, text: str, limit: int) -> list[tuple[int, float]] | None:
        """The nearest texts and their cosine, best first; None when the collection is gone."""
        with self._told():
            try:
                return store.search(text, limit)
            except NotFoundError:
                return None

    def remove(self, name: str) -> None:
        """Remove a collection, if it is there."""
        with self._writing():
            try:
                self._client.delete_collection(name)
            except NotFoundError:
                return

    def scrub(self) -> None:
        """Overwrite what Chroma in this process keeps of removed collections; a server has its own way."""
        if self._server:
            return
        folder = self._folder / "chroma"
        with self._writing():
            file = folder / "chroma.sqlite3"
            with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as database:
                database.execute("PRAGMA secure_delete = ON")
                database.execute("VACUUM")
                kept = {row[0] for row in database.execute("SELECT id FROM segments")}
            for left in folder.iterdir():
                # Chroma deletes the rows of a collection and leaves the folder of its graph.
                if left.is_dir() and left.name not in kept:
                    shutil.rmtree(left)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time to files of Chroma; a server orders its writers itself."""
        with self._told():
            if self._server:
                yield
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / ".lås-chroma", timeout=PATIENCE * 4):
                yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A server that does not answer is one sentence."""
        try:
            yield
        except (httpx.HTTPError, ChromaError, ValueError) as error:
            if self._server is None:
                raise
            raise SettingsFault(
                f"Chroma-servern {self._server} svarar inte som den ska ({type(error).__name__}). "
                "Starta den, eller rätta inställningen KLIMATKONTRAKT_CHROMA."
            ) from error

    @property
    def _client(self) -> ClientAPI:
        with self._opening:
            return self._opened_client

    @cached_property
    def _opened_client(self) -> ClientAPI:
        if self._server is None:
            return local_client(self._folder)
        address = urlsplit(self._server)
        secure = address.scheme == "https"
        return chromadb.HttpClient(
            host=address.hostname or "",
            port=address.port or (443 if secure else 80),
            ssl=secure,
            settings=Settings(anonymized_telemetry=False),
        )

    @property
    def _encoder(self) -> Encoder:
        with self._opening:
            return self._opened_encoder

    @cached_property
    def _opened_encoder(self) -> Encoder:
        return encoders.load(self._encoder_name)
