"""The orders of the corpus: every municipality, length, set of facts and choice of `utkast.yaml`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.domain.drafts import Length
from assistant.domain.guidance import Commitment, Guidance
from assistant.domain.municipalities import Municipality
from evals.case_files import settings_of
from evals.cases import Choice, DraftPlan, FactGiven


@dataclass(frozen=True, slots=True)
class NamedOrder:
    """Namngiven beställning: an order as JSON, and what it is called in the corpus."""

    name: str
    record: dict[str, Any]


def orders(
    municipalities: Iterable[Municipality], guidance: Guidance, *, every_choice: bool = True
) -> Iterator[NamedOrder]:
    """An order for each municipality, length, set of facts and choice: every commitment in each.

    Without `every_choice` the choices take turns, so that each meets every length and set of facts
    over the municipalities: a seventh of the orders.
    """
    plan = settings_of("utkast.yaml", DraftPlan)
    choices = list(enumerate(plan.choices))
    turn = 0
    for municipality in municipalities:
        for length in Length:
            for f, facts in enumerate(plan.facts):
                for c, choice in choices if every_choice else (choices[turn % len(choices)],):
                    record = {
                        "municipality": municipality.name,
                        "length": length.value,
                        "commitments": [
                            _commitment(choice, facts, commitment)
                            for commitment in guidance.commitments
                        ],
                    }
                    name = f"{municipality.short_name}/{length.value}/uppgifter {f}/val {c}"
                    yield NamedOrder(name, record)
                turn += 1


def _commitment(
    choice: Choice, facts: tuple[FactGiven, ...], commitment: Commitment
) -> dict[str, Any]:
    every = choice.every
    # Another point first in each commitment, so that steps meet in many ways.
    named = [p.id for p in commitment.points[commitment.number % every :: every]] if every else []
    return {
        "number": commitment.number,
        "steps": list(choice.steps),
        "points": named,
        "facts": [_placed(fact, commitment) for fact in facts],
    }


def _placed(fact: FactGiven, commitment: Commitment) -> dict[str, Any]:
    """The fact; one that says where it belongs is given a step or a point of the commitment."""
    first, last = commitment.points[0], commitment.points[-1]
    places: dict[str | None, dict[str, list[str]]] = {
        "steg": {"steps": [last.phase.key] if last.phase else []},
        "punkt": {"points": [first.id]},
    }
    return {"kind": fact.kind, "text": fact.text, **places.get(fact.place, {})}
