"""The steps from a PDF to what stands in it: pages, tables, sections."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.documents.pdf_glyphs import read_glyphs
from assistant.documents.pdf_pages import too_large
from assistant.domain.errors import InputFault, quoted
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.furniture import Furniture, without_furniture
from assistant.ingestion.headings import openings
from assistant.ingestion.items import detached_marks
from assistant.ingestion.joining import Join, Lines
from assistant.ingestion.points import Cells, Entry
from assistant.ingestion.running_text import ReadSection, read_sections
from assistant.ingestion.stretches import Row, rows_of, stretches_of
from assistant.ingestion.tables import Table, read_tables

FEWEST_LETTERS = 200
"""Of a file whose text can be marked; a scanned one has none, or a stray page number."""
MOST_STRETCHES = 60_000
"""Of all tables; those of the guidance have some five thousand."""
STEPS_IN = 3
"""One table of so many has points in a column of a step."""


@dataclass(frozen=True, slots=True)
class ReadCommitment:
    """Läst åtagande: its table, its official wording, the entries of each step, its examples."""

    table: Table
    official: Entry
    steps: tuple[tuple[Entry, ...], ...]
    examples: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Läsning: all that was found in a PDF, with the rows in the order in which it is read."""

    commitments: tuple[ReadCommitment, ...]
    first_step: int
    """The column of the first step; the official wordings stand in the one before."""
    sections: tuple[ReadSection, ...]
    rows: tuple[Row, ...]
    furniture: tuple[Furniture, ...]
    joins: tuple[Join, ...]
    pages: int


def read(data: bytes, name: str, known: Iterable[str], doubts: Doubts) -> Reading:
    """Read a PDF of the guidance; `known` are texts whose words may stand in it."""
    pages = [stretches_of(number, page) for number, page in enumerate(read_glyphs(data, name), 1)]
    kept, furniture = without_furniture(pages)
    if sum(len(stretch.text) for page in kept for stretch in page) < FEWEST_LETTERS:
        raise InputFault(
            f"Filen {quoted(name)} har ingen text som går att läsa. Är den inskannad? "
            "Välj en fil där texten går att markera."
        )
    rows = [row for page in kept for row in rows_of(page)]
    found = openings(rows)
    if not found:
        raise InputFault(
            f"Filen {quoted(name)} ser inte ut att vara en vägledning: den har ingen rubrik som "
            "”3.1 Åtagande 1: …” med en tabell av numrerade punkter under."
        )
    if sum(len(row.stretches) for opening in found for row in opening.rows) > MOST_STRETCHES:
        raise too_large(name)
    first = rows.index(found[0].heading[0])
    tables, repeated = read_tables(found, doubts)
    after = [row for table in tables for row in table.after]
    running = [*rows[:first], *after]
    columns = [column.lines for table in tables for column in table.columns]
    lines = Lines([*running, *(row for column in columns for row in column)], known, doubts)
    steps = _step_columns(tables, name)
    marks = detached_marks(columns)
    return Reading(
        commitments=tuple(_commitment(table, steps, lines, marks, doubts) for table in tables),
        first_step=steps[0],
        sections=tuple(read_sections(running, lines, doubts)),
        rows=tuple(_in_order(rows[:first], tables)),
        furniture=(*furniture, *repeated),
        joins=tuple(dict.fromkeys(lines.joins)),
        pages=len(pages),
    )


def _step_columns(tables: Sequence[Table], name: str) -> range:
    """The columns in which points stand, in at least one table of three."""
    widest = max(len(table.columns) for table in tables)
    counted = [
        sum(at < len(t.columns) and _has_points(t, at) for t in tables) for at in range(widest)
    ]
    enough = [at for at, times in enumerate(counted) if times * STEPS_IN >= len(tables)]
    if not enough or enough[0] == 0:
        raise InputFault(
            f"Tabellerna i {quoted(name)} går inte att läsa: till vänster om spalterna med numrerade "
            "punkter ska det finnas en spalt med den officiella formuleringen."
        )
    return range(enough[0], enough[-1] + 1)


def _has_points(table: Table, at: int) -> bool:
    point = re.compile(rf"{table.opening.number}\.\d+")
    return any(point.match(row.text) for row in table.columns[at].lines)


def _commitment(
    table: Table, steps: range, lines: Lines, marks: frozenset[str], doubts: Doubts
) -> ReadCommitment:
    number, columns = table.opening.number, table.columns
    cells = Cells(number, lines, marks, doubts)
    official = list(columns[steps[0] - 1].lines) if len(columns) >= steps[0] else []
    right = max((row.end for row in official), default=0.0)
    last = steps[-1] + 1
    return ReadCommitment(
        table=table,
        official=Entry(lines.joined(official, f"åtagande {number}", right), official),
        steps=tuple(
            tuple(cells.points(columns[at].lines, columns[at].edge)) if at < len(columns) else ()
            for at in steps
        ),
        examples=tuple(cells.examples(columns[last].lines)) if last < len(columns) else (),
    )


def _in_order(running: Sequence[Row], tables: Sequence[Table]) -> Iterable[Row]:
    yield from running
    for table in tables:
        yield from table.opening.heading
        for column in table.columns:
            yield from column.head
        for column in table.columns:
            yield from column.lines
        yield from table.after
