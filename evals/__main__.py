"""`python -m evals run | score | judge | accept | self-test | schema | calibrate | ablation | bench`."""

import argparse
import sys
from pathlib import Path

from assistant.domain.errors import KlimatkontraktError
from evals import commands
from evals.outcomes import Sample
from evals.suites import SUITES

SEED = 2030
TEXTS = 40
"""Texts that a model judges unless told otherwise: three times each, some minutes on one's own computer."""
WRONG_USAGE = 2


def main(arguments: list[str] | None = None) -> int:
    """Run a command of the evals; a fault of the one who gave it is one sentence."""
    given = _parser().parse_args(arguments)
    try:
        return _run(given)
    except KlimatkontraktError as fault:
        print(fault, file=sys.stderr)
        return WRONG_USAGE


def _run(given: argparse.Namespace) -> int:
    match given.command:
        case "run":
            sample = Sample(most=given.sample, seed=given.seed) if given.sample else None
            suites = tuple(given.suite or SUITES)
            commands.run(suites, sample, given.frozen, given.model, beside=given.beside)
            return 0
        case "score":
            folder = given.folder or commands.newest()
            return commands.score(folder, failures=given.failures, groups=given.groups)
        case "judge":
            from evals.fluency.command import judge_fluency  # noqa: PLC0415  as the tools below

            sample = Sample(most=given.sample, seed=given.seed)
            judge_fluency(given.folder or commands.newest(), given.model, sample)
            return 0
        case "accept":
            return commands.accept(given.folder or commands.newest(), given.why)
        case _:
            return _tool(given.command)


def _tool(command: str) -> int:  # what each imports takes a second
    match command:
        case "self-test":
            from evals.self_test.command import print_self_test  # noqa: PLC0415

            return print_self_test()
        case "schema":
            from evals.schemas import write_schemas  # noqa: PLC0415

            write_schemas()
        case "calibrate":
            from evals.calibration import calibrate  # noqa: PLC0415

            calibrate()
        case "ablation":
            from evals.ablation import print_ablation  # noqa: PLC0415

            print_ablation()
        case _:
            from evals.bench import print_bench  # noqa: PLC0415

            print_bench()
    return 0


def _some(given: str) -> int:
    """A number of at least one."""
    number = int(given)
    if number < 1:
        raise argparse.ArgumentTypeError("ange minst 1")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands_ = parser.add_subparsers(dest="command", required=True)
    run = commands_.add_parser(
        "run", help="let the program have every case and write what came of it"
    )
    run.add_argument("--suite", action="append", choices=tuple(SUITES), help="only this suite")
    run.add_argument("--frozen", metavar="WHY", help="the frozen cases instead; the look is logged")
    run.add_argument("--model", metavar="PROVIDER:NAME", help="a language model in all suites")
    run.add_argument("--sample", type=int, metavar="N", help="at most N cases of each group")
    run.add_argument("--seed", type=int, default=SEED, help="which cases a sample has")
    run.add_argument("--beside", action="store_true", help="others on the same cases too")
    score = commands_.add_parser(
        "score", help="score the newest run or one named; write the report"
    )
    score.add_argument("folder", nargs="?", type=Path)
    score.add_argument("--failures", action="store_true", help="list the cases that fell short")
    score.add_argument("--groups", action="store_true", help="a row for each group too")
    judge = commands_.add_parser(
        "judge", help="let a language model say how the Swedish of a run flows; gates nothing"
    )
    judge.add_argument("folder", nargs="?", type=Path)
    judge.add_argument("--model", metavar="PROVIDER:NAME", help="the one that judges")
    judge.add_argument("--sample", type=_some, default=TEXTS, metavar="N", help="at most N texts")
    judge.add_argument("--seed", type=int, default=SEED, help="which texts are drawn")
    accept = commands_.add_parser("accept", help="let later runs be compared with this one")
    accept.add_argument("why", help="why it is accepted; kept in evals/baseline.json")
    accept.add_argument("folder", nargs="?", type=Path)
    commands_.add_parser("self-test", help="plant faults and show that the suites see them")
    commands_.add_parser("schema", help="write the JSON Schemas of the case files")
    commands_.add_parser("calibrate", help="fit when a question is refused, on development cases")
    commands_.add_parser("ablation", help="measure the search with one part off in turn")
    commands_.add_parser("bench", help="measure start, speed, memory and size")
    return parser


if __name__ == "__main__":
    sys.exit(main())
