"""The commands about what the program keeps of its use: `journal` and `feedback`."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from assistant.cli.parsing import Commands
from assistant.domain.errors import InputFault, quoted
from assistant.feedback import Feedback
from assistant.journal import Journal
from assistant.settings import Settings, read_settings

KEPT: dict[str, tuple[str, str, Callable[[Settings], Journal | Feedback]]] = {
    "journal": (
        "hämta ut eller töm journalen över frågor och utkast",
        "poster",
        lambda settings: Journal(settings.data_dir, settings.journal_days),
    ),
    "feedback": (
        "hämta ut eller ta bort omdömena om svaren",
        "omdömen",
        lambda settings: Feedback(settings.data_dir, settings.journal_days),
    ),
}
"""Each command: what it does, what it is about, and where that is kept."""


def add_to(commands: Commands) -> None:
    """Add the commands."""
    for name, (about, things, _) in KEPT.items():
        command = commands.add_parser(name, help=about)
        actions = command.add_subparsers(
            dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder"
        )
        export = actions.add_parser(
            "export", help=f"skriv alla {things} som JSON, en rad för varje"
        )
        export.add_argument("-o", "--output", metavar="FIL", help="skriv till en fil")
        export.set_defaults(run=run)
        actions.add_parser("clear", help=f"ta bort alla {things}").set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Export or clear what is kept."""
    _, things, opened = KEPT[given.command]
    kept = opened(read_settings())
    if given.action == "clear":
        print(f"Borttagna {things}: {kept.clear()}.")  # noqa: T201  the output
        return 0
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in kept.entries())
    if given.output is None:
        sys.stdout.write(lines)
        return 0
    from assistant.export.files import write_file  # noqa: PLC0415  python-docx is slow

    target = Path(given.output)
    if target.is_dir():
        raise InputFault(f"{quoted(given.output)} är en mapp. Ange en fil att skriva till.")
    write_file(target, lines.encode("utf-8"))
    return 0
