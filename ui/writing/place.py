"""The place Skriv: its layout, and what happens when something in it is filled in or pressed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.domain.language_models import ModelInUse
from assistant.opening import Assistant
from ui.uploads import removed
from ui.views import documents as document_views
from ui.views import saved_drafts as saved_views
from ui.views import writing as views
from ui.views.models import STOP, what_is_sent
from ui.views.parts import place_heading
from ui.writing import editing, files, renewing, saved, taking, using, versions
from ui.writing.desk import Desk, Parts
from ui.writing.documents import own_documents
from ui.writing.form import form_fields
from ui.writing.rewriting import written_anew
from ui.writing.window import Data, Outcome, Window

SENT = "Till den skickas kommunens namn, era uppgifter och texten runt de officiella orden."
LEAD = (
    "Svara på det som ni vet. Resten blir luckor i utkastet, med en fråga och vem som kan svara. "
    "Allt sparas medan ni skriver."
)
PRESSED = (Path(__file__).parent / "writing.js").read_text(encoding="utf-8")
AFTER = "() => requestAnimationFrame(() => document.dispatchEvent(new Event('skrivet')))"
"""Moves focus, says what was done and fetches a file, as writing.js does it."""

ACTIONS: dict[str, Callable[[Window, Data], Outcome]] = {
    "borja": saved.start,
    "ny": saved.new,
    "oppna": saved.open_other,
    "kopiera": saved.copy,
    "byt-namn": saved.rename,
    "ta-bort": saved.remove,
    "angra": versions.undo,
    "gor-om": versions.redo,
    "alla-versioner": versions.all_versions,
    "namnge": versions.name_version,
    "visa": versions.look,
    "jamfor": versions.compare,
    "tillbaka": versions.back,
    "aterga": versions.restore,
    "andra": editing.edit,
    "aterstall": editing.reset,
    "anvand": using.use,
    "ta-in": taking.take,
    "ga-over": renewing.renew,
}


def writing(assistant: Assistant) -> None:
    """The place where a draft is written."""
    model = assistant.model_in_use
    gr.HTML(place_heading("Skriv ett utkast", LEAD))
    at = gr.Textbox(visible=False)
    bar = gr.HTML(saved_views.bar(None, (), (), {}), elem_id="oppet-utkast")
    with gr.Row(equal_height=False):
        with gr.Column(scale=2, min_width=280, elem_classes="formular"):
            fields = form_fields(assistant)
            start = gr.Button("Skriv utkast", variant="primary", elem_id="skriv-knapp")
            rewrite, stop = _rewriting(model)
        with gr.Column(scale=3, min_width=280):
            told = gr.HTML("", elem_id="fel-skriv")
            shown = gr.HTML(views.empty(), elem_id="utkast")
    made = gr.HTML("", elem_id="hamtat", elem_classes="dold")
    checked = gr.HTML("", elem_id="provat", elem_classes="dold")
    asks = saved_views.questions() + document_views.questions()
    pressed = gr.HTML(asks, elem_id="skriv-fragor", js_on_load=PRESSED)
    desk = Desk(assistant, Parts(at, bar, told, shown, made, checked, stop, fields))

    def act(place: str, event: gr.EventData, request: gr.Request) -> dict[Any, Any]:
        data = event._data  # noqa: SLF001  Gradio gives it no other name
        return desk.acted(place, data, request, ACTIONS[data["gor"]])

    def check(place: str, event: gr.EventData, request: gr.Request) -> dict[Any, Any]:
        return desk.checked(place, event._data, request)  # noqa: SLF001  likewise

    def fetch(place: str, event: gr.EventData, request: gr.Request) -> dict[Any, Any]:
        return desk.fetched(place, event._data, request)  # noqa: SLF001  likewise

    def keep(place: str, request: gr.Request, *values: Any) -> dict[Any, Any]:  # noqa: ANN401  what Gradio's fields give
        return desk.kept(place, request, values)

    def draft(place: str, request: gr.Request, *values: Any) -> dict[Any, Any]:  # noqa: ANN401  likewise
        return desk.drafted(place, request, values)

    def write_anew(place: str, request: gr.Request, *values: Any) -> Iterator[dict[Any, Any]]:  # noqa: ANN401  likewise
        yield from written_anew(desk, place, request, values)

    def read(place: str, name: str, request: gr.Request) -> dict[Any, Any]:
        def answers(window: Window, _: Data) -> Outcome:
            return files.read_answers(window, Path(name))

        try:
            return desk.acted(place, {}, request, answers)
        finally:
            removed(Path(name))

    # One at a time, in the order that they come: a change is saved before what is pressed after it.
    saving: dict[str, Any] = {
        "api_visibility": "private",
        "show_progress": "hidden",
        "concurrency_id": "skriv",
        "concurrency_limit": 1,
    }
    looking: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    every = desk.parts.outputs
    inputs = [at, *fields.inputs]
    changed = [*(text.blur for text in fields.texts), *(one.input for one in fields.choices)]
    kept = gr.on(changed, keep, inputs, every, trigger_mode="always_last", **saving)
    fields.chosen.input(fields.columns, fields.chosen, [*fields.columns(())], **looking)
    acted = pressed.click(act, at, every, trigger_mode="multiple", **saving).then(js=AFTER)
    pressed.input(check, at, [checked], trigger_mode="always_last", **looking)
    pressed.submit(fetch, at, [made, told], **looking).then(js=AFTER)
    drafted = start.click(draft, inputs, every, **saving).then(js=AFTER)
    read_in = fields.answers.upload(read, [at, fields.answers], every, **saving).then(js=AFTER)
    own_documents(desk, pressed, (kept, acted, drafted, read_in), AFTER)
    if rewrite:
        running = rewrite.click(write_anew, inputs, every, **looking)

        def stopped(place: str, request: gr.Request) -> dict[Any, Any]:
            # What the clauses have become so far stands.
            return {**desk.acted(place, {}, request, versions.back), stop: gr.Button(visible=False)}

        stop.click(stopped, at, every, cancels=[running], **looking)


def _rewriting(model: ModelInUse | None) -> tuple[gr.Button | None, gr.Button]:
    """The buttons that let a language model write the draft anew, where there is one."""
    rewrite = None
    if model is not None:
        gr.HTML(what_is_sent(model, SENT))
        rewrite = gr.Button("Låt språkmodellen skriva om", elem_id="skriv-om")
    return rewrite, gr.Button(STOP, visible=False, elem_id="avbryt-utkast")
