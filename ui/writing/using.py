"""Takes what an answer rests on into the draft that is open."""

from dataclasses import replace

from assistant.domain.saved_drafts import DraftContent
from assistant.saved_drafts.forms import added
from ui.writing.window import Data, Outcome, Window


def use(window: Window, data: Data) -> Outcome:
    """What an answer rests on, added to the draft that is open."""
    guidance = window.composer.assistant.library.guidance
    said = ""

    def change(content: DraftContent) -> DraftContent:
        nonlocal said
        form, said = added(content.form, data["bestallning"], guidance)
        return replace(content, form=form)

    draft = window.changed(change)
    return Outcome(draft, said, "#fel-skriv .besked", fields=True, standing=True)
