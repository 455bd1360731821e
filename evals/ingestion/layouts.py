"""The looks in which a guidance is set as a PDF, and what stands in each of its parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.domain.guidance import Bullet, Commitment, Guidance, Point, Section

WATERMARK = ("Ar", "be", "tsm", "ate", "ria", "l")
HEAD = "Introduktion och vägledande texter - {contract} Version {label}"
FOOT = "viablecities.se"
FIRST_COLUMN, LAST_COLUMN = "Gemensamt åtagande", "Konkreta exempel på insatser"


@dataclass(frozen=True, slots=True)
class Layout:
    """Sättning: how the document looks; the text is the same in all."""

    name: str
    renderer: str = "chromium"
    landscape: bool = True
    """The tables; the running text is always in portrait."""
    grid: bool = True
    widths: tuple[int, ...] = (20, 20, 20, 20, 20)
    """Parts of the width, a column each."""
    centred: bool = False
    repeated: bool = True
    watermark: bool = True
    hyphens: bool = False
    hanging: bool = True
    """Numbers and marks stand apart from their text, which keeps its own left edge."""
    points: float = 9
    """The size of the type in the tables."""
    justified: bool = False
    furniture: bool = True
    noun: str = "Åtagande"


LAYOUTS = (
    Layout("liggande med linjer"),
    Layout("liggande utan linjer", grid=False, centred=True),
    Layout("stående med linjer", landscape=False, points=7),
    Layout(
        "stående utan linjer",
        landscape=False,
        grid=False,
        widths=(18, 23, 22, 20, 17),
        points=6.5,
        hyphens=True,
    ),
    Layout("ojämna spalter", widths=(15, 27, 24, 20, 14), centred=True, hyphens=True),
    Layout("stor stil över flera sidor", widths=(18, 24, 22, 20, 16), points=12, hyphens=True),
    Layout("utan indrag", hanging=False, repeated=False),
    Layout("marginaljusterat", justified=True, hyphens=True),
    Layout("kontorsprogram, liggande", "office"),
    Layout("kontorsprogram, utan linjer", "office", grid=False, centred=True, hyphens=True),
    Layout("kontorsprogram, stående", "office", landscape=False, points=7, hyphens=True),
    Layout("kontorsprogram, ojämna spalter", "office", widths=(15, 27, 24, 20, 14), points=11),
    Layout("kontorsprogram, utan indrag", "office", hanging=False, repeated=False),
)


@dataclass(frozen=True, slots=True)
class Line:
    """Textrad: a paragraph of a cell; `marker` is its number or mark, `level` its indent."""

    text: str
    marker: str = ""
    level: int = 0


def cells(commitment: Commitment, guidance: Guidance) -> tuple[tuple[Line, ...], ...]:
    """What stands in each column of the table of a commitment."""
    return (
        (Line(commitment.official_wording),),
        *(
            tuple(line for p in commitment.points if p.phase == phase for line in _of_point(p))
            for phase in guidance.edition.phases
        ),
        tuple(
            line
            for example in commitment.examples
            for line in (
                (Line(example.text), *_of_bullets(example.bullets, 0))
                if example.bullets
                else (Line(example.text, "-"),)
            )
        ),
    )


def heads(guidance: Guidance) -> tuple[tuple[str, str], ...]:
    """The header of each column: its name, and the descriptor below it."""
    steps = ((p.name, p.descriptor) for p in guidance.edition.phases)
    return ((FIRST_COLUMN, ""), *steps, (LAST_COLUMN, ""))


def with_headings(sections: Iterable[Section]) -> Iterator[tuple[str, Section]]:
    """Each section with the heading that it begins, number and all; "" where the one before goes on."""
    before = ""
    for section in sections:
        number = f"{section.number}. " if section.number else ""
        begins = section.heading != before
        yield f"{number}{section.heading_verbatim}" if begins else "", section
        before = section.heading


def _of_point(point: Point) -> Iterator[Line]:
    yield Line(point.text, point.id)
    yield from _of_bullets(point.bullets, 1)


def _of_bullets(bullets: Iterable[Bullet], level: int) -> Iterator[Line]:
    for bullet in bullets:
        yield Line(bullet.text, "-", level)
        yield from _of_bullets(bullet.bullets, level + 1)
