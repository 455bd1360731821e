"""Whose documents a command is about."""

import argparse

from assistant.domain.own_documents import Holder
from assistant.guidance.municipalities import municipality_named
from assistant.opening import Assistant


def for_municipality(action: argparse.ArgumentParser) -> None:
    """Add what every action is given."""
    action.add_argument("--municipality", required=True, metavar="KOMMUN", help="vilken kommun")
    action.add_argument(
        "--user",
        default="",
        metavar="ANVÄNDARE",
        help="vems dokument, där en proxy säger vem som är inloggad (annars allas)",
    )
    action.add_argument("--json", action="store_true", help="skriv JSON")


def holder_of(given: argparse.Namespace, assistant: Assistant) -> Holder:
    """Whose documents the command is about."""
    return Holder(municipality_named(given.municipality, assistant.municipalities), given.user)
