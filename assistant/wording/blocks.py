"""Cuts a text into headings, paragraphs, list items and table cells, by its own marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|$)")
INVISIBLE = "[\u00ad\u200b\u2060\ufeff]*"
QUOTED = re.compile(r"\s{0,20}(?:>\s?){1,9}")
HEADING = re.compile(rf"{INVISIBLE}#{{1,6}}[^\S\r\n]+")
RULE = re.compile(r"\s*(?:[-=_*~]\s?){3,}\s*$")
TABLE_RULE = re.compile(r"\s*\|?[\s:|+-]*-[\s:|+-]*\|[\s:|+-]*$")
MARK = re.compile(
    rf"(?P<indent>\s*){INVISIBLE}(?P<bold>[*_]{{0,3}})(?P<mark>"
    r"[-*+•·●◦▪■□–—‣⁃➢✓\uf0b7\uf0a7\uf0d8](?=\s)(?:\s+\[[ xX]\](?=\s))?"
    r"|[•●◦▪‣⁃\uf0b7\uf0a7](?=\w)"
    r"|o(?=\t|\s{2})"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}[.)](?=\s)"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}(?=\s+[A-ZÅÄÖ])"
    r"|\d{1,3}\.(?=[A-ZÅÄÖ])"
    r"|\((?:\d{1,3}|[a-zåäö]|[ivx]{1,5})\)(?=\s)|(?:[a-zåäö]|[ivx]{1,5})\)(?=\s)"
    rf"){INVISIBLE}\s+|(?P<glued>[•●◦▪‣⁃\uf0b7\uf0a7]|\d{{1,3}}\.)(?=[^\W\d_])"
)
DASH_MARK = "-–—"
UNFINISHED = re.compile(r"[^\s.!?:;…|]\s*$")
FINISHED = re.compile(r"[.!?:;…][\"'”’»)\]*_]*\s*$")
LEADS_ON = re.compile(r"(?::|\batt)[\s*_]*$")
LONG_LINE = 120
"""Characters: a longer line is a paragraph that the editor did not wrap."""


class BlockKind(StrEnum):
    """What a block of a text under review is."""

    PARAGRAPH = "stycke"
    ITEM = "listpunkt"
    HEADING = "rubrik"
    CELL = "tabellcell"


@dataclass(slots=True)
class TextBlock:
    """Textblock: the lines that belong together, without their marks, as spans of the text."""

    kind: BlockKind
    lines: list[tuple[int, int]]
    mark: str = ""
    opened: str = ""
    """Emphasis that began before the mark, as in "**1. Vi åtar oss"."""
    indent: int = 0
    level: int = 0
    ended: bool = False
    width: int = 0
    """Characters of its longest line before the last."""


def blocks_of(text: str, opening: str) -> Iterator[TextBlock]:
    """The blocks in order. Lines are joined where the sentence plainly goes on.

    What begins with the `opening` of a pledge never goes on from the line before.
    """
    open_block: TextBlock | None = None
    for start, end in _line_spans(text):
        if start == end or not text[start:end].strip():
            if open_block:
                open_block.ended = True
            continue
        if RULE.match(text, start, end) or TABLE_RULE.match(text[start:end]):
            if open_block:
                yield open_block
            open_block = None
            continue
        cells = list(_cells(text, start, end))
        if cells:
            if open_block:
                yield open_block
            open_block = None
            yield from cells
            continue
        if open_block and _goes_on(text, open_block, (start, end), opening.lower()):
            previous_start, previous_end = open_block.lines[-1]
            open_block.width = max(open_block.width, previous_end - previous_start)
            open_block.lines.append((start, end))
            open_block.ended = False
            continue
        if open_block:
            yield open_block
        open_block = _begun(text, start, end)
    if open_block:
        yield open_block


def _line_spans(text: str) -> Iterable[tuple[int, int]]:
    for match in LINE.finditer(text):
        start, end = match.span()
        if start == end:
            continue
        while end > start and text[end - 1] in "\n\r\x0b\x0c\x85\u2028\u2029":
            end -= 1
        quoted = QUOTED.match(text, start, end)
        yield (quoted.end() if quoted else start), end


def _cells(text: str, start: int, end: int) -> Iterator[TextBlock]:
    line = text[start:end]
    if "|" not in line or not (line.strip().startswith("|") or line.count("|") > 1):
        return
    at = start
    for piece in re.split(r"((?<!\\)\|)", line):
        if piece != "|" and piece.strip():
            block = _begun(text, at, at + len(piece))
            block.kind = BlockKind.CELL
            block.ended = True
            yield block
        at += len(piece)


def _begun(text: str, start: int, end: int) -> TextBlock:
    if match := HEADING.match(text, start, end):
        level = match.group().count("#")
        while end > match.end() and text[end - 1] in "# \t":
            end -= 1
        inner = MARK.match(text, match.end(), end)
        mark = inner.group("mark") or inner.group("glued") if inner else ""
        opened = (inner.group("bold") or "") if inner else ""
        first = inner.end() if inner else match.end()
        return TextBlock(BlockKind.HEADING, [(first, end)], mark, opened, level=level)
    match = MARK.match(text, start, end)
    if match and match.end() < end:
        indent = len((match.group("indent") or "").expandtabs(4))
        return TextBlock(
            BlockKind.ITEM,
            [(match.end(), end)],
            match.group("mark") or match.group("glued"),
            match.group("bold") or "",
            indent,
        )
    indent = len(text[start:end].expandtabs(4)) - len(text[start:end].expandtabs(4).lstrip())
    return TextBlock(BlockKind.PARAGRAPH, [(start, end)], indent=indent)


def _goes_on(text: str, block: TextBlock, line: tuple[int, int], opening: str) -> bool:
    """Whether the line continues the block: it may be a wrap, also one with an empty line between."""
    start, end = line
    if block.kind is BlockKind.HEADING or HEADING.match(text, start, end):
        return False
    last_start, last_end = block.lines[-1]
    last = text[last_start:last_end]
    mark = MARK.match(text, start, end)
    if mark:
        follows = text[mark.end() : mark.end() + len(opening)].lower()
        return follows != opening and _is_dash_in_a_sentence(block, last, mark, follows)
    begins = text[start:end].lstrip(" \t\u00a0\u00ad\u200b\u2060\ufeff*_\"'”“(")[:1]
    if block.ended:
        return begins.islower() and UNFINISHED.search(last) is not None
    if not begins.isupper() or FINISHED.search(last) is None:
        fits = last_end - last_start + len(text[start:end].split(maxsplit=1)[0]) + 1
        wraps = last_end - last_start <= LONG_LINE and fits > max(block.width, 40)
        return not begins.isupper() or wraps
    return True


def _is_dash_in_a_sentence(block: TextBlock, last: str, mark: re.Match[str], follows: str) -> bool:
    sign = mark.group("mark") or ""
    return (
        sign in DASH_MARK
        and sign != ""
        and not block.ended
        and follows[:1] == mark.string[mark.end() : mark.end() + 1]
        and follows[:1].islower()
        and UNFINISHED.search(last) is not None
        and LEADS_ON.search(last) is None
        and not (block.kind is BlockKind.ITEM and block.mark == sign)
    )
