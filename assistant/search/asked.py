"""A question as it is searched for."""

from dataclasses import dataclass

import numpy as np

from assistant.search.lexical import Scores


@dataclass(frozen=True, slots=True)
class Asked:
    """A text as it is searched for: how well each entry fits it, by words, by meaning and by both."""

    text: str
    words: Scores
    meaning: Scores
    scores: Scores


def nearness(cosines: Scores, of: int) -> tuple[float, float]:
    """The best cosine, and the mean of the best few."""
    if not len(cosines):
        return 0.0, 0.0
    best = np.sort(cosines)[::-1][:of]
    return float(best[0]), float(best.mean())
