"""Who the user is, as the proxy in front of the page says it in a header; without one, nobody."""

import gradio as gr
from starlette.datastructures import Headers

from assistant.domain.errors import InputFault

LONGEST_NAME = 200
NOT_TOLD = (
    "Det framgår inte vem ni är. Logga in på nytt, eller kontakta den som sköter assistenten."
)


def user_of(request: gr.Request, header: str | None) -> str:
    """The present user; "" when no header is set, since then there is one user only.

    `header` is the setting `user_header`. What a user owns is kept under exactly this name.
    """
    return user_in(request.headers, header) if header else ""


def user_in(headers: Headers, header: str) -> str:
    """The user that one header names; `InputFault` unless it stands once, with a name that can be read.

    Twice means that the proxy has let through what somebody sent, whatever the letter case.
    """
    told = headers.getlist(header)
    name = _decoded(told[0]).strip() if len(told) == 1 else ""
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputFault(NOT_TOLD)
    return name


def _decoded(value: str) -> str:
    """A header is bytes; proxies send names in UTF-8, which is read here as Latin-1."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
