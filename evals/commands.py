"""The commands: run, score, accept and schema."""

from datetime import datetime
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant.domain.errors import InputFault
from assistant.opening import Assistant
from assistant.settings import read_settings
from evals import baseline as baselines
from evals import case_files, outcomes, running, scoring
from evals.comparison import comparing
from evals.fluency import opinions
from evals.gate import judge
from evals.measures import measured
from evals.outcomes import Outcome, Sample
from evals.report import writing
from evals.report.content import Content
from evals.running import Cases
from evals.suites import SUITES
from evals.table import print_failures, print_scores, print_verdict

RESULTS = Path(__file__).parent / "results"


def run(
    suites: tuple[str, ...],
    sample: Sample | None,
    frozen: str | None,
    model: str | None,
    *,
    beside: bool,
) -> Path:
    """Let the program have every case, and write what came of it into a new folder."""
    if frozen:
        case_files.log_frozen_look(frozen)
    assistant = Assistant.open(read_settings(model=model) if model else None)
    cases = running.cases_to_run(assistant, suites, sample, frozen=bool(frozen))
    described = running.describe(assistant, suites, sample, frozen=bool(frozen))
    began = datetime.now()  # noqa: DTZ005  the user's own clock
    produced = _produced(assistant, cases)
    folder = RESULTS / f"{began:%Y%m%d-%H%M%S}"
    seconds = sum(outcome.seconds for outcome in produced)
    outcomes.write(folder, described.model_copy(update={"seconds": seconds}), produced)
    if beside and not frozen:
        comparing.write(folder, comparing.compared(assistant, cases, produced))
    print(f"{len(produced)} utfall i {folder}")
    return folder


def _produced(assistant: Assistant, cases: Cases) -> list[Outcome]:
    columns = (
        TextColumn("{task.description:13}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns) as bars:
        tasks = {name: bars.add_task(name, total=len(cases[name])) for name in cases}
        return list(running.produce(assistant, cases, lambda name: bars.advance(tasks[name])))


def newest() -> Path:
    """The folder of the newest whole run."""
    folders = sorted(path.parent for path in RESULTS.glob("*/run.json"))
    if not folders:
        raise InputFault("Det finns ingen körning. Kör först: python -m evals run")
    return folders[-1]


def score(folder: Path, *, failures: bool, groups: bool) -> int:
    """Score a run, compare it, write the report beside it, and say whether the gate is open."""
    content = contents(folder)
    print_scores(content.rows, content.compared, groups=groups)
    if failures and not content.run.frozen:
        print_failures(score for one in content.judged for score in one.scores)
    report = writing.write(folder, content)
    print_verdict(content.verdict)
    print(f"Rapport: {report}")
    return int(not content.verdict.passed)


def contents(folder: Path) -> Content:
    """Everything that the report shows."""
    described, produced = outcomes.read(folder)
    assistant = Assistant.open()
    cases = running.cases_to_run(
        assistant, described.suites, described.sample, frozen=described.frozen
    )
    judged = tuple(scoring.judge_each(produced, cases, assistant.library))
    scores = tuple(score for one in judged for score in one.scores)
    accepted = None if described.frozen else baselines.read_baseline()
    compared = None
    if accepted:
        drawn = baselines.generated_before(assistant, accepted)
        compared = baselines.compare(scores, described, accepted, drawn)
    rows = measured(scores)
    return Content(
        run=described,
        judged=judged,
        rows=rows,
        accepted=accepted,
        compared=compared,
        verdict=judge(rows, compared),
        beside=comparing.read(folder),
        fluency=opinions.read(folder),
    )


def accept(folder: Path, why: str) -> int:
    """Make a run the one that later runs are compared with."""
    described, produced = outcomes.read(folder)
    hindrance = baselines.may_be_accepted(described, SUITES)
    if hindrance:
        print(hindrance)
        return 1
    assistant = Assistant.open()
    cases = running.cases_to_run(assistant, described.suites, described.sample)
    scores = tuple(scoring.score_all(produced, cases, assistant.library))
    # A run that breaks a promise is never what others are measured by.
    verdict = judge(measured(scores), None)
    if not verdict.passed:
        print_verdict(verdict)
        return 1
    baselines.accept(described, scores, why)
    print(f"{folder.name} är nu den godtagna körningen.")
    return 0
