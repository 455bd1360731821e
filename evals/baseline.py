"""The last accepted run: its scores, kept short, and what changed since."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.opening import Assistant
from evals.outcomes import Run, Sample
from evals.running import Cases, cases_to_run
from evals.scores import Score
from evals.statistics import holm, worse

FILE = Path(__file__).parent / "baseline.json"
Named = tuple[str, str]
"""A suite and a measure."""


class Kept(BaseModel):
    """Sparat mått: the usual value of its cases, and the cases that have another.

    `known` are the cases that people wrote; those that a rule made are known by the sample.
    """

    model_config = ConfigDict(extra="forbid")

    usual: float
    others: dict[str, float]
    known: tuple[str, ...]


class Baseline(BaseModel):
    """Godtagen körning: why it was accepted, what it was made with, and its scores by suite and measure."""

    model_config = ConfigDict(extra="forbid")

    why: str
    run: Run
    scores: dict[str, dict[str, Kept]]


@dataclass(frozen=True, slots=True)
class Moved:
    """Ändrat fall: what a case was worth in the accepted run and now."""

    case: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Jämförelse: a measure on the cases that both runs have; `chance` is adjusted for many tests."""

    suite: str
    measure: str
    pairs: int
    before: float
    after: float
    chance: float
    moved: tuple[Moved, ...]


def read_baseline(path: Path = FILE) -> Baseline | None:
    """The accepted run; None where none has been accepted."""
    if not path.exists():
        return None
    return Baseline.model_validate_json(path.read_text(encoding="utf-8"))


def accept(run: Run, scores: Iterable[Score], why: str, path: Path = FILE) -> None:
    """Make a run the one that later runs are compared with."""
    kept: dict[str, dict[str, Kept]] = defaultdict(dict)
    for (suite, measure), values in _by_measure(scores).items():
        usual = Counter(score.value for score in values.values()).most_common(1)[0][0]
        kept[suite][measure] = Kept(
            usual=usual,
            others={case: s.value for case, s in values.items() if s.value != usual},
            known=tuple(case for case, s in values.items() if not s.generated),
        )
    record = Baseline(why=why, run=run, scores=kept)
    path.write_text(record.model_dump_json(indent=1) + "\n", encoding="utf-8")


def compare(
    scores: Iterable[Score], run: Run, baseline: Baseline, drawn_before: Mapping[str, set[str]]
) -> tuple[Compared, ...]:
    """Every measure on the cases that both runs have.

    `drawn_before` are the generated cases of the accepted run, by suite; they are the same cases
    only when the same rules made them.
    """
    same_rules = run.cases == baseline.run.cases and run.corpus == baseline.run.corpus
    raw: dict[Named, float] = {}
    found: list[Compared] = []
    for (suite, measure), values in _by_measure(scores).items():
        kept = baseline.scores.get(suite, {}).get(measure)
        if kept is None:
            continue
        known = set(kept.known)
        drawn = drawn_before.get(suite, set()) if same_rules else set()
        pairs = [s for case, s in values.items() if case in (drawn if s.generated else known)]
        if not pairs:
            continue
        before = [kept.others.get(score.case, kept.usual) for score in pairs]
        after = [score.value for score in pairs]
        raw[suite, measure] = worse(before, after)
        moved = tuple(
            Moved(score.case, was, score.value, score.reason)
            for score, was in zip(pairs, before, strict=True)
            if abs(score.value - was) > 1e-9
        )
        means = (sum(before) / len(pairs), sum(after) / len(pairs))
        found.append(Compared(suite, measure, len(pairs), *means, 1.0, moved))
    adjusted = holm(raw)
    return tuple(
        Compared(
            c.suite, c.measure, c.pairs, c.before, c.after, adjusted[c.suite, c.measure], c.moved
        )
        for c in found
    )


def generated_before(assistant: Assistant, baseline: Baseline) -> dict[str, set[str]]:
    """The ids of the generated cases that the accepted run had, drawn again."""
    return generated_ids(cases_to_run(assistant, baseline.run.suites, baseline.run.sample))


def generated_ids(cases: Cases) -> dict[str, set[str]]:
    """The ids of the cases that a rule made, by suite."""
    return {name: {c.id for c in of_suite if c.generated} for name, of_suite in cases.items()}


def may_be_accepted(run: Run, every_suite: Iterable[str]) -> str:
    """Why a run cannot be accepted; nothing where it can."""
    if run.frozen:
        return "Körningen gäller de frysta fallen. De används inte att jämföra med."
    missing = [name for name in every_suite if name not in run.suites]
    if missing:
        return f"Körningen saknar sviterna {', '.join(missing)}. Kör alla."
    return ""


def _by_measure(scores: Iterable[Score]) -> dict[Named, dict[str, Score]]:
    found: dict[Named, dict[str, Score]] = defaultdict(dict)
    for score in scores:
        found[score.suite, score.measure][score.case] = score
    return found


__all__ = ["Baseline", "Compared", "Moved", "Sample", "accept", "compare", "read_baseline"]
