"""What can be downloaded of a draft: the buttons, and the file once it is made, as HTML."""

import re

from assistant.domain.drafts import Draft
from ui.views.parts import ARROW, download_link

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA = {".docx": WORD, ".md": "text/markdown;charset=utf-8", ".html": "text/html;charset=utf-8"}
LABELS = {".docx": "Word", ".md": "Markdown", ".html": "HTML"}


def downloads() -> str:
    """A button for each format of the draft; a file is made when it is asked for."""
    items = "".join(
        f"<li>{_button('hamta', kind, f'Ladda ned som {label}')}</li>"
        for kind, label in LABELS.items()
    )
    return f'<ul class="filer">{items}</ul>'


def memo_downloads() -> str:
    """A button for each format of the memo."""
    items = "".join(
        f"<li>{_button('skrivelse', kind, f'Tjänsteskrivelse som {label}')}</li>"
        for kind, label in LABELS.items()
    )
    return f'<ul class="filer">{items}</ul>'


def form_download() -> str:
    """The button for the questions as a form."""
    return f'<ul class="filer"><li>{_button("fragor", ".docx", "Ladda ned frågorna som Word")}</li></ul>'


def _button(what: str, kind: str, label: str) -> str:
    return (
        f'<button type="button" class="hamta" data-gor="{what}" data-slag="{kind}">'
        f"{ARROW}{label}</button>"
    )


def made(draft: Draft, kind: str, content: bytes, about: str, number: int) -> str:
    """The file in the page itself, which fetches it by `number`, each time once."""
    name = re.sub(r"\W+", "-", f"{about} {draft.title}".lower()).strip("-")
    link = download_link(f"Hämta {name}{kind}", name + kind, content, MEDIA[kind])
    return f'<div data-fil="{number}">{link}</div>'
