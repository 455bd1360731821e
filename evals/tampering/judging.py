"""How the reviewer judges the cases of the tamper bench."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.domain.reviews import PledgeStatus, Review
from evals.tampering.cases import Case


@dataclass(slots=True)
class Tally:
    """Utfall: how the distinct cases of one kind were judged."""

    cases: int = 0
    right: int = 0
    named: int = 0


def judged_right(case: Case, review: Review) -> tuple[bool, bool]:
    """Whether a case was judged as it must be, and whether its commitment was named."""
    statuses = [p.status for p in review.pledges]
    named = any(p.commitment == case.commitment for p in review.pledges)
    if case.faithful:
        whole = len(review.pledges) == 1 and statuses == [PledgeStatus.VERBATIM]
        return whole, whole and named
    return PledgeStatus.VERBATIM not in statuses, named


def score(cases: Iterable[Case], review: Callable[[str], Review]) -> dict[tuple[bool, str], Tally]:
    """The outcome for each kind of case."""
    tallies: dict[tuple[bool, str], Tally] = defaultdict(Tally)
    for case in cases:
        right, named = judged_right(case, review(case.text))
        tally = tallies[case.faithful, case.kind]
        tally.cases += 1
        tally.right += right
        tally.named += named
    return tallies
