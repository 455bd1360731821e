"""Carries what is done in a window to the saved drafts, and what comes of it back to the page."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import DraftContent, DraftForm, SavedDraft
from assistant.opening import Assistant
from assistant.saved_drafts.versions import Place, new_id
from ui.users import user_of
from ui.views import saved_drafts as saved_views
from ui.views import writing as views
from ui.views.parts import fault
from ui.writing import editing, files, renewing
from ui.writing.composing import Composer
from ui.writing.fields import Fields
from ui.writing.window import DRAFT, Data, Outcome, Window

GONE = "Utkastet är borttaget. Det som står i formuläret är därför sparat i ett nytt utkast."
Shown = dict[Any, Any]
"""What each component is to show; those that are not named stay as they are."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Sidans delar: the components that a change is shown in."""

    at: gr.Textbox
    bar: gr.HTML
    told: gr.HTML
    shown: gr.HTML
    made: gr.HTML
    checked: gr.HTML
    stop: gr.Button
    fields: Fields

    @property
    def outputs(self) -> list[Any]:
        """All of them."""
        own = [self.at, self.bar, self.told, self.shown, self.made, self.checked, self.stop]
        return [*own, *self.fields.inputs, *self.fields.columns(())]


@dataclass(frozen=True)
class Desk:
    """Skrivbord: one for the page; whose window it is comes with each request."""

    assistant: Assistant
    parts: Parts
    composer: Composer = field(init=False)

    def __post_init__(self) -> None:
        """What it composes is remembered for all windows."""
        object.__setattr__(self, "composer", Composer(self.assistant))

    def acted(
        self, place: str, data: Data, request: gr.Request, action: Callable[[Window, Data], Outcome]
    ) -> Shown:
        """What the page shows after a button."""
        try:
            window = self.window(place, request)
            return self.turned(action(window, data), window)
        except Exception as error:  # noqa: BLE001  no traceback reaches the page
            told = fault(error)
            # An editor that is open shows it beside what it is about.
            return {self.parts.checked: told} if "texter" in data else {self.parts.told: told}

    def kept(self, place: str, request: gr.Request, values: Sequence[Any]) -> Shown:
        """What the page shows after something was filled in, which is then saved."""
        try:
            window = self.window(place, request)
            draft = self.saved(window, values)
            if draft is not None and draft.unchanged:
                # Saved already, by the button that was pressed: what that has told stays.
                return {self.parts.at: f"{draft.id} {draft.revision.number} {window.place.window}"}
            gone = draft is not None and draft.id != window.place.draft
            gone = gone and window.place.revision > 0
            return self.turned(Outcome(draft, GONE if gone else "", standing=gone), window)
        except Exception as error:  # noqa: BLE001  likewise
            return {self.parts.told: fault(error)}

    def drafted(self, place: str, request: gr.Request, values: Sequence[Any]) -> Shown:
        """The draft that was asked for, which is then the one that the journal keeps."""
        try:
            window = self.window(place, request)
            draft = self.saved(window, values)
            content = draft.content if draft else window.empty
            order = self.composer.order(content)

            # The first step is the draft without a model; closing the steps leaves it at that.
            steps = self.assistant.draft_in_steps(
                order,
                window.owner or None,
                lambda plain: self.composer.edited(plain, content).draft,
            )
            with closing(steps):
                next(steps)
            return self.turned(Outcome(draft, focus=DRAFT), window)
        except Exception as error:  # noqa: BLE001  likewise
            return {self.parts.told: fault(error)}

    def checked(self, place: str, data: Data, request: gr.Request) -> Shown:
        """What should be looked at in a text that is being written."""
        try:
            return {self.parts.checked: editing.check(self.window(place, request), data)}
        except Exception as error:  # noqa: BLE001  likewise
            return {self.parts.checked: fault(error)}

    def fetched(self, place: str, data: Data, request: gr.Request) -> Shown:
        """A file that was asked for."""
        try:
            made = files.file_of(self.window(place, request), data)
        except Exception as error:  # noqa: BLE001  likewise
            return {self.parts.told: fault(error)}
        return {self.parts.made: made, self.parts.told: ""}

    def window(self, place: str | None, request: gr.Request) -> Window:
        """The window that a request comes from; one that has just been opened has no place yet."""
        owner = user_of(request, self.assistant.settings.user_header)
        match (place or "").split():
            case [draft, revision, window] if revision.isdecimal():
                at = Place(draft, int(revision), window)
            case _:
                at = Place(new_id(), 0, new_id())
        return Window(self.assistant.saved_drafts, self.composer, owner, at)

    def saved(self, window: Window, values: Sequence[Any]) -> SavedDraft | None:
        """The draft with what is in the fields; None where nothing is kept and nothing is filled in."""
        fields = self.parts.fields

        def change(content: DraftContent) -> DraftContent:
            return content.with_form(fields.form_in(values, content.form))

        if window.place.revision == 0 and fields.form_in(values, DraftForm()) == DraftForm():
            return None
        return window.changed(change)

    def turned(self, outcome: Outcome, window: Window) -> Shown:
        """What the page shows of an outcome."""
        parts, draft = self.parts, outcome.draft
        at = window.place
        if draft is not None:
            at = Place(draft.id, draft.revision.number, window.place.window)
        view, problem = self._view(outcome)
        shown: Shown = {
            parts.at: f"{at.draft} {at.revision} {at.window}",
            parts.bar: self._bar(outcome, window),
            parts.told: saved_views.told(
                draft, outcome.said, outcome.focus, problem, standing=outcome.standing
            )
            + outcome.question,
        }
        if view is not None:
            shown[parts.shown] = view
        if outcome.fields:
            here = draft is not None and self.composer.is_present(draft.content)
            shown |= parts.fields.shown(draft.content.form if draft and here else DraftForm())
        return shown

    def _view(self, outcome: Outcome) -> tuple[str | None, str]:
        """What is shown of the draft, and what its form lacks; None where the view stays as it is."""
        draft = outcome.draft
        if outcome.view is not None:
            return outcome.view or None, ""
        if draft is None:
            return (views.empty() if outcome.fields else None), ""
        if not self.composer.is_present(draft.content):
            return renewing.shown(draft, self.composer), ""
        try:
            return views.shown(self.composer.composed(draft.content), draft.id), ""
        except InputFault as error:
            unnamed = not draft.content.form.municipality.strip()
            # Whoever has not come to the municipality yet has done nothing wrong.
            return (views.empty() if outcome.fields else None), "" if unnamed else fault(error)

    def _bar(self, outcome: Outcome, window: Window) -> str:
        draft = outcome.draft
        drafts = window.drafts.listed(window.owner)
        revisions = window.drafts.revisions(window.owner, draft.id) if draft else ()
        about = {
            one.id: saved_views.Listed(
                self.composer.gaps(one.content), renewing.told_in_list(one.content, self.composer)
            )
            for one in drafts
        }
        return saved_views.bar(draft, revisions, drafts, about, every=outcome.every)
