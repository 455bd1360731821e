"""A text without its typography, which knows where every character of it stood."""

import re
from array import array
from dataclasses import dataclass, field
from functools import cached_property

HYPHENATION, SOFT_HYPHENATION, BROKEN_DASH = "\ufdd0", "\ufdd1", "\ufdd2"
BREAKS = {HYPHENATION: ("", "-", "- "), SOFT_HYPHENATION: ("", " "), BROKEN_DASH: ("- ", "-")}
"""Line breaks that can be read in more than one way; the first reading is the likeliest."""
ANY_BREAK = re.compile(f"[{''.join(BREAKS)}]")


@dataclass(frozen=True)
class PlainText:
    """Ren text: a text without its typography, and where each character of it stood."""

    text: str
    starts: "array[int]" = field(repr=False)
    ends: "array[int]" = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stood in the text as given."""
        return self.starts[start], self.ends[end - 1]

    @cached_property
    def reading(self) -> str:
        """The text with every doubtful line break read in the likeliest way."""
        return ANY_BREAK.sub(lambda match: BREAKS[match.group()][0], self.text)

    def part(self, start: int, end: int) -> "PlainText":
        """The plain text from one of its characters to another."""
        return PlainText(self.text[start:end], self.starts[start:end], self.ends[start:end])


def same_words(form: str, official: str) -> bool:
    """Whether a plain text is the official one, whichever way its line breaks are read."""
    if not ANY_BREAK.search(form):
        return form == official
    pattern = "".join(
        f"(?:{'|'.join(re.escape(reading) for reading in BREAKS[piece])})"
        if piece in BREAKS
        else re.escape(piece)
        for piece in re.split(f"({ANY_BREAK.pattern})", form)
    )
    return re.fullmatch(pattern, official) is not None
