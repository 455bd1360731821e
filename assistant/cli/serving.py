"""The command `serve`."""

import argparse

from assistant.cli.parsing import Commands
from assistant.settings import read_settings


def add_to(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("serve", help="starta webbappen")
    command.add_argument("--host", help="adress att lyssna på (annars 127.0.0.1)")
    command.add_argument("--port", type=int, help="port att lyssna på (annars 7860)")
    command.set_defaults(run=serve)


def serve(given: argparse.Namespace) -> int:
    """Start the web app and stay until it is stopped."""
    options = {"host": given.host, "port": given.port}
    settings = read_settings(
        **{name: value for name, value in options.items() if value is not None}
    )
    from ui.serving import serve as serve_page  # noqa: PLC0415  Gradio takes three seconds

    serve_page(settings)
    return 0
