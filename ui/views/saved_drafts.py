"""The draft that is open, the list of all saved drafts, and the windows that ask before something is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from assistant.domain.saved_drafts import Revision, SavedDraft
from assistant.wording.dates import written_moment
from ui.views.parts import EXCLAMATION, action, alert, done, missing
from ui.views.versions import versions

NOTHING_YET = "Inget är sparat än. Det som ni skriver sparas medan ni skriver."
CROSSED = (
    "Utkastet ändrades också i ett annat fönster, {} ({}). Er ändring bygger på det som ni såg här. Den "
    "andra finns kvar under Versioner."
)
NO_COUNT = "utkastet är inte klart att visa"


@dataclass(frozen=True, slots=True)
class Listed:
    """Sagt i listan: how many facts a draft lacks, None where it cannot be composed.

    `old` says what it means that the draft is written with another edition, if it is.
    """

    gaps: int | None
    old: str = ""


def bar(
    draft: SavedDraft | None,
    revisions: Sequence[Revision],
    drafts: Sequence[SavedDraft],
    about: Mapping[str, Listed],
    *,
    every: bool = False,
) -> str:
    """What is open, when it was saved, and what can be done with it.

    `about` has what is told of each draft. With `every` all versions are listed, otherwise the newest
    and those with a name. While a draft of another edition is open there is no form.
    """
    locked = " annan-utgava" if draft is not None and _told(draft, about).old else ""
    if draft is None:
        opened = (
            f'<h3 id="utkastnamn" tabindex="-1">Nytt utkast</h3><p class="sparat">{NOTHING_YET}</p>'
        )
        tools = ""
    else:
        opened = (
            f'<h3 id="utkastnamn" tabindex="-1">{escape(draft.title)}</h3>'
            f'<p class="sparat">Sparat {written_moment(draft.revision.at)}.</p>'
        )
        tools = (
            f'<div class="atgarder">{_undo(draft)}{_redo(draft)}{action("ny", "Nytt utkast")}</div>'
            f"{versions(draft, revisions, every=every)}"
        )
    return (
        f'<section class="utkastrad{locked}" aria-label="Utkastet som är öppet">{opened}{tools}'
        f"{_list(draft, drafts, about)}</section>"
    )


def _told(draft: SavedDraft, about: Mapping[str, Listed]) -> Listed:
    # One that another window has just removed is told nothing of.
    return about.get(draft.id, Listed(None))


def _undo(draft: SavedDraft) -> str:
    can = draft.revision.parent is not None
    return _step("angra", "Ångra", draft.revision.what if can else None)


def _redo(draft: SavedDraft) -> str:
    return _step("gor-om", "Gör om", draft.redo.what if draft.redo else None)


def _step(what: str, label: str, about: str | None) -> str:
    """A button that stays where it is when there is nothing to do, so that focus stays on it."""
    if about is None:
        return (
            f'<button type="button" class="atgard" data-gor="{what}" aria-disabled="true">'
            f"{label}</button>"
        )
    return (
        f'<button type="button" class="atgard" data-gor="{what}" title="{escape(about)}">{label}'
        f'<span class="dold"> ({escape(about)})</span></button>'
    )


def _list(
    opened: SavedDraft | None,
    drafts: Sequence[SavedDraft],
    about: Mapping[str, Listed],
) -> str:
    if not drafts:
        return ""
    items = "".join(_item(draft, opened, _told(draft, about)) for draft in drafts)
    return (
        f'<details id="mina-utkast" class="uppslag"><summary><span>Sparade utkast ({len(drafts)})</span>'
        f'</summary><div class="innehall"><ul class="sparade">{items}</ul></div></details>'
    )


def _item(draft: SavedDraft, opened: SavedDraft | None, told: Listed) -> str:
    municipality = draft.content.form.municipality.strip() or "Ingen kommun"
    counted = NO_COUNT if told.gaps is None else missing(told.gaps)
    here = opened is not None and draft.id == opened.id
    about, data = f"”{draft.title}”", {"utkast": draft.id}
    buttons = "" if here else action("oppna", "Öppna", about, **data)
    buttons += _asks("byt-namn", "Byt namn", draft.id, draft.title)
    buttons += action("kopiera", "Kopiera", about, **data)
    buttons += _asks("ta-bort", "Ta bort", draft.id, draft.title)
    now = ' <span class="oppet">Öppet nu</span>' if here else ""
    current = ' aria-current="true"' if here else ""
    edition = f'<p class="motsagelse">{EXCLAMATION}{escape(told.old)}</p>' if told.old else ""
    return (
        f"<li{current}><p><strong>{escape(draft.title)}</strong>{now}</p>{edition}"
        f'<p class="om-utkastet">{escape(municipality)}. Ändrat {written_moment(draft.revision.at)}. '
        f'{counted[0].upper()}{counted[1:]}.</p><div class="atgarder">{buttons}</div></li>'
    )


def _asks(what: str, label: str, draft: str, title: str) -> str:
    """A button that opens the window which asks."""
    return (
        f'<button type="button" class="atgard" data-fraga="{what}" data-utkast="{escape(draft)}" '
        f'data-varde="{escape(title)}">{label}<span class="dold"> ”{escape(title)}”</span></button>'
    )


def told(
    draft: SavedDraft | None, said: str, focus: str, problem: str = "", *, standing: bool = False
) -> str:
    """What was done: where focus goes and what is read out, and what stays on the page to be read.

    `problem` is HTML already: what must be put right before there is a draft.
    """
    crossed = ""
    if draft is not None and draft.crossed is not None:
        crossed = CROSSED.format(written_moment(draft.crossed.at), draft.crossed.what)
        crossed = alert(crossed)
    seen = f'<p class="besked" tabindex="-1">{escape(said)}</p>' if standing and said else ""
    return f"{crossed}{problem}{seen}{done(said, focus)}"


def questions() -> str:
    """The windows that ask, once for all; what they are about is put in when one is opened."""
    named = '<label>Namn<input name="text" maxlength="100" autocomplete="off"></label>'
    removed = "<p>Utkastet och alla versioner av det tas bort. Det går inte att ångra.</p>"
    return (
        question("byt-namn", "Byt namn på", named, "Spara namnet")
        + question("namnge", "Namnge versionen", named, "Spara namnet")
        + question("ta-bort", "Ta bort", removed, "Ta bort")
    )


def question(what: str, title: str, body: str, yes: str) -> str:
    """A window that asks before something is done; `body` is HTML already."""
    return (
        f'<dialog class="stycke fragar" id="fraga-{what}" aria-labelledby="rubrik-{what}">'
        f'<form method="dialog"><h2 id="rubrik-{what}">{title} <span data-om></span></h2>{body}'
        f'<div class="atgarder"><button class="atgard framat" value="ja">{yes}</button>'
        '<button class="atgard" value="nej" formnovalidate>Avbryt</button></div></form></dialog>'
    )
