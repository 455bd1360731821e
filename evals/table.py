"""The scores as a table in the terminal, with the cases that fell short on request."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from evals.baseline import Compared
from evals.gate import Verdict
from evals.measures import Measured
from evals.scores import Score


def print_scores(
    rows: Iterable[Measured], compared: tuple[Compared, ...] | None, *, groups: bool
) -> None:
    """A row for each measure with its 95 % interval and what it was in the accepted run."""
    before = {(c.suite, c.measure): c for c in compared or ()}
    table = Table("svit", "mått", "fall", "värde", "95 %", "ändrade fall")
    suite = ""
    for row in rows:
        if row.group and not groups:
            continue
        named, suite = ("" if row.suite == suite else row.suite), row.suite
        known = None if row.group else before.get((row.suite, row.measure))
        table.add_row(
            named,
            f"  {row.group}" if row.group else row.measure,
            str(row.count),
            f"{row.value:.3f}",
            f"{row.low:.3f}–{row.high:.3f}",
            _moved(known),
        )
    Console().print(table)


def _moved(known: Compared | None) -> str:
    if known is None:
        return ""
    up = sum(m.after > m.before for m in known.moved)
    down = len(known.moved) - up
    return f"+{up} −{down} av {known.pairs}"


def print_failures(scores: Iterable[Score]) -> None:
    """Every case that fell short, with the reason."""
    console = Console()
    for score in scores:
        if score.value < 1 and score.reason:
            text = f"{score.suite} {score.case} {score.measure}: {score.reason}"
            console.print(text, markup=False, highlight=False)


def print_verdict(verdict: Verdict) -> None:
    """Whether a change is let through, and why not."""
    console = Console()
    for line in (*verdict.notes, *verdict.faults):
        console.print(line, markup=False, highlight=False)
    console.print("Grinden är öppen." if verdict.passed else "Grinden är stängd.")
