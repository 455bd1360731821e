"""Words of the Swedish language that the review recognises, from `words.yaml`."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "words.yaml"
FINAL_STOP = re.compile(r"[.!?…]+$")
WORD = re.compile(r"[^\W_]+")

ENDINGS = sorted(
    [
        "ningarnas",
        "ningarna",
        "ningars",
        "ningar",
        "ningens",
        "ningen",
        "nings",
        "ning",
        "arnas",
        "arna",
        "ernas",
        "erna",
        "ornas",
        "orna",
        "anden",
        "andet",
        "ande",
        "andes",
        "ades",
        "ade",
        "are",
        "aren",
        "ares",
        "arens",
        "ingen",
        "ingar",
        "ing",
        "ens",
        "en",
        "ets",
        "et",
        "ars",
        "ar",
        "ers",
        "er",
        "ors",
        "or",
        "as",
        "a",
        "es",
        "e",
        "na",
        "ns",
        "n",
        "ts",
        "t",
        "s",
    ],
    key=len,
    reverse=True,
)
SHORTEST_STEM = 4

STOP_WORDS = frozenset(
    """
    vi oss vår vårt våra att och eller samt en ett den det de som i på av för med till från om är var kan
    ska skall genom vid sin sitt sina sig inom mellan under över efter så också även utan utöver via
    the a an of to and or our we us in for on with by that which this as is are be at from their its
    """.split()  # noqa: SIM905  a list of words reads better as text
)


@cache
def listed(name: str) -> re.Pattern[str]:
    """A pattern for the words of a list."""
    lists = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    words = [
        rf"{re.escape(w.removesuffix('*'))}\w*" if w.endswith("*") else re.escape(w)
        for w in map(str, lists[name])
    ]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.lower())


def stem(word: str) -> str:
    """The word without its ending; crude, and the same for the forms of a word.

    >>> stem("klimatomställningen"), stem("klimatomställning"), stem("åtgärder")
    ('klimatomställ', 'klimatomställ', 'åtgärd')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def content_stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(w) for w in words(text) if w not in STOP_WORDS]
