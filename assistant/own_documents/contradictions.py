"""Proposals that cannot all hold: two years for one goal, two shares, two amounts. Shown, never resolved."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from assistant.domain.drafts import FactKind
from assistant.domain.own_documents import Contradiction, Disputed, Proposal
from assistant.own_documents.facts import amounts, shares, years
from assistant.search.analysis import content_words, fold, stem

AIMS = frozenset((FactKind.GOAL, FactKind.TIME))
ALIKE = 0.5
"""Share of the words of the shorter sentence that two must have in common to be about one thing."""
GENERIC = frozenset(
    stem(word)
    for word in """
    kommun kommunen kommunens kommuner mål målet målen målsättning senast år åren procent minst högst öka
    minska nå ska skall uppgå fram perioden kronor miljoner miljon mnkr tkr avsätta avsätts avsätter budget
    satsa satsas satsar totalt sammanlagt halvera halveras hälften klar klart klara
    åtgärd åtgärder insats insatser aktivitet aktiviteter projekt tid tidplan när kostnad
    resurser finansiering
    """.split()  # noqa: SIM905  a list of words reads better as text
)
SCOPES = ("koncern", "organisation", "egna verksamhet", "invånar", "geografisk", "näringsliv")
"""Words that narrow what a goal holds for: with different ones, two goals can both hold."""


def contradictions(proposals: Iterable[Proposal]) -> Iterator[Contradiction]:
    """Every pair that says different things about one."""
    ours = [(p, _matter(p)) for p in proposals if p.kind in AIMS | {FactKind.RESOURCES}]
    for (one, about_one), (other, about_other) in combinations(ours, 2):
        if one.text != other.text and _alike(about_one, about_other):
            disputed = _disputed(one, other)
            if disputed and _scope(one.text) == _scope(other.text):
                yield Contradiction(one, other, disputed)


def _matter(proposal: Proposal) -> frozenset[str]:
    words = (word for word in content_words(proposal.text) if not word[:1].isdigit())
    return frozenset(stem(word) for word in words) - GENERIC


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    fewest = min(len(one), len(other))
    return bool(fewest) and shared / fewest >= ALIKE and (shared >= 2 or shared == fewest)


def _scope(text: str) -> frozenset[str]:
    folded = fold(text.casefold())
    return frozenset(word for word in SCOPES if fold(word) in folded)


def _disputed(one: Proposal, other: Proposal) -> Disputed | None:
    if one.kind is FactKind.RESOURCES or other.kind is FactKind.RESOURCES:
        if one.kind is not other.kind:
            return None
        return Disputed.AMOUNT if _apart(amounts(one.text), amounts(other.text)) else None
    levels, times = (shares(one.text), shares(other.text)), (years(one.text), years(other.text))
    if _apart(*times):
        # Half by one year and nine tenths by a later are steps on one way.
        return None if _apart(*levels) else Disputed.YEAR
    return Disputed.SHARE if _apart(*levels) else None


def _apart(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one and other and not one & other)
