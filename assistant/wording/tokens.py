"""Quotations leave as tokens and come back as quotations, whoever held the text in between.

A model or an editor sees `⟦2025-1/åtagande/6⟧` where an official sentence stands. Local text cannot
hold a token: its own brackets of that shape are sent as tokens too.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.domain.errors import TokenFault, quoted
from assistant.domain.local_text import LocalText
from assistant.domain.passages import Quotation

LEFT, RIGHT = "⟦", "⟧"
LITERAL = {"vänster": LEFT, "höger": RIGHT}
TOKEN = re.compile(rf"{LEFT}([^{LEFT}{RIGHT}]*){RIGHT}")
SIGN = re.compile(f"[{LEFT}{RIGHT}]")


def token(name: str) -> str:
    """What stands for the thing of that name in a text that someone else may change."""
    return f"{LEFT}{name}{RIGHT}"


def token_of(quotation: Quotation) -> str:
    """The token of a quotation, by the id of its passage."""
    return token(quotation.passage.id)


def quotation_of(text: str, known: Mapping[str, Quotation]) -> Quotation | None:
    """The quotation that a text which is a token stands for; None when the text is no token.

    `TokenFault` when it is a token of something else.
    """
    match = TOKEN.fullmatch(text)
    if match is None:
        return None
    if match.group(1) not in known:
        raise TokenFault(f"Märket {text} står inte för något citat.")
    return known[match.group(1)]


def tokenized(body: Iterable[LocalText | Quotation]) -> str:
    """The composition as one text, with a token for each quotation."""
    return "".join(
        token_of(part) if isinstance(part, Quotation) else _guarded(part.text) for part in body
    )


def _guarded(text: str) -> str:
    names = {sign: token(name) for name, sign in LITERAL.items()}
    return SIGN.sub(lambda match: names[match.group()], text)


def exchanged(
    text: str, quotations: Iterable[Quotation], author: LocalText
) -> tuple[LocalText | Quotation, ...]:
    """The text as a composition; what is no token becomes local text like `author`.

    `TokenFault` when a token stands for none of the quotations, or is broken.
    """
    known = {quotation.passage.id: quotation for quotation in quotations}
    body: list[LocalText | Quotation] = []
    own: list[str] = []

    def close() -> None:
        if written := "".join(own):
            body.append(replace(author, text=written))
        own.clear()

    end = 0
    for match in TOKEN.finditer(text):
        own.append(_unbroken(text[end : match.start()]))
        end = match.end()
        name = match.group(1)
        if name in LITERAL:
            own.append(LITERAL[name])
        elif name in known:
            close()
            body.append(known[name])
        else:
            raise TokenFault(f"Märket {match.group()} står inte för något citat i utkastet.")
    own.append(_unbroken(text[end:]))
    close()
    return tuple(body)


def _unbroken(text: str) -> str:
    if SIGN.search(text):
        raise TokenFault(f"Texten har ett avbrutet märke: {quoted(text)}.")
    return text
