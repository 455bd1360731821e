"""Under which commitment's heading a sentence stands, with marked headings and with bare lines."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from assistant.guidance.library import Library
from assistant.reviewing.called import one_commitment
from assistant.reviewing.words import FINAL_STOP
from assistant.wording.blocks import BlockKind
from assistant.wording.sentences import Sentence
from assistant.wording.typography import plain

HEADING = r"^(?:gemensamt )?{noun}\s+(?:nr\.?\s*)?(\d{{1,2}})\b(?!\.\d|\s*,|\s*\((?:avsnitt|punkt))"
"""A place after the number makes it a reference: "Åtagande 3, punkt 3.4"."""
SAYS_MORE = re.compile(r"\b(?:åtar|ska|är|enligt|omfattar|innebär|gäller)\b")
MOST_HEADING_WORDS, MOST_BARE_WORDS = 14, 6


class Places:
    """Under which commitment's heading each sentence stands."""

    def __init__(self, library: Library, sentences: Sequence[Sentence]) -> None:
        titles = {plain(c.title).text.lower(): c.number for c in library.guidance.commitments}
        noun = one_commitment(library.guidance.edition.nouns)
        heading = re.compile(HEADING.format(noun=noun), re.IGNORECASE)
        self._starts: list[int] = []
        self._numbers: list[int | None] = []
        level = 0
        for position, sentence in enumerate(sentences):
            found = _heading(sentence, heading, titles)
            following = sentences[position + 1] if position + 1 < len(sentences) else None
            marked = sentence.block.kind is BlockKind.HEADING
            inside = self._numbers and self._numbers[-1] is not None and level
            if found is None and marked and inside and sentence.block.level > level:
                continue
            if found is not None or marked or _is_bare_heading(sentence, following):
                self._starts.append(sentence.start)
                self._numbers.append(found)
                level = sentence.block.level

    def heading_over(self, position: int) -> int | None:
        """The commitment whose heading stands over a position, if any."""
        index = bisect_right(self._starts, position) - 1
        return self._numbers[index] if index >= 0 else None


def _heading(sentence: Sentence, heading: re.Pattern[str], titles: dict[str, int]) -> int | None:
    text = sentence.text.strip(" .:")
    if len(text.split()) > MOST_HEADING_WORDS or not sentence.first:
        return None
    match = heading.match(text)
    if match and not SAYS_MORE.search(text):
        return int(match.group(1))
    return titles.get(text.lower())


def _is_bare_heading(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a short line without a stop, alone in its paragraph, begins a part of the text."""
    return (
        sentence.block.kind is BlockKind.PARAGRAPH
        and sentence.first
        and sentence.text[:1].isupper()
        and len(sentence.text.split()) <= MOST_BARE_WORDS
        and FINAL_STOP.search(sentence.text) is None
        and not sentence.text.endswith((":", ","))
        and following is not None
        and following.block is not sentence.block
    )
