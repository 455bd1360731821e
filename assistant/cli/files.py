"""The files that a command is to write: whether their format is known, and JSON into one."""

import json
from collections.abc import Collection
from pathlib import Path

from assistant.domain.errors import InputFault, quoted
from assistant.published.outcomes import Json


def target_of(name: str | None, formats: Collection[str]) -> Path | None:
    """The file that is to be written, if one is named; `InputFault` where its format is not among these."""
    if name is None:
        return None
    path = Path(name)
    if path.suffix.lower() not in formats:
        known = ", ".join(formats)
        raise InputFault(
            f"Filen {quoted(name)} har ett filslag som inte går att skriva. Välj {known}."
        )
    return path


def write_json(target: Path, record: Json) -> None:
    """Write a JSON object that a person may go on with."""
    from assistant.export.files import write_file  # noqa: PLC0415  python-docx is slow

    write_file(target, (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
