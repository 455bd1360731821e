"""Proposals as JSON, and as an order in which a person confirms them one by one."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import Contradiction, Proposal
from assistant.drafting.records import LONGEST_TEXT, MOST_FACTS

Json = dict[str, Any]


def proposal_record(proposal: Proposal) -> Json:
    """A proposal as `documents propose` prints it."""
    document, _, page = proposal.source.rpartition(", ")
    return {
        "id": proposal.quotation.passage.id,
        "commitment": proposal.commitment,
        "kind": proposal.kind.value,
        "text": proposal.text,
        "quotation": proposal.quotation.text,
        "document": document,
        "page": page,
        "confirmed": False,
    }


def contradiction_record(contradiction: Contradiction) -> Json:
    """A contradiction as `documents propose` prints it."""
    return {
        "about": contradiction.about.value,
        "proposals": [
            contradiction.one.quotation.passage.id,
            contradiction.other.quotation.passage.id,
        ],
    }


def order_record(
    municipality: Municipality, proposals: Sequence[Proposal], confirmed: Collection[str] = ()
) -> Json:
    """An order with the proposals as facts; `confirmed` are the ids of those that a person has confirmed.

    Of the others the first fifty of a list have room there: what is confirmed goes before.
    """
    numbers = sorted({p.commitment for p in proposals if p.commitment is not None})
    common = [p for p in proposals if p.commitment is None]
    return {
        "municipality": municipality.own_name,
        "commitments": [
            {
                "number": number,
                "facts": _facts([p for p in proposals if p.commitment == number], confirmed),
            }
            for number in numbers
        ],
        "facts": _facts(common, confirmed),
    }


def _facts(proposals: Iterable[Proposal], confirmed: Collection[str]) -> list[Json]:
    facts = [
        {
            "kind": proposal.kind.value,
            "text": proposal.text[:LONGEST_TEXT],
            "source": proposal.source,
            "confirmed": proposal.quotation.passage.id in confirmed,
        }
        for proposal in proposals
    ]
    return sorted(facts, key=lambda fact: not fact["confirmed"])[:MOST_FACTS]
