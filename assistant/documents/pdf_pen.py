"""Where a PDF's text is written: every word of a string with its place, size and direction.

pypdf's own extraction guesses spaces and lines. Here the glyphs are placed as the page places them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from math import atan2, degrees, hypot
from typing import Any

from assistant.documents.pdf_graphics import (
    IDENTITY,
    Matrix,
    State,
    codes_of,
    is_space,
    matrix_of,
    times,
)
from assistant.documents.pdf_pages import LIGATURES


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


class Pen:
    """Penna: where the next glyph stands, and where its line began."""

    def __init__(self) -> None:
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY

    def move(self, operator: bytes, operands: list[Any], state: State) -> None:
        """Go where an operation says, if it says where."""
        match operator:
            case b"BT":
                self._text = self._line = IDENTITY
            case b"Tm":
                self._text = self._line = matrix_of(operands)
            case b"Td" | b"TD":
                self.next_line(float(operands[0]), float(operands[1]))
            case b"T*":
                self.next_line(0, -state.leading)

    def next_line(self, x: float, y: float) -> None:
        """Begin a line, so far from where the last one began."""
        self._text = self._line = times((1, 0, 0, 1, x, y), self._line)

    def write(self, string: bytes, state: State) -> Iterator[Glyphs]:
        """The words and the spaces of a string, each by itself."""
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
            self.advance(width * state.stretch)
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

    def advance(self, width: float) -> None:
        """Move along the line, by the width before any matrix."""
        self._text = times((1, 0, 0, 1, width, 0), self._text)
