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


def phrases_of(text: str) -> set[str]:
    """The words of a question and the pairs of neighbours, folded; the first word is a pair as well.

    >>> sorted(phrases_of("Vem då?"))
    ['^_vem', 'da', 'vem', 'vem_da']
    """
    every = [fold(word) for word in words(text)]
    return {*every, *(f"{one}_{other}" for one, other in pairwise((BEGINNING, *every)))}


def leaning(text: str) -> float:
    """How questions with these words have gone: above zero mostly answered, below mostly not.

    The sum of the weights over the root of how many phrases have one, so that a long message counts no
    more than a short one; 0 where none has one.
    """
    known = [weights()[phrase] for phrase in phrases_of(text) if phrase in weights()]
    return sum(known) / sqrt(len(known)) if known else 0.0


@cache
def weights() -> dict[str, float]:
    """The weight of each phrase that stood in two labelled questions or more."""
    read: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return read
