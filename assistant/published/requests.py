"""What is asked for, out of the published JSON; `InputFault` names the field and what it should be."""

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.domain.answers import Question, Turn
from assistant.domain.errors import InputFault


def question_of(record: Mapping[str, Any]) -> Question:
    """The question of an `ask` record."""
    municipality = _text(record, "municipality") if record.get("municipality") is not None else None
    return Question(_text(record, "question"), tuple(_turns(record)), municipality)


def _turns(record: Mapping[str, Any]) -> Iterable[Turn]:
    history = record.get("history") or []
    if not isinstance(history, list):
        raise InputFault("Fältet history är inte en lista. Ange tidigare repliker i en lista.")
    for turn in history:
        if not isinstance(turn, dict) or turn.get("role") not in {"user", "assistant"}:
            raise InputFault(
                'En replik i history saknar role. Ange role som "user" eller "assistant".'
            )
        yield Turn(turn["role"], _text(turn, "content"))


def _text(record: Mapping[str, Any], field: str) -> str:
    if field not in record:
        raise InputFault(f"Fältet {field} saknas. Lägg till {field} med en text.")
    value = record[field]
    if not isinstance(value, str):
        raise InputFault(f"Fältet {field} är inte en text. Ange {field} som en text.")
    return value


def search_question(record: Mapping[str, Any]) -> str:
    """The question of a `search` record."""
    return _text(record, "question")


def text_of(record: Mapping[str, Any]) -> str:
    """The text of a `review` record."""
    return _text(record, "text")
