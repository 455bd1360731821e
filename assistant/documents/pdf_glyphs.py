"""Where the text of a PDF stands: every stretch of it with its place, size and direction.

pypdf's own extraction guesses spaces and lines. A table without ruled lines is told by its white
space alone, so here the glyphs are placed as the page places them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any

from assistant.documents.pdf import LIGATURES, LONGEST_PAGE, each_page, too_large
from assistant.documents.pdf_graphics import (
    IDENTITY,
    Matrix,
    State,
    codes_of,
    fonts_of,
    is_space,
    matrix_of,
    times,
)

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font

LONGEST_READING = 300.0
"""Seconds for a whole file, which is read once a year; nineteen pages take three."""
DEEPEST = 8
"""Forms inside forms: real documents have one or two."""
MOST_OPERATIONS = 400_000
"""Of a page and its forms; a full page of text has some thousands."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Teckenföljd: a word or a space, or a part of one; points from the lower left of the page."""

    text: str
    x: float
    y: float
    end_x: float
    end_y: float
    size: float
    angle: float
    """Degrees that the text is turned, counter-clockwise."""
    bold: bool
    slanted: bool


def read_glyphs(data: bytes, name: str) -> list[list[Glyphs]]:
    """The glyphs of each page in the order in which the file shows them."""
    pages = []
    for found in each_page(data, name, partial(_glyphs_of, name), LONGEST_READING):
        if sum(len(glyphs.text) for glyphs in found) > LONGEST_PAGE:
            raise too_large(name)
        pages.append(found)
    return pages


def _glyphs_of(name: str, page: "PageObject") -> list[Glyphs]:
    contents = page.get_contents()
    if contents is None:
        return []
    canvas = _Canvas(page.pdf, _Budget(name))
    return list(canvas.run(contents, page.get("/Resources", {}), State()))


class _Budget:
    """What reading one page may cost, with all the forms that it shows."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = MOST_OPERATIONS

    def spend(self, operations: int) -> None:
        self._left -= operations
        if self._left < 0:
            raise too_large(self._name)


class _Canvas:
    """Runs the operations of a page, or of a form that it shows, for its text alone."""

    def __init__(self, pdf: Any, budget: _Budget, depth: int = 0) -> None:  # noqa: ANN401  as pypdf says
        self._pdf = pdf
        self._budget = budget
        self._depth = depth
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def run(self, contents: Any, resources: Any, state: State) -> Iterator[Glyphs]:  # noqa: ANN401
        from pypdf.generic import ContentStream  # noqa: PLC0415  only a PDF needs it

        resources = resources.get_object()
        fonts = fonts_of(resources)
        kept: list[State] = []
        operations = ContentStream(contents, self._pdf, "bytes").operations
        self._budget.spend(len(operations))
        for operands, operator in operations:
            match operator:
                case b"q":
                    kept.append(state)
                case b"Q":
                    state = kept.pop() if kept else state
                case b"Do":
                    yield from self._form(resources, operands, state)
                case b"Tj" | b"TJ" | b"'" | b'"':
                    if operator in {b"'", b'"'}:
                        self._next_line(0, -state.leading)
                    pieces = operands[0] if operator == b"TJ" else operands[-1:]
                    yield from self._shown(pieces, state)
                case _:
                    state = self._changed(operator, operands, state, fonts)

    def _changed(
        self, operator: bytes, operands: list[Any], state: State, fonts: dict[str, "Font"]
    ) -> State:
        match operator:
            case b"cm":
                return replace(state, matrix=times(matrix_of(operands), state.matrix))
            case b"BT":
                self._text = self._line = IDENTITY
            case b"Tm":
                self._text = self._line = matrix_of(operands)
            case b"Td" | b"TD":
                self._next_line(float(operands[0]), float(operands[1]))
                return replace(state, leading=-float(operands[1])) if operator == b"TD" else state
            case b"T*":
                self._next_line(0, -state.leading)
            case b"Tf":
                return replace(state, font=fonts.get(str(operands[0])), size=float(operands[1]))
            case b"Tc":
                return replace(state, character_space=float(operands[0]))
            case b"Tw":
                return replace(state, word_space=float(operands[0]))
            case b"Tz":
                return replace(state, stretch=float(operands[0]) / 100)
            case b"TL":
                return replace(state, leading=float(operands[0]))
        return state

    def _next_line(self, x: float, y: float) -> None:
        self._text = self._line = times((1, 0, 0, 1, x, y), self._line)

    def _form(self, resources: Any, operands: list[Any], state: State) -> Iterator[Glyphs]:  # noqa: ANN401
        forms = resources.get("/XObject", {}).get_object()
        form = forms.get(operands[0])
        form = form.get_object() if form is not None else None
        if form is None or form.get("/Subtype") != "/Form" or self._depth >= DEEPEST:
            return
        matrix = matrix_of(form.get("/Matrix", IDENTITY))
        inside = replace(state, matrix=times(matrix, state.matrix))
        canvas = _Canvas(self._pdf, self._budget, self._depth + 1)
        yield from canvas.run(form, form.get("/Resources", resources), inside)

    def _shown(self, pieces: list[Any], state: State) -> Iterator[Glyphs]:
        """The text between two moves of the pen that are wider than a kern."""
        for piece in pieces:
            if isinstance(piece, bytes):
                yield from self._string(piece, state)
            elif not isinstance(piece, str):
                self._advance(-float(piece) / 1000 * state.size * state.stretch)

    def _string(self, string: bytes, state: State) -> Iterator[Glyphs]:
        """Its words and its spaces, each by itself."""
        font = state.font
        if font is None:
            return
        name = font.name.lower()
        for blank, codes in groupby(codes_of(string, font), key=partial(is_space, font)):
            width, text = 0.0, []
            for code in codes:
                space = code == font.space_char
                glyph = font.space_width if space else font.get_text_width(code)
                width += glyph / 1000 * state.size + state.character_space
                width += state.word_space if code == " " else 0.0
                text.append(str(font.character_map.get(code, code)))
            before = times(self._text, state.matrix)
            self._advance(width * state.stretch)
            after = times(self._text, state.matrix)
            yield Glyphs(
                text=" " if blank else "".join(text).translate(LIGATURES),
                x=before[4],
                y=before[5],
                end_x=after[4],
                end_y=after[5],
                size=state.size * hypot(before[2], before[3]),
                angle=degrees(atan2(before[1], before[0])),
                bold="bold" in name or "black" in name,
                slanted="italic" in name or "oblique" in name,
            )

    def _advance(self, width: float) -> None:
        self._text = times((1, 0, 0, 1, width, 0), self._text)
