"""What the journal keeps of an answer and of a draft."""

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.domain.answers import (
    Answer,
    Clarification,
    Composition,
    Outcome,
    Phrase,
    Question,
    Refusal,
)
from assistant.domain.drafts import Draft
from assistant.domain.language_models import Contribution
from assistant.domain.passages import Quotation
from assistant.drafting.writing import contribution_record
from assistant.wording import citations, to_markdown
from assistant.wording.drafts import draft_markdown


def of_answer(question: Question, outcome: Outcome) -> dict[str, Any]:
    """What was asked, for which municipality, what it ended in, its sources and the model's part."""
    told = outcome.contribution if isinstance(outcome, Answer) else None
    return {
        "kind": "fråga",
        "asked": question.text,
        "municipality": question.municipality,
        "status": _status(outcome),
        "text": to_markdown(_without_own_words(outcome.body)),
        "sources": [c.passage.id for c in citations(outcome.body)],
        "models": _of_models((told,) if told else ()),
    }


def _without_own_words(body: Composition) -> Iterator[Phrase | Quotation]:
    """The body with own documents named by their passages: what is removed there must not stay here."""
    for part in body:
        if isinstance(part, Quotation) and not part.passage.of_guidance:
            yield Phrase(f"[Citat ur kommunens dokument: {part.passage.id}]")
        else:
            yield part


def of_draft(draft: Draft) -> dict[str, Any]:
    """For whom a draft was written, with which commitments, and the model's part."""
    return {
        "kind": "utkast",
        "municipality": draft.order.municipality.own_name,
        "status": "utkast",
        "text": draft_markdown(draft),
        "sources": [c.official.passage.id for c in draft.commitments if c.official],
        "models": _of_models(draft.contributions),
    }


def _status(outcome: Outcome) -> str:
    match outcome:
        case Answer():
            return "besvarad"
        case Refusal():
            return f"avböjd: {outcome.reason.value}"
        case Clarification():
            return "motfråga"


def _of_models(told: Iterable[Contribution]) -> list[dict[str, Any]]:
    return [contribution_record(one).model_dump(mode="json") for one in told]
