"""A draft of another edition than the one in use, as HTML: what of it is old, and the way over."""

from collections.abc import Iterable, Iterator
from html import escape

from assistant.domain.drafts import Draft
from assistant.domain.editions import ChangeKind, EditionChange, EditionDiff, Part
from assistant.domain.guidance import Edition
from assistant.domain.renewals import Renewal
from assistant.editions.affected_report import counted
from assistant.editions.reporting import moved_line
from assistant.wording.redlines import redline
from assistant.wording.templates import worded
from ui.views.files import downloads
from ui.views.parts import EXCLAMATION, official_block, quoted_block
from ui.views.versions import marked
from ui.views.writing import notes, read_only

LOCKED = (
    "Inget i utkastet är ändrat. Det går att läsa och ladda ned som det är. För att ändra det går ni "
    "först över till version {now}. De officiella formuleringarna blir då den versionens, och det som ni "
    "har skrivit följer med. Utkastet som det är nu finns kvar under Versioner."
)
LEGEND = "Genomstruken text står bara i version {}, understruken bara i version {}."
OTHER_CONTRACT = "Utkastet hör till {}. Det går att läsa och ladda ned, men inte att ändra här."
NOTHING_OLD = "Inget i texten behöver ändras."


def old_draft(draft: Draft | None, draft_id: str, notice: str) -> str:
    """The draft as it was written, with nothing that changes it, under the notice.

    `draft` is None where it cannot be composed; `notice` is HTML already.
    """
    title = draft.title if draft else "Utkastet"
    text = f"{downloads()}{notes(draft)}{read_only(draft)}" if draft else ""
    return (
        '<div class="utkast" tabindex="0" role="region" aria-label="Utkastet" '
        f'data-utkast="{escape(draft_id)}"><h3 id="utkastet" tabindex="-1">{escape(title)}</h3>'
        f"{notice}{text}</div>"
    )


def notice(renewal: Renewal | None, old: Edition, new: Edition) -> str:
    """Which edition the draft is written with, what of it is old and what replaces that."""
    heading = f"<h4>{EXCLAMATION}Utkastet är skrivet med version {escape(old.label)}</h4>"
    if renewal is None:
        told = f"<p>{escape(OTHER_CONTRACT.format(old.contract))}</p>"
        return f'<section class="annan" aria-label="Om utgåvan">{heading}{told}</section>'
    now = f"<p>Nu används version {escape(new.label)}. {escape(LOCKED.format(now=new.label))}</p>"
    key = (
        f"<p>{escape(LEGEND.format(old.label, new.label))}</p>" if renewal.affected.outdated else ""
    )
    over = (
        '<button type="button" class="atgard framat" data-gor="ga-over">'
        f"Gå över till version {escape(new.label)}</button>"
    )
    return (
        f'<section class="annan" aria-label="Om utgåvan">{heading}{now}'
        f"<p><strong>{escape(standing(renewal))}</strong></p>"
        f'{key}{"".join(_changes(renewal))}<div class="atgarder">{over}</div></section>'
    )


def standing(renewal: Renewal) -> str:
    """How much of the draft is old."""
    affected = renewal.affected
    if not affected.outdated:
        return NOTHING_OLD
    old = {one.quoted for one in affected.outdated if one.change.part is Part.OFFICIAL}
    points = {one.change for one in affected.outdated if one.change.part is Part.POINT}
    more = ""
    if points:
        more = (
            " En punkt är inte densamma."
            if len(points) == 1
            else f" {len(points)} punkter är inte desamma."
        )
    return counted(len(old), affected.current) + more


def _changes(renewal: Renewal) -> Iterator[str]:
    """Official wordings first, as the changes come; then everything else, in one list."""
    changes = tuple(dict.fromkeys(one.change for one in renewal.affected.outdated))
    for change in changes:
        if change.part is Part.OFFICIAL:
            yield _compared(change, renewal.diff)
    others = [f"<li>{_line(c, renewal.diff)}</li>" for c in changes if c.part is not Part.OFFICIAL]
    others += [f"<li>{line}</li>" for line in _added(renewal.new_points, renewal.diff)]
    if others:
        yield f"<ul>{''.join(others)}</ul>"


def _compared(change: EditionChange, diff: EditionDiff) -> str:
    old, new = change.old, change.new
    if old is None or old.passage is None:
        return ""
    words = _words(old.text, new.text if new else "")
    place = f"{old.place}, version {diff.old.label} jämförd med version {diff.new.label}"
    return (
        f"{official_block(old.passage, escape(place), words)}<p>{escape(_told(change, diff))}</p>"
    )


def _told(change: EditionChange, diff: EditionDiff) -> str:
    """What has happened, and what becomes of it on the way over."""
    old, new, label = change.old, change.new, diff.new.label
    if new is None:
        return f"{old.place if old else ''} finns inte i version {label} och följer inte med."
    if change.part is Part.OFFICIAL:
        return worded("När ni går över får $åtagandet den nya formuleringen.", diff.new.nouns)
    if change.part is Part.COMMITMENT:
        place = moved_line(change) if change.moved else f"{new.place} är nu"
        return f"{place}: {new.text}."
    match change.kind:
        case ChangeKind.MOVED:
            return f"{moved_line(change)}."
        case ChangeKind.MOVED_AND_CHANGED:
            return f"{moved_line(change)}, med andra ord. Läs om er text stämmer med dem."
        case _:
            return f"{new.place} har andra ord i version {label}. Läs om er text stämmer med dem."


def _line(change: EditionChange, diff: EditionDiff) -> str:
    old, new = change.old, change.new
    told = escape(_told(change, diff))
    if old and old.passage and new and old.text != new.text:
        place = escape(
            f"{old.place}, version {diff.old.label} jämförd med version {diff.new.label}"
        )
        told += quoted_block(old.passage, place, _words(old.text, new.text))
    return told


def _added(changes: Iterable[EditionChange], diff: EditionDiff) -> Iterator[str]:
    for change in changes:
        if change.new and change.new.passage:
            told = f"{change.new.place} är ny och hör till ett steg som ni har valt."
            place = escape(f"{change.new.place}, version {diff.new.label}")
            yield escape(told) + quoted_block(change.new.passage, place)


def _words(old: str, new: str) -> str:
    return "".join(marked(stretch) for stretch in redline(old, new).stretches).replace("\n", "<br>")


def marked_in_list(renewal: Renewal | None, edition: str, label: str) -> str:
    """What the list of drafts says of one that is written with another edition."""
    known = f"version {label}" if label else f"utgåvan {edition}, som inte finns här"
    told = f" {standing(renewal)}" if renewal else ""
    return f"Skrivet med {known}.{told}"
