"""The head of the page and the way between its places, as HTML."""

from collections.abc import Mapping
from html import escape

from assistant.domain.guidance import Edition
from assistant.domain.language_models import ModelInUse


def banner(edition: Edition, model: ModelInUse | None) -> str:
    """The head of the page: what this is, which edition it answers from, and whether with a model."""
    told = (
        f"Språkmodellen {escape(model.name)}, {escape(model.place)}, skriver runt citaten."
        if model
        else "Ingen språkmodell används."
    )
    return (
        '<header class="huvud"><h1>Klimatkontrakts&shy;assistenten</h1>'
        f"<p>Svarar ur {escape(edition.nouns.document)} för {escape(edition.contract)}, version "
        f"{escape(edition.label)}, med ordagranna citat och källa. {told}</p></header>"
    )


def announcer() -> str:
    """Where the page says what has just been done, also to those who cannot see it."""
    return (
        '<p class="meddelande" role="status"></p><p class="dold uppläst" role="status"></p>'
        '<div class="larm" hidden><p role="alert"></p>'
        '<button type="button" class="atgard">Stäng</button></div>'
    )


def navigation(places: Mapping[str, str]) -> str:
    """Links between the places, by the key of each; real links work with every aid."""
    links = "".join(
        f'<li><a href="#{escape(key)}">{escape(name)}</a></li>' for key, name in places.items()
    )
    return f'<nav class="platser" aria-label="Platser"><ul>{links}</ul></nav>'
