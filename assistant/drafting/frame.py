"""The frame of the contract: parties, introduction with the shared commitments, follow-up, signing."""

from collections.abc import Iterator

from assistant.domain.drafts import Clause, FactKind, Gap, GapKind, Order, Sentence
from assistant.domain.local_text import LocalText
from assistant.drafting.facts import CONTRACT, FactWriter
from assistant.drafting.gaps import gap
from assistant.drafting.voice import Voice, framed
from assistant.guidance.library import Library


def heading_of_commitments(order: Order) -> str:
    """The heading that the clauses of the commitments stand under."""
    return f"{order.municipality.genitive} åtaganden"


def parties(order: Order, library: Library) -> Clause:
    """Parter."""
    edition = library.guidance.edition
    variables = {**Voice.of(order.municipality).variables, "contract": edition.contract}
    own = LocalText(framed("parties", 0, **variables))
    others = LocalText(framed("parties_others", 0, owner=edition.owner))
    return Clause("parter", "Parter", ((own, others),))


def introduction(order: Order, library: Library) -> Clause:
    """Inledning: the commitments that all share, with their official sentences, once."""
    variables = {
        **Voice.of(order.municipality).variables,
        "contract": library.guidance.edition.contract,
        "heading": f"”{heading_of_commitments(order)}”",
    }
    shared = [o.commitment for o in order.commitments if o.commitment.mandatory]
    paragraphs: list[tuple[Sentence, ...]] = [(LocalText(framed("joins", 0, **variables)),)]
    if shared:
        frame = "shared" if shared[1:] else "shared_one"
        paragraphs.append((LocalText(framed(frame, 0)),))
        paragraphs += [(library.quote(library.wording(c.number)),) for c in shared]
        paragraphs.append((LocalText(framed("made_concrete", 0, **variables)),))
    common = tuple(_facts(order, follow_up=False))
    if common:
        paragraphs.append(common)
    return Clause("inledning", "Inledning", tuple(paragraphs))


def follow_up(order: Order) -> tuple[Clause, tuple[Gap, ...]]:
    """Uppföljning of the contract as a whole."""
    told = tuple(_facts(order, follow_up=True))
    gaps: tuple[Gap, ...] = ()
    if not told:
        missing = gap(GapKind.FOLLOW_UP, None, order.municipality)
        gaps = (missing,)
        variables = {**Voice.of(order.municipality).variables, "gap": missing.placeholder}
        told = (LocalText(framed("followed_up", 0, **variables)),)
    return Clause("uppföljning", "Uppföljning", (told,)), gaps


def signing(order: Order) -> tuple[Clause, tuple[Gap, ...]]:
    """Underskrift."""
    who = gap(GapKind.SIGNATORY, None, order.municipality)
    when = gap(GapKind.SIGNING, None, order.municipality)
    name = Voice.of(order.municipality).variables
    signed = (
        LocalText(framed("signed_by", 0, **name, gap=who.placeholder)),
        LocalText(framed("signed_when", 0, gap=when.placeholder)),
    )
    return Clause("underskrift", "Underskrift", (signed,)), (who, when)


def _facts(order: Order, *, follow_up: bool) -> Iterator[LocalText]:
    writer = FactWriter(Voice.of(order.municipality), 0)
    facts = [f for f in order.facts if (f.kind is FactKind.FOLLOW_UP) is follow_up]
    yield from writer.sentences([writer.said(fact, CONTRACT) for fact in facts])
