"""Process: the round as it stands on the day when the page is opened."""

from datetime import date

import gradio as gr

from assistant.opening import Assistant
from assistant.wording.templates import worded
from ui.views import process as views
from ui.views.parts import place_heading

LEAD = "Omgångens tidplan, vad ni kan göra nu, vad stegen betyder och vad $vägledningen inte säger."
WITHOUT_STEPS = "Omgångens tidplan, vad ni kan göra nu och vad $vägledningen inte säger."


def process(assistant: Assistant) -> None:
    """The place that tells about the round."""
    edition = assistant.library.guidance.edition
    lead = worded(LEAD if edition.phases else WITHOUT_STEPS, edition.nouns)
    gr.HTML(place_heading("Processen", lead))

    def today() -> str:
        """Called each time the page is opened: the program may have been started another day."""
        known = assistant.learning.process(date.today())  # noqa: DTZ011  the user's own day
        return views.process(known, edition)

    gr.HTML(today)
