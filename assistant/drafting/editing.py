"""Edits the local text of a draft; the official sentences come back as they were or not at all."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from assistant.domain.drafts import Clause, Draft, Remark, RemarkKind, Sentence
from assistant.domain.errors import InputFault, TokenFault, quoted
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.drafting.consistency import is_pledge
from assistant.wording import exchanged, tokenized

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”⟦])")
POINT = re.compile(r"\((\d+\.\d+)\)")


def editable(clause: Clause) -> str:
    """The clause as text to edit: a token for each official sentence, a blank line after paragraphs."""
    return "\n\n".join(
        " ".join(tokenized((sentence,)) for sentence in paragraph)
        for paragraph in clause.paragraphs
    )


def edited(draft: Draft, key: str, text: str, written_by: WrittenBy = WrittenBy.PERSON) -> Draft:
    """The draft with new local text in one clause.

    `TokenFault` when an official sentence is gone, moved in among others, or not one of the
    clause's own. A sentence that is left as it was keeps its sources.
    """
    clause = next((c for c in draft.clauses if c.key == key), None)
    if clause is None:
        known = ", ".join(c.key for c in draft.clauses)
        raise InputFault(f"Utkastet har ingen avtalsdel {quoted(key)}. De som finns är {known}.")
    quotations = [s for s in clause.sentences if isinstance(s, Quotation)]
    paragraphs = tuple(
        paragraph
        for block in re.split(r"\n\s*\n", text)
        if (paragraph := tuple(_sentences(block, clause, quotations, written_by)))
    )
    new = replace(clause, paragraphs=paragraphs)
    if [s for s in new.sentences if isinstance(s, Quotation)] != quotations:
        raise TokenFault(
            "Den officiella formuleringen ändras inte. Låt märket för den stå kvar, och skriv det "
            "som är särskilt för er i egen text."
        )
    return with_clause(draft, new)


def with_clause(draft: Draft, new: Clause) -> Draft:
    """The draft with a clause in place of its own of that key, and the gaps that are still in the text."""
    clause = next(c for c in draft.clauses if c.key == new.key)
    clauses = tuple(new if c.key == new.key else c for c in draft.clauses)
    shown = " ".join(s.text for c in clauses if c.commitment == clause.commitment for s in c.local)
    gaps = tuple(
        g for g in draft.gaps if g.commitment != clause.commitment or g.placeholder in shown
    )
    remarks = (*draft.remarks, *_remarks(draft, clause, new))
    return replace(draft, clauses=clauses, gaps=gaps, remarks=remarks)


def _sentences(
    block: str, clause: Clause, quotations: list[Quotation], written_by: WrittenBy
) -> Iterator[Sentence]:
    before = {s.text: s for s in clause.local}
    points = {point for s in clause.local for point in s.points}
    for part in exchanged(block, quotations, LocalText("", Origin.OWN, written_by)):
        if isinstance(part, Quotation):
            yield part
            continue
        for text in _divided(" ".join(part.text.split()), before):
            if text in before:
                yield before[text]
            else:
                named = tuple(p for p in dict.fromkeys(POINT.findall(text)) if p in points)
                yield LocalText(text, Origin.OWN, written_by, points=named)


def _divided(text: str, known: Collection[str]) -> Iterator[str]:
    """The sentences of a text; a fact of several sentences that is left as it was stays one."""
    parts = [part for part in SENTENCE_END.split(text) if part]
    while parts:
        sizes = range(len(parts), 0, -1)
        size = next((n for n in sizes if " ".join(parts[:n]) in known), 1)
        yield " ".join(parts[:size])
        parts = parts[size:]


def _remarks(draft: Draft, old: Clause, new: Clause) -> Iterator[Remark]:
    known = {s.text for s in old.local}
    nouns = draft.edition.nouns
    for sentence in new.local:
        if sentence.text not in known and is_pledge(sentence.text, draft.edition.pledge_opening):
            message = (
                f"Meningen ”{sentence.text}” är formulerad som {nouns.article} {nouns.one}. Den står som "
                "egen text och är inte en officiell formulering."
            )
            yield Remark(RemarkKind.PLEDGE, message, new.commitment)
