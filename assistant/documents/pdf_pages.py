"""The pages of a PDF, which is not trusted, one by one within bounds of time and size."""

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from assistant.domain.errors import InputFault, quoted

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

Read = TypeVar("Read")

MOST_PAGES = 2000
LONGEST_PAGE = 200_000
"""Characters of a page."""
LONGEST_TIME = 60.0
"""Seconds for a whole file; forty pages take one or two."""
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)


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
            f"Filen {quoted(name)} är skadad eller ingen riktig PDF. Spara om den och försök igen."
        ) from error


def _each_page(
    reader: "PdfReader", name: str, read: Callable[["PageObject"], Read], seconds: float
) -> Iterator[Read]:
    deadline = time.monotonic() + seconds
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputFault(
            f"Filen {quoted(name)} är skyddad med lösenord. Spara den utan lösenord och försök igen."
        )
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise InputFault(
            f"Filen {quoted(name)} har {count} sidor. Den får ha högst {MOST_PAGES}. Dela upp den."
        )
    for page in reader.pages:
        yield read(page)
        if time.monotonic() > deadline:
            raise too_large(name)


def too_large(name: str) -> InputFault:
    """The fault of a file that takes too long, or holds too much."""
    return InputFault(
        f"Filen {quoted(name)} är för stor för att läsas. Dela upp den i mindre delar."
    )
