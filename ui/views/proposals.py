"""Facts proposed from a municipality's documents, each with its words and place, as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from time import monotonic_ns

from assistant.domain.drafts import FactKind
from assistant.domain.guidance import Guidance
from assistant.domain.own_documents import Contradiction, Offered, Offers, Proposal
from assistant.domain.saved_drafts import GivenFact
from ui.views.form import field_id
from ui.views.parts import CHECK, EXCLAMATION, document_block, listed

LEAD = (
    "Ett förslag är en mening ur ett dokument. Den kommer med i utkastet först när ni trycker på Använd, "
    "och kan sedan ändras i fältet."
)
NONE = "Dokumenten ger inga förslag till uppgifter."
SEARCHING = "Letar efter förslag i dokumenten. Ni kan fortsätta skriva under tiden."
WHOLE_CONTRACT = "hela kontraktet"
NOT_SAID = "Välj först vilket $åtagande förslaget gäller."
GONE = "Förslaget finns inte längre, eftersom dokumentet är ersatt eller borttaget."


def searching() -> str:
    """What stands where the proposals will be."""
    return f'<p data-upplas="{SEARCHING}">{SEARCHING}</p>'


@dataclass(frozen=True)
class ProposalViews:
    """Förslagsvyer: the proposals as the page shows them, in the edition's own nouns."""

    guidance: Guidance

    def shown(self, offers: Offers, *, new: bool) -> str:
        """All of them by commitment; `new` ones are read out."""
        count = sum(len(group) for _, group in offers.groups)
        if not count and not offers.elsewhere:
            return f'<div class="forslagen"><p>{NONE}</p></div>'
        told = "1 förslag" if count == 1 else f"{count} förslag"
        read_out = f' data-upplas="{told} ur dokumenten."' if new else ""
        lead = f"<p>{LEAD}</p>" if count else ""
        groups = "".join(self._group(number, group, offers) for number, group in offers.groups)
        return (
            f'<div class="forslagen"{read_out}><h5>Förslag ur dokumenten ({count})</h5>{lead}'
            f"{_disputes(offers)}{groups}{self._elsewhere(offers.elsewhere)}</div>"
        )

    def _group(self, number: int | None, group: tuple[Offered, ...], offers: Offers) -> str:
        taken = sum(bool(one.taken) for one in group)
        counted = f"{len(group)}\u00a0förslag" + (f", {taken} använt" if taken == 1 else "")
        if taken > 1:
            counted += f", {taken} använda"
        title, name = self._heading(number), f"forslag-{number or 0}"
        items = "".join(self._item(one, offers) for one in group)
        return (
            f'<details class="uppslag" id="{name}"><summary data-plats="{name}">'
            f"<span>{escape(title)} ({counted})</span></summary>"
            f'<div class="innehall"><ul class="sparade">{items}</ul></div></details>'
        )

    def _heading(self, number: int | None) -> str:
        found = self.guidance.commitment(number) if number else None
        nouns = self.guidance.edition.nouns
        if found is None:
            return f"Förslag som kan gälla flera {nouns.many}"
        return f"{nouns.heading(found.number)}: {found.title}"

    def _item(self, one: Offered, offers: Offers) -> str:
        proposal = one.proposal
        name = escape(proposal.quotation.passage.id)
        against = "".join(_against(dispute, proposal) for dispute in one.against)
        return (
            f'<li data-plats="{name}" tabindex="-1"><p><strong>{escape(proposal.kind.capitalize())}</strong>'
            f"</p>{document_block(proposal.quotation)}{against}{self._taken(one)}"
            f'<div class="atgarder">{self._use(one, offers)}</div></li>'
        )

    def _taken(self, one: Offered) -> str:
        if not one.taken:
            return ""
        where = listed(self._named(number) for number in one.taken)
        return f'<p class="anvant">{CHECK}Använt för {escape(where)}.</p>'

    def _named(self, number: int | None) -> str:
        return self.guidance.edition.nouns.numbered(number) if number else WHOLE_CONTRACT

    def _use(self, one: Offered, offers: Offers) -> str:
        """The way to the field that has it; or the button, and a choice where the field is not given."""
        proposal = one.proposal
        if one.taken:
            field = field_id(one.taken[0], proposal.kind)
            return (
                f'<button type="button" class="atgard" data-falt="{field}">Till fältet'
                f'<span class="dold"> för ”{escape(proposal.text)}”</span></button>'
            )
        choice, number = "", proposal.commitment or 0
        if proposal.commitment is None:
            choice = self._choice(proposal, offers)
        return (
            f'{choice}<button type="button" class="atgard" data-gor="ta-in" data-atagande="{number}" '
            f'data-forslag="{escape(proposal.quotation.passage.id)}">Använd'
            f'<span class="dold"> ”{escape(proposal.text)}”</span></button>'
        )

    def _choice(self, proposal: Proposal, offers: Offers) -> str:
        numbers: list[int | None] = list(offers.chosen)
        # Which it is about is for people to say; how all of it is followed up has one field.
        first = '<option value="">Välj</option>'
        if proposal.kind is FactKind.FOLLOW_UP:
            first = ""
            numbers.insert(0, None)
        options = first + "".join(
            f'<option value="{number or 0}">{escape(self._named(number))}</option>'
            for number in numbers
        )
        return f"<label>Gäller <select>{options}</select></label>"

    def _elsewhere(self, numbers: tuple[int, ...]) -> str:
        if not numbers:
            return ""
        about = self.guidance.edition.nouns.numbered(listed(str(number) for number in numbers))
        return f"<p>Dokumenten ger också förslag till {escape(about)}, som utkastet inte har.</p>"


def _disputes(offers: Offers) -> str:
    found = {dispute for _, group in offers.groups for one in group for dispute in one.against}
    if not found:
        return ""
    count = "ett ställe" if len(found) == 1 else f"{len(found)} ställen"
    return f'<p class="motsagelse">{EXCLAMATION}Dokumenten säger olika på {count}, som är utmärkta nedan.</p>'


def _against(dispute: Contradiction, proposal: Proposal) -> str:
    """What says otherwise: both are shown, and which holds is for people to say."""
    other = dispute.other if dispute.one == proposal else dispute.one
    return (
        f'<div class="motsagelse"><p>{EXCLAMATION}Dokumenten säger olika om {escape(dispute.about.value)}. '
        f"Vilket gäller? På ett annat ställe står:</p>{document_block(other.quotation)}</div>"
    )


def which_stands(label: str, others: Iterable[GivenFact], fact: GivenFact, again: str) -> str:
    """The window that asks when the field has an answer already; `again` are attributes of the button."""
    now = "".join(f"<p>{escape(one.text)}</p>" for one in others)
    return (
        f'<dialog class="stycke fragar" data-oppna="{monotonic_ns()}" {again} '
        'aria-labelledby="rubrik-star"><form method="dialog">'
        '<h2 id="rubrik-star">Fältet har redan ett svar</h2>'
        f"<p>Under ”{escape(label)}” står:</p><blockquote>{now}</blockquote>"
        f"<p>Förslaget ur {escape(fact.source or '')} är:</p>"
        f"<blockquote><p>{escape(fact.text)}</p></blockquote>"
        '<div class="atgarder"><button class="atgard framat" value="bada">Behåll båda</button>'
        '<button class="atgard" value="byt">Byt ut svaret</button>'
        '<button class="atgard" value="">Avbryt</button></div></form></dialog>'
    )
