"""Answers for people: formatted on a terminal, plain when piped."""

import sys
from collections.abc import Iterable

from assistant.domain.answers import Outcome
from assistant.domain.passages import Hit
from assistant.guidance.library import Library
from assistant.wording import citations, to_markdown

FOLLOW_UPS = "Fråga vidare:"


def print_outcome(outcome: Outcome, library: Library) -> None:
    """The answer with its sources, what can be asked next, and the status of the guidance."""
    edition = library.guidance.edition
    lines = [to_markdown(outcome.body)]
    if outcome.follow_ups:
        lines.append("\n".join((FOLLOW_UPS, *(f"- {question}" for question in outcome.follow_ups))))
    if citations(outcome.body):
        lines.append(f"{edition.title}, version {edition.label}. {edition.status}.")
    show("\n\n".join(lines))


def print_hits(hits: Iterable[Hit]) -> None:
    """The passages found, best first."""
    found = [
        "\n".join((f"{number}. {hit.passage.location}", "", hit.passage.text))
        for number, hit in enumerate(hits, start=1)
    ]
    sys.stdout.write("\n\n".join(found or ["Inget stycke liknar frågan."]) + "\n")


def show(markdown: str) -> None:
    """Markdown, formatted on a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(markdown + "\n")
        return
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.markdown import Markdown  # noqa: PLC0415

    Console().print(Markdown(markdown))
