"""One holder's folder: a pointer, and the generation of documents that it points at.

A change writes a new generation beside the old and then moves the pointer, so that a kill leaves the old
documents or the new. What a generation's folder is not pointed at by is removed by the next change, with
its vectors: the folder is there before they are, and names them.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from assistant.domain.own_documents import OwnDocument, OwnPassage
from assistant.own_documents import records
from assistant.search.dense import VectorStore
from assistant.search.lexical import WordIndex
from assistant.search.shelves import VectorShelves
from assistant.storage import write_whole

POINTER = "gällande"
TEXTS = "dokument.json"
VECTORS = "vektorer-"
"""Begins the name of a file for each collection that a generation has, whatever encoder made it."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Generation:
    """Generation: the documents of a holder as they are until the next change, ready to be searched."""

    name: str
    documents: tuple[OwnDocument, ...]
    passages: tuple[OwnPassage, ...]
    words: WordIndex
    vectors: VectorStore


def current(home: Path) -> str | None:
    """The name of the generation in force, if there is one."""
    try:
        return (home / POINTER).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def documents_in(home: Path, name: str, code: str) -> tuple[OwnDocument, ...]:
    """The documents of a generation; `FileNotFoundError` when it has been replaced."""
    return records.read((home / name / TEXTS).read_bytes(), code)


def opened(home: Path, name: str, code: str, shelves: VectorShelves) -> Generation | None:
    """A generation; `FileNotFoundError` when it has been replaced, None when its vectors are missing."""
    documents = documents_in(home, name, code)
    passages = tuple(own for document in documents for own in document.passages)
    vectors = shelves.opened(_collection(name, shelves), len(passages))
    if vectors is None:
        return None
    return Generation(name, documents, passages, WordIndex.from_folder(home / name), vectors)


def replace(
    home: Path,
    code: str,
    documents: Iterable[OwnDocument],
    shelves: VectorShelves,
    progress: Progress,
) -> None:
    """Put these documents in force instead of those that are."""
    sweep(home, shelves)
    kept = tuple(documents)
    if kept:
        name = f"{code}-{uuid4().hex}"
        (home / name).mkdir()
        (home / name / TEXTS).write_bytes(records.written(kept))
        WordIndex.build(_texts(kept)).save(home / name)
        write_vectors(home, name, kept, shelves, progress)
        write_whole(home / POINTER, name.encode())
    else:
        (home / POINTER).unlink(missing_ok=True)
    sweep(home, shelves)


def write_vectors(
    home: Path,
    name: str,
    documents: Iterable[OwnDocument],
    shelves: VectorShelves,
    progress: Progress,
) -> None:
    """Write the vectors of a generation."""
    collection = _collection(name, shelves)
    (home / name / f"{VECTORS}{collection}").touch()
    shelves.write(collection, _texts(documents), progress)


def sweep(home: Path, shelves: VectorShelves) -> None:
    """Remove every generation that is not in force, with its vectors."""
    kept = current(home)
    for folder in home.iterdir():
        if folder.is_dir() and folder.name != kept:
            for marker in folder.glob(f"{VECTORS}*"):
                shelves.remove(marker.name.removeprefix(VECTORS))
            shutil.rmtree(folder)
        elif folder.name.startswith(".skrivs-"):
            folder.unlink(missing_ok=True)


def _collection(name: str, shelves: VectorShelves) -> str:
    return f"{name}-{shelves.kind}"


def _texts(documents: Iterable[OwnDocument]) -> list[str]:
    return [
        f"{own.passage.heading}\n{own.passage.text}"
        for document in documents
        for own in document.passages
    ]
