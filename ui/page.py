"""The page: its head, the way between its places, and the places themselves."""

from pathlib import Path

import gradio as gr

from assistant.opening import Assistant
from ui.about import about
from ui.api import api, close_all_else
from ui.asking import asking
from ui.learning import learning
from ui.opening import opening
from ui.process import process
from ui.reviewing import reviewing
from ui.views import frame
from ui.writing import writing

PLACES = {
    "fraga": ("Fråga", asking),
    "skriv": ("Skriv", writing),
    "granska": ("Granska", reviewing),
    "lar": ("Lär dig", learning),
    "process": ("Process", process),
    "om": ("Om", about),
}
SCRIPTS = Path(__file__).parent
COPYING = (SCRIPTS / "copying.js").read_text(encoding="utf-8")
MOVING = (SCRIPTS / "places.js").read_text(encoding="utf-8")
TELLING = (SCRIPTS / "telling.js").read_text(encoding="utf-8")


def build_page(assistant: Assistant) -> gr.Blocks:
    """The page for one assistant."""
    page = gr.Blocks(title="Klimatkontraktsassistenten", analytics_enabled=False)
    with page:
        api(assistant)
        gr.HTML(frame.banner(assistant.library.guidance.edition, assistant.model_in_use))
        names = {key: name for key, (name, _) in PLACES.items()}
        gr.HTML(frame.navigation(names), js_on_load=MOVING)
        for key, (_, build) in PLACES.items():
            with gr.Column(elem_id=f"plats-{key}", elem_classes="plats"):
                build(assistant)
        opening(assistant)
        gr.HTML(frame.announcer(), js_on_load=TELLING + COPYING)
    close_all_else(page)
    return page
