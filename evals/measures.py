"""The scores gathered: a value with its interval for every measure, and for every group within it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from evals.scores import Score
from evals.statistics import interval


@dataclass(frozen=True, slots=True)
class Measured:
    """Mätvärde: the mean of a measure over a suite or a group of it, and how sure it is."""

    suite: str
    measure: str
    group: str
    count: int
    right: int
    """Cases with the full value."""
    value: float
    low: float
    high: float

    @property
    def short(self) -> int:
        """Cases that fell short."""
        return self.count - self.right


def measured(scores: Iterable[Score]) -> tuple[Measured, ...]:
    """A row for each suite and measure, in the order they first come, each followed by its groups."""
    values: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for score in scores:
        values[score.suite, score.measure, ""].append(score.value)
        if score.group:
            values[score.suite, score.measure, score.group].append(score.value)
    suites = list(dict.fromkeys(suite for suite, _, _ in values))
    measures = list(dict.fromkeys(key[:2] for key in values))
    ordered = sorted(values, key=lambda k: (suites.index(k[0]), measures.index(k[:2]), k[2]))
    return tuple(_row(key, values[key]) for key in ordered)


def _row(key: tuple[str, str, str], values: list[float]) -> Measured:
    low, high = interval(values)
    right = sum(value == 1 for value in values)
    return Measured(*key, len(values), right, float(np.mean(values)), low, high)
