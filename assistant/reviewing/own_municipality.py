"""Whose contract a text is, and whether a sentence names that municipality or another."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.domain.municipalities import Municipality
from assistant.reviewing.words import FINAL_STOP
from assistant.wording.sentences import Sentence

NAME = re.compile(
    r"\b(?P<own>[A-ZÅÄÖ][\wåäöé]+) (?i:kommuns?|stads?)\b|\bRegion (?P<region>[A-ZÅÄÖ][\wåäö]+)"
    r"|\b(?:City|city|Municipality|municipality) of (?P<english>[A-ZÅÄÖ][\wåäöé]+)"
    r"|\b(?P<before>[A-ZÅÄÖ][\wåäöé]+) (?i:municipality|city)\b"
)
PARTIES = re.compile(r"\b(?:mellan|parter|parterna|ingår|ingås|undertecknas av)\b", re.IGNORECASE)
TITLE_WORD = re.compile(r"[\w-]+")
OPENING_SENTENCES, TITLE_WORDS = 40, 14
CLEARLY = 2
"""Times as often as any other name: then it is the municipality that the text is about."""


def own_names(
    sentences: Sequence[Sentence], contract: str, municipalities: Iterable[Municipality]
) -> frozenset[str]:
    """The keys of whose contract it is, from title, parties or frequency; empty when not told."""
    opening = [sentence.text for sentence in sentences[:OPENING_SENTENCES]]
    word = contract.split(" ", maxsplit=1)[0].lower()
    for position, text in enumerate(opening):
        if word in text.lower() and _is_title(text):
            # The name often stands on the line under the title.
            for line in opening[position : position + 2]:
                found = names_in(line) or _listed(line, municipalities)
                if found and _is_title(line):
                    return found
    for text in opening:
        if PARTIES.search(text) and (found := names_in(text)):
            return found
    counts = Counter(name for s in sentences for name in names_in(s.text))
    (first, times), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return frozenset([first]) if times >= max(1, CLEARLY * second) else frozenset()


def names_in(text: str) -> frozenset[str]:
    """The keys of the municipalities that a text names with what they are: "Lunds kommun"."""
    return frozenset(name_key(str(m.group(str(m.lastgroup)))) for m in NAME.finditer(text))


def without_names(text: str) -> str:
    """The text without those names, so that "kommun" in them is not taken for our own."""
    return NAME.sub(" ", text)


def name_key(name: str) -> str:
    """What "Lund" and "Lunds" have in common."""
    return name.lower().removesuffix("s")


def _is_title(text: str) -> bool:
    return len(text.split()) <= TITLE_WORDS and FINAL_STOP.search(text) is None


def _listed(text: str, municipalities: Iterable[Municipality]) -> frozenset[str]:
    """The municipalities of the list whose short name stands in a title by itself."""
    words = " ".join(TITLE_WORD.findall(text))
    padded = f" {words} "
    return frozenset(
        name_key(m.short_name.split(" ")[-1].split("-")[-1])
        for m in municipalities
        if f" {m.short_name} " in padded or f" {m.short_name}s " in padded
    )
