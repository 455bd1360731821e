"""What the report shows, and the reviewed Swedish texts about each suite."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from evals.baseline import Baseline, Compared
from evals.comparison.comparing import Beside
from evals.fluency.opinions import Fluency
from evals.gate import Verdict
from evals.measures import Measured
from evals.outcomes import Run
from evals.promises import must_be_whole
from evals.scoring import Judged

FILE = Path(__file__).parent / "texts.yaml"


class MeasureText(BaseModel):
    """Måttets ord: what a measure tells, and what is aimed at."""

    model_config = ConfigDict(extra="forbid")

    tells: str
    aim: float | None = None


class SuiteText(BaseModel):
    """Svitens ord: what it asks, how it is measured and what it cannot tell."""

    model_config = ConfigDict(extra="forbid")

    title: str
    asks: str
    how: str
    limit: str
    measures: dict[str, MeasureText]


@dataclass(frozen=True, slots=True)
class Content:
    """Rapportens innehåll: a run, its cases with their scores, and what they are compared with."""

    run: Run
    judged: tuple[Judged, ...]
    rows: tuple[Measured, ...]
    accepted: Baseline | None
    compared: tuple[Compared, ...] | None
    verdict: Verdict
    beside: Beside | None
    fluency: Fluency | None = None

    def row(self, suite: str, measure: str) -> Measured | None:
        """The row of a whole measure, or None where it was not run."""
        rows = (r for r in self.rows if (r.suite, r.measure, r.group) == (suite, measure, ""))
        return next(rows, None)


@cache
def suite_texts() -> dict[str, SuiteText]:
    """The texts about each suite by its name."""
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): SuiteText.model_validate(record) for name, record in loaded.items()}


def aim_of(suite: str, measure: str) -> float | None:
    """What a measure should reach; None where nothing is aimed at."""
    if must_be_whole(suite, measure):
        return 1.0
    return suite_texts()[suite].measures[measure].aim


def reached(row: Measured) -> bool:
    """Whether a measure reaches its aim; where there is none, whether nothing fell short."""
    aim = aim_of(row.suite, row.measure)
    return row.value >= (1.0 if aim is None else aim)
