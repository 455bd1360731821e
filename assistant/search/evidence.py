"""What speaks for and against an answer to a question, as numbers: the features of the confidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from assistant.domain.passages import Passage, UncoveredTopic
from assistant.search.analysis import content_words
from assistant.search.asked import Asked, nearness
from assistant.search.labelled import LabelledIndex
from assistant.search.lexical import WordIndex
from assistant.search.names import holds_unknown_name, words_of
from assistant.search.particulars import asks_leave, missing_and_given
from assistant.search.phrasing import leaning
from assistant.search.views import Entry

CONSIDERED = 3
"""Best passages of which the one that holds most of the question speaks for an answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Belägg: what speaks for and against an answer in the guidance."""

    best_score: float
    """BM25 score of the best passage."""
    topic_score: float
    """BM25 score of the best topic that the guidance does not cover."""
    coverage: float
    """Share of the question that one of the best passages holds."""
    topic_coverage: float
    """Share of the question that the best such topic holds."""
    unknown: float
    """Share of the question's words that no text knows, not even inflected or misspelt."""
    length: int
    """Content words of the question."""
    passage_nearness: tuple[float, float] = (0.0, 0.0)
    """Cosine with the passage nearest in meaning, and the mean over the three nearest."""
    topic_nearness: tuple[float, float] = (0.0, 0.0)
    """The same with topics that the guidance does not cover."""
    missing: int = 0
    """Kinds of particulars that are asked for and that no passage shown gives."""
    given: int = 0
    """Kinds of particulars that are asked for and that a passage shown gives."""
    asks_leave: bool = False
    """Whether it asks what is allowed, enough or required."""
    foreign_name: bool = False
    """Whether the question names something that the guidance never mentions."""
    leaning: float = 0.0
    """How questions that are put like this one have gone; above zero mostly answered."""
    labelled_near: float = 0.0
    """How the labelled questions nearest in meaning have gone, between -1 (none answered) and 1 (all)."""
    labelled_alike: float = 0.0
    """How the labelled questions that are near in meaning and put alike have gone, likewise."""

    @property
    def features(self) -> tuple[float, ...]:
        """The features of the regression, in the order of the weights."""
        return (
            log((self.topic_score + 1) / (self.best_score + 1)),
            self.coverage,
            self.topic_coverage,
            self.unknown,
            log(max(self.length, 1)),
            *self.passage_nearness,
            *self.topic_nearness,
            self.missing,
            self.given,
            self.asks_leave,
            self.foreign_name,
            self.leaning,
            self.labelled_near,
            self.labelled_alike,
        )


class EvidenceFinder:
    """Finds what speaks for and against an answer among the entries of an index."""

    def __init__(self, entries: Sequence[Entry], words: WordIndex, labelled: LabelledIndex) -> None:
        self._entries = entries
        self._words = words
        self._labelled = labelled
        covered = [isinstance(entry.target, Passage) for entry in entries]
        self._passages = np.flatnonzero(covered)
        self._topics = np.flatnonzero(np.logical_not(covered))
        self._known_names = words_of(e.target for e in entries if isinstance(e.target, Passage))

    def of(self, asked: Asked) -> Evidence:
        """The evidence of a question."""
        coverage, unknown = self._words.coverage(asked.text)
        best = self._passages[np.argsort(-asked.words[self._passages], kind="stable")]
        topic = self._topic_row(asked)
        missing, given = missing_and_given(asked.text, self._shown(asked))
        neighbours = self._labelled.neighbours(asked.text)
        return Evidence(
            best_score=float(asked.words[best[0]]),
            topic_score=0.0 if topic is None else float(asked.words[topic]),
            coverage=float(coverage[best[:CONSIDERED]].max()),
            topic_coverage=0.0 if topic is None else float(coverage[topic]),
            unknown=unknown,
            length=len(content_words(asked.text)),
            passage_nearness=nearness(asked.meaning[self._passages], CONSIDERED),
            topic_nearness=nearness(asked.meaning[self._topics], CONSIDERED),
            missing=missing,
            given=given,
            asks_leave=asks_leave(asked.text),
            foreign_name=holds_unknown_name(asked.text, self._known_names),
            leaning=leaning(asked.text),
            labelled_near=neighbours.near,
            labelled_alike=neighbours.alike,
        )

    def topic_of(self, asked: Asked) -> UncoveredTopic | None:
        """The best topic that no passage covers, if any has a word of the question."""
        row = self._topic_row(asked)
        target = None if row is None else self._entries[row].target
        return target if isinstance(target, UncoveredTopic) else None

    def _topic_row(self, asked: Asked) -> int | None:
        if not len(self._topics):
            return None
        row = int(self._topics[asked.words[self._topics].argmax()])
        return row if asked.words[row] > 0 else None

    def _shown(self, asked: Asked) -> list[Passage]:
        """The passages that an answer would show."""
        best = self._passages[np.argsort(-asked.scores[self._passages], kind="stable")]
        targets = (self._entries[row].target for row in best[:CONSIDERED])
        return [target for target in targets if isinstance(target, Passage)]
