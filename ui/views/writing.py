"""A contract draft as HTML: official sentences locked, every other sentence with its mark."""

import re
from collections.abc import Iterator
from html import escape

from assistant.domain.drafts import Clause, Draft
from assistant.domain.guidance import Commitment, Edition
from assistant.domain.language_models import ModelInUse
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.municipalities import Municipality
from assistant.domain.nouns import Nouns
from assistant.domain.passages import Quotation
from assistant.export.files import FORMATS
from assistant.wording.drafts import (
    GAPS,
    REMARKS,
    commitments_heading,
    correction_lines,
    marking,
    notice,
    origin_name,
    status,
)
from ui.views.models import at_work
from ui.views.parts import download_link, listed, official_block

LETTERS = {Origin.GUIDANCE: "V", Origin.MUNICIPAL: "K", Origin.OWN: "E"}
BY_MODEL, ABOUT_MODEL = "S", "Skrivet av språkmodell"
FILES = {
    ".docx": (
        "Word",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ".md": ("Markdown", "text/markdown;charset=utf-8"),
    ".html": ("HTML", "text/html;charset=utf-8"),
}
GAP = re.compile(r"\[[^\[\]]+\]")


def names(municipalities: tuple[Municipality, ...]) -> str:
    """The names that the field for the municipality suggests."""
    options = "".join(f'<option value="{escape(m.own_name)}"></option>' for m in municipalities)
    return f'<datalist id="kommunnamn">{options}</datalist>'


def fixed(commitments: tuple[Commitment, ...], nouns: Nouns) -> str:
    """The commitments that are always there, and why; nothing where there are none."""
    if not commitments:
        return ""
    items = "".join(f"<li>{c.number}. {escape(c.title)}</li>" for c in commitments)
    numbers = listed(str(c.number) for c in commitments)
    return (
        f'<div class="fasta"><p>{escape(nouns.heading(numbers))} gäller alla kommuner som signerar. De är '
        f"därför alltid med:</p><ul>{items}</ul></div>"
    )


def fold(name: str, level: int) -> str:
    """The heading of a group of fields, which opens and closes it."""
    return (
        f'<h{level} class="fallrubrik"><button type="button" class="falla" aria-expanded="false">'
        f"{escape(name)}</button></h{level}>"
    )


def empty() -> str:
    """What stands where the draft will be."""
    return (
        '<div class="utkast tomt"><h3>Utkastet</h3><p>Här visas utkastet. De officiella '
        "formuleringarna står ordagrant och låsta, och det som ni inte har svarat på blir luckor "
        "inom hakparentes.</p></div>"
    )


def shown(draft: Draft, writing: ModelInUse | None = None) -> str:
    """The draft, its downloads, what is missing and what should be looked at.

    `writing` is the language model that is still at work on it.
    """
    notes = "".join(f"<p>{escape(n)}</p>" for n in (notice(draft.edition), marking(draft)))
    return (
        '<div class="utkast" tabindex="0" role="region" aria-label="Utkastet">'
        f'<h3 id="utkastet" tabindex="-1">{escape(draft.title)}</h3>'
        f"{at_work(writing) if writing else _downloads(draft)}{_counted(draft)}"
        f'<div class="notis">{notes}<p>{escape(status(draft.edition))}</p></div>{_legend(draft)}'
        f"{''.join(_clauses(draft))}{_gaps(draft)}{_remarks(draft)}</div>"
    )


def _downloads(draft: Draft) -> str:
    name = re.sub(r"\W+", "-", draft.title.lower()).strip("-")
    links = "".join(
        f"<li>{download_link(f'Ladda ned som {label}', name + kind, FORMATS[kind](draft), media)}</li>"
        for kind, (label, media) in FILES.items()
    )
    return f'<ul class="filer">{links}</ul>'


def _counted(draft: Draft) -> str:
    if not draft.gaps:
        return "<p>Inga uppgifter saknas.</p>"
    count = len(draft.gaps)
    said = "1 uppgift saknas" if count == 1 else f"{count} uppgifter saknas"
    return f'<p><a href="#luckor">{said}</a> i utkastet.</p>'


def _legend(draft: Draft) -> str:
    items = "".join(
        f'<li><sup class="slag">{letter}</sup> {escape(origin_name(origin, draft.edition))}</li>'
        for origin, letter in LETTERS.items()
    )
    if any(sentence.written_by is WrittenBy.MODEL for c in draft.clauses for sentence in c.local):
        items += f'<li><sup class="slag">{BY_MODEL}</sup> {ABOUT_MODEL}</li>'
    return f'<ul class="forklaring" aria-label="Märken efter meningarna">{items}</ul>'


def _clauses(draft: Draft) -> Iterator[str]:
    headed = False
    for clause in draft.clauses:
        if clause.commitment is not None and not headed:
            yield f"<h4>{escape(commitments_heading(draft.order.municipality, draft.edition))}</h4>"
            headed = True
        level = "h4" if clause.commitment is None else "h5"
        yield f"<{level}>{escape(clause.heading)}</{level}>"
        yield from _paragraphs(clause, draft.edition)


def _paragraphs(clause: Clause, edition: Edition) -> Iterator[str]:
    for group in clause.paragraphs:
        own = []
        for sentence in group:
            if isinstance(sentence, Quotation):
                yield official_block(sentence.passage, escape(sentence.location))
            else:
                own.append(_sentence(sentence, edition))
        if own:
            yield f"<p>{' '.join(own)}</p>"


def _sentence(sentence: LocalText, edition: Edition) -> str:
    text = GAP.sub(lambda m: f'<span class="lucka">{m.group()}</span>', escape(sentence.text))
    letter = LETTERS.get(sentence.origin, "")
    about = escape(origin_name(sentence.origin, edition))
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
        f"<li><strong>{escape(gap.question)}</strong><br>Fråga {escape(gap.ask)}."
        + (f" I texten: {escape(gap.placeholder)}" if gap.placeholder else "")
        + "</li>"
        for gap in draft.gaps
    )
    return f'<h4 id="luckor" tabindex="-1">{GAPS}</h4><ul class="luckor">{items}</ul>'


def _remarks(draft: Draft) -> str:
    said = [*(remark.message for remark in draft.remarks), *correction_lines(draft)]
    if not said:
        return ""
    return f"<h4>{REMARKS}</h4><ul>{''.join(f'<li>{escape(line)}</li>' for line in said)}</ul>"
