"""Which requests reach the page: to what it needs, from its own pages, by users whom the proxy has named.

Gradio has some sixty routes. Most of them serve things that are not used here, and some could be misused:
to fetch an address on the internet, to read an uploaded file, to keep a session on disk.
"""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.domain.errors import InputFault
from assistant.settings import Settings
from ui.api import NAMES
from ui.bodies import with_own_sessions, with_safe_body
from ui.uploads import PATH as UPLOAD
from ui.users import user_in
from ui.views.refused import refused

LARGEST_BODY = 51 * 1024 * 1024
"""Bytes: a file of the largest size that is read, and what is sent around it."""
READ = {"GET", "HEAD"}
ROUTES = (
    (READ, r"/|/config|/theme\.css|/favicon\.ico|/robots\.txt|/manifest\.json"),
    (READ, r"/(?:assets|static)/[\w./-]+"),
    (READ, r"/gradio_api/(?:info|queue/data)"),
    (READ, r"/gradio_api/heartbeat/\w+"),
    ({"POST"}, r"/gradio_api/(?:queue/join|cancel|upload)"),
    ({"POST"}, rf"/gradio_api/run/(?:{'|'.join(NAMES)})"),
)
MCP_ROUTE = ({"POST"}, r"/gradio_api/mcp/?")
HERE = ("localhost", "127.0.0.1", "[::1]")
OWN_VIEWS = {"view", "deep_link"}
"""Gradio's pages about itself, which are in English, and a session that somebody else has saved."""

NOT_FOUND = "Den sidan finns inte. Gå till assistentens startsida."
WRONG_HOST = (
    "Assistenten svarar bara på den egna datorns adress. Öppna adressen som skrevs ut vid start."
)
FOREIGN = "Anropet kommer från en annan webbplats och släpps inte in. Öppna assistenten direkt."
UNKNOWN_LENGTH = "Anropet säger inte hur långt det är. Ange Content-Length."
TOO_LARGE = "Det som skickas är för stort. En fil får vara högst 50 MB."


class Guard:
    """Lets a request through, or answers it with a sentence."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.header = settings.user_header
        self.routes = (*ROUTES, MCP_ROUTE) if settings.mcp else ROUTES
        own = {*HERE, f"[{settings.host}]" if ":" in settings.host else settings.host}
        self.hosts = {f"{name}:{settings.port}" for name in own}
        if settings.port == 80:
            self.hosts |= own

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing but HTTP and the start and end of the program is let in."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal:
            await refusal(scope, receive, send)
            return
        user = user_in(headers, self.header) if self.header else ""
        if user:
            scope = with_own_sessions(scope, user)
        if scope["method"] == "POST" and scope["path"] != UPLOAD:
            try:
                scope, receive = await with_safe_body(scope, receive, user)
            except InputFault as fault:
                await _said(403, str(fault), headers)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request that is not let in; None when it is."""
        method, path = scope["method"], scope["path"]
        if self.header:
            try:
                user_in(headers, self.header)
            except InputFault as fault:
                return _said(403, str(fault), headers)
        elif headers.get("host", "").lower() not in self.hosts:
            return _said(403, WRONG_HOST, headers)
        if _foreign(headers, proxied=bool(self.header)) and not _only_opens(method, path, headers):
            return _said(403, FOREIGN, headers)
        if not _known(method, path, self.routes):
            return _said(404, NOT_FOUND, headers)
        if path == "/" and OWN_VIEWS & {name for name, _ in _query(scope)}:
            return RedirectResponse("./", 303)
        return _too_much(headers) if method == "POST" else None


def _known(method: str, path: str, routes: Iterable[tuple[set[str], str]]) -> bool:
    if ".." in path:
        return False
    return any(method in methods and re.fullmatch(known, path) for methods, known in routes)


def _foreign(headers: Headers, *, proxied: bool) -> bool:
    """Whether a page of another site asks. Other programs say nothing of where they come from."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site:
        return site not in {"same-origin", "none"}
    if origin is None:
        return False
    own = {headers.get("host", "").lower()}
    if proxied:
        # A page cannot send this without asking first, and is refused when it asks.
        own.add(headers.get("x-forwarded-host", "").split(",")[0].strip().lower())
    return urlsplit(origin).netloc.lower() not in own - {""}


def _only_opens(method: str, path: str, headers: Headers) -> bool:
    """Whether the page itself is opened, by a link that stands on another site."""
    return method in READ and path == "/" and "origin" not in headers


def _too_much(headers: Headers) -> Response | None:
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return _said(411, UNKNOWN_LENGTH, headers)
    return _said(413, TOO_LARGE, headers) if int(length) > LARGEST_BODY else None


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def _said(status: int, sentence: str, headers: Headers) -> Response:
    if "text/html" in headers.get("accept", ""):
        return HTMLResponse(refused(sentence), status)
    return PlainTextResponse(sentence, status)
