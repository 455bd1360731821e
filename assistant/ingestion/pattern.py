"""The edition that serves as the pattern: what a new one is compared with and may take over."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.guidance.library import Library
from assistant.guidance.reading import read_records
from assistant.guidance.records import EditionRecord


@dataclass(frozen=True, slots=True)
class Pattern:
    """Mönsterutgåva: its folder, what it is, and its guidance."""

    folder: Path
    record: EditionRecord
    library: Library

    @classmethod
    def from_folder(cls, folder: Path) -> "Pattern":
        """Read and check the edition in `folder`."""
        record = read_records(folder / "edition.yaml", EditionRecord)
        return cls(folder, record, Library.from_folder(folder))

    def texts(self) -> Iterator[str]:
        """All that its guidance says; its words may stand in the next one too."""
        for passage in self.library.passages:
            yield passage.text
            yield passage.heading
