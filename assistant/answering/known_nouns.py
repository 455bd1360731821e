"""A question with the edition's own nouns exchanged for those that the patterns are written with."""

import re
from functools import lru_cache

from assistant.domain.nouns import Nouns
from assistant.search.analysis import fold

KNOWN = ("atagande", "atagandet", "ataganden", "atagandena")


def with_known_nouns(folded: str, nouns: Nouns) -> str:
    """The folded question, where "lofte 3" has become "atagande 3".

    What it is searched with is left as it was asked: the edition's passages have its own words.

    >>> lofte = Nouns("ett", "löfte", "löftet", "löften", "löftena", "katalogen")
    >>> with_known_nouns("hur lyder lofte 3, och vilka loften finns", lofte)
    'hur lyder atagande 3, och vilka ataganden finns'
    """
    known, pattern = _exchanged(nouns)
    return pattern.sub(lambda match: known[match.group()], folded)


@lru_cache
def _exchanged(nouns: Nouns) -> tuple[dict[str, str], re.Pattern[str]]:
    own = (nouns.one, nouns.the, nouns.many, nouns.those)
    forms = {fold(form.lower()): known for form, known in zip(own, KNOWN, strict=True)}
    forms |= {f"{form}s": f"{known}s" for form, known in forms.items() if not form.endswith("s")}
    longest_first = sorted(forms, key=len, reverse=True)
    return forms, re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
