"""The reviewed words by which commitments are recognised, found in a sentence in one pass."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.reviews import Profile
from assistant.reviewing.words import words


@dataclass(frozen=True, slots=True)
class Group:
    """Ordgrupp: the words for one part of a commitment: its action, its object or a detail."""

    commitment: int
    part: str


class Vocabulary:
    """The listed words of every commitment, found by the beginnings of a sentence's words."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._beginnings: dict[str, set[Group]] = defaultdict(set)
        self._inside: dict[str, set[Group]] = defaultdict(set)
        self._phrases: dict[str, dict[str, set[Group]]] = defaultdict(lambda: defaultdict(set))
        for profile in profiles:
            parts = {"action": profile.actions, "object": profile.object}
            parts |= {str(n): detail for n, detail in enumerate(profile.details)}
            for part, listed in parts.items():
                for word in listed:
                    self._add(word.lower().strip(), Group(profile.commitment, part))
        self._lengths = sorted({len(w) for w in self._beginnings})
        self._cache: dict[str, frozenset[Group]] = {}

    def _add(self, word: str, group: Group) -> None:
        if word.startswith("*"):
            self._inside[word[1:]].add(group)
        elif " " in word or "-" in word:
            first = next(iter(words(word)))
            self._phrases[first][word].add(group)
        else:
            self._beginnings[word].add(group)

    def groups_of(
        self, tokens: Sequence[str], text: str, *, from_start: bool = False
    ) -> set[Group]:
        """The groups that the words, or the phrases in the lower-case text, belong to."""
        found: set[Group] = set()
        for token in tokens:
            if token not in self._cache:
                self._cache[token] = frozenset(self._of_word(token))
            found |= self._cache[token]
        for token in tokens:
            for phrase, groups in self._phrases.get(token, {}).items():
                if text.startswith(phrase) if from_start else phrase in text:
                    found |= groups
        return found

    def phrase_words(self, number: int, tokens: Sequence[str]) -> tuple[str, ...]:
        """The words of the commitment's phrases that stand in a text, as they begin."""
        text = " ".join(tokens)
        return tuple(
            word
            for token in tokens
            for phrase, groups in self._phrases.get(token, {}).items()
            if phrase in text and any(group.commitment == number for group in groups)
            for word in words(phrase)
        )

    def _of_word(self, token: str) -> Iterable[Group]:
        for length in self._lengths:
            yield from self._beginnings.get(token[:length], ()) if length <= len(token) else ()
        for inside, groups in self._inside.items():
            if inside in token:
                yield from groups
