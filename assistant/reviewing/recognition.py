"""Names the commitment that a sentence comes from. It never decides that a sentence is verbatim."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.guidance import Guidance
from assistant.domain.passages import Passage
from assistant.guidance.review_knowledge import ReviewKnowledge
from assistant.reviewing.vocabulary import Group, Vocabulary
from assistant.reviewing.words import content_stems, words

MOST_WORDS = 400
"""Words of a sentence that are looked at: no contract sentence is longer, but a hostile one may be."""
PURPOSE = re.compile(
    r"\b(?:genom|för att|via|med hjälp av|så att|som|vilket|by|through|in order to|so that|to ensure|that"
    r"|which)\b| [-–] |[,;:] "
)
WHOLE_PREFIX = 5
"""Letters: a listed leading verb that is shorter stands for itself only."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Likhet: how much of a commitment's wording is in a sentence, and the other way round."""

    commitment: int
    covered: float
    """Share of the official words, by weight, that the sentence has."""
    own: float
    """Share of the sentence's words, by weight, that are the commitment's."""
    acts: bool
    """Whether the sentence's own action is one of the commitment's."""
    same_object: bool
    object_in_head: bool
    details: int
    focus: float
    """Share of the words of the sentence's main clause that belong to the commitment."""

    @property
    def score(self) -> float:
        """For choosing between commitments."""
        concept = (2 * self.same_object + self.acts + min(self.details, 4)) / 7
        return 0.45 * self.covered + 0.2 * self.own + 0.35 * concept


class Recogniser:
    """Knows every official wording, and every point, by its words."""

    def __init__(
        self, guidance: Guidance, knowledge: ReviewKnowledge, points: Sequence[Passage]
    ) -> None:
        opening = guidance.edition.pledge_opening
        self._official = {
            c.number: frozenset(content_stems(c.official_wording.removeprefix(opening)))
            for c in guidance.commitments
        }
        frequency = Counter(s for stems in self._official.values() for s in stems)
        count = len(self._official) + 1
        self._weight = {s: math.log(count / n) + 0.3 for s, n in frequency.items()}
        self._unknown = math.log(count) + 0.3
        self._titles = {c.number: frozenset(content_stems(c.title)) for c in guidance.commitments}
        self._profiles = {p.commitment: p for p in knowledge.profiles}
        self._vocabulary = Vocabulary(knowledge.profiles)
        self._leading = re.compile(
            "|".join(
                rf"{re.escape(w)}\w*$" if len(w) >= WHOLE_PREFIX else rf"{re.escape(w)}$"
                for w in knowledge.leading_verbs
            )
            or r"(?!)"
        )
        self._units = [
            (passage, frozenset(content_stems(line)))
            for passage in points
            for line in passage.text.split("\n")
        ]
        self._stems: dict[str, str] = {}

    def likenesses(self, text: str) -> list[Likeness]:
        """How the sentence's content is like each commitment, the likest first."""
        text = text.lower()
        tokens = words(text)[:MOST_WORDS]
        stems = frozenset(self._stemmed(tokens))
        groups = self._vocabulary.groups_of(tokens, text)
        cut = PURPOSE.search(text, 12)
        head = words(text[: cut.start()] if cut else text)[:MOST_WORDS]
        head_text = " ".join(head)
        head_groups = self._vocabulary.groups_of(head, head_text)
        return sorted(
            (
                self._likeness(number, stems, groups, head, head_groups)
                for number in self._official
                if self._touches(number, stems, groups)
            ),
            key=lambda likeness: (-likeness.score, likeness.commitment),
        )

    def covered(self, number: int, text: str) -> float:
        """Share of a commitment's words, by weight, that a text has."""
        stems = frozenset(self._stemmed(words(text)[:MOST_WORDS]))
        official = self._official[number]
        return self._sum(official & stems) / (self._sum(official) or 1)

    def point_like(self, text: str) -> tuple[Passage, float] | None:
        """The point or example that the sentence was lifted from, with how much of it is there."""
        stems = frozenset(self._stemmed(words(text)[:MOST_WORDS]))
        if len(stems) < 2:
            return None
        best: tuple[Passage, float] | None = None
        for passage, unit in self._units:
            shared = len(stems & unit)
            # Both ways: the sentence is the point, or a whole point stands in the sentence.
            if shared >= 2 and shared >= 0.7 * len(stems) and shared >= 0.5 * len(unit):
                share = shared / max(len(unit), len(stems))
                if best is None or share > best[1]:
                    best = (passage, share)
        return best

    def _touches(self, number: int, stems: frozenset[str], groups: set[Group]) -> bool:
        return len(self._official[number] & stems) > 1 or Group(number, "object") in groups

    def _stemmed(self, tokens: Iterable[str]) -> Iterable[str]:
        for token in tokens:
            found = self._stems.get(token)
            if found is None:
                found = self._stems[token] = next(iter(content_stems(token)), "")
            if found:
                yield found

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._weight.get(s, self._unknown) for s in stems)

    def _likeness(
        self,
        number: int,
        stems: frozenset[str],
        groups: set[Group],
        head: Sequence[str],
        head_groups: set[Group],
    ) -> Likeness:
        official = self._official[number]
        shared = official & stems
        of_head = [w for w in head if next(iter(self._stemmed([w])), "")]
        in_phrases = self._vocabulary.phrase_words(number, head)
        relevant = [w for w in of_head if w.startswith(in_phrases) or self._belongs(number, w)]
        profile = self._profiles.get(number)
        return Likeness(
            commitment=number,
            covered=self._sum(shared) / (self._sum(official) or 1),
            own=self._sum(shared) / (self._sum(stems) or 1),
            acts=self._acts(number, head),
            same_object=Group(number, "object") in groups
            if profile
            else bool(self._titles[number] & stems),
            object_in_head=Group(number, "object") in head_groups,
            details=sum(1 for g in groups if g.commitment == number and g.part.isdigit()),
            focus=len(relevant) / len(of_head) if of_head else 0.0,
        )

    def _belongs(self, number: int, word: str) -> bool:
        return (
            self._stems.get(word) in self._official[number]
            or any(g.commitment == number for g in self._vocabulary.groups_of([word], word))
            or self._leads(word)
        )

    def _acts(self, number: int, head: Sequence[str]) -> bool:
        """Whether the first verb that is not only an approach to another is the commitment's own."""
        own = Group(number, "action")
        for position, word in enumerate(head):
            near = " ".join(head[position : position + 4])
            if own in self._vocabulary.groups_of([word], near, from_start=True):
                return True
            if not self._leads(word):
                break
        return False

    def _leads(self, word: str) -> bool:
        return self._leading.match(word) is not None
