"""`python -m evals run | score | bench`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from assistant import Assistant
from assistant.guidance.library import Library
from assistant.settings import read_settings
from evals import cases, outcomes, running, scoring
from evals.table import print_scores

RESULTS = Path(__file__).parent / "results"


def main() -> int:
    """Run a command of the evals."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="ask every case and write what came of it")
    run.add_argument("--suite", action="append", choices=running.SUITES, help="only this suite")
    run.add_argument("--frozen", metavar="WHY", help="the frozen cases instead; the look is logged")
    score = commands.add_parser("score", help="score the newest run, or one that is named")
    score.add_argument("folder", nargs="?", type=Path)
    score.add_argument("--failures", action="store_true", help="list the cases that fell short")
    commands.add_parser("calibrate", help="fit when a question is refused, on development cases")
    commands.add_parser("ablation", help="measure the search with one part off in turn")
    commands.add_parser("bench", help="measure start, speed, memory and size")
    given = parser.parse_args()
    if given.command == "run":
        return _run(given.suite or running.SUITES, given.frozen)
    if given.command == "score":
        return _score(given.folder or max(RESULTS.iterdir()), failures=given.failures)
    if given.command == "calibrate":
        from evals.calibration import calibrate  # noqa: PLC0415  scikit-learn takes a second

        calibrate()
        return 0
    if given.command == "ablation":
        from evals.ablation import print_ablation  # noqa: PLC0415  likewise

        print_ablation()
        return 0
    from evals.bench import print_bench  # noqa: PLC0415  it imports what it measures

    print_bench()
    return 0


def _run(suites: Sequence[str], frozen: str | None) -> int:
    if frozen:
        cases.log_frozen_look(frozen)
    assistant = Assistant.open()
    produced = list(running.produce(assistant, suites, frozen=bool(frozen)))
    folder = RESULTS / f"{datetime.now():%Y%m%d-%H%M%S}"  # noqa: DTZ005  the user's own clock
    outcomes.write(folder, running.describe(assistant, frozen=bool(frozen)), produced)
    print(f"{len(produced)} utfall i {folder}")
    return 0


def _score(folder: Path, *, failures: bool) -> int:
    run, produced = outcomes.read(folder)
    library = Library.from_folder(read_settings().edition)
    scores = list(scoring.score_all(produced, library, frozen=run.frozen))
    print_scores(scores, failures=failures)
    broken = [s for s in scores if s.suite == "ordagrannhet" and s.value < 1]
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
