"""The command about the language model."""

import argparse
import json

from assistant.cli.parsing import Commands
from assistant.opening import Assistant


def add_to(commands: Commands) -> None:
    """Add the commands."""
    about_models = commands.add_parser("models", help="pröva den inställda språkmodellen")
    of_models = about_models.add_subparsers(
        dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder"
    )
    check = of_models.add_parser("check", help="svarar den, skriver den svenska, hur snabb är den")
    check.add_argument("--json", action="store_true", help="skriv JSON")
    check.set_defaults(run=check_model)


def check_model(given: argparse.Namespace) -> int:
    """Say whether the configured model answers, writes Swedish, keeps tokens, and how fast it is."""
    from assistant.rephrasing.trial import tried  # noqa: PLC0415  LangChain takes a second

    assistant = Assistant.open()
    results = tried(assistant.rephrasing())
    if given.json:
        print(json.dumps([r.record for r in results], ensure_ascii=False))  # noqa: T201  the output
    else:
        for result in results:
            print(f"{'ja ' if result.passed else 'nej'}  {result.what}: {result.told}")  # noqa: T201  the output
    return int(not all(result.passed for result in results))
