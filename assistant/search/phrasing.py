"""How a question is put, and what that tells of an answer.

"Vad ska vi göra åt …" mostly has an answer in the guidance and "hur räknas … ut" mostly has none, whatever
they are about. A linear classifier over words and pairs of words (logistic regression on n-grams; Wang &
Manning 2012, "Baselines and Bigrams"), fitted on labelled questions by `python -m evals calibrate`; the
weights stand in `phrasing.json`.
"""

import json
from functools import cache
from itertools import pairwise
from math import sqrt
from pathlib import Path

from assistant.search.analysis import fold, words

FILE = Path(__file__).parent / "phrasing.json"
BEGINNING = "^"
ASKING = frozenset(
    """
    ar bor can does far finns hur how is kan lange manga maste mycket nar ofta ska stor vad var varfor vart
    vem vems vilka vilken vilket what when where which who why
    """.split()  # noqa: SIM905  a list of words reads better as text
)
"""Words that say what is asked for, wherever in the question that of which it is asked stands."""
START, END = 5, 6
"""Letters of the beginning and of the end of a long word, by which other forms and compounds share them."""


def phrases_of(text: str) -> set[str]:
    """What a question is made of, folded: its words, neighbours, and each word with what asks for it.

    The first word makes a pair as well; of a long word the beginning and the end count too, alone and
    with what asks.

    >>> sorted(phrases_of("Vem då?"))
    ['^_vem', 'da', 'vem', 'vem&da', 'vem_da']
    """
    every = [fold(word) for word in words(text)]
    parts = {f"-{word[:START]}" for word in every if len(word) > START}
    parts |= {f"+{word[-END:]}" for word in every if len(word) > END + 1}
    neighbours = {f"{one}_{other}" for one, other in pairwise((BEGINNING, *every))}
    asking = ASKING.intersection(every)
    asked = {f"{one}&{other}" for one in asking for other in {*every, *parts} if one != other}
    return {*every, *parts, *neighbours, *asked}


def leaning(text: str) -> float:
    """How questions with these words have gone: above zero mostly answered, below mostly not.

    The sum of the weights over the root of how many phrases have one, so that a long message counts no
    more than a short one; 0 where none has one.
    """
    known = [weights()[phrase] for phrase in phrases_of(text) if phrase in weights()]
    return sum(known) / sqrt(len(known)) if known else 0.0


@cache
def weights() -> dict[str, float]:
    """The weight of each phrase that stood in three labelled questions or more."""
    read: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return read
