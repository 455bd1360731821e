"""The text of a PDF's page as its reader sees it, and the text in it that no reader sees.

White on white, too small to be read, painted with nothing, or outside the page. What may be seen is
taken to be: text on anything that is not as light as paper, and the text behind a scanned image.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin
from typing import TYPE_CHECKING, Any

from assistant.documents.pdf_canvas import SHOWS, Painted, Shown, painted
from assistant.documents.pdf_graphics import State
from assistant.documents.pdf_paper import WHOLE_PLANE, Box, Point
from assistant.documents.pdf_pen import Glyphs
from assistant.domain.documents import Manner
from assistant.domain.errors import InputFault

if TYPE_CHECKING:
    from pypdf import PageObject

SMALLEST = 2.0
"""Points; footnotes have six or more."""
STROKED = frozenset((1, 2, 5, 6))
FILLED = frozenset((0, 2, 4, 6))
INVISIBLE = 3


@dataclass(frozen=True, slots=True)
class PageText:
    """Sidtext: what a page says, and what stands in it without being seen."""

    text: str
    unshown: dict[Manner, str] = field(default_factory=dict)


def text_of(page: "PageObject", name: str) -> PageText:
    """The text of a page of the file `name`."""
    try:
        result = painted(page, name)
    except InputFault:
        # A map of half a million lines has words too; they are taken to be seen.
        return PageText(page.extract_text() or "")
    manners = [_manner(shown, result, _crop(page)) for shown in result.shown]
    text = _Filter(result.shown, manners, None).extracted(page)
    hidden = dict.fromkeys(manner for manner in manners if manner)
    told = {m: _Filter(result.shown, manners, m).extracted(page).strip() for m in hidden}
    return PageText(text, {manner: one for manner, one in told.items() if one})


class _Filter:
    """Lets pypdf extract the text that is shown in one manner, and hides all other from it."""

    def __init__(
        self, shown: Sequence[Shown], manners: Sequence[Manner | None], kept: Manner | None
    ) -> None:
        self._operations = iter(zip(shown, manners, strict=True))
        self._kept = kept
        self._in_step = True
        self._hidden: list[Any] = []

    def extracted(self, page: "PageObject") -> str:
        text = page.extract_text(
            visitor_operand_before=self._before, visitor_operand_after=self._after
        )
        return text or ""

    def _before(self, operator: bytes, operands: list[Any], *_: object) -> None:
        """Called for each operation, in the order in which `painted` has met them."""
        if operator not in SHOWS or not self._in_step:
            return
        shown, manner = next(self._operations, (None, None))
        # Out of step nothing is known about what is to come, and it is kept.
        self._in_step = shown is not None and shown.operands == operands
        if self._in_step and manner is not self._kept and operands:
            self._hidden = operands[-1:]
            operands[-1] = type(operands[-1])()

    def _after(self, _operator: bytes, operands: list[Any], *_: object) -> None:
        if self._hidden:
            operands[-1] = self._hidden.pop()


def _manner(shown: Shown, on: Painted, crop: Box) -> Manner | None:
    """Why nothing of what an operation shows is seen; None where some of it may be."""
    manners = [_unseen(g, shown.state, on, crop) for g in shown.glyphs if g.text.strip()]
    return manners[0] if manners and all(manners) else None


def _unseen(glyphs: Glyphs, state: State, on: Painted, crop: Box) -> Manner | None:
    points = _points(glyphs)
    left, bottom, right, top = crop
    if not any(left <= x <= right and bottom <= y <= top for x, y in points):
        return Manner.OUTSIDE
    if state.mode == INVISIBLE:
        return None if on.paper.on_image(points) else Manner.HIDDEN
    if state.font is None or state.font.sub_type == "Type3":
        return None  # Its glyphs are drawings of any size and colour.
    if glyphs.size < SMALLEST:
        return Manner.FAINT
    light = _is_light(state) and not on.paper.behind(points)
    return Manner.FAINT if light else None


def _is_light(state: State) -> bool:
    inks = [state.fill] * (state.mode in FILLED) + [state.stroke] * (state.mode in STROKED)
    return bool(inks) and all(ink.light for ink in inks)


def _points(glyphs: Glyphs) -> list[Point]:
    """Points in the first, the middle and the last letter, a third of a line above the base."""
    turned = radians(glyphs.angle)
    x, y = glyphs.x - sin(turned) * glyphs.size / 3, glyphs.y + cos(turned) * glyphs.size / 3
    along, up = glyphs.end_x - glyphs.x, glyphs.end_y - glyphs.y
    return [(x + along * share, y + up * share) for share in (0.05, 0.5, 0.95)]


def _crop(page: "PageObject") -> Box:
    box = page.cropbox
    left, right = sorted((float(box.left), float(box.right)))
    bottom, top = sorted((float(box.bottom), float(box.top)))
    return (left, bottom, right, top) if left < right and bottom < top else WHOLE_PLANE
