"""Where the municipality's own documents stand in the form."""

from dataclasses import dataclass

import gradio as gr

from ui.reviewing import FILE_TYPES
from ui.views import documents as views
from ui.views.form import fold


@dataclass(frozen=True, slots=True)
class DocumentParts:
    """Dokumentens delar: the button that takes files, what is told of them, and the list."""

    upload: gr.UploadButton
    told: gr.HTML
    listed: gr.HTML


def documents_fold(*, told_apart: bool) -> DocumentParts:
    """The fold with the documents, laid out; `told_apart` says whether users are."""
    with gr.Column(elem_classes="fallbar"):
        gr.HTML(fold("Kommunens egna dokument", 4))
        with gr.Column(elem_classes="fallinnehall"):
            gr.HTML(views.about(told_apart=told_apart))
            upload = gr.UploadButton(
                "Lägg till dokument", file_count="multiple", file_types=FILE_TYPES
            )
            told = gr.HTML("", elem_id="om-dokument")
            listed = gr.HTML(views.alone(views.NO_MUNICIPALITY), elem_id="egna-dokument")
    return DocumentParts(upload, told, listed)
