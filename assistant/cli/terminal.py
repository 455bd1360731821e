"""Answers for people: formatted on a terminal, plain when piped."""

import sys
from collections.abc import Iterable

from assistant.domain.answers import Outcome
from assistant.domain.documents import Document
from assistant.domain.guidance import Edition
from assistant.domain.passages import Hit
from assistant.domain.reviews import PledgeStatus, Review
from assistant.guidance.library import Library
from assistant.wording import citations, to_markdown
from assistant.wording.templates import worded

FOLLOW_UPS = "Fråga vidare:"
STATUS = {
    PledgeStatus.VERBATIM: "$Ordagrant",
    PledgeStatus.CHANGED: "$Ändrat",
    PledgeStatus.INVENTED: "Inte $officiellt",
}


def print_outcome(outcome: Outcome, library: Library) -> None:
    """The answer with its sources, what can be asked next, and the status of the guidance."""
    edition = library.guidance.edition
    lines = [to_markdown(outcome.body)]
    if outcome.follow_ups:
        lines.append("\n".join((FOLLOW_UPS, *(f"- {question}" for question in outcome.follow_ups))))
    if any(citation.passage.of_guidance for citation in citations(outcome.body)):
        lines.append(f"{edition.title}, version {edition.label}. {edition.status}.")
    show("\n\n".join(lines))


def print_hits(hits: Iterable[Hit]) -> None:
    """The passages found, best first."""
    found = [
        "\n".join((f"{number}. {hit.passage.location}", "", hit.passage.text))
        for number, hit in enumerate(hits, start=1)
    ]
    sys.stdout.write("\n\n".join(found or ["Inget stycke liknar frågan."]) + "\n")


def print_review(review: Review, document: Document, edition: Edition) -> None:
    """The pledges with their status, then what to do, each with its place, and against which edition."""
    nouns = edition.nouns
    lines = []
    for pledge in review.pledges:
        number = f", {nouns.numbered(pledge.commitment)}" if pledge.commitment else ""
        place = document.location(pledge.start)
        where = f" ({place})" if place else ""
        status = worded(STATUS[pledge.status], nouns)
        lines.append(f"{status}{number}{where}:\n  {review.text[pledge.start : pledge.end]}")
    if not lines:
        lines.append(f"Texten har inga {nouns.many}.")
    for finding in review.findings:
        place = document.location(finding.start) if finding.start < len(review.text) else ""
        where = f" ({place})" if place else ""
        marked = review.text[finding.start : finding.end]
        words = f"\n  ”{marked}”" if marked else ""
        lines.append(f"{finding.severity.value.capitalize()}{where}: {finding.message}{words}")
    lines.append(f"Granskat mot {edition.title}, version {edition.label}. {edition.status}.")
    sys.stdout.write("\n\n".join(lines) + "\n")


def show(markdown: str) -> None:
    """Markdown, formatted on a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(markdown + "\n")
        return
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.markdown import Markdown  # noqa: PLC0415

    Console().print(Markdown(markdown))
