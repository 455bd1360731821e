"""How sure the search is that the guidance answers a question.

A logistic regression on thirteen features, fitted on the development questions, answerable and not, by
`python -m evals calibrate`, which also sets the bound below which a question is refused, and the one
below which it is answered with a reservation. The numbers stand in `calibration.yaml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "calibration.yaml"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Belägg: what speaks for and against an answer in the guidance."""

    best_score: float
    """BM25 score of the best passage."""
    topic_score: float
    """BM25 score of the best topic that the guidance does not cover."""
    coverage: float
    """Share of the question that one of the best passages holds."""
    topic_coverage: float
    """Share of the question that the best such topic holds."""
    unknown: float
    """Share of the question's words that no text knows, not even inflected or misspelt."""
    length: int
    """Content words of the question."""
    passage_nearness: tuple[float, float] = (0.0, 0.0)
    """Cosine with the passage nearest in meaning, and the mean over the three nearest."""
    topic_nearness: tuple[float, float] = (0.0, 0.0)
    """The same with topics that the guidance does not cover."""
    missing: int = 0
    """Kinds of particulars that are asked for and that no passage shown gives."""
    given: int = 0
    """Kinds of particulars that are asked for and that a passage shown gives."""
    asks_leave: bool = False
    """Whether it asks what is allowed, enough or required."""
    foreign_name: bool = False
    """Whether the question names something that the guidance never mentions."""

    @property
    def features(self) -> tuple[float, ...]:
        """The features of the regression, in the order of the weights."""
        return (
            log((self.topic_score + 1) / (self.best_score + 1)),
            self.coverage,
            self.topic_coverage,
            self.unknown,
            log(max(self.length, 1)),
            *self.passage_nearness,
            *self.topic_nearness,
            self.missing,
            self.given,
            self.asks_leave,
            self.foreign_name,
        )


@dataclass(frozen=True, slots=True)
class Calibration:
    """Kalibrering: the weights of the features, and the bounds of a refusal and of a reservation."""

    weights: tuple[float, ...]
    intercept: float
    bound: float
    sure: float

    def probability(self, features: Sequence[float]) -> float:
        """The probability that the guidance answers."""
        total = self.intercept + sum(w * f for w, f in zip(self.weights, features, strict=True))
        return 1 / (1 + exp(-total))


@cache
def calibration() -> Calibration:
    """The calibration in force."""
    read = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Calibration(tuple(read["weights"]), read["intercept"], read["bound"], read["sure"])
