"""The index of an edition: built aside, swapped in whole, rebuilt when what it rests on changes."""

from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from assistant.domain.passages import (
    Earlier,
    Found,
    Hit,
    LabelledQuestions,
    Passage,
    UncoveredTopic,
)
from assistant.search import encoder as encoders
from assistant.search.asked import Asked
from assistant.search.confidence import calibration
from assistant.search.dense import VectorStore
from assistant.search.evidence import Evidence, EvidenceFinder
from assistant.search.key import key_of
from assistant.search.labelled import LabelledIndex, labelled_in
from assistant.search.lexical import Scores, WordIndex
from assistant.search.views import Entry
from assistant.storage import swap_in

Progress = Callable[[int, int], None]

DENSE_WEIGHT = 1.2
"""Weight of the best cosine against the best BM25 score, which counts as 1 (508 development questions,
hit@1 and evidence within 5: 0.831, 0.919 with 0; 0.837, 0.925 with 0.2; 0.846, 0.943 with 0.8; 0.843, 0.945
with 1.2; 0.843, 0.939 with 2.0)."""
BEFORE = 0.6
"""Weight of what the dialogue was about before, against the question itself (later turns of 236 development
dialogues: 0.790 right with 0.4 to 0.6, 0.785 with 0.7)."""
OWN_MATTER = 1.5
"""Times the best passage's score: a topic not covered that has more is what the question itself is about,
whatever came before it (development dialogues: 0.804 right without, 0.816 with)."""
HOPELESS = 0.002
"""The probability of an answer below which no earlier topic makes a question answerable (later turns of 586
development dialogues and 350 of new hands': 6 more refused rightly, 2 wrongly; 13 and 13 with 0.02)."""
SHOWN_LATELY = 0.1
"""What is added to the score of a passage that was shown last: people ask on about what they see
(development dialogues: 0.793 right with 0, 0.801 with 0.1, 0.783 with 0.2)."""
SAME_MATTER = 0.1
"""What is added to the score of a passage of the same commitment, or under the same heading, as one that was
shown last (the same: 0.780 right with 0, 0.785 with 0.05 and 0.15, 0.790 with 0.1)."""
NOTHING_EARLIER = Earlier()
NAMED = 0.5
"""Share of a question that a topic must hold, or outscore every passage, to be named as its topic."""
NEAREST = 100
"""Entries asked of the vector store; those beyond them are not near in meaning."""


class PassageIndex:
    """Finds passages, and topics that no passage covers, by words and by meaning."""

    def __init__(
        self,
        entries: tuple[Entry, ...],
        words: WordIndex,
        vectors: VectorStore,
        labelled: LabelledIndex,
    ) -> None:
        self._entries = entries
        self._words = words
        self._vectors = vectors
        self._evidence = EvidenceFinder(entries, words, labelled)
        self._matters = [_matter(entry.target) for entry in entries]

    @classmethod
    def open(
        cls,
        entries: tuple[Entry, ...],
        labelled: LabelledQuestions,
        folder: Path,
        encoder_name: str | None,
        progress: Progress,
    ) -> "PassageIndex":
        """Open the index of exactly these entries, building it first when needed.

        `labelled` are questions of which is known whether the guidance answers them. `folder` holds
        one folder an index, named by a hash of the texts, the encoder and this package's code;
        `progress` is called with (done, of) while an index is built.
        """
        texts = ["\n".join(entry.views) for entry in entries]
        encoder = encoders.load(encoder_name)

        def build(target: Path) -> None:
            WordIndex.build(texts).save(target)
            VectorStore.build(target, encoder, texts, progress)
            LabelledIndex.build(target, encoder, (*labelled.read(), *labelled_in(entries)))

        home = swap_in(folder / key_of(entries, labelled, encoder_name), build)
        return cls(
            entries,
            WordIndex.from_folder(home),
            VectorStore.from_folder(home, encoder),
            LabelledIndex.from_folder(home, encoder),
        )

    def mended(self, text: str) -> str:
        """The text with misspelt words as the guidance and what stands beside it spell them."""
        return self._words.spelling.mended(text)

    def search(
        self,
        text: str,
        limit: int,
        among: Callable[[Passage], bool] = lambda _: True,
        earlier: Earlier = NOTHING_EARLIER,
        asking: str = "",
    ) -> Found:
        """The best passages for a question, of those that `among` accepts.

        `asking` is what of the text is the question, when a story is told around it: it alone decides
        whether the guidance answers. What came `earlier` moves the ranking, and a question that says too
        little by itself is answered when both together say enough; not when it asks for a particular
        that nothing gives.
        """
        asked = self._read(text)
        deciding = self._read(asking) if asking and asking != text else asked
        evidence = self._evidence.of(deciding)
        known = calibration()
        likely = known.probability(evidence.features) if evidence.best_score > 0 else 0.0
        if earlier.topic:
            own_matter = evidence.topic_score > OWN_MATTER * evidence.best_score
            if not own_matter and likely >= HOPELESS and not evidence.missing:
                together = self.evidence(f"{deciding.text} {earlier.topic}")
                likely = max(likely, known.probability(together.features))
        named = evidence.topic_score >= evidence.best_score or evidence.topic_coverage >= NAMED
        return Found(
            self._hits(self._ranked_after(earlier, asked.scores), limit, among),
            likely=likely,
            answers=likely >= known.bound,
            sure=likely >= known.sure,
            topic=self._evidence.topic_of(deciding) if named else None,
        )

    def nearest(
        self,
        text: str,
        limit: int,
        among: Callable[[Passage], bool] = lambda _: True,
        earlier: Earlier = NOTHING_EARLIER,
    ) -> tuple[Hit, ...]:
        """The best passages for a text, where it need not be told whether they are an answer."""
        return self._hits(self._ranked_after(earlier, self._read(text).scores), limit, among)

    def _hits(
        self, ranked: Scores, limit: int, among: Callable[[Passage], bool]
    ) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        for row in np.argsort(-ranked, kind="stable"):
            target = self._entries[row].target
            if ranked[row] <= 0 or len(hits) == limit:
                break
            if isinstance(target, Passage) and among(target):
                hits.append(Hit(target, float(ranked[row])))
        return tuple(hits)

    def _ranked_after(self, earlier: Earlier, own: Scores) -> Scores:
        """The scores of a question, which may rest on what came before it."""
        if not earlier.topic and not earlier.places:
            return own
        if earlier.topic:
            before = self._read(earlier.topic).scores
            own = np.asarray((own + BEFORE * before) / (1 + BEFORE), dtype=np.float32)
        shown = np.array([_stands_at(entry.target, earlier.places) for entry in self._entries])
        matters = {self._matters[row] for row in np.flatnonzero(shown)}
        matter = np.array([one in matters for one in self._matters])
        lately = SHOWN_LATELY * shown + SAME_MATTER * matter
        ranked = (own + lately * (own > 0)) / (1 + SHOWN_LATELY + SAME_MATTER)
        return np.asarray(ranked, dtype=np.float32)

    def evidence(self, text: str) -> Evidence:
        """What speaks for and against an answer."""
        return self._evidence.of(self._read(text))

    def answers(self, text: str) -> bool:
        """Whether the guidance answers a question, for all that can be told without showing where."""
        known = calibration()
        return known.probability(self.evidence(text).features) >= known.bound

    def _read(self, text: str) -> Asked:
        words = self._words.scores(text)
        if not words.any():
            # Nearness alone finds something for any string of letters.
            return Asked(text, words, np.zeros_like(words), words)
        return Asked(text, words, *by_both(words, self._vectors.search(text, NEAREST)))


def _stands_at(target: Passage | UncoveredTopic, places: frozenset[str]) -> bool:
    return isinstance(target, Passage) and target.location in places


def _matter(target: Passage | UncoveredTopic) -> int | str | None:
    """What a passage is about: its commitment, or the heading that it stands under."""
    return (target.commitment or target.heading) if isinstance(target, Passage) else None


def by_both(words: Scores, nearest: Iterable[tuple[int, float]]) -> tuple[Scores, Scores]:
    """The cosine of each text, and words and meaning as one score; some text has a word of the question.

    `words` are the BM25 scores, `nearest` the rows that lie nearest in meaning, with their cosine.
    """
    meaning = np.zeros_like(words)
    for row, cosine in nearest:
        meaning[row] = max(cosine, 0)
    together = (words / words.max() + DENSE_WEIGHT * meaning) / (1 + DENSE_WEIGHT)
    return meaning, np.asarray(together, dtype=np.float32)
