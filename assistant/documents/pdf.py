"""The text of a PDF, page by page, and what stands in it that no reader sees."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from assistant.documents.pdf_pages import LIGATURES, LONGEST_PAGE, each_page, too_large
from assistant.documents.pdf_unshown import PageText, text_of
from assistant.domain.documents import Document, Place, Unshown

EDGE_LINES = 2
FURNITURE_PAGES = 3
"""Pages: a line that stands at the edge of this many, or of both of two, is a running head or foot."""
NUMBERS_THE_TEXT = re.compile(r"\W*(?:åtagande|avsnitt|kapitel|bilaga|punkt)\b", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> Document:
    """The text of a PDF without running heads and page numbers; each page is a place.

    What is not shown is told at the beginning of its page.
    """
    read = list(_texts(data, name))
    pages = [page.text.translate(LIGATURES).splitlines() for page in read]
    repeated = _repeated(pages)
    pieces: list[str] = []
    places: list[Place] = []
    unshown: list[Unshown] = []
    position = 0
    for number, (page, lines) in enumerate(zip(read, pages, strict=True), start=1):
        kept = [
            line
            for at, line in enumerate(lines)
            if not (_at_edge(at, lines) and _shape(line) in repeated)
        ]
        text = "\n".join(kept).strip("\n") + "\n"
        places.append(Place(position, f"sida {number}"))
        unshown += [
            Unshown(position, hidden.translate(LIGATURES), manner)
            for manner, hidden in page.unshown.items()
        ]
        pieces.append(text)
        position += len(text)
    return Document("".join(pieces), tuple(places), tuple(unshown))


def _texts(data: bytes, name: str) -> Iterator[PageText]:
    for page in each_page(data, name, partial(text_of, name=name)):
        if len(page.text) > LONGEST_PAGE:
            raise too_large(name)
        yield page


def _at_edge(at: int, lines: list[str]) -> bool:
    return at < EDGE_LINES or at >= len(lines) - EDGE_LINES


def _shape(line: str) -> str:
    """The line with its numbers hidden, so that page numbers are the same on every page."""
    if NUMBERS_THE_TEXT.match(line):
        return line
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    counts = Counter(
        shape
        for lines in pages
        for shape in {_shape(line) for at, line in enumerate(lines) if _at_edge(at, lines)}
        if shape
    )
    enough = min(FURNITURE_PAGES, max(2, len(pages)))
    return frozenset(shape for shape, times in counts.items() if times >= enough)
