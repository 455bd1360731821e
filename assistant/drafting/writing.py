"""From a draft to its published JSON."""

from typing import Any

from assistant.domain.drafts import Clause, Draft, LocalFact, Sentence
from assistant.domain.local_text import Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.drafting.records import (
    ClauseRecord,
    DraftRecord,
    GapRecord,
    PartRecord,
    RemarkRecord,
    SentenceRecord,
)
from assistant.wording.drafts import draft_markdown, fact_source


def draft_record(draft: Draft, order_id: str | int | None = None) -> dict[str, Any]:
    """The draft as JSON."""
    facts = {fact.number: fact for _, fact in draft.order.all_facts()}
    record = DraftRecord(
        id=order_id,
        municipality=draft.order.municipality.own_name,
        markdown=draft_markdown(draft),
        clauses=tuple(
            ClauseRecord(
                commitment=clause.commitment,
                official=clause.official.text,
                sentences=_sentences(clause, facts),
            )
            for clause in draft.clauses
            if clause.commitment is not None and clause.official
        ),
        frame=tuple(
            PartRecord(heading=clause.heading, sentences=_sentences(clause, facts))
            for clause in draft.clauses
            if clause.commitment is None
        ),
        gaps=tuple(
            GapRecord(
                id=gap.id,
                commitment=gap.commitment,
                kind=gap.kind,
                placeholder=gap.placeholder,
                question=gap.question,
                ask=gap.ask,
            )
            for gap in draft.gaps
        ),
        remarks=tuple(
            RemarkRecord(kind=r.kind, commitment=r.commitment, message=r.message)
            for r in draft.remarks
        ),
    )
    return record.model_dump(mode="json")


def _sentences(clause: Clause, facts: dict[int, LocalFact]) -> tuple[SentenceRecord, ...]:
    return tuple(_sentence(sentence, facts) for sentence in clause.sentences)


def _sentence(sentence: Sentence, facts: dict[int, LocalFact]) -> SentenceRecord:
    if isinstance(sentence, Quotation):
        return SentenceRecord(
            text=sentence.text,
            origin=Origin.OFFICIAL,
            written_by=WrittenBy.CORPUS,
            sources=(sentence.passage.id,),
        )
    return SentenceRecord(
        text=sentence.text,
        origin=sentence.origin,
        written_by=sentence.written_by,
        sources=(*sentence.points, *(fact_source(facts[n]) for n in sentence.facts)),
    )
