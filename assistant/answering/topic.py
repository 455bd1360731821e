"""The words of a question that say what it is about."""

import re

from assistant.answering.commitment_names import matter_of
from assistant.answering.patterns import GENERIC, SAID_IN_STOP_WORDS
from assistant.answering.references import NICKNAMES, NUMBERS, References
from assistant.domain.guidance import Guidance
from assistant.search.analysis import FOLDED_STOP_WORDS, fold, words


def topic_of(folded: str, references: References, guidance: Guidance) -> str:
    """The words that remain when references, question words and generic words are taken away."""
    keys = {fold(phase.key) for phase in guidance.edition.phases} if references.phases else set()
    for pattern, matter in SAID_IN_STOP_WORDS:
        folded = pattern.sub(f" {fold(matter)} ", folded)
    without = (
        references.naming | FOLDED_STOP_WORDS | GENERIC | keys | NUMBERS.keys() | NICKNAMES.keys()
    )
    return " ".join(
        word
        for word in words(folded)
        if fold(word) not in without
        and not matter_of(word, guidance)
        and not any(word.startswith(f"{key}-") for key in keys)
        and not re.fullmatch(r"[\d.]+(?::?an)?", word)
    )
