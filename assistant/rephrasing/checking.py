"""Judges what a model writes around quotations, part by part, and keeps what may be shown."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.domain.answers import Phrase
from assistant.domain.language_models import Dropped
from assistant.domain.local_text import WrittenBy
from assistant.domain.nouns import Nouns
from assistant.domain.passages import Quotation
from assistant.rephrasing.gate import Gate
from assistant.rephrasing.grounds import Grounds
from assistant.wording import quotation_of

PLACE = r"\b({noun}|åtagande|punkt|avsnitt)[a-zåäö]* (\d+(?:\.\d+)?)"
MOST_WORDS = 140
MOST_REPEATS = 3
"""A small model that says one thing again and again goes on until it is stopped."""


@dataclass
class Checker:
    """Prövning av ett svar: `dropped` grows, and `ended` says when nothing more is wanted."""

    gate: Gate
    grounds: Grounds
    known: Mapping[str, Quotation]
    dropped: list[Dropped]
    said: Counter[str]
    ended: bool = False
    words: int = 0
    _introduction: str = ""
    _quoted: set[str] = field(default_factory=set)

    def parts(self, segment: str) -> Iterator[Phrase | Quotation]:
        """What may be shown of a segment, with the words before it that waited for it.

        `TokenFault` when it is a token of nothing.
        """
        quotation = quotation_of(segment, self.known)
        introduction, self._introduction = self._introduction, ""
        if introduction and quotation and _fits(introduction, quotation, self.gate.nouns):
            yield Phrase(introduction, WrittenBy.MODEL)
        elif introduction:
            self._drop(introduction, "inleder ett annat citat än det som följer")
        if quotation is None:
            yield from self._own(segment)
        elif quotation.passage.id not in self._quoted:
            self._quoted.add(quotation.passage.id)
            yield quotation

    def _own(self, sentence: str) -> Iterator[Phrase]:
        self.words += len(sentence.split())
        self.said[sentence] += 1
        self.ended = self.words > MOST_WORDS or self.said[sentence] > MOST_REPEATS
        if why := self._fault(sentence):
            self._drop(sentence, why)
        elif sentence.endswith(":"):
            self._introduction = sentence
        else:
            yield Phrase(sentence, WrittenBy.MODEL)

    def _fault(self, sentence: str) -> str | None:
        if self.words > MOST_WORDS:
            return "gör texten för lång"
        if self.said[sentence] > 1:
            return "upprepar något som redan står"
        if why := self.gate.fault_of(sentence, self.grounds):
            return why
        # A quotation stands as a block, and cannot be a part of a sentence.
        whole = sentence[:1].isupper() and sentence[-1:] in ".!?:”"
        return None if whole else "är ingen hel mening"

    def finish(self) -> None:
        """Drop what still waits for a quotation."""
        if self._introduction:
            self._drop(self._introduction, "inleder ett citat som inte följer")
            self._introduction = ""

    def _drop(self, text: str, why: str) -> None:
        self.dropped.append(Dropped(text, why))


def _fits(introduction: str, quotation: Quotation, nouns: Nouns) -> bool:
    """Whether what leads up to a quotation names no other place than the quotation's own."""
    place = re.compile(PLACE.format(noun=re.escape(nouns.one)), re.IGNORECASE)
    named, own = (
        {(match[1].lower(), match[2]) for match in place.finditer(text)}
        for text in (introduction, quotation.location)
    )
    return named <= own
