"""The editions that lie side by side in a folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.guidance.reading import read_records
from assistant.guidance.records import EditionRecord
from assistant.settings import shipped

FILE = "edition.yaml"


@dataclass(frozen=True, slots=True)
class Shelved:
    """Utgåva i en mapp: where an edition lies, and what it says of itself; its texts are not read."""

    folder: Path
    record: EditionRecord


def editions_beside(edition: Path) -> Iterator[Shelved]:
    """The editions beside the one in that folder, and those that come with the program."""
    for home in dict.fromkeys((edition.parent.resolve(), shipped("corpus").resolve())):
        yield from editions_in(home)


def editions_in(folder: Path) -> Iterator[Shelved]:
    """The editions in a folder, by contract, the oldest first; `CorpusFault` for one that is not whole."""
    found = [
        Shelved(path.parent, read_records(path, EditionRecord))
        for path in folder.glob(f"*/{FILE}")
        # A hidden folder is one that is being written.
        if not path.parent.name.startswith(".")
    ]
    yield from sorted(found, key=lambda one: (one.record.contract, one.record.year, one.record.id))
