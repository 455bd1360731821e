"""The command `draft`: an order in, a contract draft out."""

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from getpass import getuser
from pathlib import Path
from typing import Any

from assistant.cli import records
from assistant.cli.files import target_of
from assistant.cli.parsing import Commands
from assistant.cli.streams import is_stream, print_json, stream
from assistant.cli.terminal import show
from assistant.domain.drafts import Draft, Order
from assistant.domain.errors import InputFault, quoted
from assistant.drafting.anchoring import anchoring_memo, anchoring_of
from assistant.drafting.answers import answered
from assistant.drafting.writing import draft_record
from assistant.export import FORMATS, answers_in, gap_form, write_draft, write_file, write_memo
from assistant.opening import Assistant, last
from assistant.published.outcomes import Json
from assistant.wording.drafts import draft_markdown
from assistant.wording.memos import memo_markdown


def add_to(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("draft", help="skriv ett utkast till kontraktstext")
    command.add_argument(
        "order",
        nargs="?",
        metavar="BESTÄLLNING",
        help="en fil med beställningen i JSON, eller - för att läsa den från stdin",
    )
    command.add_argument(
        "--json", action="store_true", help="skriv JSON; med - läses och skrivs JSON Lines"
    )
    command.add_argument(
        "-o", "--output", metavar="FIL", help="skriv utkastet till en fil: .docx, .md eller .html"
    )
    command.add_argument(
        "--form", metavar="FIL", help="skriv frågorna om det som saknas som Word-formulär"
    )
    command.add_argument(
        "--answers", metavar="FIL", help="läs svaren ur ett ifyllt formulär innan utkastet skrivs"
    )
    command.add_argument(
        "--anchoring",
        metavar="FIL",
        help="skriv en tjänsteskrivelse i stället, med sammanträdena i en JSON-fil",
    )
    command.set_defaults(run=draft)


def draft(given: argparse.Namespace) -> int:
    """Write a contract draft."""
    target = target_of(given.output, FORMATS)
    assistant = Assistant.open()
    if is_stream(given.order, given):
        if target or given.form or given.answers or given.anchoring:
            raise InputFault("Med - och --json skrivs inga filer. Läs beställningen från en fil.")
        return stream(lambda record: _record(record, _drafted(assistant, assistant.order(record))))
    record = records.read_object(_read(given.order))
    order = assistant.order(record)
    if given.answers:
        order = answered(assistant.composed(order), answers_in(_read(given.answers)))
    drafted = _drafted(assistant, order)
    if given.form:
        write_file(Path(given.form), gap_form(drafted))
    if given.anchoring:
        return _anchoring(drafted, given.anchoring, target)
    if target:
        write_draft(drafted, target)
    if given.json:
        print_json(_record(record, drafted))
    elif not (target or given.form):
        show(draft_markdown(drafted))
    return 0


def _drafted(assistant: Assistant, order: Order) -> Draft:
    return last(assistant.draft_in_steps(order, getuser()))


def _anchoring(drafted: Draft, meetings: str, target: Path | None) -> int:
    anchoring = anchoring_of(records.read_object(_read(meetings)))
    memo = anchoring_memo(drafted, anchoring, date.today())  # noqa: DTZ011  the user's own day
    if target:
        write_memo(memo, target)
    else:
        show(memo_markdown(memo))
    return 0


def _record(order: Mapping[str, Any], drafted: Draft) -> Json:
    return draft_record(drafted, order.get("id"))


def _read(name: str | None) -> bytes:
    if name is None and sys.stdin.isatty():
        raise InputFault("Beställningen saknas. Ange en fil med JSON efter kommandot.")
    if name in {None, "-"}:
        return sys.stdin.buffer.read()
    try:
        return Path(str(name)).read_bytes()
    except OSError as error:
        raise InputFault(f"Filen {quoted(name)} går inte att läsa.") from error
