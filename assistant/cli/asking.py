"""The commands `search` and `ask`, for one question and for a stream of them."""

import argparse
import sys
from collections.abc import Mapping
from getpass import getuser
from typing import Any

from assistant.cli.parsing import Commands
from assistant.cli.progress import build_progress
from assistant.cli.streams import is_stream, print_json, standard_input, stream
from assistant.cli.terminal import print_hits, print_outcome
from assistant.domain.errors import InputFault
from assistant.domain.municipalities import Municipality
from assistant.guidance.municipalities import load_municipalities, municipality_named
from assistant.opening import Assistant, last
from assistant.published import outcomes, requests
from assistant.settings import shipped


def add_to(commands: Commands) -> None:
    """Add the commands."""
    for name, run, about in (
        ("search", search, "visa de stycken som ligger närmast en fråga"),
        ("ask", ask, "svara på en fråga"),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument(
            "question",
            nargs="?",
            metavar="FRÅGA",
            help="frågan, eller - för att läsa den från stdin",
        )
        command.add_argument(
            "--json", action="store_true", help="skriv JSON; med - läses och skrivs JSON Lines"
        )
        command.set_defaults(run=run)
        if name == "search":
            command.add_argument("--limit", type=int, default=10, help="antal stycken (annars 10)")
        else:
            command.add_argument("--municipality", metavar="NAMN", help="kommunen frågan gäller")


def search(given: argparse.Namespace) -> int:
    """Show the passages nearest to a question."""
    if given.limit < 1:
        raise InputFault(f"--limit är {given.limit}. Ange ett heltal som är minst 1.")
    with build_progress() as progress:
        assistant = Assistant.open(progress=progress)
        if is_stream(given.question, given):
            return stream(
                lambda record: outcomes.hits_record(
                    assistant.search(requests.search_question(record), given.limit)
                )
            )
        hits = assistant.search(_question(given), given.limit)
    if given.json:
        print_json(outcomes.hits_record(hits))
    else:
        print_hits(hits)
    return 0


def ask(given: argparse.Namespace) -> int:
    """Answer a question."""
    municipality = _municipality(given.municipality)
    with build_progress() as progress:
        assistant = Assistant.open(progress=progress)

        def respond(record: Mapping[str, Any]) -> outcomes.Json:
            question = requests.question_of(record)
            named = _municipality(question.municipality) or municipality
            own_name = named.own_name if named else None
            steps = assistant.ask_in_steps(question.text, question.history, own_name, getuser())
            return outcomes.outcome_record(last(steps))

        if is_stream(given.question, given):
            return stream(respond)
        own_name = municipality.own_name if municipality else None
        outcome = last(assistant.ask_in_steps(_question(given), (), own_name, getuser()))
    if given.json:
        print_json(outcomes.outcome_record(outcome))
    else:
        print_outcome(outcome, assistant.library)
    return 0


def _municipality(name: str | None) -> Municipality | None:
    if name is None:
        return None
    return municipality_named(name, load_municipalities(shipped("corpus") / "municipalities.csv"))


def _question(given: argparse.Namespace) -> str:
    if given.question not in {None, "-"}:
        return str(given.question)
    if given.question is None and sys.stdin.isatty():
        raise InputFault("Frågan saknas. Skriv den efter kommandot, inom citattecken.")
    return standard_input("Ange frågan som text.")
