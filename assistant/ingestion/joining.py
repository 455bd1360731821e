"""Joins lines to running text: where a word was divided, and whether its hyphen belongs to it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.stretches import SOFT_HYPHEN, Row
from assistant.wording.typography import CONTINUES_COMPOUND

INSERTED = (SOFT_HYPHEN, "\u2010")
"""Hyphens that only a typesetter writes: the word has none."""
FILLED = 0.7
"""Times the size: how far from the right a line ends at most that is full, about a letter."""
LAST = re.compile(r"[\w/\u00ad\u2010-]*[-/\u00ad\u2010]$")
FIRST = re.compile(r"\w+")
WORD = re.compile(r"[\w/-]+")


@dataclass(frozen=True, slots=True)
class Join:
    """Hopfogat ord: a word that a line break divides, and its part before the break."""

    text: str
    before: str


class Lines:
    """Radfogning: joins lines by the words that the document writes elsewhere within a line."""

    def __init__(self, rows: Iterable[Row], known: Iterable[str], doubts: Doubts) -> None:
        """`known` are texts that are not of this document: those of the edition before."""
        rows = list(rows)
        self._words = Counter[str]()
        for text in known:
            self._words.update(word.lower() for word in WORD.findall(text))
        self._words.update(word.lower() for word in _whole_words(rows))
        self._doubts = doubts
        self.joins: list[Join] = []
        self._is_divided = self._document_is_divided(rows)

    def joined(self, rows: Sequence[Row], place: str, right: float) -> str:
        """The text of the rows of a column that goes to `right`; what is put together is in `joins`."""
        text = rows[0].text if rows else ""
        for above, row in pairwise(rows):
            # A word that is too long for its column is broken on a line of its own, which it fills.
            is_filled = " " not in above.text and above.end > right - FILLED * above.first.size
            text = self._with(text, row, place, is_filled=is_filled)
        return text

    def _with(self, text: str, row: Row, place: str, *, is_filled: bool) -> str:
        last, first = LAST.search(text), FIRST.match(row.text)
        if last is None:
            joined = self._broken(text, row, place) if is_filled else None
            return joined or f"{text} {row.text}"
        if first is None:
            return f"{text} {row.text}"
        before, after = last[0], first[0]
        if before in {"-", "/"} and not self._is_ending(before, after, text):
            return f"{text} {row.text}"
        if before[-1] not in INSERTED and CONTINUES_COMPOUND.match(row.text):
            return f"{text} {row.text}"
        word, sure = self._word(before, after)
        if word is None:
            return f"{text} {row.text}"
        self.joins.append(Join(word, before))
        if not sure:
            self._doubts.add(
                DoubtKind.HYPHENS,
                row.first,
                place,
                f"{before} {after}",
                f"Skrivet som ”{word}”. Ordet finns inte i samma form på någon annan plats.",
            )
        return text[: last.start()] + word + row.text[first.end() :]

    def _broken(self, text: str, row: Row, place: str) -> str | None:
        """The text with a word put together that was too long for its column; None for whole words."""
        before, after = re.search(r"[\w/-]+$", text), re.match(r"\w+|[,.;:!?)]", row.text)
        if before is None or after is None or after[0][0].isupper() or self._knows(before[0]):
            return None
        word = before[0] + after[0]
        is_joined = self._knows(word) or not self._knows(after[0])
        chosen = (
            f"Skrivet som ”{word}”, ett ord som var för långt för sin spalt."
            if is_joined
            else f"Skrivet som två ord. Är det ”{word}”, delat utan bindestreck?"
        )
        self._doubts.add(DoubtKind.HYPHENS, row.first, place, f"{before[0]} {after[0]}", chosen)
        if not is_joined:
            return None
        self.joins.append(Join(word, before[0]))
        return text + row.text

    def _is_ending(self, before: str, after: str, text: str) -> bool:
        """Whether a hyphen alone begins a part of a compound ("engagemang och -delaktighet")."""
        if self._words[before + after.lower()]:
            return True
        previous = text[: -len(before)].split()[-1:]
        return bool(before == "-" and previous and CONTINUES_COMPOUND.fullmatch(previous[0]))

    def _word(self, before: str, after: str) -> tuple[str | None, bool]:
        """The word, and whether it is sure; None where the two are words of their own."""
        if before[-1] in INSERTED:
            return before[:-1] + after, True
        kept, plain = before + after, before[:-1] + after
        if before[-1] == "/" or before == "-":
            return kept, self._knows(kept)
        if self._knows(plain) != self._knows(kept):
            return (plain if self._knows(plain) else kept), True
        stem = before[:-1]
        if stem[-1:].isdigit() or after[:1].isdigit() or stem.isupper() or after[:1].isupper():
            return kept, False
        if self._is_divided:
            return plain, False
        return kept, False

    def _knows(self, word: str) -> bool:
        return self._words[word.lower()] > 0

    def _document_is_divided(self, rows: Sequence[Row]) -> bool:
        """Whether the typesetter divided words with the plain hyphen."""
        inserted = plain = kept = 0
        for row, following in pairwise(rows):
            last, first = LAST.search(row.text), FIRST.match(following.text)
            if last is None or first is None or len(last[0]) < 3:
                continue
            inserted += last[0][-1] in INSERTED
            if last[0][-1] == "-":
                plain += self._knows(last[0][:-1] + first[0])
                kept += self._knows(last[0] + first[0])
        return plain > kept and not inserted


def _whole_words(rows: Sequence[Row]) -> Iterator[str]:
    """The words of the lines, without those that a break may have divided."""
    is_open = False
    for row in rows:
        words = WORD.findall(row.text)
        is_divided = LAST.search(row.text) is not None
        is_alone = " " not in row.text
        yield from words[is_open : -1 if is_divided or is_alone else None]
        is_open = is_divided or is_alone
