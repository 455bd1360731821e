"""`klimatkontrakt`: reads the command, runs it, and turns every fault into one Swedish sentence."""

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence

from assistant.cli import (
    asking,
    documents,
    drafting,
    editions,
    ingesting,
    kept,
    models,
    reviewing,
    serving,
)
from assistant.cli.parsing import WRONG_USAGE, SwedishParser
from assistant.domain.errors import KlimatkontraktError
from assistant.settings import read_settings

SOME_FAILED, INTERRUPTED = 1, 130
MODULES = (serving, asking, reviewing, drafting, editions, documents, models, kept, ingesting)
"""Each adds its commands, in the order that the help shows them."""


def parser() -> SwedishParser:
    """The commands and their options."""
    root = SwedishParser(
        prog="klimatkontrakt",
        description="Svarar ur vägledningen för Klimatkontrakt 2030, ordagrant och med källa.",
    )
    subcommands = root.add_subparsers(
        dest="command", required=True, metavar="KOMMANDO", title="Kommandon"
    )
    for module in MODULES:
        module.add_to(subcommands)
    return root


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
