"""The page as a web application: Gradio inside FastAPI, behind the guard, with the headers we want."""

import gradio as gr
from fastapi import FastAPI

from assistant.opening import Assistant
from ui.calls import Calls
from ui.guard import Guard
from ui.look import CSS, theme
from ui.mcp import as_tools
from ui.page import build_page
from ui.swedish import WORDS, SwedishPage
from ui.uploads import Uploads

LARGEST_UPLOAD = "50mb"


def application(assistant: Assistant) -> FastAPI:
    """The page, ready to be served."""
    settings = assistant.settings
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    # The one added last sees a request first.
    app.add_middleware(Uploads)
    app.add_middleware(Calls)
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(SwedishPage)
    page = build_page(assistant)
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        theme=theme(),
        css_paths=CSS,
        footer_links=[],
        i18n=gr.I18n(sv=WORDS),
        run_history=False,
        show_error=False,
        ssr_mode=False,
        max_file_size=LARGEST_UPLOAD,
        enable_monitoring=False,
        mcp_server=settings.mcp,
    )
    # Gradio checks the paths of files only in a page that it has launched itself.
    page.has_launched = True
    if settings.mcp:
        as_tools(page)
    return app
