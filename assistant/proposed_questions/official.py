"""Finds whole sentences of the guidance in text that is not a quotation."""

import re
from collections.abc import Iterable, Iterator

from assistant.guidance.library import Library
from assistant.wording.sentences import sentences_of

FEWEST_WORDS = 5
"""Words of a sentence that nobody writes by chance; a shorter one is a name or a heading."""
WORD = re.compile(r"\w+")


class OfficialSentences:
    """Officiella meningar: every sentence of an edition, known by its words however they are set."""

    def __init__(self, library: Library) -> None:
        opening = library.guidance.edition.pledge_opening
        self._sentences = frozenset(
            words
            for passage in library.passages
            for words in _sentences(passage.text.split("\n"), opening)
            if words.count(" ") >= FEWEST_WORDS + 1
        )

    def stand_in(self, text: str) -> bool:
        """Whether a whole sentence, or a whole pledge without its opening, stands in the text."""
        words = _words(text)
        return any(sentence in words for sentence in self._sentences)


def _sentences(lines: Iterable[str], opening: str) -> Iterator[str]:
    for line in lines:
        for sentence in sentences_of(line, opening):
            yield _words(sentence.text)
            yield _words(sentence.text.removeprefix(opening))


def _words(text: str) -> str:
    """The words in small letters, each between single blanks."""
    return f" {' '.join(WORD.findall(text.lower()))} "
