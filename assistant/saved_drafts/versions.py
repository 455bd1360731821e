"""The versions of one draft in an open file: which is the present one, and how it moves between them."""

import sqlite3
from dataclasses import dataclass
from uuid import uuid4

from assistant.domain.errors import InputFault, UnknownDraft
from assistant.domain.saved_drafts import DraftContent, SavedDraft
from assistant.saved_drafts.tables import COLUMNS, content_in, revision_in, stamp, written

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Place:
    """Plats: which draft a window has open, in which version, and which window it is."""

    draft: str
    revision: int
    window: str


def present(database: sqlite3.Connection, owner: str, draft: str) -> SavedDraft:
    """The draft in its present version; every look-up asks for the owner."""
    row = database.execute(
        "SELECT name, present FROM drafts WHERE id = ? AND owner = ?", (draft, owner)
    ).fetchone()
    if row is None:
        raise UnknownDraft(
            "Utkastet finns inte. Det kan vara borttaget. Öppna ett annat ur listan."
        )
    return _read(database, draft, *row)


def version(database: sqlite3.Connection, draft: SavedDraft, number: int) -> SavedDraft:
    """The draft in another of its versions."""
    return _read(database, draft.id, draft.name, number)


def _read(database: sqlite3.Connection, draft: str, name: str, number: int) -> SavedDraft:
    row = database.execute(
        f"SELECT {COLUMNS}, redo, content FROM revisions WHERE draft = ? AND number = ?",  # noqa: S608  our own names
        (draft, number),
    ).fetchone()
    if row is None:
        raise InputFault("Versionen finns inte längre. Välj en annan ur listan.")
    *revision, redo, content = row
    later = database.execute(
        f"SELECT {COLUMNS} FROM revisions WHERE draft = ? AND number = ?",  # noqa: S608  our own names
        (draft, redo),
    ).fetchone()
    return SavedDraft(
        id=draft,
        name=name,
        revision=revision_in(revision),
        content=content_in(content),
        redo=revision_in(later) if later else None,
    )


def new_id() -> str:
    """An id for a draft, which nobody can guess."""
    return uuid4().hex


def taken(database: sqlite3.Connection, draft: str) -> bool:
    """Whether anybody has a draft of that id."""
    row = database.execute("SELECT 1 FROM drafts WHERE id = ?", (draft,)).fetchone()
    return row is not None


def exists(database: sqlite3.Connection, place: Place) -> bool:
    """Whether the version that a window has is still kept."""
    row = database.execute(
        "SELECT 1 FROM revisions WHERE draft = ? AND number = ?", (place.draft, place.revision)
    ).fetchone()
    return row is not None


def is_crossed(database: sqlite3.Connection, draft: SavedDraft, place: Place) -> bool:
    """Whether another window has made the present version since this one last saw the draft."""
    (window,) = database.execute("SELECT window FROM drafts WHERE id = ?", (draft.id,)).fetchone()
    return draft.revision.number != place.revision and window != place.window


def uncrossed(database: sqlite3.Connection, owner: str, place: Place) -> SavedDraft:
    """The draft in its present version; `InputFault` when another window has moved it."""
    draft = present(database, owner, place.draft)
    if is_crossed(database, draft, place):
        raise InputFault(
            "Utkastet har ändrats i ett annat fönster. Öppna det på nytt ur listan, och ångra sedan."
        )
    return draft


def add(  # noqa: PLR0913, PLR0917  the columns of a row
    database: sqlite3.Connection,
    draft: str,
    number: int,
    parent: int | None,
    what: str,
    content: DraftContent,
) -> None:
    """Write a version."""
    database.execute(
        "INSERT INTO revisions (draft, number, parent, at, what, content) VALUES (?, ?, ?, ?, ?, ?)",
        (draft, number, parent, stamp(), what, written(content)),
    )


def step(database: sqlite3.Connection, draft: str, number: int, window: str) -> None:
    """Make a version the present one."""
    database.execute(
        "UPDATE drafts SET present = ?, window = ?, used = ? WHERE id = ?",
        (number, window, stamp(), draft),
    )


def continued(
    database: sqlite3.Connection,
    draft: SavedDraft,
    content: DraftContent,
    what: str,
    window: str,
) -> None:
    """Add a version that is made from the one that `draft` has, and make it the present one."""
    (last,) = database.execute(
        "SELECT MAX(number) FROM revisions WHERE draft = ?", (draft.id,)
    ).fetchone()
    add(database, draft.id, last + 1, draft.revision.number, what, content)
    step(database, draft.id, last + 1, window)


def pruned(database: sqlite3.Connection, draft: str, most: int) -> None:
    """Remove the oldest versions without a name when there are more than `most` of them.

    The present version and the one before it stay whatever their age. What was made from a version
    that goes is then made from the one before that, so that the way back stays whole.
    """
    rows = database.execute(
        "SELECT number FROM revisions WHERE draft = ?1 AND name IS NULL ORDER BY number DESC "
        "LIMIT -1 OFFSET ?2",
        (draft, most),
    ).fetchall()
    kept = database.execute(
        "SELECT r.number, r.parent FROM drafts d JOIN revisions r "
        "ON r.draft = d.id AND r.number = d.present WHERE d.id = ?",
        (draft,),
    ).fetchone()
    for (number,) in rows:
        if number in kept:
            continue
        parent, redo = database.execute(
            "SELECT parent, redo FROM revisions WHERE draft = ? AND number = ?", (draft, number)
        ).fetchone()
        database.execute(
            "UPDATE revisions SET parent = ? WHERE draft = ? AND parent = ?",
            (parent, draft, number),
        )
        database.execute(
            "UPDATE revisions SET redo = ? WHERE draft = ? AND redo = ?", (redo, draft, number)
        )
        database.execute("DELETE FROM revisions WHERE draft = ? AND number = ?", (draft, number))


def tidied(name: str) -> str:
    """A name on one line, not too long."""
    return " ".join(name.split())[:LONGEST_NAME]
