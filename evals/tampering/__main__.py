"""Prints the tamper bench; the exit status is 1 when an aim is missed."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable

from rich.console import Console
from rich.table import Table

from assistant.domain.reviews import Review
from assistant.opening import Assistant
from evals.tampering.cases import MOST_CASES, Case, tampering_cases
from evals.tampering.judging import Tally, judged_right, score
from evals.tampering.quote_checkers import Accepts, quote_checkers

AIM_NAMED = 0.99


def main(arguments: list[str] | None = None) -> int:
    """Judge every case, print what came of it, and say whether the aims hold."""
    parser = argparse.ArgumentParser(prog="python -m evals.tampering")
    parser.add_argument("--limit", type=int, default=MOST_CASES, help="cases a kind, at the most")
    parser.add_argument("--show", type=int, default=0, help="wrongly judged cases to print a kind")
    parser.add_argument(
        "--beside", action="store_true", help="two public quote checkers too (extra: comparison)"
    )
    given = parser.parse_args(arguments)
    assistant = Assistant.open()
    guidance = assistant.library.guidance
    cases = list(tampering_cases(guidance, given.limit))
    tallies = score(cases, assistant.review)
    _print_kinds(tallies)
    met = _print_aims(tallies)
    _show_wrong(cases, assistant.review, given.show)
    if given.beside:
        _print_beside(cases, tallies, quote_checkers(guidance))
    return int(not met)


def _print_kinds(tallies: dict[tuple[bool, str], Tally]) -> None:
    table = Table("", "kind", "distinct", "right", "named")
    for (faithful, kind), tally in tallies.items():
        group = "faithful" if faithful else "tampered"
        table.add_row(group, kind, str(tally.cases), str(tally.right), str(tally.named))
    Console().print(table)


def _print_aims(tallies: dict[tuple[bool, str], Tally]) -> bool:
    tampered = [t for (faithful, _), t in tallies.items() if not faithful]
    faithful_ones = [t for (faithful, _), t in tallies.items() if faithful]
    called_verbatim = sum(t.cases - t.right for t in tampered)
    called_otherwise = sum(t.cases - t.right for t in faithful_ones)
    count = sum(t.cases for t in tampered)
    named = sum(t.named for t in tampered) / count
    print(f"tampered called verbatim: {called_verbatim} of {count}")
    print(f"faithful called otherwise: {called_otherwise} of {sum(t.cases for t in faithful_ones)}")
    print(f"right commitment named: {named:.2%} of the tampered")
    return called_verbatim == 0 and called_otherwise == 0 and named >= AIM_NAMED


def _print_beside(
    cases: list[Case], tallies: dict[tuple[bool, str], Tally], checkers: dict[str, Accepts]
) -> None:
    """How many of the same cases each takes for official: none of the tampered, all of the faithful."""
    accepted: dict[str, dict[bool, int]] = {
        name: {
            faithful: sum(accepts(c.sentence) for c in cases if c.faithful is faithful)
            for faithful in (False, True)
        }
        for name, accepts in checkers.items()
    }
    ours = {
        faithful: sum(
            t.right if faithful else t.cases - t.right
            for (f, _), t in tallies.items()
            if f is faithful
        )
        for faithful in (False, True)
    }
    count = {faithful: sum(c.faithful is faithful for c in cases) for faithful in (False, True)}
    table = Table("taken for official", "tampered (aim: none)", "faithful (aim: all)")
    for name, taken in {"this reviewer": ours, **accepted}.items():
        table.add_row(name, *(f"{taken[f]} of {count[f]}" for f in (False, True)))
    Console().print(table)


def _show_wrong(cases: Iterable[Case], review: Callable[[str], Review], limit: int) -> None:
    shown: dict[str, int] = defaultdict(int)
    for case in cases if limit else ():
        found = review(case.text)
        right, named = judged_right(case, found)
        if (not right or not named) and shown[case.kind] < limit:
            shown[case.kind] += 1
            pledges = [(p.status.value, p.commitment) for p in found.pledges]
            print(f"{case.kind} {case.commitment} {pledges}: {case.text!r}")


if __name__ == "__main__":
    sys.exit(main())
