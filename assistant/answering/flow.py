"""From a question to an outcome, as a list of steps."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from assistant.answering.commitments import no_such_commitment
from assistant.answering.drafts import (
    DraftWanted,
    draft_answer,
    draft_wanted,
    for_whom,
    named_municipality,
    order_record,
)
from assistant.answering.following.dialogue import understand_in_dialogue
from assistant.answering.intents import Intent
from assistant.answering.lookups import asks_more, look_up
from assistant.answering.not_covered import not_covered
from assistant.answering.open_questions import search_and_answer
from assistant.answering.phrases import phrase
from assistant.answering.several import asked_in, parts_of, together
from assistant.domain.answers import Answer, Outcome, Question, Turn
from assistant.domain.drafts import Draft, Order
from assistant.domain.errors import InputFault
from assistant.domain.municipalities import Municipality
from assistant.guidance.library import Library
from assistant.search.analysis import words

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

LONGEST_QUESTION = 10_000
"""Characters; a long mail has some three thousand."""
REMEMBERED_TURNS = 12


class Collaborator(Protocol):
    """Medhjälpare: what an answer may need besides the library, opened only when it is needed."""

    @property
    def index(self) -> "PassageIndex":
        """The search index."""

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Sweden's municipalities."""

    def order(self, record: Mapping[str, object]) -> Order:
        """The order of a JSON object."""

    def composed(self, order: Order) -> Draft:
        """The draft that an order asks for."""


def answer(
    question: Question, library: Library, collaborator: Collaborator, today: date
) -> Outcome:
    """Answer, refuse or ask back."""
    text = usable(question.text)
    history = question.history[-REMEMBERED_TURNS:]
    wanted = draft_wanted(text, history, library.guidance)
    if wanted:
        named = question.municipality or named_municipality(wanted, collaborator.municipalities)
        return _drafted(wanted, named, library, collaborator)

    def respond(asked: str, earlier: Sequence[Turn] = (), around: str = "") -> Outcome:
        turns = (*history, *earlier)
        understood = understand_in_dialogue(asked, turns, library.guidance)
        found = look_up(understood, library, today)
        if found and not asks_more(found, understood):
            return found
        # Mended only when it must be: the index is not opened for what can be looked up.
        mended = collaborator.index.mended(asked)
        if mended != asked:
            understood = understand_in_dialogue(mended, turns, library.guidance)
            found = look_up(understood, library, today) or found
        if found:
            asked_of_it = asked_in(understood.text)
            if not asks_more(found, understood) or collaborator.index.answers(asked_of_it):
                return found
            if isinstance(found, Answer) and understood.intent is Intent.POINTS:
                named = tuple(quotation.passage for quotation in found.quotations)
                return not_covered(named, library, today)
            understood = replace(understood, intent=Intent.OPEN)
        if around and not understood.before:
            understood = replace(understood, before=around)
        return search_and_answer(understood, library, collaborator.index, today)

    parts = parts_of(text)
    asked_before = [Turn("user", part) for part in parts]
    outcomes = [respond(part, asked_before[:at], text) for at, part in enumerate(parts)]
    outcome = together(parts, outcomes) if parts else respond(text)
    return _in_readers_language(outcome, text, library)


def _drafted(
    wanted: DraftWanted, municipality: str | None, library: Library, collaborator: Collaborator
) -> Outcome:
    known = {c.number for c in library.guidance.commitments}
    unknown = [number for number in wanted.commitments if number not in known]
    if unknown:
        return no_such_commitment(unknown[0], library)
    if municipality is None:
        return for_whom(wanted, library)
    order = collaborator.order(order_record(wanted, municipality))
    return draft_answer(wanted, collaborator.composed(order), library)


def usable(text: str) -> str:
    """The question as it can be read; `InputFault` says why it cannot."""
    if len(text) > LONGEST_QUESTION:
        raise InputFault(
            f"Frågan är {len(text)} tecken lång. Korta den till högst {LONGEST_QUESTION} tecken."
        )
    unreadable = {"Cc", "Cs", "Co", "Cn"}
    if any(unicodedata.category(c) in unreadable and c not in "\n\r\t" for c in text):
        raise InputFault("Frågan innehåller tecken som inte är text. Skriv den med vanliga ord.")
    composed = unicodedata.normalize("NFC", text).strip()
    if not composed:
        raise InputFault("Frågan är tom. Skriv vad ni vill veta om vägledningen.")
    if not words(composed):
        raise InputFault("Frågan innehåller inga ord. Skriv vad ni vill veta om vägledningen.")
    return composed


ENGLISH = frozenset(
    (
        "the",
        "what",
        "how",
        "is",
        "are",
        "our",
        "we",
        "do",
        "does",
        "of",
        "to",
        "which",
        "when",
        "and",
    )
)


def _in_readers_language(outcome: Outcome, text: str, library: Library) -> Outcome:
    """Tell who asks in English why the answer is in Swedish."""
    tokens = words(text)
    english = sum(token in ENGLISH for token in tokens)
    swedish = any(letter in text.lower() for letter in "åäö")
    if swedish or english < 2 or english < len(tokens) / 5:
        return outcome
    return replace(outcome, body=(phrase("english", library.words), *outcome.body))
