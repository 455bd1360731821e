"""The rows of a Word file's tables, each cell below the head of its column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from assistant.domain.documents import TableRow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_COLUMNS = 63
"""Word has no more."""

Element = Any


@dataclass(frozen=True, slots=True)
class Written:
    """Skrivet stycke: a paragraph's element, where its text begins in the whole text, and the text."""

    element: Element
    start: int
    text: str


def table_rows(body: Element, written: Sequence[Written]) -> Iterator[TableRow]:
    """The rows below the first of each table, where every column is told by the file.

    A cell that goes on from the row above has its text. A row with a cell over several columns, or with
    a table in a cell, is none of these: what its cells belong to would be a guess.
    """
    paragraphs = {one.element: one for one in written}
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        heads = [_text(_own(cell, paragraphs)) for cell in _cells(rows[0])] if rows else []
        if len(heads) > 1 and all(heads):
            yield from _below(tuple(heads), rows[1:], paragraphs)


def _below(
    heads: tuple[str, ...], rows: Sequence[Element], paragraphs: dict[Element, Written]
) -> Iterator[TableRow]:
    above: list[str] = []
    for row in rows:
        cells = _cells(row)
        if len(cells) != len(heads):
            above = []
            continue
        own = [_own(cell, paragraphs) for cell in cells]
        texts = [
            above[at] if above and _goes_on(cell) else _text(own[at])
            for at, cell in enumerate(cells)
        ]
        above = texts
        spoken = [one for held in own for one in held if one.text.strip()]
        if spoken:
            end = spoken[-1].start + len(spoken[-1].text)
            yield TableRow(spoken[0].start, end, heads, tuple(texts))


def _cells(row: Element) -> list[Element]:
    """The cells of a row; none where one is over several columns or holds a table."""
    cells = list(islice(row.findall(f"{W}tc"), MOST_COLUMNS))
    wide = row.find(f"{W}trPr/{W}gridBefore") is not None or any(
        cell.find(f"{W}tcPr/{W}gridSpan") is not None or cell.find(f".//{W}tbl") is not None
        for cell in cells
    )
    return [] if wide else cells


def _own(cell: Element, paragraphs: dict[Element, Written]) -> list[Written]:
    return [paragraphs[p] for p in cell.iter(f"{W}p") if p in paragraphs]


def _text(held: Sequence[Written]) -> str:
    return " ".join(" ".join(one.text for one in held).split())


def _goes_on(cell: Element) -> bool:
    """Whether a cell is one with the cell above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"
