"""From the rows around the tables to sections: headings, paragraphs, lists and captions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.domain.guidance import BlockType
from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.items import MARKED, MARKS, Paragraphs, ends_a_sentence, without_mark
from assistant.ingestion.joining import Lines
from assistant.ingestion.stretches import Row, usual_leading, usual_size

LARGER = 1.06
"""Times the usual size, for a heading that is not bold."""
LONGEST_HEADING = 160
CHAPTER = re.compile(r"(?P<number>\d+(?:\.\d+)*)\.?\s+(?P<heading>\D.*)")
NUMBERED = re.compile(r"(?P<mark>\d{1,2}\.)\s*(?P<text>[^\W\d].*)")
CAPTION = re.compile(r"[^\W\d_]+ \d+[.:] ?\S")
INDENT = 4.0
"""Points that make a list inside a list."""


@dataclass(slots=True)
class ReadBlock:
    """Läst textblock: with the rows that it was read from."""

    type: BlockType
    marker: str | None
    text: str
    rows: list[Row]


@dataclass(slots=True)
class ReadSection:
    """Läst avsnitt: a heading or subheading with what stands under it."""

    number: str | None
    heading: str
    subheading: str | None
    rows: list[Row]
    """The rows of its headings."""
    blocks: list[ReadBlock] = field(default_factory=list)


def read_sections(rows: Sequence[Row], lines: Lines, doubts: Doubts) -> list[ReadSection]:
    """The sections in order. Text before the first heading gets none, and is a doubt."""
    usual = usual_size(s for row in rows for s in row.stretches)
    leading = usual_leading(
        (r.first.page, r.first.y) for r in rows if abs(r.first.size - usual) < 1
    )
    found: list[ReadSection] = []
    chapter = _chapter_size(rows, usual)
    for is_heading, part in _parts(rows, usual):
        if is_heading:
            text = lines.joined(part, "rubrik", float("inf"))
            size = part[0].first.size
            numbered = CHAPTER.fullmatch(text)
            if numbered or size >= chapter - 0.3 or not found:
                number = numbered["number"] if numbered else None
                heading = numbered["heading"] if numbered else text
                found.append(ReadSection(number, heading, None, list(part)))
            elif found[-1].blocks or found[-1].subheading:
                above = found[-1]
                found.append(ReadSection(above.number, above.heading, text, list(part)))
            else:
                found[-1].subheading = text
                found[-1].rows += part
        elif found:
            found[-1].blocks += _blocks(part, lines, leading, doubts)
        else:
            doubts.add(
                DoubtKind.LEFT_OVER,
                part[0].first,
                "löpande text",
                part[0].text,
                "Texten står före den första rubriken och har inte kommit med i något avsnitt.",
            )
    return found


def _parts(rows: Sequence[Row], usual: float) -> Iterator[tuple[bool, list[Row]]]:
    """Headings, each with all its lines, and what stands between them."""
    part: list[Row] = []
    kind = False
    for row in rows:
        is_heading = _is_heading(row, usual)
        same = bool(part) and is_heading == kind
        if same and is_heading:
            last = part[-1].first
            same = (
                abs(last.size - row.first.size) < 0.3
                and last.bold == row.first.bold
                and last.page == row.first.page
                and last.y - row.first.y < 1.9 * last.size
                and CHAPTER.fullmatch(row.text) is None
            )
        if part and not same:
            yield kind, part
            part = []
        kind = is_heading
        part.append(row)
    if part:
        yield kind, part


def _is_heading(row: Row, usual: float) -> bool:
    first = row.first
    if len(row.text) > LONGEST_HEADING or first.text in MARKS:
        return False
    return first.size > LARGER * usual or (first.bold and first.size > 0.97 * usual)


def _chapter_size(rows: Sequence[Row], usual: float) -> float:
    """The size of headings with a number, or of the largest heading but the title."""
    numbered = [
        row.first.size for row in rows if _is_heading(row, usual) and CHAPTER.fullmatch(row.text)
    ]
    if numbered:
        return min(numbered)
    sizes = sorted({round(r.first.size) for r in rows if _is_heading(r, usual)}, reverse=True)
    return sizes[1] if len(sizes) > 1 else usual


def _blocks(
    rows: Sequence[Row], lines: Lines, leading: float, doubts: Doubts
) -> Iterator[ReadBlock]:
    paragraphs = Paragraphs(rows, leading)
    part: list[Row] = []
    kind, marker, base = BlockType.PARAGRAPH, None, None
    for at, row in enumerate(rows):
        marked = _marked(row, at, paragraphs)
        if marked is None and part and not _begins(rows, at, paragraphs, doubts):
            part.append(row)
            continue
        if part:
            yield ReadBlock(
                kind, marker, lines.joined(part, "löpande text", paragraphs.right), part
            )
        if marked:
            base = row.first.x if base is None else base
            deeper = row.first.x > base + INDENT
            kind = BlockType.SUB_BULLET if deeper else BlockType.BULLET
            marker = marked
            left = without_mark(row, len(marked))
            part = [left] if left else []
        else:
            base = None
            kind = BlockType.CAPTION if CAPTION.match(row.text) else BlockType.PARAGRAPH
            marker, part = None, [row]
    if part:
        yield ReadBlock(kind, marker, lines.joined(part, "löpande text", paragraphs.right), part)


def _marked(row: Row, at: int, paragraphs: Paragraphs) -> str | None:
    """The mark of a line of a list."""
    if paragraphs.bullet(at, frozenset())[0] and (match := MARKED.match(row.text)):
        return match["mark"]
    numbered = NUMBERED.match(row.text)
    alone = numbered and row.first.text == numbered["mark"]
    if numbered and (alone or at == 0 or paragraphs.gap(at) or paragraphs.had_room(at)):
        return numbered["mark"]
    return None


def _begins(rows: Sequence[Row], at: int, paragraphs: Paragraphs, doubts: Doubts) -> bool:
    """Whether a line begins a paragraph: below white space, or below a line that ended early."""
    before, row = rows[at - 1], rows[at]
    if paragraphs.gap(at):
        return True
    if before.first.page != row.first.page:
        ended = ends_a_sentence(before.text)
        if ended and not paragraphs.had_room(at):
            doubts.add(
                DoubtKind.SECTIONS,
                row.first,
                "löpande text",
                row.text,
                "Sidan börjar med en ny mening. Den är läst som ett nytt stycke, men kan höra till "
                "stycket på sidan före.",
            )
        return ended
    style = (before.first.slanted, before.first.bold)
    if (
        style != (row.first.slanted, row.first.bold)
        and abs(before.first.size - row.first.size) > 0.3
    ):
        return True
    return ends_a_sentence(before.text) and paragraphs.had_room(at)
