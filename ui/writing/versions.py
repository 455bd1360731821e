"""The versions of the draft that is open: back and forth, looked at, compared, named and returned to."""

from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import DraftContent, Revision
from assistant.saved_drafts.changes import differences
from assistant.saved_drafts.comparing import compared
from ui.views import versions as views
from ui.views import writing
from ui.writing.window import DRAFT, UNTOUCHED, Data, Outcome, Window, told_after


def undo(window: Window, _: Data) -> Outcome:
    """One version back."""
    before = window.drafts.opened(window.owner, window.place.draft)
    draft = window.drafts.undone(window.owner, window.place)
    moved = draft.revision.number != before.revision.number
    said = f"Ångrat: {told_after(before.revision.what)}." if moved else "Det finns inget att ångra."
    return Outcome(draft, said, '[data-gor="angra"]', fields=moved)


def redo(window: Window, _: Data) -> Outcome:
    """One version forward again."""
    before = window.drafts.opened(window.owner, window.place.draft)
    draft = window.drafts.redone(window.owner, window.place)
    moved = draft.revision.number != before.revision.number
    said = (
        f"Gjort om: {told_after(draft.revision.what)}." if moved else "Det finns inget att göra om."
    )
    return Outcome(draft, said, '[data-gor="gor-om"]', fields=moved)


def all_versions(window: Window, _: Data) -> Outcome:
    """The whole list of versions."""
    return Outcome(window.present(), focus="#versioner summary", view=UNTOUCHED, every=True)


def name_version(window: Window, data: Data) -> Outcome:
    """A name for a version, by which it is kept."""
    number = int(data["version"])
    revision = window.drafts.named(window.owner, window.place.draft, number, data["text"])
    said = f"Versionen heter nu ”{revision.name}”." if revision.name else "Namnet är borttaget."
    focus = f'[data-fraga="namnge"][data-version="{number}"]'
    return Outcome(window.present(), said, focus, view=UNTOUCHED)


def look(window: Window, data: Data) -> Outcome:
    """An earlier version, to look at."""
    revision, content = _version(window, data)
    composed = window.composer.shown(content)
    text = writing.read_only(composed.draft) if composed else writing.empty()
    return Outcome(window.present(), focus=DRAFT, view=views.looked_at(revision, text))


def compare(window: Window, data: Data) -> Outcome:
    """An earlier version beside the present one."""
    revision, content = _version(window, data)
    now = window.present()
    then, ours = window.composer.shown(content), window.composer.shown(now.content)
    clauses = compared(then.draft, ours.draft) if then and ours else None
    nouns = window.composer.assistant.library.guidance.edition.nouns
    changes = tuple(differences(content, now.content, nouns))
    view = views.comparison(revision, changes, clauses)
    return Outcome(now, focus=DRAFT, view=view)


def back(window: Window, _: Data) -> Outcome:
    """The present draft again."""
    return Outcome(window.present(), focus=DRAFT)


def restore(window: Window, data: Data) -> Outcome:
    """An earlier version as the present one."""
    revision, _ = _version(window, data)
    what = f"Återgick till versionen {views.called(revision)}"
    draft = window.drafts.returned(window.owner, window.place, revision.number, what)
    return Outcome(draft, f"{what}.", DRAFT, fields=True)


def _version(window: Window, data: Data) -> tuple[Revision, DraftContent]:
    number = int(data["version"])
    revisions = window.drafts.revisions(window.owner, window.place.draft)
    revision = next((r for r in revisions if r.number == number), None)
    if revision is None:
        raise InputFault("Versionen finns inte längre. Välj en annan ur listan.")
    return revision, window.drafts.content_of(window.owner, window.place.draft, number)
