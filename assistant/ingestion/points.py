"""From the columns of a table to the points of each step, the official wording and the examples."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.items import INDENT, MARKED, Item, Paragraphs, without_mark
from assistant.ingestion.joining import Lines
from assistant.ingestion.stretches import Row


@dataclass(slots=True)
class Entry:
    """Post: a point, an example or a bullet as it was read."""

    text: str
    rows: list[Row]
    id: str = ""
    entries: list["Entry"] = field(default_factory=list)


class Cells:
    """Cellläsning: reads the cells of one table; what is not sure becomes a doubt."""

    def __init__(self, number: int, lines: Lines, marks: frozenset[str], doubts: Doubts) -> None:
        self._number = number
        self._lines = lines
        self._marks = marks
        self._doubts = doubts
        self._right = 0.0
        """Where the longest line of the column in hand ends."""
        self._last = 0  # the number of the last point, over all columns

    def points(self, rows: Sequence[Row], edge: float) -> list[Entry]:
        """The points of a column, which begin with their number at its edge."""
        found: list[Entry] = []
        items: list[Item] = []
        paragraphs = Paragraphs(rows)
        self._right = paragraphs.right
        for at, row in enumerate(rows):
            shown = self._shown_number(row, edge, paragraphs, at)
            if shown:
                self._end(found, items)
                items = [Item(shown, row.first.x)]
                self._put(items[0], row, len(shown))
                found.append(Entry("", items[0].rows, shown.rstrip(".")))
                continue
            self._line(items, row, at, paragraphs, found)
        self._end(found, items)
        return found

    def examples(self, rows: Sequence[Row]) -> list[Entry]:
        """The examples: paragraphs with their bullets, or bullets by themselves."""
        place = f"åtagande {self._number}, exempel"
        items: list[Item] = []
        paragraphs = Paragraphs(rows)
        self._right = paragraphs.right
        for at, row in enumerate(rows):
            bullet, why = paragraphs.bullet(at, self._marks)
            if bullet:
                items.append(Item(row.text[0], row.first.x, unsure=why))
                self._put(items[-1], row, 1)
            elif not items or self._begins_example(items[-1], row, at, paragraphs):
                items.append(Item("", row.first.x, [row]))
            else:
                items[-1].rows.append(row)
        plain = [item for item in items if not item.mark]
        if not plain:
            return self._nested(items, place)
        found: list[Entry] = []
        under: list[Item] = []
        for item in [*items, None]:
            if item is None or not item.mark:
                if found:
                    found[-1].entries = self._nested(under, place)
                else:
                    found += self._nested(under, place)
                under = []
            if item is None:
                break
            if item.mark:
                under.append(item)
            else:
                found.append(Entry(self._lines.joined(item.rows, place, self._right), item.rows))
        return found

    def _shown_number(self, row: Row, edge: float, paragraphs: Paragraphs, at: int) -> str | None:
        """The number that a line begins a point with, as it is written."""
        match = re.match(rf"{self._number}\.(\d+)(?![\d%])\.?", row.text)
        if match is None or row.first.x > edge + 4 * INDENT:
            return None
        number, id_ = int(match[1]), f"{self._number}.{match[1]}"
        if number == self._last + 1:
            self._last = number
            return match[0]
        place = f"punkt {id_}"
        alone = row.first.text == match[0]
        if alone or paragraphs.begins(at):
            self._doubts.add(
                DoubtKind.NUMBERS,
                row.first,
                place,
                row.text,
                f"Läst som punkt {id_} fast numret före är {self._number}.{self._last}. "
                "Kontrollera att ingen punkt saknas eller står två gånger.",
            )
            self._last = number
            return match[0]
        self._doubts.add(
            DoubtKind.NUMBERS,
            row.first,
            place,
            row.text,
            "Läst som löpande text, eftersom numret inte följer på det före.",
        )
        return None

    def _line(
        self, items: list[Item], row: Row, at: int, paragraphs: Paragraphs, found: list[Entry]
    ) -> None:
        """A line that begins no point: a bullet, or more of what is above it."""
        if not items:
            return
        bullet, why = paragraphs.bullet(at, self._marks)
        if bullet:
            items.append(Item(row.text[0], row.first.x, unsure=why))
            self._put(items[-1], row, 1)
            return
        if why and MARKED.match(row.text):
            self._doubts.add(
                DoubtKind.BULLETS,
                row.first,
                f"punkt {found[-1].id}",
                row.text,
                "Strecket är läst som ett tankstreck i meningen, inte som en underpunkt.",
            )
        if len(items) > 1 and paragraphs.gap(at) and row.first.x < items[-1].x - INDENT:
            self._doubts.add(
                DoubtKind.BULLETS,
                row.first,
                f"punkt {found[-1].id}",
                row.text,
                "Raden står som ett eget stycke efter underpunkterna. Den är lagd till den sista.",
            )
        items[-1].rows.append(row)

    def _end(self, found: list[Entry], items: list[Item]) -> None:
        if found and items:
            place = f"punkt {found[-1].id}"
            found[-1].text = self._lines.joined(items[0].rows, place, self._right)
            found[-1].entries = self._nested(items[1:], place)

    def _put(self, item: Item, row: Row, length: int) -> None:
        left = without_mark(row, length)
        if left:
            item.rows.append(left)

    def _begins_example(self, item: Item, row: Row, at: int, paragraphs: Paragraphs) -> bool:
        """Whether a line without a mark begins an example of its own."""
        if item.mark and row.first.x < (item.rows[0].first.x if item.rows else item.x) - INDENT:
            return row.first.x <= item.x + INDENT and (
                paragraphs.gap(at) or paragraphs.had_room(at)
            )
        return paragraphs.gap(at)

    def _nested(self, items: Sequence[Item], place: str) -> list[Entry]:
        """Bullets in bullets, by where their marks stand."""
        top: list[Entry] = []
        open_: list[tuple[float, list[Entry]]] = []
        levels = {round(item.x / INDENT) for item in items}
        for item in items:
            entry = Entry(self._lines.joined(item.rows, place, self._right), list(item.rows))
            while open_ and item.x < open_[-1][0] - INDENT:
                open_.pop()
            siblings = open_[-1][1] if open_ else top
            if open_ and item.x > open_[-1][0] + INDENT:
                siblings = siblings[-1].entries
            if not open_ or siblings is not open_[-1][1]:
                open_.append((item.x, siblings))
            elif len(levels) == 1 and siblings and siblings[-1].text.endswith(":"):
                self._note_bullet(item, place, "Kan höra under den punkt som slutar med kolon.")
            siblings.append(entry)
            if item.unsure:
                self._note_bullet(item, place, f"Läst som en underpunkt ({item.unsure}).")
            elif item.rows and not siblings[-1].text:
                self._note_bullet(item, place, "Underpunkten har ingen text.")
        return top

    def _note_bullet(self, item: Item, place: str, chosen: str) -> None:
        if item.rows:
            self._doubts.add(
                DoubtKind.BULLETS, item.rows[0].first, place, item.rows[0].text, chosen
            )
