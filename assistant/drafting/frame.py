"""The frame of the contract: parties, introduction with the shared commitments, follow-up, signing."""

from collections.abc import Iterator

from assistant.domain.drafts import Clause, FactKind, Gap, GapKind, Order, Sentence
from assistant.domain.guidance import Edition
from assistant.domain.local_text import LocalText
from assistant.drafting.facts import CONTRACT, FactWriter
from assistant.drafting.gaps import gap
from assistant.drafting.voice import Voice, framed
from assistant.guidance.library import Library
from assistant.wording.drafts import commitments_heading


def parties(order: Order, library: Library) -> Clause:
    """Parter."""
    edition = library.guidance.edition
    variables = {**Voice.of(order.municipality, edition).variables, "contract": edition.contract}
    own = LocalText(framed("parties", 0, **variables))
    others = LocalText(framed("parties_others", 0, owner=edition.owner))
    return Clause("parter", "Parter", ((own, others),))


def introduction(order: Order, library: Library) -> Clause:
    """Inledning: the commitments that all share, with their official sentences, once."""
    edition = library.guidance.edition
    variables = {
        **Voice.of(order.municipality, edition).variables,
        "contract": edition.contract,
        "heading": f"”{commitments_heading(order.municipality, edition)}”",
    }
    shared = [o.commitment for o in order.commitments if o.commitment.mandatory]
    paragraphs: list[tuple[Sentence, ...]] = [(LocalText(framed("joins", 0, **variables)),)]
    if shared:
        paragraphs.append((LocalText(_shared(len(shared), edition)),))
        paragraphs += [(library.quote(library.wording(c.number)),) for c in shared]
        paragraphs.append((LocalText(framed("made_concrete", 0, **variables)),))
    common = tuple(_facts(order, edition, follow_up=False))
    if common:
        paragraphs.append(common)
    return Clause("inledning", "Inledning", tuple(paragraphs))


def _shared(count: int, edition: Edition) -> str:
    """What the shared official sentences are, and who "vi" is in them where they say so."""
    one = "" if count > 1 else "_one"
    sentences = [framed(f"shared{one}", 0, **edition.nouns.words)]
    if edition.pledge_opening.casefold().startswith("vi "):
        sentences.append(framed(f"we{one}", 0))
    return " ".join(sentences)


def follow_up(order: Order, edition: Edition) -> tuple[Clause, tuple[Gap, ...]]:
    """Uppföljning of the contract as a whole."""
    told = tuple(_facts(order, edition, follow_up=True))
    gaps: tuple[Gap, ...] = ()
    if not told:
        missing = gap(GapKind.FOLLOW_UP, None, order.municipality, edition.nouns)
        gaps = (missing,)
        variables = {**Voice.of(order.municipality, edition).variables, "gap": missing.placeholder}
        told = (LocalText(framed("followed_up", 0, **variables)),)
    return Clause("uppföljning", "Uppföljning", (told,)), gaps


def signing(order: Order, edition: Edition) -> tuple[Clause, tuple[Gap, ...]]:
    """Underskrift."""
    who = gap(GapKind.SIGNATORY, None, order.municipality, edition.nouns)
    when = gap(GapKind.SIGNING, None, order.municipality, edition.nouns)
    name = Voice.of(order.municipality, edition).variables
    signed = (
        LocalText(framed("signed_by", 0, **name, gap=who.placeholder)),
        LocalText(framed("signed_when", 0, gap=when.placeholder)),
    )
    return Clause("underskrift", "Underskrift", (signed,)), (who, when)


def _facts(order: Order, edition: Edition, *, follow_up: bool) -> Iterator[LocalText]:
    writer = FactWriter(Voice.of(order.municipality, edition), 0)
    facts = [f for f in order.facts if (f.kind is FactKind.FOLLOW_UP) is follow_up]
    yield from writer.sentences([writer.said(fact, CONTRACT) for fact in facts])
