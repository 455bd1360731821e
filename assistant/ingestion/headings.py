"""Finds where the table of each commitment begins: "3.4 Åtagande 4: Social hållbarhet"."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ingestion.stretches import Row

HEADING = re.compile(
    r"(?:(?P<section>\d+(?:\.\d+)*)\.?\s+)?(?P<noun>[^\W\d_]+)\s+(?P<number>\d{1,3})\s*[:.–—-]\s*(?P<title>\S.*)"
)
FOLLOWS = 1.9
"""Times its size: how far below a line of a heading its next line may stand."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Tabellens rubrik: a commitment's number and title, its rows, and the rows of its table."""

    number: int
    section: str | None
    noun: str
    title: str
    heading: tuple[Row, ...]
    rows: tuple[Row, ...]


def openings(rows: Sequence[Row]) -> list[Opening]:
    """The headings that a table with points of their number follows, in order.

    Other lines of that form ("Bild 3. …", a table of contents) are followed by none.
    """
    lines = [(at, match) for at, row in enumerate(rows) if (match := HEADING.fullmatch(row.text))]
    starts = [at for at, _ in lines] + [len(rows)]
    verified: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    for place, (at, match) in enumerate(lines):
        number, end = int(match["number"]), starts[place + 1]
        point = re.compile(rf"{number}\.1(?!\d)")
        if any(point.match(s.text) for row in rows[at + 1 : end] for s in row.stretches):
            verified[match["noun"]][number] = (at, end)
    if not verified:
        return []
    noun = Counter({noun: len(found) for noun, found in verified.items()}).most_common(1)[0][0]
    begins = sorted(verified[noun].items(), key=lambda item: item[1])
    ends = [at for _, (at, _) in begins[1:]] + [len(rows)]
    return [_opening(rows[at:end]) for (_, (at, _)), end in zip(begins, ends, strict=True)]


def _opening(rows: Sequence[Row]) -> Opening:
    count = 1
    while count < len(rows) and _continues(rows[count - 1], rows[count]):
        count += 1
    match = HEADING.fullmatch(" ".join(row.text for row in rows[:count]))
    if match is None:
        raise ValueError(f"the first row is no heading: {rows[0].text!r}")
    return Opening(
        number=int(match["number"]),
        section=match["section"],
        noun=match["noun"],
        title=match["title"],
        heading=tuple(rows[:count]),
        rows=tuple(rows[count:]),
    )


def _continues(row: Row, after: Row) -> bool:
    one, other = row.first, after.first
    return (
        len(after.stretches) == 1
        and one.page == other.page
        and abs(one.size - other.size) < 0.3
        and (one.bold, one.slanted) == (other.bold, other.slanted)
        and one.y - other.y <= FOLLOWS * one.size
        and abs(one.x - other.x) < 2 * one.size
    )
