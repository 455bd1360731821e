"""Runs the suite of a fault with and without it, on the same few cases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.opening import Assistant
from evals.gate import LIMIT, must_be_whole
from evals.measures import Measured, measured
from evals.outcomes import Sample
from evals.running import cases_to_run, produce
from evals.scores import Score
from evals.scoring import score_all
from evals.self_test.faults import FAULTS, Fault
from evals.statistics import worse

SEED = 2030
ALSO = {"ordagrannhet": ("ordagrannhet", "svar")}
"""Quotations are judged in the answers of other suites."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Utfall av ett inplanterat fel: the measure without it and with it."""

    fault: Fault
    without: Measured
    planted: Measured
    chance: float

    @property
    def caught(self) -> bool:
        """Whether the gate would close: one broken promise is enough, other measures must fall surely."""
        if must_be_whole(self.fault.suite, self.fault.measure):
            return self.planted.short > self.without.short
        return self.planted.value < self.without.value and self.chance < LIMIT


def self_test(assistant: Assistant, faults: Iterable[Fault] = FAULTS) -> Iterator[Seen]:
    """Every fault, planted in turn."""
    sound: dict[str, tuple[Score, ...]] = {}
    for fault in faults:
        sample = Sample(most=fault.most, seed=SEED)
        if fault.suite not in sound:
            sound[fault.suite] = _scores(fault.suite, assistant, sample)
        with fault.planted():
            unsound = _scores(fault.suite, assistant, sample)
        yield _seen(fault, sound[fault.suite], unsound)


def _scores(suite: str, assistant: Assistant, sample: Sample) -> tuple[Score, ...]:
    cases = cases_to_run(assistant, ALSO.get(suite, (suite,)), sample)
    return tuple(score_all(produce(assistant, cases), cases, assistant.library))


def _seen(fault: Fault, sound: tuple[Score, ...], unsound: tuple[Score, ...]) -> Seen:
    before, after = (_values(fault, scores) for scores in (sound, unsound))
    both = sorted(before.keys() & after.keys())
    chance = worse([before[case] for case in both], [after[case] for case in both])
    return Seen(fault, _row(fault, sound), _row(fault, unsound), chance)


def _values(fault: Fault, scores: tuple[Score, ...]) -> dict[str, float]:
    return {s.case: s.value for s in scores if (s.suite, s.measure) == (fault.suite, fault.measure)}


def _row(fault: Fault, scores: tuple[Score, ...]) -> Measured:
    of_measure = (s for s in scores if (s.suite, s.measure) == (fault.suite, fault.measure))
    return next(row for row in measured(of_measure) if not row.group)
