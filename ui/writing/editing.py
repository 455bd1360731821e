"""The text of a clause, changed where it stands, and looked at while it is written."""

from collections.abc import Callable

from assistant.domain.errors import InputFault
from assistant.domain.reviews import Severity
from assistant.domain.saved_drafts import DraftContent
from assistant.saved_drafts.checking import checked
from assistant.saved_drafts.edits import edit_of, written
from ui.views.editing import findings
from ui.writing.window import Data, Outcome, Window


def edit(window: Window, data: Data) -> Outcome:
    """The text of a clause as a person has written it."""
    key, runs = data["avsnitt"], data["texter"]

    def change(content: DraftContent) -> DraftContent:
        composed = window.composer.composed(content)
        draft = written(composed.draft, key, runs)
        clause = next(c for c in draft.clauses if c.key == key)
        if clause in composed.draft.clauses:
            return content
        plain = window.composer.composed(content.without_edit(key)).draft
        if clause in plain.clauses:
            return content.without_edit(key)
        return content.with_edit(edit_of(clause, draft.order))

    return _edited(window, change, key, "Ändringen är sparad.")


def reset(window: Window, data: Data) -> Outcome:
    """The text of a clause as the program writes it."""
    key = data["avsnitt"]
    return _edited(
        window, lambda content: content.without_edit(key), key, "Programmets text är tillbaka."
    )


def _edited(
    window: Window, change: Callable[[DraftContent], DraftContent], key: str, said: str
) -> Outcome:
    draft = window.drafts.changed(window.owner, window.place, window.only_present(change))
    return Outcome(draft, said, f'[id="avsnitt-{key}"] [data-redigera]')


def check(window: Window, data: Data) -> str:
    """What should be looked at in the text of a clause as it stands, as HTML."""
    try:
        draft = window.composer.composed(window.present().content).draft
        review = window.composer.assistant.review
        return findings(checked(draft, data["avsnitt"], data["texter"], review))
    except InputFault as error:
        return findings(((Severity.FAULT, str(error)),))
