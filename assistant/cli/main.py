"""`klimatkontrakt`: reads the command, runs it, and turns every fault into one Swedish sentence."""

import argparse
import contextlib
import os
import sys
import traceback
from collections.abc import Iterable, Sequence
from typing import NoReturn

from assistant.cli import commands, drafting, models
from assistant.domain.errors import KlimatkontraktError
from assistant.settings import read_settings

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class SwedishHelp(argparse.HelpFormatter):
    """The help text with Swedish headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write the usage line under a Swedish heading."""
        super().add_usage(usage, actions, groups, "Användning: " if prefix is None else prefix)


class SwedishParser(argparse.ArgumentParser):
    """argparse with its few words in Swedish."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=SwedishHelp, **options)  # type: ignore[arg-type]
        self._positionals.title = "Argument"
        self._optionals.title = "Val"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say what was wrong and where help is, and end with status 2."""
        for english, swedish in (
            ("unrecognized arguments", "okända argument"),
            ("the following arguments are required", "det här saknas"),
            ("invalid choice", "okänt val"),
            ("choose from", "välj bland"),
            ("expected one argument", "ett värde saknas"),
            ("invalid int value", "inte ett heltal"),
            ("argument ", ""),
        ):
            message = message.replace(english, swedish)
        self.exit(
            WRONG_USAGE, f"Kommandot gick inte att tolka: {message}. Hjälp: {self.prog} --help\n"
        )


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = SwedishParser(
        prog="klimatkontrakt",
        description="Svarar ur vägledningen för Klimatkontrakt 2030, ordagrant och med källa.",
    )
    subcommands = root.add_subparsers(
        dest="command", required=True, metavar="KOMMANDO", title="Kommandon"
    )
    serve = subcommands.add_parser("serve", help="starta webbappen")
    serve.add_argument("--host", help="adress att lyssna på (annars 127.0.0.1)")
    serve.add_argument("--port", type=int, help="port att lyssna på (annars 7860)")
    serve.set_defaults(run=commands.serve)
    for name, run, about in (
        ("search", commands.search, "visa de stycken som ligger närmast en fråga"),
        ("ask", commands.ask, "svara på en fråga"),
    ):
        command = subcommands.add_parser(name, help=about)
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
    review = subcommands.add_parser(
        "review", help="granska ett kontraktsutkast mot de officiella formuleringarna"
    )
    review.add_argument(
        "file",
        nargs="?",
        metavar="FIL",
        help="Word, PDF, text eller Markdown, eller - för att läsa text från stdin",
    )
    review.add_argument(
        "--json", action="store_true", help="skriv JSON; med - läses och skrivs JSON Lines"
    )
    review.add_argument(
        "-o",
        "--output",
        metavar="GRANSKAD.docx",
        help="skriv Word-filen tillbaka med ändringsförslag och kommentarer",
    )
    review.add_argument(
        "--summary", metavar="FIL", help="skriv en sammanfattning på en sida: .docx eller .md"
    )
    review.add_argument(
        "--order",
        metavar="FIL.json",
        help="skriv en beställning av nästa utkast, läst ur kontraktet",
    )
    review.set_defaults(run=commands.review)
    _add_draft(subcommands)
    _add_models(subcommands)
    return root


def _add_draft(subcommands: "argparse._SubParsersAction[SwedishParser]") -> None:
    command = subcommands.add_parser("draft", help="skriv ett utkast till kontraktstext")
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
    command.set_defaults(run=drafting.draft)


def _add_models(subcommands: "argparse._SubParsersAction[SwedishParser]") -> None:
    about_models = subcommands.add_parser("models", help="pröva den inställda språkmodellen")
    of_models = about_models.add_subparsers(
        dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder"
    )
    check = of_models.add_parser("check", help="svarar den, skriver den svenska, hur snabb är den")
    check.add_argument("--json", action="store_true", help="skriv JSON")
    check.set_defaults(run=models.check_model)
    about_journal = subcommands.add_parser(
        "journal", help="hämta ut eller töm journalen över frågor och utkast"
    )
    of_journal = about_journal.add_subparsers(
        dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder"
    )
    export = of_journal.add_parser("export", help="skriv posterna som JSON, en på varje rad")
    export.add_argument("-o", "--output", metavar="FIL", help="skriv till en fil")
    export.set_defaults(run=models.journal)
    clear = of_journal.add_parser("clear", help="ta bort alla poster")
    clear.set_defaults(run=models.journal)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 done, 1 some lines failed, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 must not end the program at the first å.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except KlimatkontraktError as error:
        print(error, file=sys.stderr)  # noqa: T201  this is what the user reads
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away: nothing more can be said, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    except Exception:  # noqa: BLE001  no traceback reaches a user; it goes to a file
        print(f"Något gick fel i programmet. {_kept_traceback()}", file=sys.stderr)  # noqa: T201
        return SOME_FAILED


def _kept_traceback() -> str:
    with contextlib.suppress(Exception):
        log = read_settings().data_dir / "fel.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
        return f"Felet är beskrivet i {log}."
    return "Kör kommandot igen."


if __name__ == "__main__":
    sys.exit(main())
