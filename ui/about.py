"""Om: what the program is and how far it can be trusted."""

import gradio as gr

from assistant.opening import Assistant
from ui.views import about as views
from ui.views.parts import place_heading


def about(assistant: Assistant) -> None:
    """The place that tells about the assistant."""
    lead = "Vad assistenten bygger på, hur den arbetar och vad den sparar."
    gr.HTML(place_heading("Om assistenten", lead))
    gr.HTML(
        views.about(
            assistant.library.guidance.edition,
            assistant.model_in_use,
            assistant.settings,
        )
    )
