"""Which kind of local fact a sentence states, by how roadmaps and budgets are written.

Rules and no model: the same sentence always meets the same end. What is past, general, or said of
someone else is no fact of the municipality's, however many figures it holds.
"""

import re
from collections.abc import Callable

from assistant.domain.drafts import FactKind
from assistant.own_documents.blocks import ENDED
from assistant.own_documents.patterns import (
    ACTOR,
    AIMS,
    AMOUNT,
    COMPARED_WITH,
    DONE,
    FOLLOWED_UP,
    GENERAL,
    GOAL_SAID,
    MEASURED,
    NAMED_BY_YEAR,
    OTHERS,
    PAST,
    PAST_FORM,
    POSTS,
    PRESENT,
    RECURRING,
    RESOURCES,
    RESPONSIBLE,
    RESPONSIBLE_LABEL,
    SHARE,
    TOGETHER,
    WITHIN_MEANS,
    YEAR,
)


def kind_of(sentence: str, since: int, is_other: Callable[[str], bool]) -> FactKind | None:
    """The kind of fact that a sentence states of the municipality; None when it states none.

    `since` is the year of the document: a point in time before it is no plan. `is_other` says whether the
    beginning of a sentence names another municipality.
    """
    if not _is_told_of_now_and_us(sentence, is_other):
        return None
    for kind, states in (
        (FactKind.RESOURCES, _states_resources),
        (FactKind.RESPONSIBLE, _states_responsible),
        (FactKind.FOLLOW_UP, _states_follow_up),
    ):
        if states(sentence):
            return kind
    return _aim(sentence, since) or (FactKind.COLLABORATION if TOGETHER.search(sentence) else None)


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


def _is_told_of_now_and_us(sentence: str, is_other: Callable[[str], bool]) -> bool:
    if sentence.rstrip().endswith("?") or OTHERS.match(sentence) or GENERAL.match(sentence):
        return False
    before: list[str] = []
    for word in sentence.split():
        bare = word.strip(',.;:”"()').casefold()
        if bare in PRESENT:
            if not before and not ENDED.search(sentence):
                return False  # The heads of columns, not a sentence: nobody does it.
            return not is_other(" ".join(before))
        if bare in PAST or (PAST_FORM.match(bare) and not _describes(before)):
            return False
        before.append(word)
    # Without a verb that is known it may still be a row such as "Ansvarig: tekniska nämnden".
    return RESPONSIBLE_LABEL.match(sentence) is not None


def _describes(before: list[str]) -> bool:
    """Whether a word after these may be an adjective: "den samlade", "en utökad"."""
    return bool(before) and before[-1].casefold() in {
        "den",
        "det",
        "de",
        "en",
        "ett",
        "vår",
        "våra",
    }


def _states_resources(sentence: str) -> bool:
    money = AMOUNT.search(sentence) or POSTS.search(sentence)
    return bool((money and RESOURCES.search(sentence)) or WITHIN_MEANS.search(sentence))


def _states_responsible(sentence: str) -> bool:
    if RESPONSIBLE_LABEL.match(sentence):
        return True
    return bool(RESPONSIBLE.search(sentence) and ACTOR.search(sentence))


def _states_follow_up(sentence: str) -> bool:
    return bool(FOLLOWED_UP.search(sentence) and RECURRING.search(sentence))


def _aim(sentence: str, since: int) -> FactKind | None:
    """A goal is a state or a measure at a time, a time is when something is done."""
    ahead = any(year >= since for year in years(sentence))
    if not ahead:
        measured = SHARE.search(sentence) and MEASURED.search(sentence)
        said = GOAL_SAID.search(sentence)
        return FactKind.GOAL if said or (measured and re.search(r"\bska\b", sentence)) else None
    if DONE.search(sentence) and not SHARE.search(sentence):
        return FactKind.TIME
    return FactKind.GOAL if AIMS.search(sentence) else None
