"""The endpoints as tools of the Model Context Protocol, where that is switched on."""

import json
import logging
from typing import Any

import gradio as gr

from assistant.domain.errors import SettingsFault


def as_tools(page: gr.Blocks) -> None:
    """Let the page's MCP server answer in JSON; `SettingsFault` when it could not be started."""
    server = page.mcp_server_obj
    if not page.mcp_server or server is None:
        # Gradio keeps the fault to itself and serves the page without MCP.
        raise SettingsFault(
            f"MCP går inte att starta ({page.mcp_error}). Stäng av det med KLIMATKONTRAKT_MCP=false."
        )
    from mcp.types import TextContent  # noqa: PLC0415  an extra

    def in_json(data: list[Any], _: str) -> list[TextContent]:
        return [TextContent(type="text", text=json.dumps(one, ensure_ascii=False)) for one in data]

    # Gradio writes a dict as Python does, and looks for pictures in it.
    server.postprocess_output_data = in_json  # type: ignore[method-assign, assignment]
    # Its messages quote what was asked for.
    logging.getLogger("mcp").propagate = False
    logging.getLogger("mcp").addHandler(logging.NullHandler())
