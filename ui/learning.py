"""Lär dig: the vocabulary, a quiz and what to read first."""

from pathlib import Path

import gradio as gr

from assistant.opening import Assistant
from assistant.wording.templates import worded
from ui.quizzing import quizzing
from ui.views import learning as views
from ui.views.parts import place_heading
from ui.views.vocabulary import vocabulary

LEAD = "Orden i $vägledningen, vad de betyder och var de står. Pröva sedan vad du kan."
PARTS = {"lar-begrepp": "Begrepp", "lar-lasvag": "Första veckan", "lar-quiz": "Quiz"}
SEARCHING = (Path(__file__).parent / "terms.js").read_text(encoding="utf-8")


def learning(assistant: Assistant) -> None:
    """The place where a newcomer learns the guidance's words."""
    edition = assistant.library.guidance.edition
    gr.HTML(place_heading("Lär dig", worded(LEAD, edition.nouns)))
    gr.HTML(views.parts(PARTS))
    with gr.Column(elem_id="lar-begrepp", elem_classes="del"):
        gr.HTML(vocabulary(assistant.learning.vocabulary, edition), js_on_load=SEARCHING)
    with gr.Column(elem_id="lar-lasvag", elem_classes="del"):
        gr.HTML(views.reading_path(assistant.learning.reading_path, edition))
    with gr.Column(elem_id="lar-quiz", elem_classes="del"):
        quizzing(assistant)
