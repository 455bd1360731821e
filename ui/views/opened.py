"""A passage opened where it stands in the guidance, as HTML."""

from html import escape

from assistant.domain.passages import Passage
from assistant.guidance.library import Library
from ui.views.asking import status_note, surroundings


def opened(passage: Passage, library: Library) -> str:
    """A window over the page, with the passage marked among its neighbours."""
    return (
        '<dialog class="stycke" aria-labelledby="stycke-rubrik"><div class="huvudrad">'
        f'<h2 id="stycke-rubrik" tabindex="-1">{escape(passage.location)}</h2>'
        '<form method="dialog"><button class="atgard">Stäng</button></form></div>'
        f'<div class="kallor" tabindex="0" role="region" aria-label="Stycket där det står">'
        f"{surroundings(passage, library)}{status_note(library.guidance.edition)}</div></dialog>"
    )
