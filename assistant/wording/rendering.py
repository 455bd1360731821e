"""Renders phrases and quotations; a quotation's words come from its passage and are not edited."""

import re
from dataclasses import dataclass

from assistant.domain.answers import Composition, Phrase
from assistant.domain.passages import Passage, Quotation

MARKDOWN_SIGNS = re.compile(r"([\\`*_<>~|])")


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


def citations(body: Composition) -> tuple[Citation, ...]:
    """A citation for every place of every quotation, in order, each place once."""
    places = {
        place.id: Citation(place)
        for part in body
        if isinstance(part, Quotation)
        for place in (part.passage, *part.also)
    }
    return tuple(places.values())


def to_markdown(body: Composition) -> str:
    """The composition as Markdown: phrases as paragraphs, quotations as block quotes with source."""
    return "\n\n".join(
        part.text if isinstance(part, Phrase) else _block_quote(part) for part in body
    )


def _block_quote(quotation: Quotation) -> str:
    # A blank quoted line between lines: a list that begins with "4." would not be one without it.
    lines = "\n>\n> ".join(escaped(line) for line in quotation.text.split("\n"))
    return f"> {lines}\n>\n> *Källa: {escaped(quotation.location)}*"


def escaped(text: str) -> str:
    r"""The text such that Markdown shows it as it stands.

    >>> print(escaped("2 * 3 _så_"))
    2 \* 3 \_så\_
    """
    return MARKDOWN_SIGNS.sub(r"\\\1", text)
