"""The button under an answer that takes what it rests on to Skriv, as HTML."""

import json
from html import escape
from typing import Any

from assistant.domain.answers import Answer, Outcome
from assistant.domain.drafts import Order
from assistant.domain.passages import PassageKind
from ui.views.parts import PEN


def use_in_draft(outcome: Outcome) -> str:
    """The button, where the answer holds a draft or rests on one commitment; nothing otherwise."""
    order = _order(outcome)
    if order is None:
        return ""
    numbers = ", ".join(str(one["number"]) for one in order["commitments"])
    return (
        f'<button type="button" class="atgard anvand" data-gor="anvand" '
        f'data-bestallning="{escape(json.dumps(order))}">{PEN}Använd i utkast'
        f'<span class="dold"> (nummer {numbers})</span></button>'
    )


def _order(outcome: Outcome) -> dict[str, Any] | None:
    if not isinstance(outcome, Answer):
        return None
    if outcome.draft:
        return _of_draft(outcome.draft.order)
    kinds = {PassageKind.WORDING, PassageKind.POINT}
    cited = [q.passage for q in outcome.quotations if q.passage.kind in kinds]
    numbers = {passage.commitment for passage in cited}
    if len(numbers) != 1:
        return None
    (number,) = numbers
    points = [p.name for p in cited if p.kind is PassageKind.POINT]
    steps = {passage.phase for passage in cited if passage.phase}
    # Which of several steps to work in is not for an answer to choose.
    return {"commitments": [{"number": number, "points": points if len(steps) == 1 else []}]}


def _of_draft(order: Order) -> dict[str, Any]:
    return {
        "municipality": order.municipality.own_name,
        "commitments": [
            {"number": one.commitment.number, "points": list(one.points)}
            for one in order.commitments
            if one.asked_for
        ],
    }
