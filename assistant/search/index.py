"""The index of an edition: built aside, swapped in whole, rebuilt when what it rests on changes."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.domain.passages import Found, Hit, Passage, UncoveredTopic
from assistant.search import encoder as encoders
from assistant.search.analysis import content_words
from assistant.search.confidence import Evidence, answers
from assistant.search.dense import VectorStore
from assistant.search.lexical import Scores, WordIndex
from assistant.search.static_encoder import SHIPPED
from assistant.search.views import Entry
from assistant.storage import swap_in

Progress = Callable[[int, int], None]

DENSE_WEIGHT = 0.2
"""Weight of the best cosine against the best BM25 score, which counts as 1. The encoder fitted on the
corpus adds nothing to the words (`python -m evals ablation`); a better one is given room here."""
BEFORE = 0.8
"""Weight of what the dialogue was about before, against the question itself."""
CONSIDERED = 3
"""Best passages of which the one that holds most of the question speaks for an answer."""
NAMED = 0.5
"""Share of a question that a topic must hold, or outscore every passage, to be named as its topic."""
NEAREST = 50
"""Entries asked of the vector store; those beyond them are not near in meaning."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Närhet: the best cosine of a question with any passage, and with any uncovered topic.

    Zero where none is among the nearest entries.
    """

    passage: float
    topic: float


class PassageIndex:
    """Finds passages, and topics that no passage covers, by words and by meaning."""

    def __init__(self, entries: tuple[Entry, ...], words: WordIndex, vectors: VectorStore) -> None:
        self._entries = entries
        self._words = words
        self._vectors = vectors
        covered = [isinstance(entry.target, Passage) for entry in entries]
        self._passages = np.flatnonzero(covered)
        self._topics = np.flatnonzero(np.logical_not(covered))

    @classmethod
    def open(
        cls,
        entries: tuple[Entry, ...],
        folder: Path,
        encoder_name: str | None,
        progress: Progress,
    ) -> "PassageIndex":
        """Open the index of exactly these entries, building it first when needed.

        `folder` holds one folder an index, named by a hash of the texts, the encoder and this
        package's code; `progress` is called with (done, of) while an index is built.
        """
        texts = ["\n".join(entry.views) for entry in entries]

        def build(target: Path) -> None:
            WordIndex.build(texts).save(target)
            VectorStore.build(target, encoder, texts, progress)

        encoder = encoders.load(encoder_name)
        home = swap_in(folder / _key(entries, encoder_name), build)
        vectors = VectorStore.from_folder(home, encoder)
        return cls(entries, WordIndex.from_folder(home), vectors)

    def search(
        self,
        text: str,
        limit: int,
        among: Callable[[Passage], bool] = lambda _: True,
        after: str = "",
    ) -> Found:
        """The best passages for a question, of those that `among` accepts.

        `after` is what the dialogue was about before: it moves the ranking, but not the decision
        whether the guidance answers.
        """
        ranked = self._scores(text)
        if after:
            both = (ranked + BEFORE * self._scores(after)) / (1 + BEFORE)
            ranked = np.asarray(both, dtype=np.float32)
        hits: list[Hit] = []
        for row in np.argsort(-ranked, kind="stable"):
            target = self._entries[row].target
            if ranked[row] <= 0 or len(hits) == limit:
                break
            if isinstance(target, Passage) and among(target):
                hits.append(Hit(target, float(ranked[row])))
        evidence, topic = self.evidence(text)
        named = evidence.topic_score >= evidence.best_score or evidence.topic_coverage >= NAMED
        answered = evidence.best_score > 0 and answers(evidence)
        return Found(tuple(hits), answered, topic if named else None)

    def evidence(self, text: str) -> tuple[Evidence, UncoveredTopic | None]:
        """What speaks for and against an answer, and the uncovered topic nearest to the question."""
        words = self._words.scores(text)
        coverage, unknown = self._words.coverage(text)
        best = self._passages[np.argsort(-words[self._passages], kind="stable")]
        passage_score = float(words[best[0]])
        topic, topic_score, topic_coverage = None, 0.0, 0.0
        if len(self._topics):
            row = self._topics[words[self._topics].argmax()]
            target = self._entries[row].target
            if isinstance(target, UncoveredTopic) and words[row] > 0:
                topic = target
                topic_score, topic_coverage = float(words[row]), float(coverage[row])
        evidence = Evidence(
            best_score=passage_score,
            topic_score=topic_score,
            coverage=float(coverage[best[:CONSIDERED]].max()),
            topic_coverage=topic_coverage,
            unknown=unknown,
            length=len(content_words(text)),
        )
        return evidence, topic

    def nearness(self, text: str) -> Nearness:
        """How near in meaning the nearest passage and the nearest uncovered topic are."""
        passage, topic = 0.0, 0.0
        for row, cosine in self._vectors.search(text, NEAREST):
            if isinstance(self._entries[row].target, Passage):
                passage = max(passage, cosine)
            else:
                topic = max(topic, cosine)
        return Nearness(passage, topic)

    def _scores(self, text: str) -> Scores:
        words = self._words.scores(text)
        if not words.any():
            return words  # Nearness alone finds something for any string of letters.
        meaning = np.zeros_like(words)
        for row, cosine in self._vectors.search(text, NEAREST):
            meaning[row] = max(cosine, 0)
        scaled = words / words.max()
        return np.asarray((scaled + DENSE_WEIGHT * meaning) / (1 + DENSE_WEIGHT), dtype=np.float32)


def _key(entries: Iterable[Entry], encoder_name: str | None) -> str:
    """Names everything that the index depends on."""
    digest = hashlib.sha256(f"{encoder_name}\0".encode())
    for entry in entries:
        name = entry.target.id if isinstance(entry.target, Passage) else entry.target.key
        digest.update("\0".join((name, *entry.views, "")).encode())
    for path in sorted((*Path(__file__).parent.glob("*.py"), *SHIPPED.iterdir())):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]
