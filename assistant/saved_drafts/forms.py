"""From a form to the order of a draft, from an order to a form, and what is added to a form."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.domain.drafts import FactKind, Order
from assistant.domain.errors import InputFault
from assistant.domain.guidance import Commitment, Guidance
from assistant.domain.nouns import Nouns
from assistant.domain.saved_drafts import DraftForm, GivenCommitment, GivenFact
from assistant.drafting.voice import listed
from assistant.wording.templates import worded

NO_MUNICIPALITY = "Skriv vilken kommun utkastet gäller."
FIELD = re.compile(r"^(?:commitments\[(\d+)\]|facts\[\d+\]|municipality)\S*: ")
"""The field of the published JSON that a fault begins with; in a form it has a name of its own."""


def order_record(form: DraftForm, guidance: Guidance) -> dict[str, Any]:
    """The order that a form makes up, as the published JSON has it; `InputFault` without municipality."""
    if not form.municipality.strip():
        raise InputFault(NO_MUNICIPALITY)
    return {
        "municipality": form.municipality,
        "length": form.length.value,
        "commitments": [
            {
                "number": commitment.number,
                "steps": list(form.about(commitment.number).steps),
                "points": list(form.about(commitment.number).points),
                "facts": [_fact(fact) for fact in form.about(commitment.number).facts],
            }
            for commitment in guidance.commitments
            if commitment.mandatory or commitment.number in form.chosen
        ],
        "facts": [_fact(fact) for fact in form.follow_up],
    }


def _fact(fact: GivenFact) -> dict[str, str]:
    told = {"kind": fact.kind.value, "text": fact.text}
    return told | ({"source": fact.source} if fact.source else {})


def named_fault(error: InputFault, record: Mapping[str, Any], nouns: Nouns) -> InputFault:
    """The fault of an order with the commitment that it is about instead of the field of the JSON."""
    field = FIELD.match(str(error))
    if field is None:
        return error
    told = str(error)[field.end() :]
    if field.group().startswith("municipality"):
        return InputFault(told)
    about = "Hela kontraktet"
    if field[1]:
        about = nouns.heading(record["commitments"][int(field[1])]["number"])
    return InputFault(f"{about}: {told}")


def form_of(order: Order, guidance: Guidance) -> DraftForm:
    """The form that gives this order; a step whose points are all chosen is chosen as a step."""
    return DraftForm(
        municipality=order.municipality.own_name,
        length=order.length,
        chosen=tuple(o.commitment.number for o in order.commitments if not o.commitment.mandatory),
        follow_up=tuple(GivenFact(f.kind, f.text, f.source) for f in order.facts),
        commitments=tuple(
            given
            for ordered in order.commitments
            if (
                given := GivenCommitment(
                    ordered.commitment.number,
                    *chosen(ordered.commitment, frozenset(ordered.points), guidance),
                    tuple(GivenFact(f.kind, f.text, f.source) for f in ordered.facts),
                )
            )
            != GivenCommitment(ordered.commitment.number)
        ),
    )


def added(form: DraftForm, wanted: Mapping[str, Any], guidance: Guidance) -> tuple[DraftForm, str]:
    """The form with the commitments and points of an order besides its own, and what was done.

    Nothing is taken away. `InputFault` when the order names what the guidance does not have.
    """
    done: list[str] = []
    if not form.municipality.strip() and wanted.get("municipality"):
        form = replace(form, municipality=str(wanted["municipality"]))
        done.append(form.municipality)
    for one in wanted.get("commitments", ()):
        commitment = guidance.commitment(one["number"])
        points = frozenset(one.get("points", ()))
        if commitment is None or not points <= {p.id for p in commitment.points}:
            raise InputFault(
                worded("$Åtagandet finns inte i $vägledningen.", guidance.edition.nouns)
            )
        new = _with(form, commitment, points, guidance)
        if new != form:
            done.append(_told(commitment, points, guidance))
        form = new
    if not done:
        return form, "Det finns redan i utkastet."
    return form, f"Tillagt i utkastet: {listed(done)}."


def _with(
    form: DraftForm, commitment: Commitment, points: frozenset[str], guidance: Guidance
) -> DraftForm:
    number = commitment.number
    if not commitment.mandatory and number not in form.chosen:
        form = replace(form, chosen=tuple(sorted((*form.chosen, number))))
    given = form.about(number)
    before = points_of(given, commitment)
    if points <= before:
        return form
    steps, own = chosen(commitment, before | points, guidance)
    return form.told(replace(given, steps=steps, points=own))


def whole_steps(given: GivenCommitment, commitment: Commitment) -> frozenset[str]:
    """The steps that are chosen without points of their own, so that all their points are."""
    named = {p.phase.key for p in commitment.points if p.phase and p.id in given.points}
    return frozenset(given.steps) - named


def points_of(given: GivenCommitment, commitment: Commitment) -> frozenset[str]:
    """The points that are chosen, by themselves or with their step."""
    whole = whole_steps(given, commitment)
    return frozenset(
        p.id
        for p in commitment.points
        if p.id in given.points or (p.phase and p.phase.key in whole)
    )


def chosen(
    commitment: Commitment, points: frozenset[str], guidance: Guidance
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps whose points are all chosen, and the points chosen in the others."""
    if not guidance.edition.phases:
        return (), tuple(p.id for p in commitment.points if p.id in points)
    steps: list[str] = []
    own: list[str] = []
    for phase in guidance.edition.phases:
        of_step = [p.id for p in commitment.points if p.phase == phase]
        if of_step and points.issuperset(of_step):
            steps.append(phase.key)
        else:
            own += [point for point in of_step if point in points]
    return tuple(steps), tuple(own)


def _told(commitment: Commitment, points: frozenset[str], guidance: Guidance) -> str:
    steps, own = chosen(commitment, points, guidance)
    names = {phase.key: phase.name for phase in guidance.edition.phases}
    parts = [f"steget {names[step]}" for step in steps] + [f"punkt {point}" for point in own]
    return guidance.edition.nouns.numbered(commitment.number) + (
        f" ({listed(parts)})" if parts else ""
    )


def fields_of(facts: tuple[GivenFact, ...], kind: FactKind) -> str:
    """What the field of a kind of fact shows: a line for each."""
    return "\n".join(fact.text for fact in facts if fact.kind is kind)


def facts_in(kind: FactKind, text: str, before: tuple[GivenFact, ...]) -> tuple[GivenFact, ...]:
    """The facts that a field holds, a line for each; one that is left as it was keeps its source."""
    sources = {fact.text: fact.source for fact in before if fact.kind is kind}
    said = (line.strip() for line in text.splitlines())
    return tuple(GivenFact(kind, line, sources.get(line)) for line in said if line)
