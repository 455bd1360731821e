"""Files of SQLite: several processes may write, and a kill leaves every change whole or not there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from assistant.domain.errors import InputFault

PATIENCE = 10
"""Seconds to wait for another process that is writing."""


@contextmanager
def opened_database(
    path: Path, tables: str, advice: str, version: int = 0
) -> Iterator[sqlite3.Connection]:
    """The database of a file, made with `tables` (SQL) when it is new; committed when all went well.

    `InputFault` when the file cannot be used, or has a later `version` of its format than this program
    knows; `advice` is what the user can do about it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
            # What is removed is overwritten, not only forgotten.
            database.execute("PRAGMA secure_delete = ON")
            database.execute("PRAGMA foreign_keys = ON")
            (found,) = database.execute("PRAGMA user_version").fetchone()
            if found > version:
                raise InputFault(
                    f"Filen {path} är skriven av en nyare version av programmet. Uppdatera programmet."
                )
            for statement in tables.split(";"):
                database.execute(statement)
            if found < version:
                database.execute(f"PRAGMA user_version = {version:d}")
            yield database
    except (OSError, sqlite3.Error) as error:
        raise InputFault(f"Filen {path} går inte att använda ({error}). {advice}") from error


def stamp(moment: datetime) -> str:
    """A moment as it is kept, to the second: as texts they sort as the moments do."""
    return moment.isoformat(timespec="seconds")
