"""From a question to an outcome, as a list of steps."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assistant.answering.dialogue import understand_in_dialogue
from assistant.answering.lookups import look_up
from assistant.answering.open_questions import search_and_answer
from assistant.answering.phrases import phrase
from assistant.answering.several import parts_of, together
from assistant.domain.answers import Outcome, Question
from assistant.domain.errors import InputFault
from assistant.guidance.library import Library
from assistant.search.analysis import words

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

LONGEST_QUESTION = 10_000
"""Characters; a long mail has some three thousand."""
REMEMBERED_TURNS = 12


def answer(
    question: Question, library: Library, index: Callable[[], "PassageIndex"], today: date
) -> Outcome:
    """Answer, refuse or ask back. `index` is called only when the question must be searched for."""
    text = usable(question.text)
    history = question.history[-REMEMBERED_TURNS:]

    def respond(asked: str) -> Outcome:
        understood = understand_in_dialogue(asked, history, library.guidance)
        found = look_up(understood, library, today)
        return found or search_and_answer(understood, library, index(), today)

    parts = parts_of(text)
    outcome = together(parts, [respond(part) for part in parts]) if parts else respond(text)
    return _in_readers_language(outcome, text)


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


def _in_readers_language(outcome: Outcome, text: str) -> Outcome:
    """Tell who asks in English why the answer is in Swedish."""
    tokens = words(text)
    english = sum(token in ENGLISH for token in tokens)
    swedish = any(letter in text.lower() for letter in "åäö")
    if swedish or english < 2 or english < len(tokens) / 5:
        return outcome
    return replace(outcome, body=(phrase("english"), *outcome.body))
