"""How sure a number is: bootstrap intervals, paired tests, and Holm's correction for many tests."""

from collections.abc import Mapping, Sequence
from math import comb

import numpy as np

RESAMPLES = 2_000
FLIPS = 10_000
SEED = 2030


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval of the mean (Efron 1979), with a fixed seed.

    Where all values are alike the bootstrap knows nothing: the rule of three gives the other end.

    >>> low, high = interval([1.0] * 300)
    >>> round(low, 2), high
    (0.99, 1.0)
    """
    sample = np.asarray(values, dtype=float)
    first = float(sample[0])
    if (sample == first).all() and first in {0.0, 1.0}:
        slack = min(1.0, 3 / len(sample))
        return (1 - slack, 1.0) if first else (0.0, slack)
    distinct, counts = np.unique(sample, return_counts=True)
    # Drawing counts of values is the same as drawing values, and takes no memory.
    draws = np.random.default_rng(SEED).multinomial(len(sample), counts / len(sample), RESAMPLES)
    means = draws @ distinct / len(sample)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(low), float(high)


def worse(before: Sequence[float], after: Sequence[float]) -> float:
    """How likely a fall of this size is by chance: one-sided, paired.

    Cases that fell against cases that rose: McNemar's exact test where each counts the same,
    sign flips with a fixed seed where they do not.

    >>> worse([1, 1, 1, 1, 1], [0, 0, 0, 0, 0])
    0.03125
    >>> worse([1, 0], [1, 0])
    1.0
    """
    change = np.asarray(after, dtype=float) - np.asarray(before, dtype=float)
    moved = change[np.abs(change) > 1e-12]
    if not len(moved):
        return 1.0
    if np.allclose(np.abs(moved), np.abs(moved[0])):
        fell = int((moved < 0).sum())
        return float(
            sum(comb(len(moved), k) for k in range(fell, len(moved) + 1)) / 2 ** len(moved)
        )
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), (FLIPS, len(moved)))
    as_low = (signs @ np.abs(moved) <= moved.sum() + 1e-12).sum()
    return float((1 + as_low) / (1 + FLIPS))


def holm(values: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The p-values adjusted for being many (Holm 1979).

    >>> holm({("a", ""): 0.01, ("b", ""): 0.5})
    {('a', ''): 0.02, ('b', ''): 0.5}
    """
    adjusted: dict[tuple[str, str], float] = {}
    highest = 0.0
    for rank, (name, value) in enumerate(sorted(values.items(), key=lambda item: item[1])):
        highest = max(highest, min(1.0, value * (len(values) - rank)))
        adjusted[name] = highest
    return adjusted
