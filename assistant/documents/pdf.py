"""The text of a PDF, page by page, within bounds of time and size."""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from assistant.domain.documents import Document, Place
from assistant.domain.errors import InputFault

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Read = TypeVar("Read")

MOST_PAGES = 2000
LONGEST_PAGE = 200_000
LONGEST_TIME = 60.0
"""Seconds for a whole file; forty pages take one or two."""
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
EDGE_LINES = 2
FURNITURE_PAGES = 3
"""Pages: a line that stands at the edge of this many, or of both of two, is a running head or foot."""
NUMBERS_THE_TEXT = re.compile(r"\W*(?:åtagande|avsnitt|kapitel|bilaga|punkt)\b", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> Document:
    """The text of a PDF without running heads and page numbers; each page is a place."""
    pages = [text.splitlines() for text in _texts(data, name)]
    repeated = _repeated(pages)
    pieces: list[str] = []
    places: list[Place] = []
    position = 0
    for number, lines in enumerate(pages, start=1):
        kept = [
            line
            for at, line in enumerate(lines)
            if not (_at_edge(at, lines) and _shape(line) in repeated)
        ]
        text = "\n".join(kept).strip("\n") + "\n"
        places.append(Place(position, f"sida {number}"))
        pieces.append(text)
        position += len(text)
    return Document("".join(pieces), tuple(places))


def _texts(data: bytes, name: str) -> Iterator[str]:
    for text in each_page(data, name, lambda page: page.extract_text() or ""):
        if len(text) > LONGEST_PAGE:
            raise too_large(name)
        yield text.translate(LIGATURES)


def each_page(
    data: bytes, name: str, read: Callable[["PageObject"], Read], seconds: float = LONGEST_TIME
) -> Iterator[Read]:
    """What `read` makes of each page; a file that cannot be used is one clear `InputFault`."""
    from pypdf import PdfReader  # noqa: PLC0415  only a PDF needs it

    try:
        yield from _each_page(PdfReader(BytesIO(data)), name, read, seconds)
    except InputFault:
        raise
    except Exception as error:
        # pypdf raises some twenty kinds of exceptions for damaged files.
        raise InputFault(
            f"Filen {name!r} är skadad eller ingen riktig PDF. Spara om den och försök igen."
        ) from error


def _each_page(
    reader: "PdfReader", name: str, read: Callable[["PageObject"], Read], seconds: float
) -> Iterator[Read]:
    deadline = time.monotonic() + seconds
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputFault(
            f"Filen {name!r} är skyddad med lösenord. Spara den utan lösenord och försök igen."
        )
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise InputFault(
            f"Filen {name!r} har {count} sidor. Den får ha högst {MOST_PAGES}. Dela upp den."
        )
    for page in reader.pages:
        yield read(page)
        if time.monotonic() > deadline:
            raise too_large(name)


def too_large(name: str) -> InputFault:
    """The fault of a file that takes too long, or holds too much."""
    return InputFault(f"Filen {name!r} är för stor för att läsas. Dela upp den i mindre delar.")


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
