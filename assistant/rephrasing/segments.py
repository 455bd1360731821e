"""Cuts a model's text into sentences and tokens while it comes, so that each can be checked and shown."""

import re
from collections.abc import Iterable, Iterator

from assistant.domain.errors import TokenFault
from assistant.wording.sentences import NEVER_LAST
from assistant.wording.tokens import LEFT, RIGHT, SIGN, TOKEN

END = re.compile(
    rf"(?<=[.!?:])[”\"')]?\s+(?=[^\W\d_a-zåäö]|{LEFT}|\d+[.)]\s|[-*•])|\n+|(?={LEFT})|(?<={RIGHT})"
)
"""Where a sentence may end: what follows must be seen before it is known that one has."""
EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_|_(?!\w)|`)")
LIST_MARK = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
LETTER = re.compile(r"[^\W\d_]")


def segments(pieces: Iterable[str]) -> Iterator[str]:
    """Sentences and tokens, each by itself, in order, as soon as it is whole.

    Emphasis and list marks of Markdown, which many models cannot be talked out of, are taken away.
    `TokenFault` when a token is broken.
    """
    waiting = ""
    for piece in pieces:
        waiting += piece
        *whole, waiting = _cut(waiting)
        yield from _clean(whole)
    yield from _clean([waiting])


def _cut(text: str) -> list[str]:
    """The text in parts, of which the last may go on."""
    parts: list[str] = []
    start = 0
    for match in END.finditer(text):
        if _goes_on(text[start : match.start()], match.group()) or _in_token(text, match.start()):
            continue
        if match.start() > start:
            parts.append(text[start : match.start()])
        start = match.end()
    return [*parts, text[start:]]


def _goes_on(part: str, between: str) -> bool:
    """Whether what looks like an end is the stop of an abbreviation."""
    if "\n" in between or not between:
        return False
    return part.rpartition(" ")[2].rstrip(".").lower() in NEVER_LAST


def _in_token(text: str, at: int) -> bool:
    return text.count(LEFT, 0, at) > text.count(RIGHT, 0, at)


def _clean(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        text = part.strip()
        if TOKEN.fullmatch(text):
            yield text
            continue
        if SIGN.search(text):
            raise TokenFault("Ett märke är avbrutet.")
        text = " ".join(LIST_MARK.sub("", EMPHASIS.sub("", text)).split())
        if LETTER.search(text):
            yield text
