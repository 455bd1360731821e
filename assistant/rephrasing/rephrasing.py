"""Puts together what it takes to let a model write: the model, the gate, and what is known of the edition."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.answering.drafts import with_draft
from assistant.domain.answers import Answer
from assistant.domain.drafts import Draft
from assistant.domain.running_text import RunningForm
from assistant.drafting.voice import frame_texts
from assistant.guidance.knowledge import load_knowledge, load_uncovered
from assistant.guidance.library import Library
from assistant.language_model import ConfiguredModel, prompt_file
from assistant.rephrasing import answers, clauses
from assistant.rephrasing.answers import AnswerRephraser, can_be_rephrased
from assistant.rephrasing.composing import notes
from assistant.rephrasing.drafts import DraftRephraser
from assistant.rephrasing.gate import Gate
from assistant.reviewing.reviewer import Reviewer


@dataclass(frozen=True)
class Rephrasing:
    """Omformulering: what a configured model may do, and the gate that it must pass."""

    model: ConfiguredModel
    gate: Gate
    library: Library
    forms: Mapping[str, RunningForm]

    @classmethod
    def of(
        cls,
        model: ConfiguredModel,
        library: Library,
        reviewer: Reviewer,
        forms: Mapping[str, RunningForm],
        edition: Path,
    ) -> "Rephrasing":
        """Read what the gate knows: the guidance, and the reviewed Swedish beside it."""
        beside = [
            text
            for known in load_knowledge(edition, library.passages).values()
            for text in (*known.questions, *known.everyday)
        ]
        beside += [
            text
            for topic in load_uncovered(edition, library.passages)
            for text in (topic.topic, *topic.questions, *topic.words)
        ]
        beside += frame_texts(library.guidance.edition.nouns)
        prompts = [prompt_file(name) for name in (answers.PROMPT, clauses.PROMPT)]
        told = tuple(line for file in prompts for line in file.system.template.splitlines() if line)
        return cls(model, Gate.of(library, reviewer, told, tuple(beside)), library, forms)

    def answers(self, answer: Answer, question: str) -> Generator[Answer, None, None]:
        """The answer as the model's text comes; none where there is nothing for it to do."""
        if answer.draft is not None:
            yield from self._of_draft(answer, answer.draft)
        elif can_be_rephrased(answer):
            edition = self.library.guidance.edition
            writer = AnswerRephraser(answer, question, self.model, self.gate, edition)
            yield from writer.answers()

    def drafts(self, draft: Draft) -> Iterator[Draft]:
        """The draft after each clause that the model has written."""
        yield from self._rephraser(draft).drafts()

    def _rephraser(self, draft: Draft) -> DraftRephraser:
        return DraftRephraser(draft, self.model, self.gate, self.library.guidance, self.forms)

    def _of_draft(self, answer: Answer, before: Draft) -> Iterator[Answer]:
        """An answer that shows clauses of a draft, with those clauses in the model's words."""
        cited = frozenset(q.passage.commitment for q in answer.quotations)
        numbers = frozenset(number for number in cited if number is not None)
        for draft in self._rephraser(before).drafts(numbers):
            told = draft.contributions[-1]
            shown = with_draft(answer, before, draft)
            yield replace(
                shown, body=(*shown.body, *notes(told, self.library.words)), contribution=told
            )
