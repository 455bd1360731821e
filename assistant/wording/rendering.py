"""Renders own words and quotations; a quotation's words come from its passage and are not edited.

Own words are shown as they stand, so that nothing written in them can look like a quotation.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from assistant.domain.answers import Phrase
from assistant.domain.local_text import LocalText
from assistant.domain.passages import Passage, Quotation

Body: TypeAlias = Iterable[Phrase | LocalText | Quotation]

MARKDOWN_SIGNS = re.compile(r"([\\`*_<>~|]|&(?=[#\w])|\](?=[(\[:]))")
BLOCK_START = re.compile(r"^([#+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Citation:
    """Källhänvisning: derived from a quotation, never from what a model wrote."""

    passage: Passage

    @property
    def location(self) -> str:
        """The place as a reader finds it."""
        return self.passage.location

    @property
    def quote(self) -> str:
        """The quoted words."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Rendered:
    """Färdig text: the words, and where each quotation begins and ends in them."""

    text: str
    quoted: tuple[tuple[int, int], ...]


def citations(body: Body) -> tuple[Citation, ...]:
    """A citation for every place of every quotation, in order, each place once."""
    places = {
        place.id: Citation(place)
        for part in body
        if isinstance(part, Quotation)
        for place in (part.passage, *part.also)
    }
    return tuple(places.values())


def to_text(body: Body) -> Rendered:
    """The composition as plain text, and where the quotations stand in it."""
    written: list[str] = []
    quoted: list[tuple[int, int]] = []
    length = 0
    for part in body:
        if isinstance(part, Quotation):
            quoted.append((length, length + len(part.text)))
        written.append(part.text)
        length += len(part.text)
    return Rendered("".join(written), tuple(quoted))


def with_source(quotation: Quotation) -> str:
    """The quotation and its source as plain text, to be pasted anywhere."""
    return f"{quotation.text}\n\n{mark_of(quotation)}: {quotation.location}"


def mark_of(quotation: Quotation) -> str:
    """What stands before the place: nobody shall take the municipality's words for the guidance's."""
    return "Källa" if quotation.passage.of_guidance else "Kommunens dokument"


def to_markdown(body: Body) -> str:
    """The composition as Markdown: own words as paragraphs, quotations as block quotes with source."""
    return "\n\n".join(
        block_quote(part) if isinstance(part, Quotation) else paragraph(part.text) for part in body
    )


def paragraph(text: str) -> str:
    r"""Own words as one Markdown paragraph that shows them as they stand.

    >>> print(paragraph("- > 1. *så*"))
    \- \> 1. \*så\*
    """
    folded = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    return BLOCK_START.sub(_disarmed, escaped(folded))


def _disarmed(match: re.Match[str]) -> str:
    sign = match.group()
    # A digit cannot be escaped; the dot or bracket after it can.
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def block_quote(quotation: Quotation) -> str:
    """A quotation as a Markdown block quote, with its source."""
    # A blank quoted line between lines: a list that begins with "4." would not be one without it.
    lines = "\n>\n> ".join(escaped(line) for line in quotation.text.split("\n"))
    return f"> {lines}\n>\n> *{mark_of(quotation)}: {escaped(quotation.location)}*"


def escaped(text: str) -> str:
    r"""The text such that Markdown shows it as it stands.

    >>> print(escaped("2 * 3 _så_"))
    2 \* 3 \_så\_
    """
    return MARKDOWN_SIGNS.sub(r"\\\1", text)
