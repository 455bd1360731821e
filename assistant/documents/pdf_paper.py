"""What a page of a PDF has behind its text: filled areas, thick lines and images.

Only areas that are not as light as paper are kept, and in no order: text that may stand on one of them
is taken to be seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import Any, TypeAlias

from assistant.documents.pdf_graphics import Matrix, State

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]

DRAWS = frozenset((b"m", b"l", b"c", b"v", b"y", b"re"))
FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
ENDS = FILLS | STROKES | {b"n"}
MOST_LOOKS = 3_000_000
"""Comparisons of a point with a corner; a page that takes more is drawn to take long."""
THICK = 4.0
"""Points: a line that text may stand on."""
WHOLE_PLANE: Box = (-1e9, -1e9, 1e9, 1e9)


@dataclass(frozen=True, slots=True)
class Area:
    """Yta: outlines that are filled together; curves are taken as the corners that pull them."""

    outlines: tuple[tuple[Point, ...], ...]
    box: Box
    even_odd: bool = False

    @classmethod
    def within(cls, outlines: Sequence[Sequence[Point]], *, even_odd: bool = False) -> "Area":
        """The area of these outlines."""
        return cls(tuple(map(tuple, outlines)), box_of(outlines), even_odd)

    def near(self, x: float, y: float) -> bool:
        """Whether a point is in the box around the area."""
        left, bottom, right, top = self.box
        return left <= x <= right and bottom <= y <= top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside, by the rule with which the area is filled."""
        turns, crossings = 0, 0
        for outline in self.outlines:
            for (ax, ay), (bx, by) in pairwise((*outline, outline[0])):
                if (ay <= y) != (by <= y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                    crossings += 1
                    turns += 1 if by > ay else -1
        return bool(crossings % 2 if self.even_odd else turns)


class Paper:
    """Papper: one page, with what is drawn on it besides text."""

    def __init__(self) -> None:
        self.areas: list[Area] = []
        self.images: list[Area] = []
        self._outlines: list[list[Point]] = []
        self._looks = MOST_LOOKS

    def behind(self, points: Iterable[Point]) -> bool:
        """Whether something that is not as light as paper may be behind one of the points."""
        areas = (*self.areas, *self.images)
        return any(self._hold(areas, x, y) for x, y in points)

    def on_image(self, points: Iterable[Point]) -> bool:
        """Whether one of the points is on an image, as the text of a scanned page is."""
        return any(self._hold(self.images, x, y) for x, y in points)

    def _hold(self, areas: Sequence[Area], x: float, y: float) -> bool:
        """Also when it would take too long to say: what may be seen is taken to be."""
        near = [area for area in areas if area.near(x, y)]
        self._looks -= len(areas) + sum(len(o) for area in near for o in area.outlines)
        return self._looks < 0 or any(area.holds(x, y) for area in near)

    def draw(self, operator: bytes, operands: Sequence[Any], matrix: Matrix) -> None:
        """Go on with the path."""
        numbers = [float(operand) for operand in operands]
        if operator == b"re":
            x, y, width, height = numbers
            corners = _corners(x, y, x + width, y + height)
            self._outlines.append([_placed(corner, matrix) for corner in corners])
            return
        if operator == b"m" or not self._outlines:
            self._outlines.append([])
        points = zip(numbers[::2], numbers[1::2], strict=True)
        self._outlines[-1] += [_placed(point, matrix) for point in points]

    def end(self, operator: bytes, state: State) -> None:
        """Paint the path, or drop it."""
        outlines = [outline for outline in self._outlines if outline]
        self._outlines = []
        if operator in FILLS and outlines and not state.fill.light:
            self.areas.append(Area.within(outlines, even_odd=operator.endswith(b"*")))
        if operator in STROKES and not state.stroke.light:
            width = state.line_width * hypot(state.matrix[0], state.matrix[1])
            self.areas += _lines(outlines, width)

    def clip(self) -> Box | None:
        """The box of the path, which is to bound what is painted after it."""
        return box_of(self._outlines) if any(self._outlines) else None

    def shade(self, clip: Box | None) -> None:
        """A flow of colours over all that is not clipped away."""
        left, bottom, right, top = clip or WHOLE_PLANE
        self.areas.append(Area.within([_corners(left, bottom, right, top)]))

    def place_image(self, matrix: Matrix) -> None:
        """An image is the unit square, wherever the matrix puts it."""
        corners = [_placed(corner, matrix) for corner in _corners(0, 0, 1, 1)]
        self.images.append(Area.within([corners]))


def box_of(outlines: Sequence[Sequence[Point]]) -> Box:
    """The least box around outlines."""
    xs = [x for outline in outlines for x, _ in outline]
    ys = [y for outline in outlines for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)


def _lines(outlines: Sequence[Sequence[Point]], width: float) -> Iterator[Area]:
    """The straight lines that are thick enough for text; a thin frame is no ground for what it frames."""
    for outline in outlines:
        left, bottom, right, top = box_of([outline])
        if width >= THICK and min(right - left, top - bottom) <= width:
            half = width / 2
            yield Area.within([_corners(left - half, bottom - half, right + half, top + half)])


def _corners(left: float, bottom: float, right: float, top: float) -> tuple[Point, ...]:
    return (left, bottom), (right, bottom), (right, top), (left, top)


def _placed(point: Point, matrix: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
