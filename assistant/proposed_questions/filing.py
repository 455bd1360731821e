"""The files of an edition's folder that hold its questions, to which records are added at the end.

What stands in a file already keeps its bytes: a person may have written it. Each record is written at
once and whole, so that a kill loses only the passage that was being asked about.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml
from filelock import FileLock

from assistant.domain.errors import CorpusFault, InputFault, quoted
from assistant.domain.passages import Passage, PassageKind
from assistant.guidance.records import Knowledge
from assistant.ingestion.writing import yaml_text
from assistant.storage import write_whole

FOLDER = "questions"
HEAD = (
    "# Frågor som varje stycke besvarar och vardagsord för innehållet, skrivna för sökningen.\n"
    "# Egna ord, inte vägledningens. passage är styckets id utan utgåva.\n"
)
FILES = {
    PassageKind.SECTION: "sections.yaml",
    PassageKind.TERM: "glossary.yaml",
    PassageKind.MILESTONE: "timeline.yaml",
}


def name_of(passage: Passage) -> str:
    """The passage as the files name it: without the edition."""
    return passage.id.partition("/")[2]


def file_of(passage: Passage) -> str:
    """The file of the folder `questions` where the questions of a passage stand."""
    return FILES.get(passage.kind) or f"commitment-{passage.commitment or 0:02d}.yaml"


def stands(folder: Path, passage: Passage) -> bool:
    """Whether something is written beside the passage by now, by a person or another run."""
    path = folder / FOLDER / file_of(passage)
    return path.is_file() and name_of(passage) in _names(_loaded(path.read_bytes(), path))


def add(folder: Path, file: str, records: Sequence[Knowledge]) -> int:
    """Add records to a file of an edition's questions; how many, since what is there by now is left."""
    path = folder / FOLDER / file
    with _writing(folder):
        path.parent.mkdir(exist_ok=True)
        before = path.read_bytes() if path.is_file() else HEAD.encode()
        known = _loaded(before, path)
        names = _names(known)
        new = [
            record.model_dump(mode="json", exclude_defaults=True)
            for record in records
            if record.passage not in names
        ]
        if not new:
            return 0
        after = b"".join(
            (before, b"" if before.endswith(b"\n") else b"\n", yaml_text(new).encode())
        )
        if not _is(after, [*known, *new], path):
            raise CorpusFault(
                f"{FOLDER}/{file}: det går inte att lägga till en post sist i filen. Skriv den som en "
                "lista, med ett streck längst till vänster framför varje post."
            )
        write_whole(path, after)
    return len(new)


def sweep(folder: Path) -> None:
    """Remove files that were being written when a run was killed."""
    with _writing(folder):
        for left in (folder / FOLDER).glob(".skrivs-*"):
            left.unlink(missing_ok=True)


def _is(content: bytes, expected: list[object], path: Path) -> bool:
    try:
        return _loaded(content, path) == expected
    except CorpusFault:
        return False


def _loaded(content: bytes, path: Path) -> list[object]:
    try:
        return list(yaml.load(content, Loader=yaml.CSafeLoader) or [])
    except (yaml.YAMLError, TypeError) as error:
        raise CorpusFault(f"{path.name}: filen är inte giltig YAML: {error}") from error


def _names(records: list[object]) -> set[object]:
    return {record.get("passage") for record in records if isinstance(record, dict)}


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """One writer at a time; the lock lies beside the folder, as when an edition is put in place."""
    try:
        with FileLock(folder.resolve().parent / ".lås"):
            yield
    except OSError as error:
        raise InputFault(
            f"Mappen {quoted(folder)} går inte att skriva i. Rätta rättigheterna, eller kopiera den till "
            "en annan plats."
        ) from error
