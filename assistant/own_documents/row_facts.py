"""Which local facts a row of a table with measures states, a column each.

The head says what kind of thing a cell is; the cell must be one. A row about what is done, or what
somebody else does, states nothing of what the municipality will do.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.domain.drafts import FactKind
from assistant.domain.own_documents import Cell
from assistant.own_documents.facts import years
from assistant.own_documents.patterns import AMOUNT, POSTS, RECURRING, WITHIN_MEANS, YEAR
from assistant.own_documents.row_patterns import (
    FINISHED,
    HEADS,
    IN_MONEY,
    MEASURE_HEAD,
    STATUS_HEAD,
    SUM,
    UNDECIDED,
)
from assistant.own_documents.told import OTHERS, PAST

DONE_FORM = re.compile(r"\w{2,}(?:ades|tes)$")
PART_TIME = re.compile(r"\d\s*(?:heltids|deltids|projekt)?tjänst\b", re.IGNORECASE)
FIRST = re.compile(r"[,;/]|\boch\b")
IN_TIME = re.compile(
    r"löpande|kontinuerlig\w*|årlig\w*|varje|pågående|pågår|tills vidare|omgående", re.IGNORECASE
)


def facts_in(
    cells: Sequence[Cell], since: int, is_other: Callable[[str], bool]
) -> Iterator[tuple[FactKind, tuple[Cell, Cell]]]:
    """Each fact that the row states, with the measure and the cell that states it.

    `since` and `is_other` are as for the kind of a sentence.
    """
    measure = next((cell for cell in cells if MEASURE_HEAD.match(cell.head)), None)
    if (
        measure is None
        or _is_over(cells, measure, since)
        or _is_of_others(cells, measure, is_other)
    ):
        return
    for cell in cells:
        kind = _kind_of_column(cell.head, since)
        if kind and cell is not measure and _states(kind, cell, since):
            yield kind, (measure, cell)


def _kind_of_column(head: str, since: int) -> FactKind | None:
    named = [int(year) for year in YEAR.findall(head)]
    if named and max(named) < since:
        return None
    return next((kind for kind, pattern in HEADS.items() if pattern.match(head)), None)


def _is_over(cells: Sequence[Cell], measure: Cell, since: int) -> bool:
    """Whether the row is a sum, or tells what is done."""
    if SUM.match(measure.text) or _is_told_as_past(measure.text):
        return True
    if any(STATUS_HEAD.match(cell.head) and FINISHED.match(cell.text) for cell in cells):
        return True
    times = [cell for cell in cells if HEADS[FactKind.TIME].match(cell.head)]
    named = frozenset(year for cell in times for year in years(cell.text))
    return bool(named) and max(named) < since


def _is_told_as_past(text: str) -> bool:
    words = [word.strip(",.;:()”").casefold() for word in text.split()]
    return any(word in PAST or DONE_FORM.fullmatch(word) for word in words)


def _is_of_others(cells: Sequence[Cell], measure: Cell, is_other: Callable[[str], bool]) -> bool:
    """Whether somebody else does it: who begins the measure, or is named first as responsible."""
    responsible = [c.text for c in cells if HEADS[FactKind.RESPONSIBLE].match(c.head)]
    named = [" ".join(measure.text.split()[:2]), *(FIRST.split(text)[0] for text in responsible)]
    return any(OTHERS.match(text) or is_other(text) for text in named)


def _states(kind: FactKind, cell: Cell, since: int) -> bool:
    if UNDECIDED.match(cell.text):
        return False
    match kind:
        case FactKind.TIME:
            named = years(cell.text)
            return max(named) >= since if named else IN_TIME.match(cell.text) is not None
        case FactKind.RESOURCES:
            return _states_money(cell)
        case FactKind.FOLLOW_UP:
            return RECURRING.search(cell.text) is not None
        case _:
            return any(sign.isalpha() for sign in cell.text)


def _states_money(cell: Cell) -> bool:
    if any(pattern.search(cell.text) for pattern in (AMOUNT, POSTS, PART_TIME, WITHIN_MEANS)):
        return True
    return IN_MONEY.search(cell.head) is not None and re.search(r"\d", cell.text) is not None
