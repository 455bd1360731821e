"""The form that a draft is ordered with, laid out."""

import gradio as gr

from assistant.domain.drafts import FactKind, Length
from assistant.domain.guidance import Commitment, Point
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.wording.templates import worded
from ui.views import form as views
from ui.views.files import form_download, memo_downloads
from ui.views.parts import subheading
from ui.writing.document_parts import documents_fold
from ui.writing.fields import QUESTIONS, STAGES, CommitmentFields, Fields, asked

LONGEST_FACT = 2000
ASKED_FIRST = "Vilka $åtaganden väljer ni?"
ASKED_FURTHER = "Vilka fler $åtaganden väljer ni?"
OPEN_ONE = "Öppna $ett $åtagande för att välja steg och svara."
OPEN_ONE_WITHOUT_STEPS = "Öppna $ett $åtagande för att välja punkter och svara."
ALL_OF_A_STEP = "Väljer ni inga punkter i ett steg tas alla stegets punkter med."
ALL_POINTS = "Väljer ni inga punkter tas alla med."


def form_fields(assistant: Assistant) -> Fields:
    """The form, from the municipality to the follow-up of the whole contract."""
    guidance = assistant.library.guidance
    nouns = guidance.edition.nouns
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
        label=worded(ASKED_FURTHER if guidance.mandatory else ASKED_FIRST, nouns),
        elem_id="val",
    )
    how = OPEN_ONE if guidance.edition.phases else OPEN_ONE_WITHOUT_STEPS
    gr.HTML(subheading("Er kommuns uppgifter", worded(how, nouns)))
    documents = documents_fold(told_apart=bool(assistant.settings.user_header))
    commitments = tuple(_commitment(c, assistant.library) for c in guidance.commitments)
    follow_up = gr.Textbox(
        label=asked(None, FactKind.FOLLOW_UP, nouns),
        placeholder="Till exempel: årligen i kommunstyrelsen",
        max_length=LONGEST_FACT,
        elem_id=views.field_id(None, FactKind.FOLLOW_UP),
        elem_classes="ruta",
    )
    answers = _answers()
    memo = _memo()
    return Fields(municipality, length, chosen, follow_up, commitments, memo, answers, documents)


def _commitment(commitment: Commitment, library: Library) -> CommitmentFields:
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
                elem_id=f"falt-{number}-steg",
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
                    label=asked(number, kind, nouns),
                    placeholder=example,
                    max_length=LONGEST_FACT,
                    lines=3 if kind is FactKind.OTHER else 1,
                    elem_id=views.field_id(number, kind),
                    elem_classes="ruta",
                )
                for kind, (_, example) in QUESTIONS.items()
            )
    return CommitmentFields(commitment, column, steps, points, facts)


def _point(point: Point, library: Library) -> str:
    step = f" ({point.phase.name})" if point.phase else ""
    return f"{point.id}{step} {library.point(point.id).text}"


def _answers() -> gr.UploadButton:
    """The questions as a form for others to fill in, and the way back."""
    with gr.Column(elem_classes="fallbar"):
        gr.HTML(views.fold("Låt andra svara på frågorna", 4))
        with gr.Column(elem_classes="fallinnehall"):
            gr.HTML(views.about_answers() + form_download())
            # Any file is let through: ours are the words that say what is wrong with it.
            return gr.UploadButton("Läs in ett ifyllt formulär")


def _memo() -> tuple[gr.Textbox, ...]:
    """The head and the timetable of the tjänsteskrivelse, and its files."""
    with gr.Column(elem_classes="fallbar"):
        gr.HTML(views.fold("Skriv en tjänsteskrivelse", 4))
        with gr.Column(elem_classes="fallinnehall"):
            gr.HTML(views.about_memo())
            fields = [
                gr.Textbox(label="Förvaltning", max_length=200, elem_classes="ruta"),
                gr.Textbox(label="Handläggare", max_length=200, elem_classes="ruta"),
            ]
            for number, stage in enumerate(STAGES, start=1):
                fields += _meeting(number, stage)
            gr.HTML(memo_downloads())
    return tuple(fields)


def _meeting(number: int, stage: str) -> list[gr.Textbox]:
    return [
        gr.Textbox(
            label=f"Sammanträde {number}: organ",
            placeholder=stage.capitalize(),
            max_length=200,
            elem_classes="ruta",
        ),
        gr.Textbox(
            label=f"Sammanträde {number}: datum",
            placeholder="Till exempel: 2027-03-12",
            max_length=20,
            elem_classes="ruta",
        ),
        gr.Textbox(
            label=f"Sammanträde {number}: dagar före som handlingarna ska vara inne",
            placeholder="Till exempel: 14",
            max_length=5,
            elem_classes="ruta",
        ),
    ]
