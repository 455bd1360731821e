"""Keeps opinions in one file of the data folder: one an answer and person, the latest."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from assistant.storage import opened_database, stamp

FILE = "feedback.sqlite3"
TABLE = """
CREATE TABLE IF NOT EXISTS opinions (
    answer TEXT NOT NULL,
    asker TEXT NOT NULL,
    at TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (answer, asker)
)
"""
ADVICE = "Flytta filen. Omdömen sparas då i en ny."


@dataclass(frozen=True)
class Feedback:
    """Återkoppling: the opinions of answers; those older than `days` are removed.

    `answer` names one answer in one dialogue; `asker` is who asked, "" where nobody says who they are.
    """

    folder: Path
    days: int

    def keep(self, answer: str, asker: str, entry: dict[str, Any]) -> None:
        """Keep an opinion, instead of the one that the same person had of the same answer."""
        with self._open() as database:
            database.execute(
                "INSERT OR REPLACE INTO opinions (answer, asker, at, entry) VALUES (?, ?, ?, ?)",
                (answer, asker, stamp(datetime.now(UTC)), json.dumps(entry, ensure_ascii=False)),
            )

    def withdraw(self, answer: str, asker: str) -> None:
        """Remove the opinion that a person had of an answer."""
        with self._open() as database:
            database.execute("DELETE FROM opinions WHERE answer = ? AND asker = ?", (answer, asker))

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every opinion that is not too old, the oldest first."""
        with self._open() as database:
            rows = database.execute("SELECT at, asker, entry FROM opinions ORDER BY at, rowid")
            for at, asker, entry in rows.fetchall():
                yield {"at": at, "asker": asker, **json.loads(entry)}

    def clear(self) -> int:
        """Remove every opinion; how many there were."""
        with self._open() as database:
            return database.execute("DELETE FROM opinions").rowcount

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file without what is too old."""
        with opened_database(self.folder / FILE, TABLE, ADVICE) as database:
            oldest = datetime.now(UTC) - timedelta(days=self.days)
            database.execute("DELETE FROM opinions WHERE at < ?", (stamp(oldest),))
            yield database
