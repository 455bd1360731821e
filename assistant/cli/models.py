"""The commands about the language model and the journal."""

import argparse
import json
import sys
from pathlib import Path

from assistant.cli.parsing import Commands
from assistant.domain.errors import InputFault
from assistant.journal import Journal
from assistant.opening import Assistant
from assistant.settings import read_settings


def add_to(commands: Commands) -> None:
    """Add the commands."""
    about_models = commands.add_parser("models", help="pröva den inställda språkmodellen")
    of_models = about_models.add_subparsers(
        dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder"
    )
    check = of_models.add_parser("check", help="svarar den, skriver den svenska, hur snabb är den")
    check.add_argument("--json", action="store_true", help="skriv JSON")
    check.set_defaults(run=check_model)
    about_journal = commands.add_parser(
        "journal", help="hämta ut eller töm journalen över frågor och utkast"
    )
    of_journal = about_journal.add_subparsers(
        dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder"
    )
    export = of_journal.add_parser("export", help="skriv posterna som JSON, en på varje rad")
    export.add_argument("-o", "--output", metavar="FIL", help="skriv till en fil")
    export.set_defaults(run=journal)
    clear = of_journal.add_parser("clear", help="ta bort alla poster")
    clear.set_defaults(run=journal)


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


def journal(given: argparse.Namespace) -> int:
    """Export or clear the journal."""
    settings = read_settings()
    kept = Journal(settings.data_dir, settings.journal_days)
    if given.action == "clear":
        print(f"Borttagna poster: {kept.clear()}.")  # noqa: T201  the output
        return 0
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in kept.entries())
    if given.output is None:
        sys.stdout.write(lines)
        return 0
    from assistant.export.files import write_file  # noqa: PLC0415  python-docx is slow

    target = Path(given.output)
    if target.is_dir():
        raise InputFault(f"{given.output!r} är en mapp. Ange en fil att skriva till.")
    write_file(target, lines.encode("utf-8"))
    return 0
