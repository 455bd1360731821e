"""Keeps what a clause has become, and puts it back in the draft each time that is composed anew."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.domain.drafts import Clause, Draft, Order, Sentence
from assistant.domain.errors import InputFault
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.domain.saved_drafts import (
    ComposedDraft,
    Edit,
    EditedParagraph,
    HeldEdit,
    OfficialMark,
    OwnSentence,
)
from assistant.drafting.editing import edited, with_clause
from assistant.drafting.reading import readable
from assistant.wording import tokenized
from assistant.wording.templates import worded
from assistant.wording.tokens import token_of

LONGEST = 20_000
"""Characters of a text between two official wordings."""
NO_CLAUSE = "$Åtagandet är inte längre med i utkastet."
OTHER_WORDINGS = "De officiella formuleringarna i avsnittet är andra än när texten ändrades."


def edit_of(clause: Clause, order: Order) -> Edit:
    """The clause as an edit."""
    facts = {fact.number: fact.text for _, fact in order.all_facts()}
    return Edit(
        clause.key,
        clause.heading,
        tuple(tuple(_kept(s, facts) for s in paragraph) for paragraph in clause.paragraphs),
    )


def _kept(sentence: Sentence, facts: Mapping[int, str]) -> OwnSentence | OfficialMark:
    if isinstance(sentence, Quotation):
        return OfficialMark(sentence.passage.id)
    return OwnSentence(
        sentence.text,
        sentence.origin,
        sentence.written_by,
        sentence.points,
        tuple(facts[number] for number in sentence.facts),
    )


def with_edits(draft: Draft, edits: Iterable[Edit]) -> ComposedDraft:
    """The draft with the edits that it can take."""
    taken: list[Edit] = []
    held: list[HeldEdit] = []
    for edit in edits:
        clause = next((c for c in draft.clauses if c.key == edit.clause), None)
        if clause is None:
            held.append(HeldEdit(edit, worded(NO_CLAUSE, draft.edition.nouns)))
        elif _marks(edit.paragraphs) != [q.passage.id for q in _quotations(clause)]:
            held.append(HeldEdit(edit, OTHER_WORDINGS))
        else:
            draft = with_clause(draft, _clause(edit, clause, draft.order))
            taken.append(edit)
    return ComposedDraft(draft, tuple(taken), tuple(held))


def _marks(paragraphs: Iterable[EditedParagraph]) -> list[str]:
    return [s.passage for group in paragraphs for s in group if isinstance(s, OfficialMark)]


def _quotations(clause: Clause) -> list[Quotation]:
    return [s for s in clause.sentences if isinstance(s, Quotation)]


def _clause(edit: Edit, clause: Clause, order: Order) -> Clause:
    known = {q.passage.id: q for q in _quotations(clause)}
    numbers = {fact.text: fact.number for _, fact in order.all_facts()}
    points = {point for ordered in order.commitments for point in ordered.points}

    def sentence(one: OwnSentence | OfficialMark) -> Sentence:
        if isinstance(one, OfficialMark):
            return known[one.passage]
        named = tuple(point for point in one.points if point in points)
        facts = tuple(numbers[text] for text in one.facts if text in numbers)
        # What rested on facts or points that are no longer there rests on nothing but itself.
        rests = len(facts) == len(one.facts) and named == one.points
        origin = one.origin if rests else Origin.OWN
        return LocalText(one.text, origin, one.written_by, named, facts)

    paragraphs = tuple(tuple(sentence(one) for one in group) for group in edit.paragraphs)
    return replace(clause, paragraphs=paragraphs)


def runs_of(clause: Clause) -> tuple[str, ...]:
    """The own text before, between and after the official wordings: one more than there are of those."""
    runs: list[list[list[str]]] = [[]]
    for paragraph in clause.paragraphs:
        own: list[str] = []
        for sentence in paragraph:
            if isinstance(sentence, Quotation):
                runs[-1] += [own] if own else []
                own = []
                runs.append([])
            else:
                own.append(sentence.text)
        runs[-1] += [own] if own else []
    return tuple("\n\n".join(" ".join(group) for group in run) for run in runs)


def written(draft: Draft, key: str, runs: Sequence[str]) -> Draft:
    """The draft with the own text of a clause as a person has written it.

    `runs` are as `runs_of` gives them. What looks like a token in them stays text.
    """
    clause = next((c for c in draft.clauses if c.key == key), None)
    if clause is None:
        raise InputFault("Avsnittet finns inte längre i utkastet.")
    quotations = _quotations(clause)
    if len(runs) != len(quotations) + 1:
        raise InputFault("De officiella formuleringarna i avsnittet är ändrade. Öppna det på nytt.")
    parts: list[str] = []
    for number, run in enumerate(runs):
        parts.append(tokenized((LocalText(_readable(run, clause.heading)),)))
        if number < len(quotations):
            parts.append(token_of(quotations[number]))
    if not any(run.strip() for run in runs) and not quotations:
        raise InputFault(f"{clause.heading}: avsnittet får inte vara tomt. Skriv en mening.")
    return edited(draft, key, "\n\n".join(part for part in parts if part), WrittenBy.PERSON)


def _readable(run: str, heading: str) -> str:
    if len(run) > LONGEST:
        raise InputFault(f"{heading}: texten är för lång. Den får ha högst {LONGEST} tecken.")
    paragraphs = (part for part in re.split(r"\n\s*\n", run) if part.strip())
    return "\n\n".join(readable(part, heading) for part in paragraphs)
