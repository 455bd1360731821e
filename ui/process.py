"""Process: the round as it stands on the day when the page is opened."""

import gradio as gr

from assistant.opening import Assistant
from ui.views import process as views
from ui.views.parts import place_heading

LEAD = "Omgångens tidplan, vad ni kan göra nu, vad stegen betyder och vad vägledningen inte säger."


def process(assistant: Assistant) -> None:
    """The place that tells about the round."""
    edition = assistant.library.guidance.edition
    gr.HTML(place_heading("Processen", LEAD))
    # A function is called each time the page is opened: the day may be another than at the start.
    gr.HTML(lambda: views.process(assistant.process(), edition))
