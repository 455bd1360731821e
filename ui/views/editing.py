"""A clause that can be changed where it stands, with its official wordings locked, as HTML."""

from collections.abc import Iterable, Sequence
from html import escape

from assistant.domain.drafts import Clause
from assistant.domain.passages import Quotation
from assistant.domain.reviews import Severity
from assistant.domain.saved_drafts import Edit, EditedParagraph, HeldEdit, OwnSentence
from assistant.saved_drafts.edits import runs_of
from ui.views.parts import CROSS, EXCLAMATION, INFORMATION, PEN, official_block

NOT_FOLLOWED = (
    "Det som ni sedan ändrar i formuläret kommer inte med här, om ni inte återställer texten."
)
BY_HAND = f"Texten är ändrad för hand. {NOT_FOLLOWED}"
BY_MODEL = f"Texten är omskriven av språkmodellen. {NOT_FOLLOWED}"
HELP = "De officiella formuleringarna är låsta. En tom rad ger ett nytt stycke."
SEVERITY = {
    Severity.FAULT: ("Fel", CROSS),
    Severity.WARNING: ("Varning", EXCLAMATION),
    Severity.ADVICE: ("Råd", INFORMATION),
}
NOTHING = "Inget att anmärka på i texten."


def editable_clause(clause: Clause, heading: str, text: str, edit: Edit | None) -> str:
    """The clause with its button, and its editor, which waits unseen until it is copied and opened.

    `heading` and `text` are HTML already.
    """
    key, name = escape(clause.key), escape(clause.heading)
    told = BY_HAND if edit and edit.by_person else BY_MODEL
    note = f'<div class="for-hand"><p>{PEN}{told}</p>{_reset(clause)}</div>' if edit else ""
    return (
        f'<section class="avsnitt" id="avsnitt-{key}" aria-label="{name}">{heading}'
        f'<div class="visad">{text}{note}<p class="andra"><button type="button" class="atgard" '
        f'data-redigera="{key}">Ändra texten<span class="dold"> i {name}</span></button></p></div>'
        f'<div class="mall" hidden>{_editor(clause, edited=edit is not None)}</div></section>'
    )


def _reset(clause: Clause) -> str:
    return (
        f'<button type="button" class="atgard" data-gor="aterstall" data-avsnitt="{escape(clause.key)}">'
        f'Återställ till programmets text<span class="dold"> i {escape(clause.heading)}</span></button>'
    )


def _editor(clause: Clause, *, edited: bool) -> str:
    key, name = escape(clause.key), escape(clause.heading)
    runs = runs_of(clause)
    quotations = [s for s in clause.sentences if isinstance(s, Quotation)]
    shown = [n for n, run in enumerate(runs) if run or n == len(runs) - 1]
    parts: list[str] = []
    for number, run in enumerate(runs):
        if number in shown:
            place = f" ({shown.index(number) + 1} av {len(shown)})" if len(shown) > 1 else ""
            parts.append(
                f"<label>Egen text i {name}{place}"
                f'<textarea data-del="{number}" rows="{_rows(run)}">{escape(run)}</textarea></label>'
            )
        if number < len(quotations):
            parts.append(official_block(quotations[number].passage))
    reset = _reset(clause) if edited else ""
    return (
        f'<div class="redigerare" role="group" aria-label="Ändra texten i {name}" data-avsnitt="{key}" '
        f'data-delar="{len(runs)}"><p class="hjalp">{HELP}</p>{"".join(parts)}'
        '<div class="provning" role="status"></div><div class="atgarder">'
        '<button type="button" class="atgard framat" data-spara>Spara ändringen</button>'
        f'<button type="button" class="atgard" data-avbryt>Avbryt</button>{reset}</div></div>'
    )


def _rows(run: str) -> int:
    return max(3, min(14, 1 + len(run) // 60 + run.count("\n")))


def findings(told: Sequence[tuple[Severity, str]]) -> str:
    """What should be looked at in the text that is being written."""
    if not told:
        return f'<p class="lugnt">{NOTHING}</p>'
    items = "".join(
        f'<li><span class="grad">{SEVERITY[s][1]}{SEVERITY[s][0]}:</span> {escape(message)}</li>'
        for s, message in told
    )
    return f"<ul>{items}</ul>"


def held(edits: Iterable[HeldEdit]) -> str:
    """The edits that the draft cannot take now: each with the reason and its text, so that none is lost."""
    items = "".join(
        f"<li><p><strong>{escape(one.edit.heading)}</strong>: {escape(one.why)} Er text är sparad och visas "
        f"igen om avsnittet blir som det var.</p>{_own_text(one.edit.paragraphs)}"
        f'<button type="button" class="atgard" data-gor="aterstall" data-avsnitt="{escape(one.edit.clause)}">'
        f'Ta bort texten<span class="dold"> i {escape(one.edit.heading)}</span></button></li>'
        for one in edits
    )
    if not items:
        return ""
    return (
        '<section class="undanlagt" aria-label="Ändringar som inte visas i utkastet">'
        f"<h4>Ändringar som inte visas i utkastet</h4><ul>{items}</ul></section>"
    )


def _own_text(paragraphs: Iterable[EditedParagraph]) -> str:
    own = (
        " ".join(s.text if isinstance(s, OwnSentence) else "[officiell formulering]" for s in group)
        for group in paragraphs
    )
    return f"<blockquote>{''.join(f'<p>{escape(text)}</p>' for text in own)}</blockquote>"
