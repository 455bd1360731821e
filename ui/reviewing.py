"""Granska: a text pasted or uploaded, its marks and findings, and the official words put back."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.domain.errors import InputFault
from assistant.domain.nouns import Nouns
from assistant.domain.reviews import FindingKind, Review
from assistant.opening import Assistant
from assistant.wording.templates import worded
from ui.uploads import removed
from ui.views import reviewing as views
from ui.views.parts import download_link, fault, place_heading

FILE_TYPES = [".docx", ".pdf", ".txt", ".md", ".html"]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOTHING = "Det finns ingen text att granska. Klistra in ert utkast eller välj en fil."
LEAD = "Se vilka $åtaganden som står ordagrant, vilka som är ändrade och vilka som saknas."
PRESSED = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-anmarkning]');
  if (button) trigger('click', { finding: Number(button.dataset.anmarkning) });
});
"""
TO_RESULT = """() => requestAnimationFrame(() => {
  if (!document.querySelector('#fel-granska [role=alert]')) document.getElementById('resultat')?.focus();
})"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows after something is done."""

    text: Any
    review: Any
    word_file: Any
    fault: str = ""

    def values(self, nouns: Nouns) -> tuple[Any, ...]:
        """The values of the components, in their order; `nouns` are those of the edition."""
        if not isinstance(self.review, Review):
            return self.text, self.review, self.review, self.review, self.word_file, self.fault
        text = views.reviewed_text(self.review, nouns)
        found = views.findings(self.review, nouns)
        return self.text, self.review, text, found, self.word_file, self.fault


def reviewing(assistant: Assistant) -> None:
    """The place where a text is reviewed."""
    nouns = assistant.library.guidance.edition.nouns

    def pasted(text: str) -> tuple[Any, ...]:
        try:
            return Shown(gr.skip(), _reviewed(text, assistant), gr.skip()).values(nouns)
        except Exception as error:  # noqa: BLE001  no traceback reaches the page
            return _faulty(error, nouns)

    def uploaded(name: str) -> tuple[Any, ...]:
        try:
            text, review, word_file = _file(Path(name), assistant)
            return Shown(text, review, word_file).values(nouns)
        except Exception as error:  # noqa: BLE001  likewise
            return _faulty(error, nouns)
        finally:
            removed(Path(name))

    def mended(text: str, before: Review | None, event: gr.EventData) -> tuple[Any, ...]:
        try:
            number = int(event._data["finding"])  # noqa: SLF001  Gradio gives it no other name
            new = _mended(text, before, number, assistant)
            return Shown(new, _reviewed(new, assistant), gr.skip()).values(nouns)
        except Exception as error:  # noqa: BLE001  likewise
            return _faulty(error, nouns)

    review = gr.State(None)
    gr.HTML(place_heading("Granska ett utkast", worded(LEAD, nouns)))
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=280):
            text = gr.Textbox(
                label="Klistra in ert utkast",
                lines=10,
                max_lines=16,
                autoscroll=False,
                elem_classes="ruta",
            )
            with gr.Row(elem_classes="knappar"):
                start = gr.Button("Granska", variant="primary", elem_id="granska-knapp")
                upload = gr.UploadButton("Välj fil (Word, PDF eller text)", file_types=FILE_TYPES)
            told = gr.HTML("", elem_id="fel-granska")
            word_file = gr.HTML("")
            marked = gr.HTML("", elem_id="granskat")
        with gr.Column(scale=2, min_width=280):
            panel = gr.HTML(views.findings(None, nouns), elem_id="anmarkningar", js_on_load=PRESSED)
    shown = [text, review, marked, panel, word_file, told]
    private: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal"}
    start.click(pasted, text, shown, **private).then(js=TO_RESULT)
    upload.upload(uploaded, upload, shown, **private).then(js=TO_RESULT)
    panel.click(mended, [text, review], shown, **private).then(js=TO_RESULT)


def _faulty(error: Exception, nouns: Nouns) -> tuple[Any, ...]:
    return Shown(gr.skip(), gr.skip(), gr.skip(), fault(error)).values(nouns)


def _reviewed(text: str, assistant: Assistant) -> Review:
    if not text.strip():
        raise InputFault(NOTHING)
    return assistant.review(text)


def _file(path: Path, assistant: Assistant) -> tuple[str, Review, str]:
    """The text of a file, its review, and the link to the reviewed Word file if it is one."""
    from assistant.documents.reading import read_document  # noqa: PLC0415  only a file needs it

    document = read_document(path)
    review = assistant.review_document(document)
    if not path.read_bytes().startswith(b"PK"):
        return document.text, review, ""
    from assistant.export.tracked_changes import reviewed_word_file  # noqa: PLC0415  likewise

    target = path.with_name(f"granskad-{path.name}")
    reviewed_word_file(path, review, assistant.library, target)
    link = download_link("Ladda ned Word-filen med förslag", target.name, target.read_bytes(), WORD)
    return document.text, review, link


def _mended(text: str, before: Review | None, number: int, assistant: Assistant) -> str:
    """The text as it stands now, with the official wording that one finding asks for."""
    from assistant.export.restoring import added, restored  # noqa: PLC0415  only a review needs it

    if before is None:
        raise InputFault(NOTHING)
    finding = before.findings[number - 1]
    if finding.kind is FindingKind.MISSING_MANDATORY and finding.quoted:
        return added(text, finding.quoted.commitment or 0, assistant.library)
    sentence = before.text[finding.start : finding.end]
    return restored(assistant.review(text), sentence, assistant.library)
