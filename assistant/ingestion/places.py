"""The source text of a proposal, and which of its lines no item of the transcription was read from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.pattern import Pattern
from assistant.ingestion.points import Entry
from assistant.ingestion.reading import Reading
from assistant.ingestion.stretches import Row


class SourceLines:
    """Källrader: the lines of source.txt, from 1, in the order in which the columns are read.

    What was taken out of the pages stands last, so that no text is interrupted by it.
    """

    def __init__(self, reading: Reading) -> None:
        self._numbers: dict[tuple[int, float, float], int] = {}
        self._used: set[int] = set()
        self._rows: dict[int, Row] = {}
        lines: list[str] = []
        page = 0
        for row in reading.rows:
            if row.first.page != page:
                page = row.first.page
                lines.append("")
            lines.append(row.text)
            self._numbers[_key(row)] = len(lines)
            self._rows[len(lines)] = row
        lines += ["", *(item.text for item in reading.furniture)]
        self.text = "\n".join(lines) + "\n"

    def of(self, rows: Iterable[Row]) -> list[int]:
        """The first and the last line of some rows, which count as used."""
        numbers = [self._numbers[key] for row in rows if (key := _key(row)) in self._numbers]
        self._used.update(numbers)
        return sorted({min(numbers), max(numbers)}) if numbers else []

    def note_left_over(self, doubts: Doubts) -> None:
        """Make a doubt of every run of lines that nothing was read from."""
        run: list[Row] = []
        for number in [*self._rows, None]:
            row = self._rows.get(number) if number and number not in self._used else None
            if row:
                run.append(row)
            elif run:
                doubts.add(
                    DoubtKind.LEFT_OVER,
                    run[0].first,
                    "sidan",
                    " ".join(r.text for r in run),
                    "Texten har inte kommit med i något åtagande eller avsnitt. Skriv in den där den hör "
                    "hemma, eller lägg den under furniture i edition.yaml.",
                )
                run = []


@dataclass(frozen=True, slots=True)
class Desk:
    """Arbetsbord: what a transcription is compared with, taken from, and what is noted on the way."""

    pattern: Pattern
    lines: SourceLines
    doubts: Doubts


def all_rows(entry: Entry) -> Iterator[Row]:
    """The rows of an entry and of those under it."""
    yield from entry.rows
    for below in entry.entries:
        yield from all_rows(below)


def _key(row: Row) -> tuple[int, float, float]:
    """The end of a line stays when its number or mark is cut off."""
    last = row.stretches[-1]
    return last.page, last.y, last.end
