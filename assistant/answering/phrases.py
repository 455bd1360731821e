"""The assistant's own words, from `phrases.yaml`; a missing variable is an error."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from assistant.domain.answers import Phrase
from assistant.wording.templates import SwedishTemplate

FILE = Path(__file__).parent / "phrases.yaml"


@cache
def templates() -> dict[str, str]:
    """Every phrase by its name, with its `$variables`."""
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): str(text) for name, text in loaded.items()}


NO_WORDS: Mapping[str, str] = {}
"""For a phrase that names nothing of the edition."""


def wording_of(name: str, words: Mapping[str, str] = NO_WORDS, /, **variables: object) -> str:
    """The phrase with its variables filled in; `words` are the nouns of the edition."""
    return SwedishTemplate(templates()[name]).substitute(words, **variables)


def phrase(name: str, words: Mapping[str, str] = NO_WORDS, /, **variables: object) -> Phrase:
    """The phrase as a part of an answer, beginning with a capital."""
    text = wording_of(name, words, **variables)
    return Phrase(text[:1].upper() + text[1:])


COUNTED = (
    "inga",
    "ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)


def counted(number: int, one: str = "", many: str = "", article: str = "en") -> str:
    """A number in words up to twelve, with its noun; `article` says the noun's gender.

    >>> counted(1, "punkt", "punkter"), counted(1, "exempel", article="ett"), counted(14, "", "punkter")
    ('en punkt', 'ett exempel', '14 punkter')
    """
    if number == 1:
        return f"{article} {one}".strip()
    word = COUNTED[number] if number < len(COUNTED) else str(number)
    return f"{word} {many}".strip()
