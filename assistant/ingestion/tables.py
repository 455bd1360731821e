"""From the rows under a commitment's heading to the lines of each column of its table."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.columns import column_of, crossing, head_column, left_edges
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.furniture import TABLE_HEAD, Furniture
from assistant.ingestion.headings import Opening
from assistant.ingestion.stretches import Row, Stretch, rows_of

MOST_CROSSING = 0.03
"""The share of a table's stretches that may run over edges taken from another table."""


@dataclass(frozen=True, slots=True)
class Column:
    """Spalt: its header and its lines over all pages; `edge` is where it begins."""

    edge: float
    head: tuple[Row, ...]
    lines: tuple[Row, ...]

    @property
    def head_text(self) -> str:
        """The header on one line."""
        return " ".join(row.text for row in self.head)


@dataclass(frozen=True, slots=True)
class Table:
    """Åtagandetabell: one commitment as the PDF shows it; `after` are rows below that are no table."""

    opening: Opening
    columns: tuple[Column, ...]
    after: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A table before its headers are known: the stretches above the first point, and the others."""

    opening: Opening
    head: list[Stretch]
    body: list[Stretch]
    edges: tuple[float, ...]
    after: tuple[Row, ...]


def read_tables(found: Sequence[Opening], doubts: Doubts) -> tuple[list[Table], list[Furniture]]:
    """The tables with their columns; and the headers that are repeated on later pages."""
    cuts = [_cut(opening) for opening in found]
    usual = Counter(len(cut.edges) for cut in cuts).most_common(1)[0][0]
    cuts = [_with_usual_columns(cut, cuts, usual, doubts) for cut in cuts]
    heads = [_usual_head([_head_rows(cut, at) for cut in cuts]) for at in range(usual)]
    repeated: list[Furniture] = []
    tables = []
    for cut in cuts:
        _note_crossing(cut, heads, doubts)
        columns = tuple(
            _column(cut, at, heads[at] if at < usual else "", repeated)
            for at in range(len(cut.edges))
        )
        tables.append(Table(cut.opening, columns, cut.after))
    return tables, repeated


def _cut(opening: Opening) -> _Cut:
    point = re.compile(rf"{opening.number}\.\d+(?!\d)")
    stretches = [s for row in opening.rows for s in row.stretches]
    first = min((s for s in stretches if point.match(s.text)), key=lambda s: s.order)
    head = [s for s in stretches if (s.page, -s.y) < (first.page, -first.y - first.size * 0.5)]
    rest = [s for s in stretches if s not in head]
    edges = left_edges(rest, head)
    end = _end_of_table(opening.rows, edges, first)
    body = [s for row in opening.rows[:end] for s in row.stretches if s not in head]
    if end < len(opening.rows):
        edges = left_edges(body, head)
    return _Cut(opening, head, body, edges, tuple(opening.rows[end:]))


def _end_of_table(rows: Sequence[Row], edges: Sequence[float], first: Stretch) -> int:
    """Where text begins that runs over the columns, after the table; the number of rows if none."""
    points = [at for at, row in enumerate(rows) if any(s == first for s in row.stretches)]
    for at in range(points[0] + 1 if points else 0, len(rows)):
        row = rows[at]
        over = [s for s in row.stretches if sum(s.x < edge < s.end for edge in edges) > 1]
        if len(row.stretches) == 1 and over:
            return at
    return len(rows)


def _with_usual_columns(cut: _Cut, cuts: Sequence[_Cut], usual: int, doubts: Doubts) -> _Cut:
    """The columns of the nearest table that has the usual number, where they fit this one too."""
    if len(cut.edges) == usual:
        return cut
    others = sorted(
        (other for other in cuts if len(other.edges) == usual),
        key=lambda other: abs(other.opening.number - cut.opening.number),
    )
    everything = [*cut.body, *cut.head]
    place = f"åtagande {cut.opening.number}"
    for other in others:
        if len(crossing(everything, other.edges)) <= MOST_CROSSING * len(everything):
            doubts.add(
                DoubtKind.COLUMNS,
                cut.opening.heading[0].first,
                place,
                cut.opening.title,
                f"Tabellens spalter gick inte att skilja åt: {len(cut.edges)} hittades i stället "
                f"för {usual}. Spalternas lägen är tagna från åtagande {other.opening.number}. "
                "Jämför varje punkts steg med PDF-filen.",
            )
            return _Cut(cut.opening, cut.head, cut.body, other.edges, cut.after)
    doubts.add(
        DoubtKind.COLUMNS,
        cut.opening.heading[0].first,
        place,
        cut.opening.title,
        f"Tabellen ser ut att ha {len(cut.edges)} spalter, men de andra har {usual}. "
        "Skriv av åtagandet för hand eller jämför varje rad.",
    )
    return cut


def _note_crossing(cut: _Cut, heads: Sequence[str], doubts: Doubts) -> None:
    """Make a doubt of text that runs on into the next column: it may belong to either."""
    for stretch in crossing(cut.body, cut.edges):
        at = column_of(stretch, cut.edges)
        name = heads[at] if at < len(heads) and heads[at] else f"spalt {at + 1}"
        doubts.add(
            DoubtKind.COLUMNS,
            stretch,
            f"åtagande {cut.opening.number}",
            stretch.text,
            f"Texten börjar i spalten ”{name}” men går in i nästa. Den är läst till den första.",
        )


def _usual_head(heads: Sequence[Sequence[Row]]) -> str:
    """The longest beginning that most tables share: what stands above the first point may be text."""
    beginnings = Counter(
        text_of(rows[:count]) for rows in heads for count in range(1, len(rows) + 1)
    )
    shared = [text for text, times in beginnings.items() if times > len(heads) / 2]
    return max(shared, key=len, default="")


def _head_rows(cut: _Cut, at: int) -> list[Row]:
    return rows_of(s for s in cut.head if head_column(s, cut.edges) == at)


def _column(cut: _Cut, at: int, usual_head: str, repeated: list[Furniture]) -> Column:
    head = _head_rows(cut, at)
    lines = rows_of(s for s in cut.body if column_of(s, cut.edges) == at)
    own = _length_of(usual_head, head)
    if own:
        head, above = head[:own], head[own:]
        lines = [*above, *lines]
    kept: list[Row] = []
    for page in sorted({row.first.page for row in lines}):
        of_page = [row for row in lines if row.first.page == page]
        count = 0
        if head and page > head[0].first.page:
            count = _length_of(usual_head, of_page)
        repeated += [Furniture(TABLE_HEAD, row.text, page) for row in of_page[:count]]
        kept += of_page[count:]
    return Column(cut.edges[at], tuple(head), tuple(kept))


def _length_of(text: str, rows: Sequence[Row]) -> int:
    """How many rows make up a header's text; 0 where the rows begin with something else."""
    return next(
        (count for count in range(1, len(rows) + 1) if text_of(rows[:count]) == text),
        0,
    )


def text_of(rows: Iterable[Row]) -> str:
    """The rows on one line, as they stand."""
    return " ".join(row.text for row in rows)
