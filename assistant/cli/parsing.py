"""argparse in Swedish."""

import argparse
from collections.abc import Iterable
from typing import NoReturn, TypeAlias

WRONG_USAGE = 2
"""The exit status of a command that was given wrongly."""


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


Commands: TypeAlias = "argparse._SubParsersAction[SwedishParser]"  # noqa: SLF001  argparse gives it no other name
"""The commands that a parser has so far, to which a module adds its own."""
