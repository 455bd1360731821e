"""How sure the search is that the guidance answers a question.

A logistic regression on the features of the `Evidence`, fitted on the development questions, answerable
and not, by `python -m evals calibrate`, which also sets the bound below which a question is refused, and
the one below which it is answered with a reservation. The numbers stand in `calibration.yaml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "calibration.yaml"


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
