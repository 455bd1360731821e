"""A contract draft as HTML: official sentences locked, every other sentence with its mark."""

import re
from collections.abc import Iterator
from html import escape

from assistant.domain.drafts import Clause, Draft, FactKind, Gap, GapKind
from assistant.domain.language_models import ModelInUse
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.domain.saved_drafts import ComposedDraft
from assistant.wording.drafts import (
    GAPS,
    REMARKS,
    commitments_heading,
    correction_lines,
    fact_source,
    marking,
    notice,
    origin_name,
    sources_of,
    status,
)
from ui.views.editing import editable_clause, held
from ui.views.files import downloads
from ui.views.form import field_id
from ui.views.models import at_work
from ui.views.parts import missing, official_block

LETTERS = {Origin.GUIDANCE: "V", Origin.MUNICIPAL: "K", Origin.OWN: "E"}
BY_MODEL, ABOUT_MODEL = "S", "Skrivet av språkmodell"
SIGNING = "underskrift"
"""The key of the clause that is filled in by hand, since no field of the form is about it."""
FACT_SOURCES = "Lokala uppgifter med källa"
GAP = re.compile(r"\[[^\[\]]+\]")


def empty() -> str:
    """What stands where the draft will be."""
    return (
        '<div class="utkast tomt"><h3>Utkastet</h3><p>Här visas utkastet. De officiella '
        "formuleringarna står ordagrant och låsta, och det som ni inte har svarat på blir luckor "
        "inom hakparentes.</p></div>"
    )


def shown(composed: ComposedDraft, draft_id: str = "", writing: ModelInUse | None = None) -> str:
    """The draft, its downloads, what is missing and what should be looked at.

    `writing` is the language model that is still at work on it.
    """
    draft = composed.draft
    tools = at_work(writing) if writing else downloads()
    return (
        '<div class="utkast" tabindex="0" role="region" aria-label="Utkastet" '
        f'data-utkast="{escape(draft_id)}">'
        f'<h3 id="utkastet" tabindex="-1">{escape(draft.title)}</h3>'
        f"{tools}{_counted(draft)}{held(composed.held)}{notes(draft)}{_legend(draft)}"
        f"{''.join(_clauses(composed, editable=writing is None))}"
        f"{_gaps(draft)}{_remarks(draft)}{_sources(draft)}</div>"
    )


def read_only(draft: Draft) -> str:
    """The text of a draft, with nothing that changes it."""
    return f"{_legend(draft)}{''.join(_clauses(ComposedDraft(draft), editable=False))}"


def notes(draft: Draft) -> str:
    """Which edition it rests on, and who put the words together."""
    lines = (notice(draft.edition), marking(draft), status(draft.edition))
    return f'<div class="notis">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>'


def _counted(draft: Draft) -> str:
    if not draft.gaps:
        return "<p>Inga uppgifter saknas.</p>"
    return f'<p><a href="#luckor">{missing(len(draft.gaps))}</a> i utkastet.</p>'


def _legend(draft: Draft) -> str:
    items = "".join(
        f'<li><sup class="slag">{letter}</sup> {escape(origin_name(origin, draft.edition))}</li>'
        for origin, letter in LETTERS.items()
    )
    if any(sentence.written_by is WrittenBy.MODEL for c in draft.clauses for sentence in c.local):
        items += f'<li><sup class="slag">{BY_MODEL}</sup> {ABOUT_MODEL}</li>'
    return f'<ul class="forklaring" aria-label="Märken efter meningarna">{items}</ul>'


def _clauses(composed: ComposedDraft, *, editable: bool) -> Iterator[str]:
    headed = False
    draft = composed.draft
    for clause in draft.clauses:
        if clause.commitment is not None and not headed:
            yield f"<h4>{escape(commitments_heading(draft.order.municipality, draft.edition))}</h4>"
            headed = True
        level = "h4" if clause.commitment is None else "h5"
        heading = f"<{level}>{escape(clause.heading)}</{level}>"
        text = "".join(_paragraphs(clause, draft))
        if editable:
            yield editable_clause(clause, heading, text, composed.edit_of(clause.key))
        else:
            yield heading + text


def _paragraphs(clause: Clause, draft: Draft) -> Iterator[str]:
    for group in clause.paragraphs:
        own = []
        for sentence in group:
            if isinstance(sentence, Quotation):
                yield official_block(sentence.passage, escape(sentence.location))
            else:
                own.append(_sentence(sentence, draft))
        if own:
            yield f"<p>{' '.join(own)}</p>"


def _sentence(sentence: LocalText, draft: Draft) -> str:
    text = GAP.sub(lambda m: f'<span class="lucka">{m.group()}</span>', escape(sentence.text))
    letter = LETTERS.get(sentence.origin, "")
    about = origin_name(sentence.origin, draft.edition)
    if any(fact.number in sentence.facts and fact.source for _, fact in draft.order.all_facts()):
        about += f": {sources_of(sentence, draft)}"
    about = escape(about)
    if sentence.written_by is WrittenBy.MODEL:
        letter, about = f"{letter}{BY_MODEL}", f"{about}. {ABOUT_MODEL}"
    return (
        f'<span class="{sentence.origin}">{text}</span><sup class="slag" title="{about}">'
        f'<span aria-hidden="true">{letter}</span><span class="dold"> ({about})</span></sup>'
    )


def _gaps(draft: Draft) -> str:
    if not draft.gaps:
        return ""
    items = "".join(
        f"<li>{_to_field(gap)}<br>Fråga {escape(gap.ask)}."
        + (f" I texten: {escape(gap.placeholder)}" if gap.placeholder else "")
        + "</li>"
        for gap in draft.gaps
    )
    return f'<h4 id="luckor" tabindex="-1">{GAPS}</h4><ul class="luckor">{items}</ul>'


def _to_field(gap: Gap) -> str:
    """The question; pressed, it leads to the field where it is answered, or to the text of the signing."""
    leads = (
        f'data-redigera="{SIGNING}"'
        if gap.kind in {GapKind.SIGNATORY, GapKind.SIGNING}
        else f'data-falt="{field_of(gap)}"'
    )
    return f'<button type="button" class="till-falt" {leads}>{escape(gap.question)}</button>'


def field_of(gap: Gap) -> str:
    """The id of the field that answers a gap."""
    return field_id(gap.commitment, FactKind.OTHER if gap.kind is GapKind.POINT else gap.kind)


def _remarks(draft: Draft) -> str:
    said = [*(remark.message for remark in draft.remarks), *correction_lines(draft)]
    if not said:
        return ""
    return f"<h4>{REMARKS}</h4><ul>{''.join(f'<li>{escape(line)}</li>' for line in said)}</ul>"


def _sources(draft: Draft) -> str:
    """The local facts that came out of a document or a form, each with where it stands there."""
    items = "".join(
        f"<li>{escape(fact.text)}<br>Källa: {escape(fact_source(fact))}</li>"
        for _, fact in draft.order.all_facts()
        if fact.source
    )
    return f"<h4>{FACT_SOURCES}</h4><ul>{items}</ul>" if items else ""
