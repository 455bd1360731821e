"""The words of a question that say what it is about."""

import re

from assistant.answering.patterns import GENERIC, SIGNING
from assistant.answering.references import NICKNAMES, NUMBERS, References
from assistant.domain.guidance import Guidance
from assistant.search.analysis import FOLDED_STOP_WORDS, fold, words


def topic_of(folded: str, references: References, guidance: Guidance) -> str:
    """The words that remain when references, question words and generic words are taken away."""
    keys = {fold(phase.key) for phase in guidance.edition.phases} if references.phases else set()
    folded = SIGNING.sub(" undertecknande ", folded)
    without = (
        references.naming | FOLDED_STOP_WORDS | GENERIC | keys | NUMBERS.keys() | NICKNAMES.keys()
    )
    return " ".join(
        word
        for word in words(folded)
        if fold(word) not in without
        and not any(word.startswith(f"{key}-") for key in keys)
        and not re.fullmatch(r"[\d.]+(?::?an)?", word)
    )
