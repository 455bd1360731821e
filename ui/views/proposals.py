"""Facts proposed from a municipality's documents, and what they say against each other, as HTML."""

from collections.abc import Iterable
from html import escape

from assistant.domain.own_documents import Contradiction, Proposal
from ui.views.parts import EXCLAMATION, document_block


def proposals_block(proposals: Iterable[Proposal], confirmed: frozenset[str] = frozenset()) -> str:
    """The proposals by commitment, each with its words, document and page, and whether it is confirmed."""
    grouped: dict[int | None, list[Proposal]] = {}
    for proposal in proposals:
        grouped.setdefault(proposal.commitment, []).append(proposal)
    if not grouped:
        return '<p class="forslag-tomt">Dokumenten ger inga förslag till uppgifter.</p>'
    numbers = sorted(number for number in grouped if number is not None)
    order = [*numbers, *([None] if None in grouped else [])]
    return "".join(
        f"<section><h3>{_about(number)}</h3><ul>"
        + "".join(f"<li>{proposal_item(p, confirmed)}</li>" for p in grouped[number])
        + "</ul></section>"
        for number in order
    )


def proposal_item(proposal: Proposal, confirmed: frozenset[str]) -> str:
    """One proposal; nothing unconfirmed is shown as if it were a fact."""
    state = "Bekräftat" if proposal.quotation.passage.id in confirmed else "Inte bekräftat"
    return (
        f'<p class="forslag-slag">{escape(proposal.kind.value.capitalize())} – {state}</p>'
        f"{document_block(proposal.quotation)}"
    )


def contradictions_block(found: Iterable[Contradiction]) -> str:
    """Where documents differ: both sentences, and the question which holds."""
    items = "".join(
        f"<li><p>{EXCLAMATION}Dokumenten säger olika om {escape(one.about.value)}. Vilket gäller?</p>"
        f"{document_block(one.one.quotation)}{document_block(one.other.quotation)}</li>"
        for one in found
    )
    return f'<ul class="motsagelser">{items}</ul>' if items else ""


def _about(number: int | None) -> str:
    return "Hela kontraktet" if number is None else f"Åtagande {number}"
