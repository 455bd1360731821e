"""A quiz about the guidance, made of quotations only."""

from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.domain.passages import Quotation


class QuizKind(StrEnum):
    """What a question of the quiz asks about a quotation."""

    PHASE = "steg"
    COMMITMENT = "åtagande"
    TERM = "begrepp"


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """Quizfråga: a quotation and the names to choose from; `right` is the place of the only right one.

    `covered` are the spans of the quotation's text that name the answer and are hidden until then.
    """

    kind: QuizKind
    quotation: Quotation
    options: tuple[str, ...]
    right: int
    covered: tuple[tuple[int, int], ...] = ()

    @property
    def answer(self) -> str:
        """The right name."""
        return self.options[self.right]


@dataclass(frozen=True, slots=True)
class QuizRound:
    """Quizomgång: its questions and what has been chosen so far, in order."""

    questions: tuple[QuizQuestion, ...]
    chosen: tuple[int, ...] = ()

    @property
    def done(self) -> bool:
        """Whether every question has been answered."""
        return len(self.chosen) == len(self.questions)

    @property
    def right(self) -> int:
        """How many were answered right."""
        return len(self.chosen) - len(self.missed)

    @property
    def missed(self) -> tuple[QuizQuestion, ...]:
        """The questions that were answered wrong."""
        answered = zip(self.questions, self.chosen, strict=False)
        return tuple(question for question, choice in answered if choice != question.right)

    @property
    def last(self) -> QuizQuestion:
        """The question that was answered last."""
        return self.questions[len(self.chosen) - 1]

    def answered(self, number: int, choice: int) -> "QuizRound":
        """The round with question `number` answered; as it is, if that is not the next one."""
        if self.done or number != len(self.chosen):
            return self
        if not 0 <= choice < len(self.questions[number].options):
            return self
        return replace(self, chosen=(*self.chosen, choice))
