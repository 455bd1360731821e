"""Makes the page Swedish, and tells the browser what it may and may not do."""

import re
from secrets import token_urlsafe

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SWEDISH = "<script>Object.defineProperty(navigator,'language',{value:'sv'});</script>"
THIRD_PARTY_META = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>')
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy(nonce: str | None = None) -> str:
    """What a page may load and run; `nonce` is what its own scripts are known by."""
    scripts = f"'nonce-{nonce}' 'unsafe-eval'" if nonce else ""
    return "; ".join(
        (
            "default-src 'self'",
            # Gradio makes functions of the text of `js=` and `js_on_load=`, ours as well as its own.
            f"script-src 'self' {scripts}".strip(),
            # Its components write style attributes.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


WORDS = {
    "common.loading": "Arbetar …",
    # Read out when an event has ended. Every place says itself what has come of it.
    "common.complete": "\N{NO-BREAK SPACE}",
    "status.queue_position": "Plats {position} av {size} i kön",
}
"""What Gradio reads out in English, or in other words than ours."""


class SwedishPage:
    """Rewrites the page itself, and adds the headers to every response.

    Gradio writes `lang="en"` and picks its interface words by the browser's language; a setting
    for either does not exist (checked with Gradio 6.31).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The page is held back until it is whole; everything else goes on as it comes."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] == "/":
            await self._page(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send, policy()))

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        messages: list[Message] = []

        async def kept(message: Message) -> None:
            messages.append(message)

        # What is compressed cannot be rewritten.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, kept)
        start, *bodies = messages
        headers = MutableHeaders(raw=start["headers"])
        body = b"".join(part.get("body", b"") for part in bodies)
        nonce = token_urlsafe(16)
        if start["status"] == 200 and body:
            body = _swedish(body.decode("utf-8"), nonce).encode("utf-8")
            headers["Content-Length"] = str(len(body))
            headers["Cache-Control"] = "no-store"
        response = Response(body, start["status"])
        response.raw_headers = headers.raw
        await response(scope, receive, _with_headers(send, policy(nonce)))


def _swedish(html: str, nonce: str) -> str:
    html = THIRD_PARTY_META.sub("", html)
    html = html.replace('lang="en"', 'lang="sv"', 1).replace("<head>", f"<head>{SWEDISH}", 1)
    return _SCRIPT.sub(f'<script nonce="{nonce}"', html)


_SCRIPT = re.compile(r"<script\b(?!\s+nonce)")


def _with_headers(send: Send, content_policy: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            headers.update({**HEADERS, "Content-Security-Policy": content_policy})
            message = {**message, "headers": headers.raw}
        await send(message)

    return sending
