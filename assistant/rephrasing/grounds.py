"""What a text of a model may build on: the passages it cites and the facts it was given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.rephrasing.words import meaning, written_words

NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


@dataclass(frozen=True)
class Grounds:
    """Underlag: texts that may be built on, and words that someone only asked with.

    The words of a question may be used; its figures and names are no ground for a claim.
    """

    texts: tuple[str, ...]
    asked: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the texts as they are written."""
        return frozenset(word for text in self.texts for word in written_words(text))

    @cached_property
    def lowered(self) -> frozenset[str]:
        """The words of the texts in small letters."""
        return frozenset(word.lower() for word in self.words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures of the texts."""
        return frozenset(number for text in self.texts for number in NUMBER.findall(text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the texts and the question speak of."""
        return frozenset(stem for text in (*self.texts, self.asked) for stem in meaning(text))

    def share_of(self, stems: Iterable[str]) -> float:
        """The share of stems that are spoken of; 1 where there are none.

        >>> Grounds(("Kommunen säkrar resurser.",)).share_of(meaning("säkra resurserna och cykla"))
        0.6666666666666666
        """
        every = list(stems)
        return sum(stem in self.stems for stem in every) / len(every) if every else 1.0
