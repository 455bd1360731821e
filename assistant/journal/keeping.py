"""A journal of what was asked and what came of it, for those who must be able to show it.

Off by default: it holds what people write. One file in the data folder, SQLite, so that several
processes can write to it and a kill leaves every entry whole or not there.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.storage import opened_database, stamp

FILE = "journal.sqlite3"
TABLE = """
CREATE TABLE IF NOT EXISTS entries (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    asker TEXT,
    entry TEXT NOT NULL
)
"""
ADVICE = "Flytta filen eller stäng av journalen med KLIMATKONTRAKT_JOURNAL=false."


@dataclass(frozen=True)
class Journal:
    """Journal: entries with the time and who asked; those older than `days` are removed."""

    folder: Path
    days: int

    def write(self, entry: dict[str, Any], asker: str | None) -> None:
        """Add an entry, and remove what is too old."""
        now = datetime.now(UTC)
        with self._open() as database:
            database.execute(
                "INSERT INTO entries (at, asker, entry) VALUES (?, ?, ?)",
                (stamp(now), asker, json.dumps(entry, ensure_ascii=False)),
            )
            self._remove_before(database, now - timedelta(days=self.days))

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every entry that is not too old, the oldest first."""
        with self._open() as database:
            self._remove_before(database, datetime.now(UTC) - timedelta(days=self.days))
            rows = database.execute("SELECT at, asker, entry FROM entries ORDER BY number")
            for at, asker, entry in rows.fetchall():
                yield {"at": at, "asker": asker, **json.loads(entry)}

    def clear(self) -> int:
        """Remove every entry; how many there were."""
        with self._open() as database:
            removed = database.execute("DELETE FROM entries").rowcount
        with self._open() as database:
            # What is deleted would otherwise stay in the file until it is written over.
            database.isolation_level = None
            database.execute("VACUUM")
        return removed

    @staticmethod
    def _remove_before(database: sqlite3.Connection, oldest: datetime) -> None:
        database.execute("DELETE FROM entries WHERE at < ?", (stamp(oldest),))

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return opened_database(self.folder / FILE, TABLE, ADVICE)
