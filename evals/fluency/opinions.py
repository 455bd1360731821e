"""The opinions of a judging model as a file beside the outcomes, and what they come to."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.outcomes import Record, Sample

FILE = "fluency.json"
LOWEST, HIGHEST = 1, 5
"""The scale; prompts/bedomning.md says what each grade means."""


class Opinion(Record):
    """Omdöme: a grade with its reason; without a grade, why the reply could not be used."""

    grade: int | None = None
    reason: str


class JudgedText(Record):
    """Bedömd text: own words of an outcome, and an opinion from each round."""

    suite: str
    case: str
    text: str
    opinions: tuple[Opinion, ...]

    @property
    def grades(self) -> tuple[int, ...]:
        """The grades that were given."""
        return tuple(o.grade for o in self.opinions if o.grade is not None)

    @property
    def whole(self) -> bool:
        """Whether every round gave a grade."""
        return len(self.grades) == len(self.opinions)

    @property
    def mean(self) -> float:
        """The mean of the grades of a text that has them all."""
        return float(np.mean(self.grades))


@dataclass(frozen=True, slots=True)
class Spread:
    """Spridning: the mean grade, and how it varies between rounds and between texts."""

    texts: int
    mean: float
    rounds: tuple[float, ...]
    apart: float
    """The mean distance between the highest and the lowest grade of the same text."""
    lowest: float
    highest: float
    deviation: float
    """The standard deviation between the texts' means."""


class Fluency(Record):
    """Språkbedömning: what a model thinks of the program's Swedish, in texts drawn from a run."""

    model: str
    """As provider:name."""
    place: str
    prompt: str
    day: str
    sample: Sample
    found: int
    """The texts that could have been drawn."""
    texts: tuple[JudgedText, ...]

    @property
    def replies(self) -> int:
        """How many replies were asked for."""
        return sum(len(text.opinions) for text in self.texts)

    @property
    def unused(self) -> Counter[str]:
        """Replies without a grade, by reason."""
        return Counter(o.reason for text in self.texts for o in text.opinions if o.grade is None)

    def worst(self, most: int) -> list[JudgedText]:
        """The texts with the lowest means."""
        return sorted((text for text in self.texts if text.whole), key=lambda t: t.mean)[:most]

    def spread(self) -> Spread | None:
        """The numbers over the texts that every round graded; None where there is no such text."""
        whole = [text for text in self.texts if text.whole]
        if not whole:
            return None
        grades = np.array([text.grades for text in whole])
        means = grades.mean(axis=1)
        return Spread(
            texts=len(whole),
            mean=float(grades.mean()),
            rounds=tuple(float(mean) for mean in grades.mean(axis=0)),
            apart=float(np.ptp(grades, axis=1).mean()),
            lowest=float(means.min()),
            highest=float(means.max()),
            deviation=float(means.std()),
        )


def write(folder: Path, fluency: Fluency) -> Path:
    """Keep it beside the outcomes; the path of the file."""
    path = folder / FILE
    path.write_text(fluency.model_dump_json(indent=1), encoding="utf-8")
    return path


def read(folder: Path) -> Fluency | None:
    """What `write` wrote; None where no model has judged the run."""
    path = folder / FILE
    return Fluency.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else None
