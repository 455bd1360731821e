"""Puts the answers to a draft's questions into its order, so that it can be drafted again."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.domain.drafts import (
    Draft,
    FactKind,
    Gap,
    GapKind,
    LocalFact,
    Order,
    OrderedCommitment,
)
from assistant.domain.errors import InputFault, quoted
from assistant.domain.guidance import Phase
from assistant.drafting.facts import GAP_OF
from assistant.drafting.reading import readable
from assistant.drafting.voice import listed

SOURCE = "svar på frågeformuläret"
FACT_OF = {gap: fact for fact, gap in GAP_OF.items()} | {GapKind.POINT: FactKind.OTHER}


def answered(draft: Draft, answers: Mapping[str, str]) -> Order:
    """The order of the draft with the answers as local facts; signing is left to those who sign."""
    gaps = {gap.id: gap for gap in draft.gaps}
    order = draft.order
    for gap_id, text in answers.items():
        gap = gaps.get(gap_id)
        if gap is None:
            raise InputFault(
                f"Formuläret har ett svar på frågan {quoted(gap_id)}, som inte hör till utkastet."
            )
        order = _with(order, gap, readable(text, gap_id), draft.edition.phases)
    return order


def _with(order: Order, gap: Gap, text: str, phases: tuple[Phase, ...]) -> Order:
    if gap.kind is GapKind.STEP:
        chosen = _phases(gap, text, phases)
        return _replaced(order, gap, lambda one: _in_steps(one, chosen))
    kind = FACT_OF.get(gap.kind)
    if kind is None:
        return order
    number = 1 + max((fact.number for _, fact in order.all_facts()), default=0)
    fact = LocalFact(number, kind, text, SOURCE)
    if gap.commitment is None:
        return replace(order, facts=(*order.facts, fact))
    return _replaced(order, gap, lambda one: replace(one, facts=(*one.facts, fact)))


def _replaced(
    order: Order, gap: Gap, change: Callable[[OrderedCommitment], OrderedCommitment]
) -> Order:
    commitments = tuple(
        change(one) if one.commitment.number == gap.commitment else one for one in order.commitments
    )
    return replace(order, commitments=commitments)


def _phases(gap: Gap, text: str, phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    named = tuple(phase for phase in phases if phase.name.casefold() in text.casefold())
    if not named:
        known = listed([phase.name for phase in phases], "eller")
        raise InputFault(f"Svaret på frågan {quoted(gap.id)} är {quoted(text)}. Ange {known}.")
    return named


def _in_steps(ordered: OrderedCommitment, phases: tuple[Phase, ...]) -> OrderedCommitment:
    points = tuple(p.id for phase in phases for p in ordered.commitment.points if p.phase == phase)
    return replace(ordered, points=points)
