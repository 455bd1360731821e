"""What a language model writes, and what is told about it, as HTML."""

from html import escape

from assistant.domain.language_models import ModelInUse

STOP = "Avbryt språkmodellen"
"""What the button that stops the model says."""


def by_model_block(text: str) -> str:
    """Text that a model wrote, told apart by words and a line, not by colour alone."""
    return (
        '<div class="modell"><span class="marke">Skrivet av språkmodell</span>'
        f"<p>{escape(text)}</p></div>"
    )


def at_work(model: ModelInUse) -> str:
    """That the model is writing; shown anew with every sentence, so Gradio's own status is read out."""
    return f'<p class="skriver">Språkmodellen {escape(model.name)} skriver …</p>'


def what_is_sent(model: ModelInUse, sent: str) -> str:
    """Which model there is, where it runs, and what is sent to it."""
    leaves = " Det lämnar alltså den här datorn." if model.remote else ""
    return (
        f'<p class="modellnot">Språkmodell: {escape(model.name)}, {escape(model.place)}. '
        f"{escape(sent)}{leaves}</p>"
    )
