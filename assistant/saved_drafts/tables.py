"""The tables of saved drafts, and the content of a draft as the JSON of a row."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import DraftContent, Revision

FORMAT = 1
"""The version of the file's format. Rows of earlier ones must stay readable when it is raised."""
TABLES = """
CREATE TABLE IF NOT EXISTS drafts (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    used TEXT NOT NULL,
    present INTEGER NOT NULL,
    window TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS drafts_of ON drafts (owner, used);
CREATE TABLE IF NOT EXISTS revisions (
    draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    parent INTEGER,
    redo INTEGER,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    name TEXT,
    content TEXT NOT NULL,
    PRIMARY KEY (draft, number)
)
"""
COLUMNS = "number, parent, at, what, name"
CONTENT = TypeAdapter(DraftContent)


def stamp() -> str:
    """Now; fine enough to tell which of two drafts was used last."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def written(content: DraftContent) -> str:
    """The content as JSON."""
    return CONTENT.dump_json(content).decode("utf-8")


def content_in(row: str) -> DraftContent:
    """The content of a row."""
    try:
        return CONTENT.validate_json(row)
    except ValidationError as error:
        raise InputFault(
            "En version av utkastet går inte att läsa, eftersom filen är skadad. Öppna en annan version."
        ) from error


def revision_in(row: Sequence[Any]) -> Revision:
    """The revision of a row with `COLUMNS`."""
    number, parent, at, what, name = row
    return Revision(number, parent, datetime.fromisoformat(at), what, name)
