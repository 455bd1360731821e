"""The assistant's own words, from `phrases.yaml`; a missing variable is an error."""

from functools import cache
from pathlib import Path
from string import Template

import yaml

from assistant.domain.answers import Phrase

FILE = Path(__file__).parent / "phrases.yaml"


@cache
def templates() -> dict[str, str]:
    """Every phrase by its name, with its `$variables`."""
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): str(text) for name, text in loaded.items()}


def wording_of(name: str, **variables: object) -> str:
    """The phrase with its variables filled in."""
    return Template(templates()[name]).substitute(variables)


def phrase(name: str, **variables: object) -> Phrase:
    """The phrase as a part of an answer, beginning with a capital."""
    text = wording_of(name, **variables)
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


def counted(number: int, one: str = "", many: str = "") -> str:
    """A number in words up to twelve, with its noun.

    >>> counted(1, "punkt", "punkter"), counted(3, "exempel", "exempel"), counted(14, "", "punkter")
    ('en punkt', 'tre exempel', '14 punkter')
    """
    noun = one if number == 1 else many
    if number == 1 and not noun.endswith(("exempel", "åtagande")):
        word = "en"
    else:
        word = COUNTED[number] if number < len(COUNTED) else str(number)
    return f"{word} {noun}".strip()
