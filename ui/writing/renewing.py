"""A draft of another edition: shown as it was written, and taken over when a person says so."""

from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import DraftContent, SavedDraft
from ui.views import renewing as views
from ui.views.parts import fault
from ui.writing.composing import Composer
from ui.writing.window import Data, Outcome, Window


def renew(window: Window, _: Data) -> Outcome:
    """The draft in the edition in use; as it was, it is a version with a name, and one step back."""
    composer, drafts = window.composer, window.drafts
    label = composer.assistant.library.guidance.edition.label
    left: tuple[str, ...] = ()

    def change(content: DraftContent) -> DraftContent:
        nonlocal left
        if composer.is_present(content):
            return content
        renewed = composer.carried(content)
        left = renewed.left
        return renewed.content

    draft = drafts.changed(window.owner, window.place, change, f"Gick över till version {label}")
    before = draft.revision.parent
    if not draft.unchanged and before is not None:
        named = {r.number: r.name for r in drafts.revisions(window.owner, draft.id)}
        if not named.get(before):
            drafts.named(window.owner, draft.id, before, f"Före version {label}")
    said = (
        f"Utkastet följer nu version {label}. Under Versioner kan ni jämföra med hur det såg ut före, och "
        "gå tillbaka."
    )
    return Outcome(draft, " ".join((said, *left)), "#fel-skriv .besked", fields=True, standing=True)


def shown(draft: SavedDraft, composer: Composer) -> str:
    """The draft as it was written, under what is told of its edition, as HTML."""
    content = draft.content
    try:
        old = composer.writer(content).library.guidance.edition
    except InputFault as error:
        return views.old_draft(None, draft.id, fault(error))
    now = composer.assistant.library.guidance.edition
    composed = composer.shown(content)
    notice = views.notice(composer.renewal(content), old, now)
    return views.old_draft(composed.draft if composed else None, draft.id, notice)


def told_in_list(content: DraftContent, composer: Composer) -> str:
    """What the list says of a draft of another edition; nothing of one that follows the edition in use."""
    if composer.is_present(content):
        return ""
    found = composer.assistant.in_edition(content.edition)
    label = found.library.guidance.edition.label if found else ""
    return views.marked_in_list(composer.renewal(content), content.edition, label)
