"""The published JSON of the command line, from and to domain objects."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.domain.answers import Answer, Clarification, Outcome, Question, Refusal, Turn
from assistant.domain.documents import Document
from assistant.domain.errors import InputFault
from assistant.domain.passages import Hit
from assistant.domain.reviews import Difference, Finding, Pledge, Review
from assistant.drafting.writing import contribution_record, draft_record
from assistant.wording import citations, to_markdown

Json = dict[str, Any]


def read_line(line: bytes) -> Json:
    """One line of JSON Lines as an object; `InputFault` says what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise InputFault("Raden är inte UTF-8. Spara filen som UTF-8 och försök igen.") from error
    except (ValueError, RecursionError) as error:
        raise InputFault(
            "Raden är inte giltig JSON. Skriv ett JSON-objekt på varje rad."
        ) from error
    if not isinstance(record, dict):
        raise InputFault('Raden är inte ett JSON-objekt. Skriv till exempel {"question": "…"}.')
    return record


def read_object(text: bytes) -> Json:
    """A whole file as one JSON object; `InputFault` says what is wrong with it."""
    try:
        record = json.loads(text.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise InputFault("Filen är inte UTF-8. Spara den som UTF-8 och försök igen.") from error
    except json.JSONDecodeError as error:
        raise InputFault(
            f"Filen är inte giltig JSON: felet står på rad {error.lineno}, tecken {error.colno}."
        ) from error
    except ValueError as error:
        raise InputFault("Filen är inte giltig JSON: ett tal i den är för långt.") from error
    except RecursionError as error:
        raise InputFault("Filen är inte giltig JSON: den är för djupt nästlad.") from error
    if not isinstance(record, dict):
        raise InputFault("Filen innehåller inte ett JSON-objekt.")
    return record


def _once(pairs: list[tuple[str, Any]]) -> Json:
    """An object whose fields stand once each: JSON would keep the last and lose the others."""
    record: Json = {}
    for name, value in pairs:
        if name in record:
            raise InputFault(f"Fältet {name[:40]!r} står två gånger. Behåll ett av dem.")
        record[name] = value
    return record


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


def hits_record(hits: Iterable[Hit]) -> Json:
    """Passages found, best first, as `search` prints them."""
    return {
        "passages": [
            {
                "passage": hit.passage.id,
                "text": hit.passage.text,
                "location": hit.passage.location,
                "score": round(hit.score, 4),
            }
            for hit in hits
        ]
    }


def outcome_record(outcome: Outcome) -> Json:
    """An outcome as `ask` prints it."""
    record = {
        "status": _status(outcome),
        "answer": to_markdown(outcome.body),
        "citations": [
            {"passage": c.passage.id, "location": c.location, "quote": c.quote}
            for c in citations(outcome.body)
        ],
        "reason": outcome.reason.value if isinstance(outcome, Refusal) else None,
        "understood_as": outcome.understood_as,
        "nearest": [
            {"passage": p.id, "location": p.location}
            for p in (outcome.nearest if isinstance(outcome, Refusal) else ())
        ],
        "follow_ups": list(outcome.follow_ups),
        "draft": draft_record(outcome.draft)
        if isinstance(outcome, Answer) and outcome.draft
        else None,
    }
    if isinstance(outcome, Answer) and outcome.contribution:
        record["model"] = contribution_record(outcome.contribution).model_dump(mode="json")
    return record


def _status(outcome: Outcome) -> str:
    match outcome:
        case Answer():
            return "answered"
        case Refusal():
            return "refused"
        case Clarification():
            return "clarify"


def text_of(record: Mapping[str, Any]) -> str:
    """The text of a `review` record."""
    return _text(record, "text")


def review_record(review: Review) -> Json:
    """A review as `review` prints it."""
    return {
        "pledges": [_pledge(pledge) for pledge in review.pledges],
        "missing_mandatory": list(review.missing_mandatory),
        "findings": [_finding(finding) for finding in review.findings],
    }


def document_review_record(review: Review, document: Document) -> Json:
    """The review of a file: with its text, and the page or paragraph of everything found."""
    record = review_record(review)
    for name in ("pledges", "findings"):
        for item in record[name]:
            item["location"] = document.location(item["start"])
    return {**record, "text": document.text}


def _pledge(pledge: Pledge) -> Json:
    return {
        "start": pledge.start,
        "end": pledge.end,
        "status": pledge.status.value,
        "commitment": pledge.commitment,
        "diff": [_difference(difference) for difference in pledge.differences],
    }


def _difference(difference: Difference) -> Json:
    return {
        "op": difference.operation,
        "official": difference.official,
        "actual": difference.actual,
        "effect": difference.effect.value,
    }


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "passage": finding.quoted.id if finding.quoted else None,
    }
