"""The cases of the tamper bench, distinct and the same for the same seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.guidance import Guidance
from evals.tampering.disguises import DISGUISES
from evals.tampering.mutations import Mutation, mutations

MOST_CASES = 5000
"""Distinct cases of a kind."""
AROUND = (
    ("", ""),
    ("Kommunen arbetar vidare.\n\n", "\n\nKommunen följer upp varje år."),
    ("Bakgrund till åtagandet\n\n", "\n\nI kommunen pågår flera projekt."),
    ("", "\n\nNästa stycke handlar om något annat."),
)


@dataclass(frozen=True, slots=True)
class Case:
    """Fall: a sentence, what stands around it, and how it must be judged."""

    kind: str
    sentence: str
    commitment: int
    faithful: bool
    around: tuple[str, str] = ("", "")

    @property
    def text(self) -> str:
        """The sentence where it stands."""
        before, after = self.around
        return f"{before}{self.sentence}{after}"


def tampering_cases(guidance: Guidance, limit: int, seed: int = 2030) -> Iterator[Case]:
    """Distinct cases of every kind, at most `limit` a kind, the same for the same seed."""
    for faithful, kinds in ((False, mutations(guidance.edition.pledge_opening)), (True, DISGUISES)):
        for kind, mutation in kinds.items():
            yield from _cases(guidance, kind, mutation, limit, seed, faithful=faithful)
    yield from _merged(guidance, limit)


def _cases(  # noqa: PLR0913  one kind of case
    guidance: Guidance, kind: str, mutation: Mutation, limit: int, seed: int, *, faithful: bool
) -> Iterator[Case]:
    chance = random.Random(f"{kind}-{seed}")  # noqa: S311  cases, not secrets
    wordings = {c.number: c.official_wording for c in guidance.commitments}
    plain = {" ".join(text.split()) for text in wordings.values()}
    seen: set[str] = set()
    misses = 0
    while len(seen) < limit and misses < 40 * len(wordings):
        for number, wording in wordings.items():
            changed = mutation(wording, chance)
            around = chance.choice(AROUND)
            if changed in seen or (not faithful and " ".join(changed.split()) in plain):
                misses += 1
                continue
            seen.add(changed)
            yield Case(kind, changed, number, faithful, around)
            if len(seen) >= limit:
                return


def _merged(guidance: Guidance, limit: int) -> Iterator[Case]:
    wordings = [(c.number, c.official_wording) for c in guidance.commitments]
    opening = guidance.edition.pledge_opening
    begun = f"{opening[:1].lower()}{opening[1:]}"
    joins = (" och ", ", och ", " samt att ", "; ", " och att ", ", samt att ")
    count = 0
    for number, one in wordings:
        for other_number, other in wordings:
            for join in joins if number != other_number else ():
                rest = other.removeprefix(f"{opening} ")
                tail = rest if join.endswith("att ") else f"{begun} {rest}"
                if count < limit:
                    count += 1
                    yield Case(
                        "slå ihop", one.removesuffix(".") + join + tail, number, faithful=False
                    )
