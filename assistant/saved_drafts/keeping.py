"""The saved drafts of each owner, in one file of SQLite: every change is a version, nothing is overwritten.

A kill at any moment leaves a change whole or not there. What an owner asks for by the id of another's
draft does not exist.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.domain.nouns import Nouns
from assistant.domain.saved_drafts import DraftContent, Revision, SavedDraft
from assistant.saved_drafts.changes import described
from assistant.saved_drafts.tables import COLUMNS, FORMAT, TABLES, revision_in, stamp
from assistant.saved_drafts.versions import (
    LONGEST_NAME,
    Place,
    add,
    continued,
    exists,
    is_crossed,
    new_id,
    present,
    pruned,
    step,
    taken,
    tidied,
    uncrossed,
    version,
)
from assistant.storage import opened_database

FILE = "utkast.sqlite3"
ADVICE = "Flytta filen, så börjar programmet en ny."
MOST = 300
"""Versions without a name that are kept of a draft; those with a name are kept until it is removed."""
NEW = "Nytt utkast"

Change = Callable[[DraftContent], DraftContent]


@dataclass(frozen=True)
class SavedDrafts:
    """Sparade utkast: those in a folder, each owner's by themselves."""

    folder: Path
    nouns: Nouns
    """What the edition in force calls its commitments, for what is said of a change."""
    most: int = MOST

    def listed(self, owner: str) -> tuple[SavedDraft, ...]:
        """Every draft of the owner, the one last used first."""
        with self._open() as database:
            rows = database.execute(
                "SELECT id FROM drafts WHERE owner = ? ORDER BY used DESC", (owner,)
            ).fetchall()
            return tuple(present(database, owner, draft) for (draft,) in rows)

    def opened(self, owner: str, draft: str) -> SavedDraft:
        """The draft, which is then the one last used."""
        with self._open() as database:
            found = present(database, owner, draft)
            database.execute("UPDATE drafts SET used = ? WHERE id = ?", (stamp(), draft))
            return found

    def created(
        self, owner: str, content: DraftContent, name: str = "", what: str = NEW, wanted: str = ""
    ) -> SavedDraft:
        """A new draft with that content as its first version; under the id `wanted` if nobody has it."""
        with self._open() as database:
            draft = wanted if wanted and not taken(database, wanted) else new_id()
            database.execute(
                "INSERT INTO drafts (id, owner, name, used, present, window) "
                "VALUES (?, ?, ?, ?, 1, '')",
                (draft, owner, tidied(name), stamp()),
            )
            add(database, draft, 1, None, what, content)
            return present(database, owner, draft)

    def changed(self, owner: str, place: Place, change: Change, what: str = "") -> SavedDraft:
        """The draft after a change, which is a new version if it changes anything.

        When another window has changed the draft since, the change is made to the version that this
        window has, and `crossed` is the other's; both are kept.
        """
        with self._open() as database:
            draft = present(database, owner, place.draft)
            crossed = None
            if is_crossed(database, draft, place) and exists(database, place):
                crossed = draft.revision
                draft = version(database, draft, place.revision)
            content = change(draft.content)
            if content == draft.content:
                return replace(draft, unchanged=True)
            what = what or described(draft.content, content, self.nouns)
            continued(database, draft, content, what, place.window)
            pruned(database, draft.id, self.most)
            return replace(present(database, owner, place.draft), crossed=crossed)

    def undone(self, owner: str, place: Place) -> SavedDraft:
        """The draft as it was before its present version; as it is when there is nothing before."""
        with self._open() as database:
            draft = uncrossed(database, owner, place)
            if draft.revision.parent is not None:
                database.execute(
                    "UPDATE revisions SET redo = ? WHERE draft = ? AND number = ?",
                    (draft.revision.number, draft.id, draft.revision.parent),
                )
                step(database, draft.id, draft.revision.parent, place.window)
            return present(database, owner, draft.id)

    def redone(self, owner: str, place: Place) -> SavedDraft:
        """The draft as it was before it was last undone; as it is when there is nothing to redo."""
        with self._open() as database:
            draft = uncrossed(database, owner, place)
            if draft.redo is not None:
                step(database, draft.id, draft.redo.number, place.window)
            return present(database, owner, draft.id)

    def returned(self, owner: str, place: Place, number: int, what: str) -> SavedDraft:
        """The draft with the content of an earlier version, as a new one."""
        content = self.content_of(owner, place.draft, number)
        with self._open() as database:
            draft = present(database, owner, place.draft)
            continued(database, draft, content, what, place.window)
            pruned(database, draft.id, self.most)
            return present(database, owner, place.draft)

    def renamed(self, owner: str, draft: str, name: str) -> SavedDraft:
        """The draft under another name; without one it is called by its municipality."""
        with self._open() as database:
            present(database, owner, draft)
            database.execute("UPDATE drafts SET name = ? WHERE id = ?", (tidied(name), draft))
            return present(database, owner, draft)

    def copied(self, owner: str, draft: str) -> SavedDraft:
        """A new draft with the present content of another."""
        before = self.opened(owner, draft)
        name = f"Kopia av {before.title}"[:LONGEST_NAME]
        return self.created(owner, before.content, name, f"Kopierade ”{before.title}”")

    def removed(self, owner: str, draft: str) -> SavedDraft:
        """Remove a draft and every version of it; what it was."""
        with self._open() as database:
            found = present(database, owner, draft)
            database.execute("DELETE FROM drafts WHERE id = ?", (draft,))
            return found

    def revisions(self, owner: str, draft: str) -> tuple[Revision, ...]:
        """Every version of a draft, the newest first."""
        with self._open() as database:
            present(database, owner, draft)
            rows = database.execute(
                f"SELECT {COLUMNS} FROM revisions WHERE draft = ? ORDER BY number DESC",  # noqa: S608  our own names
                (draft,),
            )
            return tuple(revision_in(row) for row in rows.fetchall())

    def content_of(self, owner: str, draft: str, number: int) -> DraftContent:
        """What a version holds."""
        with self._open() as database:
            return version(database, present(database, owner, draft), number).content

    def named(self, owner: str, draft: str, number: int, name: str) -> Revision:
        """A version under a name, by which it is kept; an empty name takes it away."""
        with self._open() as database:
            version(database, present(database, owner, draft), number)
            database.execute(
                "UPDATE revisions SET name = ? WHERE draft = ? AND number = ?",
                (tidied(name) or None, draft, number),
            )
            return version(database, present(database, owner, draft), number).revision

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with opened_database(self.folder / FILE, TABLES, ADVICE, FORMAT) as database:
            # What is read here decides what is written, so that nobody may write in between.
            database.execute("BEGIN IMMEDIATE")
            yield database
