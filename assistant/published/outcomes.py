"""What the assistant found, answered and judged, as the published JSON (`docs/output.md`)."""

from collections.abc import Iterable
from typing import Any

from assistant.domain.answers import Answer, Clarification, Outcome, Refusal
from assistant.domain.documents import Document
from assistant.domain.learning import TermEntry, TermQuote
from assistant.domain.passages import Hit
from assistant.domain.reviews import Difference, Finding, Pledge, Review
from assistant.drafting.writing import contribution_record, draft_record
from assistant.wording import citations, to_markdown

Json = dict[str, Any]


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


def review_record(review: Review) -> Json:
    """A review as `review` prints it."""
    return {
        "edition": review.edition,
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


def terms_record(entries: Iterable[TermEntry]) -> Json:
    """Terms of the vocabulary, with the guidance's sentences about each and where else it is used."""
    return {"terms": [_term(entry) for entry in entries]}


def _term(entry: TermEntry) -> Json:
    told = entry.explanation
    return {
        "term": entry.term.term,
        "kind": entry.term.kind.value,
        "quotes": [_quote(quote) for quote in entry.quotes],
        "used_in": [{"passage": p.id, "location": p.location} for p in entry.used_in],
        "explanation": told.text if told else None,
        "see": [term.term for term in told.see] if told else [],
    }


def _quote(quote: TermQuote) -> Json:
    return {
        "text": quote.text,
        "location": quote.location,
        "official": quote.official,
        "passages": [place.id for place in quote.places],
    }
