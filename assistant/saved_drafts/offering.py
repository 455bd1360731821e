"""Proposals from the municipality's documents beside a draft: which it has, and how it gets another.

Nothing enters the form before a person has taken it, and what a field holds is never overwritten
unless a person has said so.
"""

from collections.abc import Iterable
from dataclasses import replace

from assistant.domain.drafts import FactKind
from assistant.domain.guidance import Guidance
from assistant.domain.own_documents import Contradiction, Offered, Offers, Proposal, Proposed
from assistant.domain.passages import Quotation
from assistant.domain.saved_drafts import DraftForm, GivenFact
from assistant.drafting.records import LONGEST_TEXT


def offers(proposed: Proposed, form: DraftForm, guidance: Guidance) -> Offers:
    """The proposals for what the draft has chosen, in the order of the guidance."""
    chosen = [c.number for c in guidance.commitments if c.mandatory or c.number in form.chosen]
    about: dict[int | None, list[Offered]] = {}
    for proposal in proposed.proposals:
        one = Offered(proposal, _taken(proposal, form, chosen), _against(proposal, proposed))
        about.setdefault(proposal.commitment, []).append(one)
    return Offers(
        tuple(chosen),
        tuple((n, tuple(about[n])) for n in (*chosen, None) if n in about),
        tuple(sorted(n for n in about if n is not None and n not in chosen)),
    )


def _taken(proposal: Proposal, form: DraftForm, chosen: Iterable[int]) -> tuple[int | None, ...]:
    wanted = fact_of(proposal.kind, proposal.quotation)
    return tuple(n for n in (None, *chosen) if wanted in _facts(form, n))


def fact_of(kind: FactKind, quotation: Quotation) -> GivenFact:
    """What a document says as a fact of a form, with where it says it; no longer than a field may be."""
    return GivenFact(kind, quotation.text[:LONGEST_TEXT].strip(), quotation.location)


def _against(proposal: Proposal, proposed: Proposed) -> tuple[Contradiction, ...]:
    return tuple(c for c in proposed.contradictions if proposal in {c.one, c.other})


def in_field(form: DraftForm, number: int | None, kind: FactKind) -> tuple[GivenFact, ...]:
    """What the field of a kind of fact holds; of the whole contract where `number` is None."""
    return tuple(fact for fact in _facts(form, number) if fact.kind is kind)


def with_fact(
    form: DraftForm, number: int | None, fact: GivenFact, *, instead: bool = False
) -> DraftForm:
    """The form with a fact last in its field, or `instead` of all that the field holds."""
    others = tuple(
        one
        for one in _facts(form, number)
        if one.text != fact.text or one.kind is not fact.kind
        if not (instead and one.kind is fact.kind)
    )
    facts = (*others, fact)
    if number is None:
        return replace(form, follow_up=facts)
    return form.told(replace(form.about(number), facts=facts))


def _facts(form: DraftForm, number: int | None) -> tuple[GivenFact, ...]:
    return form.follow_up if number is None else form.about(number).facts
