"""Opens any passage of the guidance where it stands, from every place of the page."""

import gradio as gr

from assistant.opening import Assistant
from ui.views.opened import opened

PRESSED = """
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-stycke]');
  if (button) trigger('click', { passage: button.dataset.stycke });
});
"""
SHOWN = """() => requestAnimationFrame(() => {
  const shown = document.querySelector('#oppnat dialog');
  if (shown && !shown.open) { shown.showModal(); shown.querySelector('h2').focus(); }
})"""


def opening(assistant: Assistant) -> None:
    """The window that is empty until a place is pressed."""

    def passage(event: gr.EventData) -> str:
        known = assistant.library.by_id.get(event._data["passage"])  # noqa: SLF001  Gradio gives it no other name
        return opened(known, assistant.library) if known else ""

    window = gr.HTML("", elem_id="oppnat", js_on_load=PRESSED)
    window.click(passage, None, window, api_visibility="private", show_progress="hidden").then(
        js=SHOWN
    )
