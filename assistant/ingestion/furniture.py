"""What belongs to the page and not to the document: running heads and feet, page numbers, watermarks."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.ingestion.stretches import Row, Stretch, rows_of, usual_size

LARGE = 2.2
"""Times the usual type: text that large, at one place of several pages, is a watermark."""
CLEAR_OF_TEXT = 1.5
"""Times its own size: the white space between a running head or foot and the text."""
SAME_PLACE = 3.0
"""Points."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Sidans inredning: text of the page that was taken out, and what it was taken for."""

    kind: str
    text: str
    page: int


HEAD, FOOT, WATERMARK, TABLE_HEAD = "sidhuvud", "sidfot", "vattenstämpel", "tabellhuvud"


def without_furniture(
    pages: Iterable[tuple[list[Stretch], list[Stretch]]],
) -> tuple[list[list[Stretch]], list[Furniture]]:
    """The stretches of each page that are text, and what was taken out.

    Turned text is a watermark wherever it stands, and so is very large text that is repeated.
    A head or foot is clear of the text and stands at the same height of at least two pages,
    with the same words but for numbers.
    """
    given = list(pages)
    found = [
        Furniture(WATERMARK, stretch.text, stretch.page)
        for _, turned in given
        for stretch in turned
    ]
    kept = [list(straight) for straight, _ in given]
    large = LARGE * usual_size(stretch for page in kept for stretch in page)
    repeated = _repeated((s.text, s) for page in kept for s in page if s.size > large)
    for number, page in enumerate(kept):
        over = {s for s in page if s.size > large and _is_at((s.text, s), repeated)}
        found += [Furniture(WATERMARK, s.text, s.page) for s in sorted(over, key=lambda s: s.order)]
        kept[number] = [s for s in page if s not in over]
    rows = [rows_of(page) for page in kept]
    edges = [(HEAD, _edge(page)) for page in rows] + [(FOOT, _edge(page[::-1])) for page in rows]
    repeated = _repeated((_shape(row), row.first) for _, edge in edges for row in edge)
    gone: set[Stretch] = set()
    for kind, edge in edges:
        for row in edge:
            if _is_at((_shape(row), row.first), repeated):
                found.append(Furniture(kind, row.text, row.first.page))
                gone.update(row.stretches)
    return [[s for s in page if s not in gone] for page in kept], found


def _edge(rows: list[Row]) -> list[Row]:
    """The rows at the edge of a page, from outside, up to the white space before the text."""
    for count, (row, after) in enumerate(pairwise(rows), start=1):
        gap = abs(row.first.y - after.first.y)
        if gap > CLEAR_OF_TEXT * max(row.first.size, 1.0) and gap > after.first.size * 1.3:
            return rows[:count]
    return []


def _shape(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _repeated(shapes: Iterable[tuple[str, Stretch]]) -> dict[str, list[float]]:
    """The heights at which each shape stands on more than one page."""
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for shape, stretch in shapes:
        pages[shape, round(stretch.y / SAME_PLACE)].add(stretch.page)
    heights: dict[str, list[float]] = defaultdict(list)
    for (shape, height), numbers in pages.items():
        if len(numbers) > 1:
            heights[shape].append(height * SAME_PLACE)
    return heights


def _is_at(shape: tuple[str, Stretch], repeated: dict[str, list[float]]) -> bool:
    text, stretch = shape
    return any(abs(stretch.y - height) <= SAME_PLACE for height in repeated.get(text, ()))
