"""The blocks of a document: headings, paragraphs and list items, each with its place.

A PDF has lines and no paragraphs: where one ends is read from how lines end and how long they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from assistant.domain.documents import Document
from assistant.domain.own_documents import Cell
from assistant.own_documents.cleaning import cleaned
from assistant.own_documents.places import PAGE, placed
from assistant.own_documents.table_rows import Rows, between, cells_of, said_by

NUMBERED_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÅÄÖ][^.!?]*")
MARKED_HEADING = re.compile(r"(#{1,6})\s+(.+)")
ITEM = re.compile(r"(?:[-–—•▪◦*\uf0b7\uf0a7]|\d{1,2}[.)]|[a-zåäö]\))\s+")
CONTENTS = re.compile(r"(?:\.{4,}|(?:\. ){3,}|…{2,})\s*\d{1,4}\s*$")
ENDED = re.compile(r"[.!?:;][”\"’)\]]*$")
BROKEN_WORD = re.compile(r"(?<=[a-zåäöé]{3})-$")
JOINED_BY = re.compile(r"(?:och|eller|samt|respektive|till|som)\b")
LONGEST_HEADING = 90
SHORT = 0.8
"""Share of the document's usual line: a line that ends a sentence and is shorter ends its paragraph."""
VERY_SHORT = 0.6
"""The same for a line that ends no sentence: a row of a table, or a heading."""


@dataclass(frozen=True, slots=True)
class DocumentBlock:
    """Dokumentblock: a heading, a paragraph or a list item, and where it begins and ends."""

    text: str
    place: str
    heading: bool = False
    item: bool = False
    last_place: str = ""
    """Where it ends, when that is not where it begins."""
    turn: int = 0
    """The character with which the text of the last place begins."""
    cells: tuple[Cell, ...] = ()
    """What it is made of, if it is a row of a table."""


def blocks_of(document: Document) -> Iterator[DocumentBlock]:
    """The blocks of a document in order; lines of contents and signs that are not seen are left out."""
    if document.places and document.places[0].name.startswith(PAGE):
        pages = [(place.name, text) for place, text in placed(document)]
        yield from _over_pages(_of_pages(pages))
        return
    rows = Rows(document)
    for row, same in groupby(placed(document), key=lambda one: rows.at(one[0].start)):
        if row:
            names = [place.name for place, _ in same]
            yield DocumentBlock(said_by(row), between(names[0], names[-1]), cells=cells_of(row))
            continue
        for place, text in same:
            for paragraph in re.split(r"\n[ \t]*\n", text):
                if block := _marked(paragraph, place.name):
                    yield block


def _marked(paragraph: str, place: str) -> DocumentBlock | None:
    """A paragraph of Word or text, where headings and list items are marked."""
    text = " ".join(cleaned(" ".join(paragraph.split())).split())
    if not any(sign.isalnum() for sign in text) or CONTENTS.search(text):
        return None
    if heading := MARKED_HEADING.fullmatch(text):
        return DocumentBlock(heading.group(2), place, heading=True)
    if item := ITEM.match(text):
        return DocumentBlock(text[item.end() :], place, item=True)
    return DocumentBlock(text, place)


def _of_pages(pages: list[tuple[str, str]]) -> Iterator[DocumentBlock]:
    lengths = sorted(len(line) for _, text in pages for line in text.splitlines() if line.strip())
    usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
    for name, text in pages:
        for lines in _paragraphs(text.splitlines(), usual):
            yield from _of_lines(lines, name)


def _paragraphs(lines: list[str], usual: int) -> Iterator[list[str]]:
    """The lines of a page in paragraphs; a blank line and a line of contents part them."""
    gathered: list[str] = []
    for line, following in pairwise((*(" ".join(cleaned(one).split()) for one in lines), "")):
        if not line or CONTENTS.search(line):
            if gathered:
                yield gathered
            gathered = []
            continue
        gathered.append(line)
        if _ends_paragraph(line, following, usual, first=len(gathered) == 1):
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _ends_paragraph(line: str, following: str, usual: int, *, first: bool) -> bool:
    if not following or ITEM.match(following) or _is_numbered_heading(following):
        return True
    if first and _is_numbered_heading(line):
        return not following[:1].islower()
    if ENDED.search(line):
        # What begins small goes on, also after a shortened word.
        return len(line) < SHORT * usual and not following[:1].islower()
    begins_anew = following[:1].isupper() or following[:1].isdigit()
    return len(line) < VERY_SHORT * usual and begins_anew


def _is_numbered_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and NUMBERED_HEADING.fullmatch(line) is not None


def _of_lines(lines: list[str], place: str) -> Iterator[DocumentBlock]:
    text = lines[0]
    for line in lines[1:]:
        text = joined(text, line)
    if not any(sign.isalnum() for sign in text):
        return
    if _is_numbered_heading(text) or (len(lines) == 1 and _looks_like_heading(text)):
        yield DocumentBlock(text, place, heading=True)
    elif item := ITEM.match(text):
        yield DocumentBlock(text[item.end() :], place, item=True)
    else:
        yield DocumentBlock(text, place)


def _looks_like_heading(line: str) -> bool:
    """A short line that begins with a capital, ends no sentence and holds no figures of a table."""
    return (
        len(line) <= LONGEST_HEADING * 2 // 3
        and line[:1].isupper()
        and not ENDED.search(line)
        and not re.search(r"\d|%|,$", line)
        and len(line.split()) <= 7
    )


def joined(line: str, following: str) -> str:
    """Two lines of one paragraph: a word or a span of years that was broken is whole again.

    >>> joined("vår klimat-", "omställning"), joined("klimat-", "och energiplan")
    ('vår klimatomställning', 'klimat- och energiplan')
    """
    if BROKEN_WORD.search(line) and following[:1].islower() and not JOINED_BY.match(following):
        return line[:-1] + following
    if line.endswith("–") and line[-2:-1].isdigit() and following[:1].isdigit():
        return line + following
    return f"{line} {following}"


def _over_pages(blocks: Iterator[DocumentBlock]) -> Iterator[DocumentBlock]:
    """A paragraph that goes on over a page is one block again."""
    waiting: DocumentBlock | None = None
    for block in blocks:
        if waiting and _goes_on(waiting, block):
            text = joined(waiting.text, block.text)
            turn = len(text) - len(block.text)
            waiting = replace(waiting, text=text, last_place=block.place, turn=turn)
            continue
        if waiting:
            yield waiting
        waiting = block
    if waiting:
        yield waiting


def _goes_on(block: DocumentBlock, following: DocumentBlock) -> bool:
    return (
        not block.last_place
        and block.place != following.place
        and not (block.heading or following.heading or following.item)
        and not ENDED.search(block.text)
        and following.text[:1].islower()
    )
