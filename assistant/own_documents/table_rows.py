"""The rows of tables in which measures stand, each as one line with the heads of its columns."""

from bisect import bisect_right

from assistant.domain.documents import Document, TableRow
from assistant.domain.own_documents import Cell
from assistant.own_documents.cleaning import cleaned
from assistant.own_documents.row_patterns import HEADS, MEASURE_HEAD


class Rows:
    """Rader: those of a document that tell measures; other tables are read as paragraphs."""

    def __init__(self, document: Document) -> None:
        self._rows = [row for row in document.rows if _tells_measures(row.heads)]

    def at(self, position: int) -> TableRow | None:
        """The row that has this character of the text."""
        index = bisect_right(self._rows, position, key=lambda row: row.start) - 1
        found = self._rows[index] if index >= 0 else None
        return found if found and position < found.end else None


def cells_of(row: TableRow) -> tuple[Cell, ...]:
    """The cells that have text, with their heads."""
    pairs = zip(row.heads, row.cells, strict=True)
    cells = [Cell(_line(head), _line(text)) for head, text in pairs]
    return tuple(cell for cell in cells if cell.text)


def said_by(row: TableRow) -> str:
    """The whole row as one line."""
    return labelled(*cells_of(row))


def labelled(*cells: Cell) -> str:
    """Cells as a line that can be read without its table.

    >>> labelled(Cell("Åtgärd", "Byta bilar"), Cell("Ansvarig", "Tekniska nämnden"))
    'Åtgärd: Byta bilar; Ansvarig: Tekniska nämnden'
    """
    return "; ".join(f"{cell.head.rstrip(' :')}: {cell.text}" for cell in cells)


def between(first: str, last: str) -> str:
    """Two places as one: "sida 12" and "sida 13" are "sida 12–13".

    >>> between("sida 12", "sida 13"), between("stycke 4", "stycke 4")
    ('sida 12–13', 'stycke 4')
    """
    kind, _, number = last.partition(" ")
    if first == last:
        return first
    if first.startswith(f"{kind} "):
        return f"{first}–{number.rpartition('–')[2]}"
    return f"{first}–{last}"


def _tells_measures(heads: tuple[str, ...]) -> bool:
    """Whether a column has measures and another says who, when or with what."""
    measures = [head for head in heads if MEASURE_HEAD.match(head)]
    return len(measures) == 1 and any(
        pattern.match(head) for head in heads for pattern in HEADS.values()
    )


def _line(text: str) -> str:
    return " ".join(cleaned(text).split())
