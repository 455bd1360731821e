"""Scores outcomes with the scorers of their suites; quotations count as ordagrannhet wherever they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.guidance.library import Library
from evals.cases import Case
from evals.outcomes import Outcome
from evals.running import Cases
from evals.scores import Judgement, Score
from evals.suites import SUITES

QUOTED = "citat i svar"


@dataclass(frozen=True, slots=True)
class Judged:
    """Bedömt fall: a case, what came of it, and its scores."""

    case: Case
    outcome: Outcome
    scores: tuple[Score, ...]

    @property
    def faults(self) -> tuple[Score, ...]:
        """The scores that fell short and say why."""
        return tuple(score for score in self.scores if score.value < 1 and score.reason)


def judge_each(outcomes: Iterable[Outcome], cases: Cases, library: Library) -> Iterator[Judged]:
    """Every outcome that has its case, with its scores; a case that is gone has none."""
    known = {name: {case.id: case for case in of_suite} for name, of_suite in cases.items()}
    for outcome in outcomes:
        case = known[outcome.suite].get(outcome.case)
        if case is not None:
            judgements = SUITES[outcome.suite].score(case, outcome.observed, library)
            yield Judged(case, outcome, tuple(_score(outcome, case, j) for j in judgements))


def score_all(outcomes: Iterable[Outcome], cases: Cases, library: Library) -> Iterator[Score]:
    """Every score of every outcome."""
    for judged in judge_each(outcomes, cases, library):
        yield from judged.scores


def _score(outcome: Outcome, case: Case, judged: Judgement) -> Score:
    quoted = judged.measure == QUOTED
    name = "/".join(filter(None, (outcome.case, judged.part)))
    return Score(
        suite="ordagrannhet" if quoted else outcome.suite,
        case=f"{outcome.suite}/{name}" if quoted else name,
        measure=judged.measure,
        value=judged.value,
        reason=judged.reason,
        group="" if quoted else judged.group if judged.group is not None else case.group,
        generated=case.generated,
    )
