"""Cuts the lines of a column into its paragraphs: numbered points, bullets and plain ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.ingestion.stretches import Row, Stretch, usual_leading

MARKS = "-–—•●○▪◦·*‣▫■□"
MARKED = re.compile(rf"(?P<mark>[{re.escape(MARKS)}])\s*(?P<text>\S.*)?")
NEXT_PARAGRAPH = 1.2
"""Times the usual leading."""
INDENT = 2.0
"""Points."""
ENDS = (".", ":", ";", "?", "!")


@dataclass(slots=True)
class Item:
    """Stycke i en spalt: its mark or number, the left edge of the mark, and its lines without it."""

    mark: str
    x: float
    rows: list[Row] = field(default_factory=list)
    unsure: str | None = None
    """Why it may be no paragraph of its own."""


class Paragraphs:
    """Styckeindelning: tells where paragraphs begin among the lines of one column or page."""

    def __init__(self, rows: Sequence[Row], leading: float = 0.0) -> None:
        self._rows = rows
        self._leading = leading or usual_leading((r.first.page, r.first.y) for r in rows)
        self.right = max((row.end for row in rows), default=0.0)
        """Where the longest line ends."""
        detached = {
            row.first.text for row in rows if len(row.stretches) > 1 and row.first.text in MARKS
        }
        self.detached_marks = frozenset(detached)

    def gap(self, at: int) -> bool:
        """Whether there is white space above a line."""
        before, row = self._rows[at - 1].first, self._rows[at].first
        return before.page == row.page and before.y - row.y > NEXT_PARAGRAPH * self._leading

    def had_room(self, at: int) -> bool:
        """Whether the first word of a line would have fitted in the line above it."""
        before, row = self._rows[at - 1], self._rows[at]
        word = re.split(r"[\s/-]", row.text, maxsplit=1)[0]
        letter = (row.end - row.first.x) / max(len(row.text), 1)
        return before.end + (len(word) + 1) * letter * 1.1 < self.right

    def begins(self, at: int) -> bool:
        """Whether a line that looks like the first of a paragraph may be one."""
        return (
            at == 0 or self.gap(at) or self.had_room(at) or ends_a_sentence(self._rows[at - 1].text)
        )

    def bullet(self, at: int, marks: frozenset[str]) -> tuple[bool, str | None]:
        """Whether a line that begins with a mark is a bullet, and why that is not sure.

        `marks` are those that stand apart from their text somewhere in the document.
        """
        row = self._rows[at]
        match = MARKED.match(row.text)
        if match is None or (match["text"] is None and len(row.stretches) == 1):
            return False, None
        if len(row.stretches) > 1 and row.first.text in MARKS:
            return True, None
        if at == 0 or self.gap(at):
            return True, None
        after = self._rows[at + 1] if at + 1 < len(self._rows) else None
        if (
            after
            and after.first.x > row.first.x + INDENT
            and not self.gap(at + 1)
            and MARKED.match(after.text) is None
        ):
            return True, None
        if marks:
            # Elsewhere marks stand apart from their text, so this is a dash in a sentence.
            tight = match["mark"] in marks and row.text[1:2].strip()
            return (
                (bool(tight), None)
                if not self.had_room(at)
                else (True, "tankstreck eller ny punkt")
            )
        before = self._rows[at - 1].text
        if self.had_room(at):
            return True, None if before.endswith(ENDS) else "tankstreck eller ny punkt"
        return before.endswith(ENDS), "tankstreck eller ny punkt"


def without_mark(row: Row, length: int) -> Row | None:
    """The row without its first characters, a mark or a number; None where nothing is left."""
    first, *rest = row.stretches
    left = first.text[length:].lstrip()
    if left:
        step = (first.end - first.x) * (len(first.text) - len(left)) / len(first.text)
        shortened = Stretch(
            first.page,
            left,
            first.x + step,
            first.end,
            first.y,
            first.size,
            first.bold,
            first.slanted,
        )
        return Row((shortened, *rest))
    return Row(tuple(rest)) if rest else None


def detached_marks(columns: Sequence[Sequence[Row]]) -> frozenset[str]:
    """The marks that stand apart from their text anywhere."""
    return frozenset(mark for rows in columns for mark in Paragraphs(rows).detached_marks)


def ends_a_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a heading of a list does."""
    return text.rstrip(" ”\"'’)").endswith(ENDS)
