"""Skriv: what a draft is ordered with, in plain questions, and the draft beside it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.domain.drafts import Draft, FactKind, Length, Order
from assistant.domain.errors import InputFault
from assistant.domain.guidance import Commitment, Point
from assistant.domain.language_models import ModelInUse
from assistant.guidance.library import Library
from assistant.guidance.municipalities import municipality_named
from assistant.opening import Assistant
from assistant.wording.templates import worded
from ui.users import user_of
from ui.views import writing as views
from ui.views.models import STOP, what_is_sent
from ui.views.parts import fault, place_heading, subheading

QUESTIONS = {
    FactKind.RESPONSIBLE: ("Vem ansvarar för {}?", "Till exempel: tekniska nämnden"),
    FactKind.TIME: ("När ska arbetet med {} vara klart?", "Till exempel: senast 2028"),
    FactKind.GOAL: (
        "Vilket mål har kommunen för {}?",
        "Till exempel: att halvera utsläppen",
    ),
    FactKind.RESOURCES: (
        "Vilka resurser avsätts för {}?",
        "Till exempel: två årsarbetskrafter",
    ),
    FactKind.COLLABORATION: (
        "Vilka samverkar kommunen med i {}?",
        "Till exempel: näringslivet",
    ),
    FactKind.FOLLOW_UP: ("Hur följs {} upp?", "Till exempel: årligen i årsredovisningen"),
}
ASKED_FIRST = "Vilka $åtaganden väljer ni?"
OPEN_ONE = "Öppna $ett $åtagande för att välja steg och svara."
OPEN_ONE_WITHOUT_STEPS = "Öppna $ett $åtagande för att välja punkter och svara."
ALL_OF_A_STEP = "Väljer ni inga punkter i ett steg tas alla stegets punkter med."
ALL_POINTS = "Väljer ni inga punkter tas alla med."
LONGEST_FACT = 2000
SENT = "Till den skickas kommunens namn, era uppgifter och texten runt de officiella orden."
LEAD = "Svara på det som ni vet. Resten blir luckor i utkastet, med en fråga och vem som kan svara."
TO_DRAFT = """() => requestAnimationFrame(() => {
  if (!document.querySelector('#fel-skriv [role=alert]')) document.getElementById('utkastet')?.focus();
})"""
FIELD = re.compile(r"^(?:commitments\[(\d+)\]|facts\[\d+\])\S*: ")
"""The field of the published JSON that a fault begins with; in the page it has a name of its own."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one commitment."""

    number: int
    column: gr.Column
    steps: gr.CheckboxGroup
    points: gr.CheckboxGroup
    facts: tuple[gr.Textbox, ...]

    @property
    def inputs(self) -> list[Any]:
        """The fields in the order their values come."""
        return [self.steps, self.points, *self.facts]


def writing(assistant: Assistant) -> None:
    """The place where a draft is written."""
    library = assistant.library
    guidance = library.guidance
    nouns = guidance.edition.nouns
    gr.HTML(place_heading("Skriv ett utkast", LEAD))
    with gr.Row(equal_height=False):
        with gr.Column(scale=2, min_width=280, elem_classes="formular"):
            municipality = gr.Textbox(
                label="Kommun",
                placeholder="Till exempel: Växjö kommun",
                max_lines=1,
                elem_id="kommun",
                elem_classes="ruta",
            )
            gr.HTML(views.names(assistant.municipalities))
            length = gr.Radio(
                [(value.capitalize(), value) for value in Length],
                value=Length.SHORT.value,
                label="Hur mycket ska stå om varje punkt?",
            )
            gr.HTML(views.fixed(guidance.mandatory, nouns))
            chosen = gr.CheckboxGroup(
                [(f"{c.number}. {c.title}", c.number) for c in guidance.voluntary],
                label=worded(
                    "Vilka fler $åtaganden väljer ni?" if guidance.mandatory else ASKED_FIRST, nouns
                ),
                elem_id="val",
            )
            gr.HTML(
                subheading(
                    "Er kommuns uppgifter",
                    worded(OPEN_ONE if guidance.edition.phases else OPEN_ONE_WITHOUT_STEPS, nouns),
                )
            )
            fields = [_fields(commitment, library) for commitment in guidance.commitments]
            follow_up = gr.Textbox(
                label="Hur och hur ofta följs hela kontraktet upp?",
                placeholder="Till exempel: årligen i kommunstyrelsen",
                max_length=LONGEST_FACT,
                elem_classes="ruta",
            )
            start = gr.Button("Skriv utkast", variant="primary", elem_id="skriv-knapp")
            rewriting = _rewriting(assistant.model_in_use)
        with gr.Column(scale=3, min_width=280):
            told = gr.HTML("", elem_id="fel-skriv")
            drafted = gr.State()
            shown = gr.HTML(views.empty(), elem_id="utkast")

    def asker(request: gr.Request) -> str | None:
        return user_of(request, assistant.settings.user_header) or None

    def draft(request: gr.Request, *values: Any) -> tuple[Any, ...]:  # noqa: ANN401  what Gradio's fields give
        try:
            order = _order(_record(values, fields, assistant), assistant)
            # The first step is the draft without a model; closing the steps leaves it at that.
            with closing(assistant.draft_in_steps(order, asker(request))) as steps:
                one = next(steps)
            return views.shown(one), "", one
        except Exception as error:  # noqa: BLE001  no traceback reaches the page
            return gr.skip(), fault(error), gr.skip()

    def redraft(request: gr.Request, before: Draft | None, *values: Any) -> tuple[Any, ...]:  # noqa: ANN401  likewise
        return draft(request, *values) if before else (gr.skip(), gr.skip(), gr.skip())

    def rewrite(request: gr.Request, *values: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  likewise
        try:
            order = _order(_record(values, fields, assistant), assistant)
            for one in assistant.draft_in_steps(order, asker(request)):
                yield views.shown(one, assistant.model_in_use), "", one, gr.Button(visible=True)
            yield views.shown(one), "", one, gr.Button(visible=False)
        except Exception as error:  # noqa: BLE001  no traceback reaches the page
            yield gr.skip(), fault(error), gr.skip(), gr.Button(visible=False)

    inputs = [municipality, length, chosen, follow_up, *(i for f in fields for i in f.inputs)]
    outputs = [shown, told, drafted]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal"}
    start.click(draft, inputs, outputs, **private).then(js=TO_DRAFT)
    if rewriting:
        rewrite_button, stop = rewriting
        running = rewrite_button.click(rewrite, inputs, [*outputs, stop], **private)
        # What the clauses have become so far stands.
        stop.click(
            lambda so_far: (
                views.shown(so_far) if so_far else gr.skip(),
                gr.Button(visible=False),
            ),
            drafted,
            [shown, stop],
            cancels=[running],
            **private,
        )
    texts = [municipality, follow_up, *(text for f in fields for text in f.facts)]
    groups: list[Any] = [length, chosen, *(group for f in fields for group in (f.steps, f.points))]
    changed = [*(text.blur for text in texts), *(group.input for group in groups)]
    gr.on(
        changed,
        redraft,
        [drafted, *inputs],
        outputs,
        api_visibility="private",
        show_progress="hidden",
    )
    optional = [f for f in fields if f.number in {c.number for c in guidance.voluntary}]
    chosen.input(
        lambda numbers: [gr.Column(visible=f.number in numbers) for f in optional],
        chosen,
        [f.column for f in optional],
        api_visibility="private",
        show_progress="hidden",
    )


def _rewriting(model: ModelInUse | None) -> tuple[gr.Button, gr.Button] | None:
    """The buttons that let a language model write the draft anew, where there is one."""
    if model is None:
        return None
    gr.HTML(what_is_sent(model, SENT))
    return (
        gr.Button("Låt språkmodellen skriva om", elem_id="skriv-om"),
        gr.Button(STOP, visible=False, elem_id="avbryt-utkast"),
    )


def _fields(commitment: Commitment, library: Library) -> Fields:
    number = commitment.number
    phases = library.guidance.edition.phases
    nouns = library.guidance.edition.nouns
    named = nouns.numbered(number)
    with gr.Column(visible=commitment.mandatory, elem_classes="fallbar") as column:
        gr.HTML(views.fold(f"{nouns.heading(number)}: {commitment.title}", 4))
        with gr.Column(elem_classes="fallinnehall"):
            steps = gr.CheckboxGroup(
                [(f"{phase.name}: {phase.descriptor.lower()}", phase.key) for phase in phases],
                label=f"I vilka steg arbetar kommunen med {named}?",
                visible=bool(phases),
                elem_classes="val",
            )
            with gr.Column(elem_classes="fallbar"):
                gr.HTML(views.fold(f"Välj enskilda punkter i {named}", 5))
                with gr.Column(elem_classes="fallinnehall"):
                    points = gr.CheckboxGroup(
                        [(_point(p, library), p.id) for p in commitment.points],
                        label=f"Punkter i {named}",
                        info=ALL_OF_A_STEP if phases else ALL_POINTS,
                        elem_classes="val punkter",
                    )
            facts = tuple(
                gr.Textbox(
                    label=question.format(named),
                    placeholder=example,
                    max_length=LONGEST_FACT,
                    elem_classes="ruta",
                )
                for question, example in QUESTIONS.values()
            )
    return Fields(number, column, steps, points, facts)


def _point(point: Point, library: Library) -> str:
    step = f" ({point.phase.name})" if point.phase else ""
    return f"{point.id}{step} {library.point(point.id).text}"


def _order(record: dict[str, Any], assistant: Assistant) -> Order:
    """The order; a fault names the commitment instead of the field of the JSON."""
    try:
        return assistant.order(record)
    except InputFault as error:
        field = FIELD.match(str(error))
        if field is None:
            raise
        number = record["commitments"][int(field[1])]["number"] if field[1] else None
        nouns = assistant.library.guidance.edition.nouns
        about = "Hela kontraktet" if number is None else nouns.heading(number)
        raise InputFault(f"{about}: {str(error)[field.end() :]}") from error


def _record(values: tuple[Any, ...], fields: list[Fields], assistant: Assistant) -> dict[str, Any]:
    """The order that the form's values make up, as the published JSON has it."""
    municipality, length, chosen, follow_up, *rest = values
    if not (municipality or "").strip():
        raise InputFault("Skriv vilken kommun utkastet gäller.")
    named = municipality_named(municipality, assistant.municipalities)
    mandatory = {c.number for c in assistant.library.guidance.mandatory}
    commitments = []
    for one in fields:
        steps, points, *facts = (rest.pop(0) for _ in one.inputs)
        if one.number in mandatory or one.number in chosen:
            told = [_fact(k, t) for k, t in zip(QUESTIONS, facts, strict=True) if (t or "").strip()]
            commitments.append(
                {"number": one.number, "steps": steps, "points": points, "facts": told}
            )
    common = [_fact(FactKind.FOLLOW_UP, follow_up)] if (follow_up or "").strip() else []
    return {
        "municipality": named.own_name,
        "length": length,
        "commitments": commitments,
        "facts": common,
    }


def _fact(kind: FactKind, text: str) -> Mapping[str, str]:
    return {"kind": kind.value, "text": text}
