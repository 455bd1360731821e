"""The versions of a draft: their list, one of them looked at, and one compared with the present, as HTML."""

from collections.abc import Sequence
from html import escape

from assistant.domain.redlines import Mark, Stretch
from assistant.domain.saved_drafts import ComparedClause, Revision, SavedDraft
from assistant.wording.dates import written_moment
from ui.views.parts import action

NEWEST = 15
"""Versions without a name that are listed before all are asked for."""


def called(revision: Revision) -> str:
    """What a version is called: its name, or when it was made."""
    return f"”{revision.name}”" if revision.name else f"från {written_moment(revision.at)}"


def versions(draft: SavedDraft, revisions: Sequence[Revision], *, every: bool) -> str:
    """The list of versions, the newest first."""
    shown = [r for n, r in enumerate(revisions) if every or n < NEWEST or r.name]
    items = "".join(_item(r, present=r.number == draft.revision.number) for r in shown)
    more = ""
    if len(shown) < len(revisions):
        more = f"<p>{action('alla-versioner', f'Visa alla {len(revisions)} versioner')}</p>"
    return (
        f'<details id="versioner" class="uppslag"><summary><span>Versioner ({len(revisions)})</span>'
        f'</summary><div class="innehall"><ol class="sparade">{items}</ol>{more}</div></details>'
    )


def _item(revision: Revision, *, present: bool) -> str:
    name = f"<strong>{escape(revision.name)}</strong> " if revision.name else ""
    now = ' <span class="oppet">Nuvarande</span>' if present else ""
    about, data = f"versionen {called(revision)}", {"version": revision.number}
    buttons = ""
    if not present:
        buttons += action("visa", "Visa", about, **data)
        buttons += action("jamfor", "Jämför", about, **data)
        buttons += action("aterga", "Återgå", f"till {about}", **data)
    buttons += (
        f'<button type="button" class="atgard" data-fraga="namnge" data-version="{revision.number}" '
        f'data-varde="{escape(revision.name or "")}" data-om="{escape(called(revision))}">Namnge'
        f'<span class="dold"> {escape(about)}</span></button>'
    )
    current = ' aria-current="true"' if present else ""
    return (
        f"<li{current}><p>{name}{escape(revision.what)}{now}</p>"
        f'<p class="om-utkastet">{written_moment(revision.at)}</p>'
        f'<div class="atgarder">{buttons}</div></li>'
    )


def looked_at(revision: Revision, text: str) -> str:
    """An earlier version; `text` is the draft as HTML, or why it cannot be shown."""
    return _window(
        f"Version {called(revision)}",
        revision,
        f"<p>Så här såg utkastet ut då. {escape(_said(revision))}</p>{text}",
    )


def comparison(
    revision: Revision, changes: Sequence[str], clauses: Sequence[ComparedClause] | None
) -> str:
    """What differs from an earlier version: in the form, in words, and in the text, word by word.

    `clauses` is None where one of the two cannot be composed.
    """
    told = "".join(f"<li>{escape(change[:1].upper() + change[1:])}</li>" for change in changes)
    form = f"<h4>Sedan dess</h4><ul>{told}</ul>" if told else ""
    if clauses is None:
        text = "<p>Texterna går inte att jämföra, eftersom något av utkasten inte är ifyllt.</p>"
    elif not clauses:
        text = "<p>Texterna är ord för ord lika.</p>"
    else:
        key = (
            '<ul class="forklaring" aria-label="Märken i jämförelsen">'
            "<li><ins>Tillagt</ins> finns bara i det nuvarande utkastet</li>"
            "<li><del>Borttaget</del> finns bara i den tidigare versionen</li></ul>"
        )
        text = key + "".join(
            f"<h4>{escape(clause.heading)}</h4>{_paragraphs(clause.stretches)}"
            for clause in clauses
        )
    return _window(f"Jämförelse med versionen {called(revision)}", revision, form + text)


def _paragraphs(stretches: Sequence[Stretch]) -> str:
    html = " ".join(marked(stretch) for stretch in stretches)
    return f'<div class="jamford">{html}</div>'


def marked(stretch: Stretch) -> str:
    """Words of a comparison, with what has happened to them also for those who hear it."""
    text = escape(stretch.text).replace("\n\n", "<br><br>")
    match stretch.mark:
        case Mark.INSERTED:
            return (
                f'<ins><span class="dold">[tillagt: </span>{text}<span class="dold">]</span></ins>'
            )
        case Mark.DELETED:
            return f'<del><span class="dold">[borttaget: </span>{text}<span class="dold">]</span></del>'
        case Mark.KEPT:
            return text


def _said(revision: Revision) -> str:
    return f"Senaste ändringen: {revision.what[:1].lower()}{revision.what[1:]}."


def _window(title: str, revision: Revision, body: str) -> str:
    back = action("tillbaka", "Till det nuvarande utkastet")
    restore = action("aterga", "Återgå till den här versionen", version=revision.number)
    return (
        '<div class="utkast" tabindex="0" role="region" aria-label="Version">'
        f'<h3 id="utkastet" tabindex="-1">{escape(title)}</h3>'
        f'<div class="atgarder">{back}{restore}</div>{body}</div>'
    )
