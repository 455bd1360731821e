"""Whether words are Swedish, by the words of the guidance and of what is written beside it."""

from collections.abc import Iterable

from assistant.rephrasing.words import is_small, of_list, written_words
from assistant.reviewing.words import stem

SHORTEST_PART = 4
"""Letters of a part of a compound; shorter parts are found in almost any string."""


class Vocabulary:
    """Ordförråd: stems that are known to be Swedish words of the field."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = [word for text in texts for word in written_words(text)]
        self._stems = frozenset(stem(word.lower()) for word in words)
        self._common = frozenset(stem(word) for word in words if word.islower())

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is known, as it is or as a compound of known words."""
        return is_small(word) or stem(word) in self._stems or self._is_compound(word)

    def is_common(self, word: str) -> bool:
        """Whether a word in small letters is known as anything but a name."""
        return is_small(word) or stem(word) in self._common

    def _is_compound(self, word: str) -> bool:
        return any(
            (stem(word[:cut]) in self._stems or stem(word[:cut].removesuffix("s")) in self._stems)
            and stem(word[cut:]) in self._stems
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        )

    def share_known(self, text: str) -> float:
        """The share of the words of a text that are known; 1 for a text without words."""
        words = [word.lower() for word in written_words(text)]
        return sum(self.knows(word) for word in words) / len(words) if words else 1.0


def is_english(text: str) -> bool:
    """Whether a text has more small words of English than of Swedish.

    >>> is_english("This is the text of the answer."), is_english("Det är kommunens text.")
    (True, False)
    """
    words = [word.lower() for word in written_words(text)]
    english = sum(of_list("english").fullmatch(word) is not None for word in words)
    return english > sum(is_small(word) for word in words)
