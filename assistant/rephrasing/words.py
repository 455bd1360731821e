"""The words that the gate knows, from `words.yaml`, and the words of a text as it compares them."""

import re
from functools import cache
from pathlib import Path

import yaml

from assistant.reviewing.words import stem

FILE = Path(__file__).parent / "words.yaml"
WORD = re.compile(r"[^\W\d_]+(?:[-:][^\W\d_]+)*")


@cache
def _lists() -> dict[str, list[str]]:
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {name: [str(word) for word in words] for name, words in loaded.items()}


@cache
def of_list(name: str) -> re.Pattern[str]:
    """A pattern that a whole word in small letters matches when it belongs to the list."""
    forms = [
        rf"{re.escape(w.removesuffix('*'))}\w*" if w.endswith("*") else re.escape(w)
        for w in _lists()[name]
    ]
    return re.compile("|".join(forms))


def written_words(text: str) -> list[str]:
    """The words as they are written.

    >>> written_words("Växjö kommuns mål: 50 procent.")
    ['Växjö', 'kommuns', 'mål', 'procent']
    """
    return WORD.findall(text)


def is_small(word: str) -> bool:
    """Whether a word in small letters bears up a sentence rather than says something."""
    return of_list("small").fullmatch(word) is not None


def meaning(text: str) -> list[str]:
    """The stems of the words that say something, in order."""
    return [stem(word.lower()) for word in written_words(text) if not is_small(word.lower())]
