"""Which kind of local fact a sentence states, by how roadmaps and budgets are written.

Rules and no model: the same sentence always meets the same end. What is past, general, or said of
someone else is no fact of the municipality's, however many figures it holds.
"""

import re
from collections.abc import Callable

from assistant.domain.drafts import FactKind
from assistant.own_documents.patterns import (
    ACTOR,
    AIMS,
    AMOUNT,
    AT_LEAST,
    COMPARED_WITH,
    DONE,
    ENTRUSTED,
    EVALUATED,
    EXPECTED,
    FOLLOWED_UP,
    GOAL_SAID,
    MEASURED,
    NAMED_BY_YEAR,
    OF_FIGURES,
    OF_THE_TEXT,
    POSTS,
    RECURRING,
    RESOURCES,
    RESPONSIBLE,
    RESPONSIBLE_LABEL,
    RULE,
    SHALL,
    SHALL_HAVE,
    SHARE,
    TOGETHER,
    TOGETHER_FIRST,
    WITHIN_MEANS,
    YEAR,
)
from assistant.own_documents.told import first_verb, is_told_of_now_and_us


def kind_of(sentence: str, since: int, is_other: Callable[[str], bool]) -> FactKind | None:
    """The kind of fact that a sentence states of the municipality; None when it states none.

    `since` is the year of the document: a point in time before it is no plan. `is_other` says whether the
    beginning of a sentence names another municipality.
    """
    if not is_told_of_now_and_us(sentence, is_other):
        return None
    aim = _aim(sentence, since)
    if aim is FactKind.GOAL and _is_goal_first(sentence):
        return aim
    if _states_resources(sentence):
        return FactKind.RESOURCES
    if _states_responsible(sentence, aim):
        return FactKind.RESPONSIBLE
    if _states_follow_up(sentence):
        return FactKind.FOLLOW_UP
    together = TOGETHER.search(sentence)
    if together and TOGETHER_FIRST.match(sentence) and not _is_measured(sentence):
        return FactKind.COLLABORATION
    if aim or _is_rule(sentence):
        return aim or FactKind.GOAL
    return FactKind.COLLABORATION if together else None


def years(sentence: str) -> frozenset[int]:
    """The points in time that a sentence names, without numbers that are names and years compared with."""
    return frozenset(
        int(match.group(1))
        for match in YEAR.finditer(sentence)
        if not NAMED_BY_YEAR.search(sentence[: match.start()])
        and not COMPARED_WITH.search(sentence[: match.start()])
    )


def shares(sentence: str) -> frozenset[str]:
    """The shares that a sentence names, as they are written."""
    return frozenset(
        match.group().casefold().replace("%", "procent") for match in SHARE.finditer(sentence)
    )


def amounts(sentence: str) -> frozenset[float]:
    """The amounts of money that a sentence names, in kronor.

    >>> amounts("2,5 mnkr och 300 000 kronor") == {2.5e6, 3e5}
    True
    """
    found = set()
    for number, unit in AMOUNT.findall(sentence):
        value = float(re.sub(r"[ \u00a0]", "", number).replace(",", "."))
        words = unit.casefold()
        millions = words.startswith(("miljon", "mnkr", "mkr", "msek"))
        thousands = words.startswith(("tusen", "tkr"))
        scale = (
            1e6 if millions else 1e3 if thousands else 1e9 if words[0:4] in {"milj", "mdkr"} else 1
        )
        found.add(round(value * scale))
    return frozenset(found)


def _states_resources(sentence: str) -> bool:
    money = AMOUNT.search(sentence) or POSTS.search(sentence)
    return bool((money and RESOURCES.search(sentence)) or WITHIN_MEANS.search(sentence))


def _states_responsible(sentence: str, aim: FactKind | None) -> bool:
    if RESPONSIBLE_LABEL.match(sentence):
        return True
    if not ACTOR.search(sentence):
        return False
    responsible = RESPONSIBLE.search(sentence)
    if aim is not FactKind.TIME:
        return bool(responsible or ENTRUSTED.search(sentence))
    return bool(responsible and not YEAR.search(sentence[: responsible.start()]))


def _states_follow_up(sentence: str) -> bool:
    if OF_FIGURES.match(sentence):
        return False
    if FOLLOWED_UP.search(sentence) and RECURRING.search(sentence):
        return True
    return bool(EVALUATED.search(sentence) and SHALL.search(sentence))


def _is_goal_first(sentence: str) -> bool:
    """Whether the goal is what it is about, even where money or others are named."""
    if GOAL_SAID.match(sentence):
        return True
    return _is_measured(sentence) and not AMOUNT.search(sentence)


def _aim(sentence: str, since: int) -> FactKind | None:
    """A goal is a state or a measure at a time, a time is when something is done."""
    if EXPECTED.search(sentence):
        return None
    if GOAL_SAID.search(sentence):
        return FactKind.GOAL
    if not any(year >= since for year in years(sentence)):
        return FactKind.GOAL if _is_measured(sentence) else None
    if SHARE.search(sentence) or AT_LEAST.search(sentence) or SHALL_HAVE.search(sentence):
        return FactKind.GOAL if AIMS.search(sentence) else None
    if DONE.search(sentence) or ENTRUSTED.search(sentence):
        return FactKind.TIME
    return FactKind.GOAL if AIMS.search(sentence) else None


def _is_measured(sentence: str) -> bool:
    return all(pattern.search(sentence) for pattern in (SHARE, MEASURED, SHALL))


def _is_rule(sentence: str) -> bool:
    """Whether it says what shall always be so, at no time of its own."""
    shall = first_verb(sentence) in {"ska", "skall"} and not OF_THE_TEXT.match(sentence)
    return shall and RULE.search(sentence) is not None
