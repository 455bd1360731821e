"""From a draft to its published JSON."""

from typing import Any

from assistant.domain.drafts import Clause, Draft, LocalFact, Sentence
from assistant.domain.language_models import Contribution
from assistant.domain.local_text import Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.drafting.records import (
    ClauseRecord,
    ContributionRecord,
    DraftRecord,
    DroppedRecord,
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
        edition=draft.edition.id,
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
        models=tuple(contribution_record(told) for told in draft.contributions),
    )
    # Without a model there is nothing to say of one.
    return record.model_dump(mode="json", exclude=None if draft.contributions else {"models"})


def contribution_record(told: Contribution) -> ContributionRecord:
    """What a language model did, as JSON."""
    return ContributionRecord(
        model=told.model.name,
        place=told.model.place,
        prompt=told.prompt,
        commitment=told.commitment,
        used=told.used,
        dropped=tuple(DroppedRecord(text=one.text, why=one.why) for one in told.dropped),
        fault=told.fault,
    )


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
