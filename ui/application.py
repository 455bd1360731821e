"""The page as a web application: Gradio inside FastAPI, with the headers and the language we want."""

import re

import gradio as gr
from fastapi import FastAPI
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import Response

from assistant.opening import Assistant
from ui.look import CSS, theme
from ui.page import build_page

POLICY = "; ".join(  # noqa: FLY002  one directive a line
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
LARGEST_UPLOAD = "50mb"
SWEDISH = "<script>Object.defineProperty(navigator,'language',{value:'sv'});</script>"
THIRD_PARTY_META = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>')


def application(assistant: Assistant) -> FastAPI:
    """The page, ready to be served."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(SwedishPage)
    gr.mount_gradio_app(
        app,
        build_page(assistant),
        path="/",
        theme=theme(),
        css_paths=CSS,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        max_file_size=LARGEST_UPLOAD,
        enable_monitoring=False,
    )
    return app


class SwedishPage(BaseHTTPMiddleware):
    """Says that the page is Swedish, and that it takes nothing from anyone else.

    Gradio writes `lang="en"` and picks its interface words by the browser's language; a setting
    for either does not exist (checked with Gradio 6.31).
    """

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Rewrite the page itself; leave every other response as it is, with the headers."""
        response = await call_next(request)
        if request.url.path == "/" and "text/html" in response.headers.get("content-type", ""):
            body = b"".join([chunk async for chunk in response.body_iterator])  # type: ignore[attr-defined]
            html = THIRD_PARTY_META.sub("", body.decode("utf-8"))
            html = html.replace('lang="en"', 'lang="sv"', 1).replace(
                "<head>", f"<head>{SWEDISH}", 1
            )
            response = Response(html, response.status_code, media_type="text/html")
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
