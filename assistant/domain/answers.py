"""What a question can end in: an answer, a refusal or a question back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from assistant.domain.drafts import Draft
from assistant.domain.language_models import Contribution
from assistant.domain.local_text import WrittenBy
from assistant.domain.passages import Passage, Quotation


@dataclass(frozen=True, slots=True)
class Turn:
    """Replik: one earlier message of the dialogue; `role` is "user" or "assistant"."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """Fråga: what is asked, after which dialogue, for which municipality, by which user if that is known."""

    text: str
    history: tuple[Turn, ...] = ()
    municipality: str | None = None
    owner: str = ""
    """Whose own documents may be read, where users have documents of their own."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Ramtext: the assistant's own words around the quotations; never official."""

    text: str
    written_by: WrittenBy = WrittenBy.TEMPLATE

    @property
    def introduces(self) -> bool:
        """Whether it says what follows, so that it means nothing without it."""
        return self.text.endswith(":")


Composition: TypeAlias = tuple[Phrase | Quotation, ...]


class RefusalReason(StrEnum):
    """Why a question is not answered; part of the published output."""

    NOT_COVERED = "not_covered"
    NO_SUCH_COMMITMENT = "no_such_commitment"
    NO_SUCH_POINT = "no_such_point"
    CHOICE_IS_THE_COUNCILS = "choice_is_the_councils"


@dataclass(frozen=True, slots=True)
class Answer:
    """Svar: phrases and quotations in reading order; its sources are those of its quotations."""

    body: Composition
    understood_as: str | None = None
    follow_ups: tuple[str, ...] = ()
    draft: Draft | None = None
    contribution: Contribution | None = None
    """What a language model did to the answer; None where none was asked."""

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations of the answer, in order."""
        return tuple(part for part in self.body if isinstance(part, Quotation))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Avböjande: the guidance does not answer this; `nearest` is what it does say."""

    reason: RefusalReason
    body: Composition
    nearest: tuple[Passage, ...] = ()
    understood_as: str | None = None
    follow_ups: tuple[str, ...] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that the refusal shows, in order."""
        return tuple(part for part in self.body if isinstance(part, Quotation))


@dataclass(frozen=True, slots=True)
class Clarification:
    """Motfråga: two readings are likely; `follow_ups` are the questions to choose from."""

    body: Composition
    follow_ups: tuple[str, ...]
    understood_as: str | None = None

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """A question back quotes nothing."""
        return ()


Outcome: TypeAlias = Answer | Refusal | Clarification
