"""Lets the model write around the quotations of an answer, which stay as they are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.domain.answers import Answer, Phrase
from assistant.domain.errors import ModelFault, TokenFault
from assistant.domain.guidance import Edition
from assistant.domain.language_models import Contribution, Dropped, Prompt
from assistant.domain.passages import Quotation
from assistant.language_model import ConfiguredModel, as_data, prompt_file, tokens_in
from assistant.rephrasing.attempts import Attempt, Refused, attempts, refuse_pledges
from assistant.rephrasing.checking import Checker
from assistant.rephrasing.composing import composed, notes
from assistant.rephrasing.gate import Gate
from assistant.rephrasing.grounds import Grounds
from assistant.rephrasing.segments import segments
from assistant.wording import token

PROMPT = "svar"
MOST_QUOTATIONS = 6
"""An answer with more is a list, such as all commitments; there is nothing to write around it."""
LONGEST_QUESTION = 3000
"""Characters of the question that the model sees; the rest tells a story."""


def can_be_rephrased(answer: Answer) -> bool:
    """Whether there is anything for a model to do: without quotations nothing is claimed."""
    return answer.draft is None and 0 < len(answer.quotations) <= MOST_QUOTATIONS


@dataclass(frozen=True)
class AnswerRephraser:
    """Svarsformulerare: writes one answer with a model; `dropped` grows while it does."""

    answer: Answer
    question: str
    model: ConfiguredModel
    gate: Gate
    edition: Edition
    dropped: list[Dropped] = field(default_factory=list)

    def answers(self) -> Iterator[Answer]:
        """The answer as the model's sentences come, each checked before it is shown; the last is whole.

        Where the model fails, the last is the answer as it was, with a sentence that says so.
        """
        fault = ""
        for attempt in attempts(self.model.seconds):
            written: list[Phrase | Quotation] = []
            try:
                for part in self._checked(attempt):
                    written.append(part)
                    yield replace(self.answer, body=composed(written, self.answer.body))
                self._judge(written)
            except Refused as error:
                attempt.correction, fault = error.correction, str(error)
            except ModelFault as error:
                fault = str(error)
                break
            else:
                yield self._told(composed(written, self.answer.body), None)
                return
        yield self._told(self.answer.body, fault)

    def _told(self, body: tuple[Phrase | Quotation, ...], fault: str | None) -> Answer:
        told = Contribution(
            self.model.in_use,
            prompt_file(PROMPT).label,
            used=fault is None,
            dropped=tuple(self.dropped),
            fault=fault,
        )
        return replace(
            self.answer, body=(*body, *notes(told, self.edition.nouns.words)), contribution=told
        )

    @cached_property
    def _known(self) -> Mapping[str, Quotation]:
        """The quotations by the names of their tokens, short enough for a small model to repeat."""
        distinct = {quotation.passage.id: quotation for quotation in self.answer.quotations}
        return {str(number): q for number, q in enumerate(distinct.values(), start=1)}

    @cached_property
    def _grounds(self) -> Grounds:
        """The quotations with their places, what the answer says of them, the names of the edition."""
        return Grounds(
            (
                *(f"{q.text}\n{q.location}\n{q.passage.heading}" for q in self.answer.quotations),
                *(part.text for part in self.answer.body if isinstance(part, Phrase)),
                self.edition.contract,
                *(phase.name for phase in self.edition.phases),
            ),
            asked=self.question,
        )

    def _prompt(self, correction: str) -> Prompt:
        """The prompt with as many passages as there is room for, the best first."""
        file = prompt_file(PROMPT)
        shown: list[str] = []
        prompt: Prompt | None = None
        for name, quotation in self._known.items():
            shown.append(f"{token(name)} ({quotation.location})\n{quotation.text}")
            longer = file.filled(
                question=as_data(self.question, LONGEST_QUESTION),
                passages="\n\n".join(shown),
                correction=correction,
            )
            if prompt and tokens_in(longer.system + longer.request) > self.model.prompt_tokens:
                break
            prompt = longer
        if prompt is None:
            raise ValueError("an answer without quotations is not rephrased")
        return prompt

    def _checked(self, attempt: Attempt) -> Iterator[Phrase | Quotation]:
        """What the model writes, part by part, without the sentences that the gate stops."""
        # What a small model likes best is to say what it has just been told.
        said = Counter(part.text for part in self.answer.body if isinstance(part, Phrase))
        said[self.question] += 1
        checker = Checker(self.gate, self._grounds, self._known, self.dropped, said)
        writing = self.model.port.write(self._prompt(attempt.correction), attempt.seconds)
        try:
            with closing(writing) as pieces:
                for segment in segments(pieces):
                    yield from checker.parts(segment)
                    if checker.ended:
                        break
        except TokenFault as error:
            names = ", ".join(token(name) for name in self._known)
            raise Refused(
                str(error),
                f"Ditt förra svar hade ett märke som inte finns. De märken som finns är {names}.",
            ) from error
        checker.finish()

    def _judge(self, written: list[Phrase | Quotation]) -> None:
        """Refuse what cannot be used as a whole."""
        own = [part.text for part in written if isinstance(part, Phrase)]
        if not own:
            raise Refused(
                "Ingen mening som språkmodellen skrev gick att använda.",
                "Ingen mening i ditt förra svar gick att använda. Skriv korta meningar på svenska som "
                "bara säger det som framgår av styckena.",
            )
        refuse_pledges(" ".join(own), self.gate)
