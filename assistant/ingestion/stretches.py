"""From the words of a page to stretches of text on one line, and what of them is no text of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, radians, sin

from assistant.documents.pdf_pen import Glyphs

TURNED = 3.0
"""Degrees from the page's own direction: text that is turned more is laid over the page."""
SAME_LINE = 0.35
SPACE = 0.12
WIDEST_SPACE = 0.4
"""Parts of the size of the type: a wider gap without a space begins a stretch of its own."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Textsträcka: text without a wide gap; points from the left and from the bottom of the page."""

    page: int
    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool = False
    slanted: bool = False

    @property
    def order(self) -> tuple[int, float, float]:
        """Sorts as a page is read."""
        return self.page, -self.y, self.x


@dataclass(frozen=True, slots=True)
class Row:
    """Rad: the stretches that stand on one line of a page, from the left."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        """The text of the whole line."""
        return " ".join(stretch.text for stretch in self.stretches)

    @property
    def first(self) -> Stretch:
        """The stretch on the left."""
        return self.stretches[0]

    @property
    def end(self) -> float:
        """Where the line ends."""
        return max(stretch.end for stretch in self.stretches)


def stretches_of(page: int, found: Iterable[Glyphs]) -> tuple[list[Stretch], list[Stretch]]:
    """The stretches of a page in reading order; and those that are turned against the others."""
    placed = [glyphs for glyphs in found if glyphs.size > 0]
    turns = Counter[int]()
    for glyphs in placed:
        turns[round(glyphs.angle)] += len(glyphs.text)
    upright = turns.most_common(1)[0][0] if turns else 0
    words: list[Stretch] = []
    turned: dict[int, list[Stretch]] = defaultdict(list)
    for glyphs in placed:
        if abs((glyphs.angle - upright + 180) % 360 - 180) <= TURNED:
            words.append(_turned_back(page, glyphs, upright))
        else:
            angle = round(glyphs.angle)
            turned[angle].append(_turned_back(page, glyphs, angle))
    return list(_merged(words)), [s for over in turned.values() for s in _merged(over)]


def _turned_back(page: int, glyphs: Glyphs, angle: float) -> Stretch:
    across, up = cos(radians(angle)), sin(radians(angle))
    x = glyphs.x * across + glyphs.y * up
    end = glyphs.end_x * across + glyphs.end_y * up
    y = glyphs.y * across - glyphs.x * up
    return Stretch(page, glyphs.text, x, end, y, glyphs.size, glyphs.bold, glyphs.slanted)


def rows_of(stretches: Iterable[Stretch]) -> list[Row]:
    """Stretches on the same line together, from the top of the first page."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda s: s.order):
        last = rows[-1][0] if rows else None
        if last and last.page == stretch.page and _same_line(last, stretch):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [Row(tuple(sorted(row, key=lambda s: s.x))) for row in rows]


def _same_line(one: Stretch, other: Stretch) -> bool:
    return abs(one.y - other.y) <= SAME_LINE * min(one.size, other.size)


def _merged(words: Iterable[Stretch]) -> Iterator[Stretch]:
    """Words with no wide gap between them together.

    Whether there is a space is told by the white space between the letters: a space may be shown
    without any width, where a word could have been divided.
    """
    for row in rows_of(words):
        current: Stretch | None = None
        pen = 0.0
        for word in row.stretches:
            if not word.text.strip():
                pen = max(pen, word.end)
            elif current and word.x - max(pen, current.end) <= WIDEST_SPACE * word.size:
                gap = " " if word.x - current.end > SPACE * word.size else ""
                current = replace(
                    current,
                    text=f"{current.text}{gap}{word.text}",
                    end=word.end,
                    bold=current.bold and word.bold,
                    slanted=current.slanted and word.slanted,
                )
                pen = word.end
            else:
                if current:
                    yield _cleaned(current)
                current, pen = word, word.end
        if current:
            yield _cleaned(current)


def _cleaned(stretch: Stretch) -> Stretch:
    """Without soft hyphens inside the line: only one that ends it divides a word."""
    text = stretch.text.replace("\u00a0", " ")
    inside = text[:-1].replace(SOFT_HYPHEN, "")
    return replace(stretch, text=" ".join(f"{inside}{text[-1:]}".split()))


def usual_size(stretches: Iterable[Stretch]) -> float:
    """The size of most of the text."""
    sizes = Counter[float]()
    for stretch in stretches:
        sizes[round(stretch.size, 1)] += len(stretch.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def usual_leading(rows: Iterable[tuple[int, float]]) -> float:
    """The usual distance between lines, given their page and height in order; 0 for one line."""
    steps = [
        round(upper - lower, 1)
        for (page, upper), (next_page, lower) in pairwise(rows)
        if page == next_page and upper > lower
    ]
    return Counter(steps).most_common(1)[0][0] if steps else 0.0
