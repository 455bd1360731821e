"""Swedish word for word in English, so that an English teacher understands enough of it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.search.training.sources import Headword

WORD = re.compile(r"[^\W\d_]+")
SHORTEST_PART = 3
MOST_PARTS = 3
JOINTS = ("", "s", "e", "a", "o", "u")
"""What stands between the parts of a Swedish compound."""
DROPPED = ("a", "e")
"""What a Swedish word may lose when it is the first part of a compound: skola, skolbuss."""


class Glossary:
    """The first English translation of each form of each Swedish word."""

    def __init__(self, headwords: Iterable[Headword], english: Iterable[str]) -> None:
        self._whole = frozenset(english)
        self._english: dict[str, str] = {}
        held = list(headwords)
        for headword in held:
            self._english.setdefault(headword.word.lower(), headword.translations[0])
        for headword in held:
            for form in headword.forms:
                self._english.setdefault(form.lower(), headword.translations[0])
        self.split = lru_cache(maxsize=500_000)(self._split)

    def __contains__(self, word: str) -> bool:
        """Whether the dictionary has the word as it stands."""
        return word in self._english

    def gloss(self, text: str) -> str:
        """The text with each word exchanged for its translation; unknown and English words stay."""
        return WORD.sub(lambda match: self._gloss_word(match.group().lower()), text)

    def _gloss_word(self, word: str) -> str:
        return " ".join(self._english[part] for part in self.split(word)) or word

    def _split(self, word: str) -> tuple[str, ...]:
        """The known parts of a word, as few as possible; none when it has no such parts."""
        if word in self._english:
            return (word,)
        if word in self._whole:
            return ()
        if word.endswith("s") and word[:-1] in self._english:
            return (word[:-1],)
        ways = [way for way in self._ways(word) if len(way) <= MOST_PARTS]
        return min(ways, key=lambda way: (len(way), -len(way[-1])), default=())

    def _ways(self, word: str) -> Iterator[tuple[str, ...]]:
        for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            last = word[start:]
            if last not in self._english:
                last = last.removesuffix("s")
            if len(last) >= SHORTEST_PART and last in self._english:
                for first in _first_parts(word[:start]):
                    if parts := self.split(first):
                        yield (*parts, last)


def _first_parts(found: str) -> Iterator[str]:
    """The words that may stand behind the beginning of a compound."""
    for joint in JOINTS:
        if found.endswith(joint) and len(found) - len(joint) >= SHORTEST_PART:
            yield found.removesuffix(joint)
    for lost in DROPPED:
        yield found + lost
