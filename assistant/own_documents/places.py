"""Where the text of a document stands: its pages, or the paragraphs of one without pages."""

import re
from collections.abc import Iterator

from assistant.domain.documents import Document, Place

PAGE = "sida "


def pages_in(document: Document) -> int | None:
    """How many pages there are, with text or without; None where there are no pages."""
    return sum(place.name.startswith(PAGE) for place in document.places) or None


def pages_without_text(document: Document) -> tuple[str, ...]:
    """The pages that hold no text: scanned, drawn or empty."""
    return tuple(
        place.name
        for place, text in placed(document)
        if place.name.startswith(PAGE) and not text.strip()
    )


def placed(document: Document) -> Iterator[tuple[Place, str]]:
    """Each place with its text; the paragraphs of a text without places are counted."""
    text = document.text
    places = document.places
    if not places:
        found = re.finditer(r"\S(?:.*\S)?(?:\n[^\n]*\S[^\n]*)*", text)
        places = tuple(
            Place(match.start(), f"stycke {number}") for number, match in enumerate(found, start=1)
        )
    ends = [*(place.start for place in places[1:]), len(text)]
    for place, end in zip(places, ends, strict=True):
        yield place, text[place.start : end]
