"""The gate: why a sentence that a model wrote may not be shown, tried rule by rule.

The rules err on the side of dropping: what is dropped costs fluency, what slips through costs trust.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.domain.nouns import Nouns
from assistant.guidance.library import Library
from assistant.rephrasing.copies import Copies
from assistant.rephrasing.grounds import NUMBER, Grounds
from assistant.rephrasing.vocabulary import Vocabulary, is_english
from assistant.rephrasing.words import meaning, of_list, written_words
from assistant.reviewing.reviewer import Reviewer
from assistant.reviewing.text_findings import LAW

LONGEST = 45
"""Words of a sentence; the program's own stay under 25, contract sentences under 45."""
KNOWN = 0.75
"""The share of a sentence's words that must be known words. Nonsense has about half, and sentences of
the guidance that were left out of the vocabulary have nine tenths."""
GROUNDED = 0.5
"""The share of what a sentence speaks of that its grounds must speak of."""
PLAIN = re.compile(r"[\w\s.,:;!?()/–—\-”’'\"%§&…]*")
LINK = re.compile(
    r"https?:|www\.|\w@\w|\b[\w-]+\.(?:se|com|org|eu|net|io|nu|info)\b", re.IGNORECASE
)
PLEDGE = re.compile(r"\b(?:åta(?:r|git|ga)?\b|åtog\b|förbinder|lovar|utfäster)", re.IGNORECASE)
DISGUISED = re.compile(r"[^\x00-\xff–—…”’]")
"""Letters of other alphabets, signs that are not seen: no plain Swedish text has them."""

Rule = Callable[[str, Grounds], bool]


@dataclass(frozen=True)
class Gate:
    """Spärr: knows what is official, what is Swedish and what the prompts say."""

    reviewer: Reviewer
    official: Copies
    prompts: Copies
    vocabulary: Vocabulary
    nouns: Nouns

    @classmethod
    def of(
        cls, library: Library, reviewer: Reviewer, prompts: tuple[str, ...], texts: tuple[str, ...]
    ) -> "Gate":
        """The gate of an edition; `texts` are reviewed Swedish beside the guidance."""
        passages = tuple(passage.text for passage in library.passages)
        vocabulary = Vocabulary((*passages, *texts))
        nouns = library.guidance.edition.nouns
        return cls(reviewer, Copies(passages), Copies(prompts), vocabulary, nouns)

    def fault_of(self, sentence: str, grounds: Grounds) -> str | None:
        """Why the sentence may not be shown, as the end of "Meningen …"; None when it may."""
        return next((why for rule, why in self._rules() if rule(sentence, grounds)), None)

    def _rules(self) -> Iterator[tuple[Rule, str]]:
        """The cheap ones first; the first that holds is the reason."""
        yield lambda s, _: is_marked_up(s), "har tecken som inte hör till löpande text"
        yield lambda s, _: LINK.search(s) is not None, "har en länk eller adress"
        yield lambda s, _: len(s.split()) > LONGEST, "är för lång"
        yield lambda s, _: is_english(s), "är inte på svenska"
        yield (
            lambda s, _: self._talks_of_itself(s),
            "handlar om språkmodellen eller dess anvisningar",
        )
        yield lambda s, _: self._pledges(s), f"är formulerad som {self._a_pledge}"
        yield (
            lambda s, _: self.official.has(s),
            f"ligger för nära {self.nouns.words['vägledningens']} ord utan att vara ett citat",
        )
        yield _has_other_numbers, "har en siffra eller tidpunkt som inte står i underlaget"
        yield _has_other_law, "nämner en lag som inte står i underlaget"
        yield self._has_other_names, "nämner ett namn som inte står i underlaget"
        yield _says_more, "lovar, kräver, mildrar eller råder mer än underlaget"
        yield lambda s, _: self.vocabulary.share_known(s) < KNOWN, "är inte begriplig svenska"
        yield lambda s, g: g.share_of(meaning(s)) < GROUNDED, "har för lite stöd i underlaget"

    def _talks_of_itself(self, sentence: str) -> bool:
        return _has_any("about_itself", sentence) or self.prompts.has(sentence)

    def _pledges(self, text: str) -> bool:
        return PLEDGE.search(text) is not None or bool(self.reviewer.review(text).pledges)

    def fault_of_whole(self, text: str) -> str | None:
        """Why sentences that pass one by one may not stand together; None when they may."""
        said = f"är tillsammans formulerade som {self._a_pledge}"
        return said if self._pledges(text) else None

    @property
    def _a_pledge(self) -> str:
        return f"{self.nouns.article} {self.nouns.one}"

    def _has_other_names(self, sentence: str, grounds: Grounds) -> bool:
        words = written_words(sentence)
        for place, word in enumerate(words):
            if word.islower() or {word, word.removesuffix("s")} & grounds.words:
                continue
            begins = place == 0 and word[1:].islower()
            if begins and (
                word.lower() in grounds.lowered or self.vocabulary.is_common(word.lower())
            ):
                continue
            if len(word) > 1 or not begins:
                return True
        return False


def is_marked_up(sentence: str) -> bool:
    """Whether a text has signs that plain Swedish text does not have, seen or unseen."""
    return PLAIN.fullmatch(sentence) is None or DISGUISED.search(sentence) is not None


def _has_other_numbers(sentence: str, grounds: Grounds) -> bool:
    if any(number not in grounds.numbers for number in NUMBER.findall(sentence)):
        return True
    return _has_ungrounded("numerals", sentence, grounds)


def _has_other_law(sentence: str, grounds: Grounds) -> bool:
    known = " ".join(grounds.texts).lower()
    laws = [match.group().lower() for match in LAW.finditer(sentence)]
    return ("§" in sentence and "§" not in known) or any(law not in known for law in laws)


def _says_more(sentence: str, grounds: Grounds) -> bool:
    return _has_ungrounded("telling", sentence, grounds)


def _has_ungrounded(name: str, sentence: str, grounds: Grounds) -> bool:
    of_kind = of_list(name)
    return any(
        of_kind.fullmatch(word) and word not in grounds.lowered
        for word in map(str.lower, written_words(sentence))
    )


def _has_any(name: str, sentence: str) -> bool:
    of_kind = of_list(name)
    return any(of_kind.fullmatch(word.lower()) for word in written_words(sentence))
