"""The vocabulary as a searchable list that opens, term by term, as HTML."""

from collections.abc import Iterable, Sequence
from html import escape

from assistant.domain.guidance import Edition, TermKind
from assistant.domain.learning import Explanation, TermEntry, TermQuote
from assistant.domain.passages import Passage
from assistant.guidance.passages import term_id
from assistant.wording.templates import worded
from ui.views.parts import official_block, own_block, place_button, quoted_block

MARKS = {
    TermKind.DEFINED: "Förklaras i $vägledningen",
    TermKind.EXPLAINED: "Förklaras i $vägledningen",
    TermKind.MENTIONED: "Nämns bara i $vägledningen",
}


def vocabulary(entries: Sequence[TermEntry], edition: Edition) -> str:
    """The search field and every term; `terms.js` filters them as one types, and opens them."""
    mentioned = sum(entry.term.kind is TermKind.MENTIONED for entry in entries)
    if not entries:
        return _section(f"<p>{escape(edition.nouns.words['Vägledningen'])} har ingen ordlista.</p>")
    listed = "".join(_entry(entry, edition) for entry in entries)
    return _section(
        f"<p>{escape(edition.nouns.words['Vägledningen'])} använder {len(entries)} begrepp. "
        f"{len(entries) - mentioned} förklarar den med egna ord, {mentioned} nämner den bara.</p>"
        '<div class="sok"><label for="sok-begrepp">Sök begrepp</label>'
        '<input id="sok-begrepp" type="search" autocomplete="off" spellcheck="false" '
        'aria-describedby="sok-antal"></div>'
        f'<p id="sok-antal" class="antal" role="status">{len(entries)} begrepp visas.</p>'
        f'<div class="lista">{listed}</div>'
    )


def _section(content: str) -> str:
    return (
        '<section class="begrepp" aria-labelledby="rubrik-begrepp">'
        f'<h3 id="rubrik-begrepp" tabindex="-1">Begrepp</h3>{content}</section>'
    )


def _entry(entry: TermEntry, edition: Edition) -> str:
    term = entry.term
    forms = " ".join((term.term, *term.forms))
    return (
        f'<details class="uppslag" id="begrepp-{escape(term_id(term))}" data-former="{escape(forms)}">'
        f'<summary><span><span class="ord">{escape(term.term)}</span> '
        f'<span class="art">{escape(worded(MARKS[term.kind], edition.nouns))}</span></span></summary>'
        f'<template><div class="innehall">{_meaning(entry, edition)}'
        f"{_used_in(entry.used_in, edition)}</div></template></details>"
    )


def _meaning(entry: TermEntry, edition: Edition) -> str:
    quoted = "".join(_quote(quote, edition) for quote in entry.quotes)
    if entry.term.kind is not TermKind.MENTIONED:
        return quoted
    own = _explanation(entry.explanation) if entry.explanation else ""
    return (
        f"<p>{escape(edition.nouns.words['Vägledningen'])} använder ordet men förklarar det inte.</p>"
        f'{own}<p class="ledtext">Så står det i {escape(edition.nouns.document)}:</p>{quoted}'
    )


def _explanation(explanation: Explanation) -> str:
    links = ", ".join(
        f'<a href="#begrepp-{escape(term_id(term))}">{escape(term.term)}</a>'
        for term in explanation.see
    )
    see = f'<p class="se">Se även: {links}</p>' if links else ""
    return own_block(explanation.text) + see


def _quote(quote: TermQuote, edition: Edition) -> str:
    places = "; ".join(place_button(place, edition) for place in quote.places)
    return (official_block if quote.official else quoted_block)(quote, places or None)


def _used_in(places: Iterable[Passage], edition: Edition) -> str:
    items = "".join(f"<li>{place_button(place, edition)}</li>" for place in places)
    return (
        f'<p class="ledtext">Används också i:</p><ul class="stallen">{items}</ul>' if items else ""
    )
