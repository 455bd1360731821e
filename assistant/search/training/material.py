"""What the student learns from: texts with the English that the teacher reads, and pairs alike."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from assistant.search.training.glossing import Glossary
from assistant.search.training.sources import (
    Headword,
    read_dictionary,
    read_sentence_pairs,
    read_statutes,
    read_synonyms,
)
from assistant.search.training.vocabulary import count_words
from assistant.search.views import Entry

Pairs = list[tuple[str, str]]

HELD_OUT = 1000
"""Sentence pairs that are kept for measuring."""
STATUTES = 20_000
"""Sections of statutes whose words are counted: more of them bring the same words."""
SEEN = 4
"""A compound is taught when it stands this often."""
OWN = 20
"""What a word of the project's own questions is worth beside one of a statute."""
SENSES = 2
"""Translations of a headword that are taught; the later ones are rare senses."""


@dataclass(frozen=True, slots=True)
class Material:
    """Läromedel: each lesson is a text and the English that says the same."""

    sentences: Pairs
    words: Pairs
    definitions: Pairs
    knowledge: Pairs
    """The project's own questions, glossed word for word."""
    related: Pairs
    """Swedish words and texts that mean much the same."""
    translated: Pairs
    """Swedish sentences and their English."""
    held_out: Pairs
    counts: Counter[str]
    """How often each word stands, by what it is worth to know it whole."""

    @property
    def english(self) -> Iterable[str]:
        """Every text that the teacher reads."""
        lessons = (self.sentences, self.words, self.definitions, self.knowledge)
        return (english for _, english in chain(*lessons))


def gather(
    data: Path, entries: Sequence[Entry], english: list[str], rng: random.Random
) -> Material:
    """Read everything in the folder `data` and what is written beside the passages."""
    headwords = read_dictionary(data)
    glossary = Glossary(headwords, english)
    views = [view for entry in entries for view in entry.views]
    translated = read_sentence_pairs(data)
    rng.shuffle(translated)
    held_out, translated = translated[:HELD_OUT], translated[HELD_OUT:]
    held = set(chain(*held_out))
    translated = [pair for pair in translated if held.isdisjoint(pair)]
    synonyms = read_synonyms(data)
    sections = rng.sample(read_statutes(data), STATUTES)
    counts = _counts(
        (2, chain(*translated)),
        (2, (text for h in headwords for text in chain(*h.sentences))),
        (1, (t for h in headwords for t in (h.word, *h.forms, *h.translations, *h.related))),
        (1, chain(*synonyms)),
        (1, chain(*sections)),
        (OWN, views),
        english=english,
    )
    compounds = [
        (word, glossary.gloss(word))
        for word, count in counts.items()
        if count >= SEEN and word not in glossary and glossary.split(word)
    ]
    return Material(
        sentences=[(text, english) for pair in translated for text, english in _both(pair)],
        words=[*_words(headwords), *compounds],
        definitions=[
            (text, english)
            for headword in headwords
            for pair in headword.sentences
            for text, english in _both(pair)
        ],
        knowledge=[(view, glossary.gloss(view)) for view in views],
        related=[*synonyms, *((h.word, near) for h in headwords for near in h.related)],
        translated=translated,
        held_out=held_out,
        counts=counts,
    )


def _both(pair: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """A lesson from the Swedish of a pair, and one from its English."""
    swedish, english = pair
    return (swedish, english), (english, english)


def _words(headwords: Iterable[Headword]) -> Iterable[tuple[str, str]]:
    for headword in headwords:
        first = headword.translations[0]
        yield from ((english, english) for english in headword.translations[:SENSES])
        yield from ((form, first) for form in (headword.word, headword.word, *headword.forms))


def _counts(*weighed: tuple[int, Iterable[str]], english: list[str]) -> Counter[str]:
    counts = Counter[str]()
    for weight, texts in weighed:
        counts += count_words(texts, weight)
    # Frequencies by Zipf's law: the teacher's list is in order of frequency but has no numbers.
    counts += Counter({word: 20_000 // (10 + rank) for rank, word in enumerate(english)})
    return Counter({word: count for word, count in counts.items() if count > 1})
