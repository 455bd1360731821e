"""Where the columns of a table begin, told by the white space between them alone.

Ruled lines and the places of headers are not used: many tables have no lines, and a header that is
centred does not stand where its column begins.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.ingestion.stretches import Stretch

TOLERANCE = 2.0
"""Points between left edges that are one."""
OVERFLOWS = 0.02
"""The share of the stretches that may run over an edge: a long address does."""
MOSTLY = 0.6
"""The share of numbers and marks on the left of an indent."""
BESIDE = 0.7
"""Times the size: how far apart lines of two columns are at most."""
WIDEST_INDENT = 3.0
"""Times the size: from the end of a number or mark to its text."""
MARK = re.compile(r"(?:\d+(?:\.\d+)*\.?|[-–—•●○▪◦·*‣▫■□])")


def left_edges(body: Sequence[Stretch], head: Sequence[Stretch]) -> tuple[float, ...]:
    """The left edge of each column, from the left.

    An edge is where stretches begin and (almost) none runs across. Where only numbers and marks
    stand on the left of an edge, it is the indent of the edge before.
    """
    starts = sorted(
        [(s.x, 1) for s in body] + [(x, 2) for x in _head_starts(head)], key=lambda start: start[0]
    )
    clusters: list[list[tuple[float, int]]] = []
    for start in starts:
        if clusters and start[0] - clusters[-1][-1][0] <= TOLERANCE:
            clusters[-1].append(start)
        else:
            clusters.append([start])
    everything = [*body, *head]
    most = OVERFLOWS * len(everything)
    edges: list[float] = []
    for cluster in clusters:
        edge = cluster[0][0]
        if sum(weight for _, weight in cluster) < 2:
            continue
        if sum(s.x < edge - TOLERANCE and s.end > edge + 0.5 for s in everything) <= most:
            edges.append(edge)
    edges = [_with_marks(edge, everything, most) for edge in edges]
    return _without_indents(edges, everything)


def column_of(stretch: Stretch, edges: Sequence[float]) -> int:
    """The column that a stretch begins in; one before the first edge is of the first column."""
    return max(sum(stretch.x >= edge - TOLERANCE for edge in edges) - 1, 0)


def head_column(stretch: Stretch, edges: Sequence[float]) -> int:
    """The column of a part of a header, by its middle: it may be centred."""
    middle = (stretch.x + stretch.end) / 2
    return max(sum(middle >= edge for edge in edges) - 1, 0)


def crossing(stretches: Iterable[Stretch], edges: Sequence[float]) -> list[Stretch]:
    """The stretches that run over the edge of the next column."""
    return [
        s for s in stretches if any(s.x < edge - TOLERANCE and s.end > edge + 2 for edge in edges)
    ]


def _head_starts(head: Sequence[Stretch]) -> list[float]:
    """Where each cell of the header begins: the lines of a cell stand over each other."""
    cells: list[tuple[float, float]] = []
    for stretch in sorted(head, key=lambda s: s.x):
        if cells and stretch.x < cells[-1][1]:
            cells[-1] = (cells[-1][0], max(cells[-1][1], stretch.end))
        else:
            cells.append((stretch.x, stretch.end))
    return [start for start, _ in cells]


def _with_marks(edge: float, stretches: list[Stretch], most: float) -> float:
    """The edge moved to the numbers and marks before it, of which a short column may have only one."""
    before = [
        mark.x
        for s in stretches
        if abs(s.x - edge) <= TOLERANCE
        and (mark := _nearest(s, (m for m in stretches if m.x < edge - TOLERANCE)))
        and MARK.fullmatch(mark.text)
        and edge - mark.end <= WIDEST_INDENT * s.size
    ]
    moved = min(before, default=edge)
    across = sum(s.x < moved - TOLERANCE and s.end > moved + 0.5 for s in stretches)
    return moved if across <= most else edge


def _without_indents(edges: list[float], stretches: list[Stretch]) -> tuple[float, ...]:
    """Drop an edge beside which there is nothing on its left but numbers and marks, or nothing at all."""
    kept = edges[:1]
    ends = [*edges[1:], float("inf")]
    for edge, end in zip(edges[1:], ends[1:], strict=True):
        left = [s for s in stretches if kept[-1] - TOLERANCE <= s.x < edge - TOLERANCE]
        beside = [
            near
            for s in stretches
            if edge - TOLERANCE <= s.x < end - TOLERANCE and (near := _nearest(s, left))
        ]
        if sum(MARK.fullmatch(s.text) is None for s in beside) > (1 - MOSTLY) * len(beside):
            kept.append(edge)
    return tuple(kept)


def _nearest(stretch: Stretch, others: Iterable[Stretch]) -> Stretch | None:
    """The last of the others that stands on the same line."""
    on_line = [
        s
        for s in others
        if s.page == stretch.page and abs(s.y - stretch.y) <= BESIDE * stretch.size
    ]
    return max(on_line, key=lambda s: s.x, default=None)
