"""Hand-written snippets of contracts and how they must be judged: `python -m evals.review_cases`."""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from assistant.domain.reviews import Review
from assistant.opening import Assistant
from evals.cases import log_frozen_look

FILE = Path(__file__).parent / "cases" / "granskning.yaml"
FROZEN = FILE.with_name("granskning-frozen.yaml")


class ReviewCase(BaseModel):
    """Granskningsfall: a snippet and the pledges that are in it, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    expected: tuple[str, ...]
    missing: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Utfall: a case, what was found, and whether that is right."""

    case: ReviewCase
    found: tuple[str, ...]
    missing: tuple[int, ...]

    @property
    def right(self) -> bool:
        """Whether the pledges and the missing are as they should be."""
        same_missing = self.case.missing in {None, self.missing}
        return self.found == self.case.expected and same_missing


def review_cases(path: Path = FILE) -> tuple[ReviewCase, ...]:
    """The cases of a file."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return TypeAdapter(tuple[ReviewCase, ...]).validate_python(data)


def score_review(
    cases: tuple[ReviewCase, ...], review: Callable[[str], Review]
) -> Iterator[Verdict]:
    """The outcome of each case."""
    for case in cases:
        found = review(case.text)
        labels = (f"{p.status.value} {p.commitment or ''}".strip() for p in found.pledges)
        yield Verdict(case, tuple(labels), found.missing_mandatory)


def main() -> int:
    """Print the wrongly judged cases and the share that is right; of the frozen ones the share alone."""
    parser = argparse.ArgumentParser(prog="python -m evals.review_cases", description=__doc__)
    parser.add_argument(
        "--frozen", metavar="WHY", help="the frozen cases instead; the look is logged"
    )
    why = parser.parse_args().frozen
    if why:
        log_frozen_look(f"granskning: {why}")
    cases = review_cases(FROZEN if why else FILE)
    verdicts = list(score_review(cases, Assistant.open().review))
    wrong = [v for v in verdicts if not v.right]
    for verdict in [] if why else wrong:
        print(f"{verdict.case.id}: expected {list(verdict.case.expected)}, {verdict.case.missing}")
        print(f"    found {list(verdict.found)}, {list(verdict.missing)}")
    print(f"right: {len(verdicts) - len(wrong)} of {len(verdicts)}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
