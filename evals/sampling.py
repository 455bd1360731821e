"""Draws the cases of a sample: the same for the same seed, from every group of a suite."""

import random
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from evals.cases import Case
from evals.outcomes import Sample

AnyCase = TypeVar("AnyCase", bound=Case)


def drawn(
    cases: Iterable[AnyCase], sample: Sample | None, most: int | None = None
) -> list[AnyCase]:
    """At most so many cases of each group, in their own order; all where there is no sample.

    `most` is the bound of a suite whose cases take long.
    """
    every = list(cases)
    if sample is None:
        return every
    groups: dict[str, list[int]] = defaultdict(list)
    for place, case in enumerate(every):
        groups[case.group].append(place)
    kept: set[int] = set()
    for group, places in groups.items():
        chance = random.Random(f"{group}-{sample.seed}")  # noqa: S311  cases, not secrets
        bound = sample.most if most is None else min(sample.most, most)
        kept.update(chance.sample(places, min(bound, len(places))))
    return [every[place] for place in sorted(kept)]
