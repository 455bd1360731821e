"""Lets a language model write the draft anew; what it writes is kept clause by clause, as it comes."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

import gradio as gr

from assistant.domain.drafts import Draft
from assistant.domain.saved_drafts import DraftContent
from assistant.saved_drafts.edits import edit_of
from ui.views import writing as views
from ui.views.parts import fault
from ui.writing.desk import Desk, Shown
from ui.writing.window import Outcome


def written_anew(
    desk: Desk, place: str, request: gr.Request, values: Sequence[Any]
) -> Iterator[Shown]:
    """What the page shows while the model writes, and when it is done."""
    parts = desk.parts
    try:
        window = desk.window(place, request)
        before = desk.saved(window, values)
        content = _by_persons(before.content if before else window.empty)
        steps = desk.assistant.draft_in_steps(
            desk.composer.order(content),
            window.owner or None,
            lambda plain: desk.composer.edited(plain, content).draft,
        )
        with closing(steps):
            for one in steps:
                draft = window.changed(lambda now: _with_model(now, one))  # noqa: B023  called at once
                composed = replace(desk.composer.composed(draft.content), draft=one)
                yield {
                    parts.shown: views.shown(composed, draft.id, desk.assistant.model_in_use),
                    parts.told: "",
                    parts.stop: gr.Button(visible=True),
                }
        yield desk.turned(Outcome(draft, view=views.shown(composed, draft.id)), window) | _stopped(
            desk
        )
    except Exception as error:  # noqa: BLE001  no traceback reaches the page
        yield {parts.told: fault(error)} | _stopped(desk)


def _stopped(desk: Desk) -> Shown:
    return {desk.parts.stop: gr.Button(visible=False)}


def _by_persons(content: DraftContent) -> DraftContent:
    """What a model wrote before is written anew; what a person wrote is not touched."""
    return replace(content, edits=tuple(edit for edit in content.edits if edit.by_person))


def _with_model(content: DraftContent, draft: Draft) -> DraftContent:
    """The content with the clauses that the model has written so far."""
    content = _by_persons(content)
    for told in draft.contributions:
        clause = next(c for c in draft.clauses if c.commitment == told.commitment)
        if told.used:
            content = content.with_edit(edit_of(clause, draft.order))
    return content
