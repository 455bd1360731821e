"""What decides where and how a PDF shows its text: matrices, fonts and the state that operations change."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pypdf.generic._font import Font

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ink:
    """Färg: whether it is as light as paper, and whether numbers in its space can tell that."""

    known: bool = True
    light: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Grafiskt läge: what `q` keeps and `Q` brings back."""

    matrix: Matrix = IDENTITY
    font: "Font | None" = None
    size: float = 12.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    mode: int = 0
    """How text is painted: filled, stroked, both, not at all."""
    fill: Ink = Ink()
    stroke: Ink = Ink()
    line_width: float = 1.0
    clip: tuple[float, float, float, float] | None = None
    """A box outside which nothing is painted."""


def fonts_of(resources: Any) -> dict[str, "Font"]:  # noqa: ANN401  any object of the file
    """The fonts of a page or form, by the names that it gives them."""
    from pypdf.generic._font import Font  # noqa: PLC0415  the only reader of widths that pypdf has

    fonts = resources.get("/Font", {}).get_object() if "/Font" in resources else {}
    read = {}
    for name in fonts:
        # A font that cannot be read shows nothing, and takes none of the others with it.
        with suppress(AttributeError, LookupError, TypeError, ValueError):
            read[str(name)] = Font.from_font_resource(fonts[name].get_object())
    return read


def is_space(font: "Font", code: str) -> bool:
    """Whether a code of a font shows white space."""
    return not str(font.character_map.get(code, code)).strip()


def codes_of(string: bytes, font: "Font") -> str:
    """The codes of a shown string, a character each, as the font counts their widths."""
    if isinstance(font.encoding, str):
        return string.decode(font.encoding, "replace")
    return "".join(font.encoding.get(byte, chr(byte)) for byte in string)


def matrix_of(operands: Any) -> Matrix:  # noqa: ANN401  numbers of pypdf
    """The matrix of six operands."""
    a, b, c, d, e, f = (float(operand) for operand in operands[:6])
    return (a, b, c, d, e, f)


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix after another."""
    a, b, c, d, e, f = first
    return (
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        e * then[0] + f * then[2] + then[4],
        e * then[1] + f * then[3] + then[5],
    )
