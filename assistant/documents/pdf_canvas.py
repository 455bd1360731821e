"""Runs the operations of a PDF's page: what text it shows, in which state, and what is behind it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.documents.pdf_colour import OPERATORS, recoloured
from assistant.documents.pdf_graphics import IDENTITY, State, fonts_of, matrix_of, times
from assistant.documents.pdf_pages import too_large
from assistant.documents.pdf_paper import DRAWS, ENDS, Paper
from assistant.documents.pdf_pen import Glyphs, Pen

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import ContentStream
    from pypdf.generic._font import Font

DEEPEST = 8
"""Forms inside forms: real documents have one or two."""
MOST_OPERATIONS = 400_000
"""Of a page and its forms; a full page of text has some thousands."""
SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
UNREADABLE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What an operation with the wrong operands raises."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Visad text: what one operation shows, and the state in which it does."""

    operands: list[Any]
    glyphs: tuple[Glyphs, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Painted:
    """Målad sida: its text in the order in which the file shows it, and what is behind."""

    shown: list[Shown]
    paper: Paper


def painted(page: "PageObject", name: str) -> Painted:
    """What a page paints; `name` is the file's, for a page that takes too much.

    The page keeps its operations as they were read, so that they need not be read again.
    """
    from pypdf.generic import ContentStream, NameObject  # noqa: PLC0415  only a PDF needs it

    result = Painted([], Paper())
    contents = page.get("/Contents")
    if contents is not None:
        stream = ContentStream(contents, page.pdf, "bytes")
        canvas = _Canvas(page.pdf, _Budget(name), result)
        canvas.run(stream, page.get("/Resources", {}), State())
        page[NameObject("/Contents")] = stream
    return result


def _pieces(operator: bytes, operands: list[Any]) -> list[Any]:
    """What an operation of text shows: strings, and between them numbers that move the pen."""
    pieces = operands[-1:]
    return pieces[0] if operator == b"TJ" and pieces and isinstance(pieces[0], list) else pieces


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
    """Runs the operations of a page, or of a form that it shows."""

    def __init__(
        self,
        pdf: Any,  # noqa: ANN401  as pypdf says
        budget: _Budget,
        result: Painted,
        inside: tuple[int, ...] = (),
    ) -> None:
        self._pdf = pdf
        self._budget = budget
        self._result = result
        self._inside = inside
        self._pen = Pen()

    def run(self, contents: "ContentStream", resources: Any, state: State) -> None:  # noqa: ANN401
        resources = resources.get_object()
        fonts = fonts_of(resources)
        kept: list[State] = []
        self._budget.spend(len(contents.operations))
        for operands, operator in contents.operations:
            try:
                if operator == b"q":
                    kept.append(state)
                elif operator == b"Q":
                    state = kept.pop() if kept else state
                elif operator == b"Do":
                    self._object(resources, operands, state)
                elif operator in SHOWS:
                    self._show(operator, operands, state)
                elif operator in OPERATORS:
                    state = recoloured(state, operator, operands, resources)
                else:
                    state = self._changed(operator, operands, state, fonts)
                    self._pen.move(operator, operands, state)
                    self._draw(operator, operands, state)
            except UNREADABLE:
                continue  # As a viewer does: the rest of the page is shown.

    def _changed(
        self, operator: bytes, operands: list[Any], state: State, fonts: dict[str, "Font"]
    ) -> State:
        match operator:
            case b"cm":
                return replace(state, matrix=times(matrix_of(operands), state.matrix))
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
            case b"TD":
                return replace(state, leading=-float(operands[1]))
            case b"Tr":
                return replace(state, mode=int(operands[0]))
            case b"w":
                return replace(state, line_width=float(operands[0]))
            case b"W" | b"W*":
                return replace(state, clip=self._result.paper.clip())
        return state

    def _draw(self, operator: bytes, operands: list[Any], state: State) -> None:
        """What is not text, for what it lays behind the text."""
        paper = self._result.paper
        if operator in DRAWS:
            paper.draw(operator, operands, state.matrix)
        elif operator in ENDS:
            paper.end(operator, state)
        elif operator == b"sh":
            paper.shade(state.clip)
        elif operator == b"INLINE IMAGE":
            paper.place_image(state.matrix)

    def _object(self, resources: Any, operands: list[Any], state: State) -> None:  # noqa: ANN401
        """An image, or a form with operations of its own."""
        from pypdf.generic import ContentStream  # noqa: PLC0415  only a PDF needs it

        objects = resources.get("/XObject", {}).get_object()
        found = objects.get(operands[0])
        found = found.get_object() if found is not None else None
        if found is None:
            return
        if found.get("/Subtype") == "/Image":
            self._result.paper.place_image(state.matrix)
        elif (
            found.get("/Subtype") == "/Form"
            and len(self._inside) < DEEPEST
            and id(found) not in self._inside
        ):
            matrix = matrix_of(found.get("/Matrix", IDENTITY))
            inside = replace(state, matrix=times(matrix, state.matrix))
            canvas = _Canvas(self._pdf, self._budget, self._result, (*self._inside, id(found)))
            stream = ContentStream(found, self._pdf, "bytes")
            canvas.run(stream, found.get("/Resources", resources), inside)

    def _show(self, operator: bytes, operands: list[Any], state: State) -> None:
        """One operation of text; a number in it moves the pen."""
        if operator in {b"'", b'"'}:
            self._pen.next_line(0, -state.leading)
        glyphs: list[Glyphs] = []
        try:
            for piece in _pieces(operator, operands):
                if isinstance(piece, bytes):
                    glyphs += self._pen.write(piece, state)
                elif not isinstance(piece, str):
                    self._pen.advance(-float(piece) / 1000 * state.size * state.stretch)
        finally:
            self._result.shown.append(Shown(operands, tuple(glyphs), state))
