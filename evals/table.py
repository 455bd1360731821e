"""The scores as a table in the terminal, with the cases that fell short on request."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from rich.console import Console
from rich.table import Table

from evals.scoring import Score

RESAMPLES = 2_000


def print_scores(scores: Iterable[Score], *, failures: bool) -> None:
    """Means with 95 % bootstrap intervals, by suite and measure, and by group within them."""
    every = list(scores)
    rows: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for score in every:
        rows[score.suite, score.measure, ""].append(score.value)
        if score.group:
            rows[score.suite, score.measure, score.group].append(score.value)
    table = Table("svit", "mått", "grupp", "antal", "värde", "95 %")
    for (suite, measure, group), values in sorted(rows.items()):
        low, high = _interval(values)
        table.add_row(
            suite,
            measure,
            group,
            str(len(values)),
            f"{np.mean(values):.3f}",
            f"{low:.3f}–{high:.3f}",
        )
    console = Console()
    console.print(table)
    if failures:
        for score in every:
            wrong = score.value > 0 if score.measure == "felaktigt avböjd" else score.value < 1
            if wrong and score.measure not in {"MRR", "belägg@10"}:
                console.print(f"{score.suite} {score.case} {score.measure}: {score.reason}")


def _interval(values: list[float]) -> tuple[float, float]:
    """The percentile bootstrap interval of the mean (Efron 1979), with a fixed seed."""
    sample = np.asarray(values)
    draws = np.random.default_rng(0).choice(sample, (RESAMPLES, len(sample)))
    low, high = np.quantile(draws.mean(axis=1), (0.025, 0.975))
    return float(low), float(high)
