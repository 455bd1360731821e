"""The marks and blocks that every place of the page shares."""

import base64
from collections.abc import Callable, Iterable
from html import escape
from typing import Protocol

from assistant.domain.errors import KlimatkontraktError
from assistant.domain.guidance import Edition
from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.guidance.passages import place_of
from assistant.wording import with_source

UNEXPECTED = "Något gick fel i programmet. Försök igen, eller starta om programmet."


def icon(shape: str) -> str:
    """A small drawing beside a word; the word says the same."""
    return (
        '<svg aria-hidden="true" width="14" height="14" viewBox="0 0 16 16" fill="none" '
        f'stroke="currentColor" stroke-width="1.8" stroke-linecap="round">{shape}</svg> '
    )


LOCK = icon(
    '<rect x="3" y="7" width="10" height="7" rx="1.5"/><path d="M5.5 7V4.8a2.5 2.5 0 0 1 5 0V7"/>'
)
PEN = icon('<path d="M3 13l.8-3L10.500 3.300l2.200 2.200L6 12.200z"/>')
CROSS = icon('<path d="M4 4l8 8M12 4l-8 8"/>')
CHECK = icon('<path d="M3 8.500l3.500 3.500L13 4.500"/>')
COPY = icon('<path d="M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3"/>')
EXCLAMATION = icon('<path d="M8 2.500l6 11H2z"/><path d="M8 7v3M8 11.700v.1"/>')
INFORMATION = icon('<circle cx="8" cy="8" r="6"/><path d="M8 7.500V11M8 5v.1"/>')
PAPER = icon('<path d="M4 2h5.500L13 5.500V14H4z"/><path d="M6.500 8h4M6.500 11h4"/>')
ARROW = icon('<path d="M8 3v7M5 7.500l3 3 3-3M3 13.500h10"/>')


def lines(text: str) -> str:
    """A passage's text, a line for each of its own lines."""
    return "".join(f'<span class="rad">{escape(line)}</span>' for line in text.split("\n"))


class Quoted(Protocol):
    """Words of the guidance and their place: a passage, a quotation, a sentence about a term."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def location(self) -> str:
        """Where they stand."""


def official_block(quoted: Quoted, sources: str | None = None, words: str | None = None) -> str:
    """An official wording with its lock and source; `sources` and `words` are HTML already."""
    return (
        f'<figure class="officiell"><span class="marke">{LOCK}Officiell formulering</span>'
        f"<blockquote>{words or lines(quoted.text)}</blockquote>"
        f"<figcaption>Källa: {sources or escape(quoted.location)}</figcaption></figure>"
    )


def quoted_block(quoted: Quoted, sources: str | None = None, words: str | None = None) -> str:
    """Any other quotation with its source."""
    return (
        f'<figure class="citat"><blockquote>{words or lines(quoted.text)}</blockquote>'
        f"<figcaption>Källa: {sources or escape(quoted.location)}</figcaption></figure>"
    )


def document_block(quoted: Quoted, sources: str | None = None, words: str | None = None) -> str:
    """Words of a municipality's own document, marked so that nobody takes them for the guidance's."""
    return (
        f'<figure class="dokument"><span class="marke">{PAPER}Kommunens dokument</span>'
        f"<blockquote>{words or lines(quoted.text)}</blockquote>"
        f"<figcaption>{sources or escape(quoted.location)}</figcaption></figure>"
    )


def block_of(passage: Passage) -> Callable[..., str]:
    """How a passage is shown: by whose words it holds."""
    if not passage.of_guidance:
        return document_block
    return official_block if passage.kind is PassageKind.WORDING else quoted_block


def copy_button(quotation: Quotation) -> str:
    """Pressed, it puts the quotation with its source on the clipboard."""
    return (
        f'<button type="button" class="kopiera" data-kopiera="{escape(with_source(quotation))}">'
        f'{COPY}Kopiera med källa<span class="dold"> ({escape(quotation.location)})</span></button>'
    )


def own_block(text: str) -> str:
    """Our own words about the guidance, marked so that nobody takes them for the guidance's."""
    return (
        f'<div class="eget"><span class="marke">{PEN}Eget tillägg</span><p>{escape(text)}</p></div>'
    )


def place_button(passage: Passage, edition: Edition) -> str:
    """The place of a passage; pressed, it opens the passage where it stands."""
    return (
        f'<button type="button" class="stalle" data-stycke="{escape(passage.id)}">'
        f"{escape(place_of(passage, edition))}</button>"
    )


def opened_blocks(passages: Iterable[Passage], edition: Edition) -> str:
    """The passages word for word, each with its place, which opens it where it stands."""
    return "".join(
        block_of(passage)(passage, place_button(passage, edition)) for passage in passages
    )


def place_heading(title: str, lead: str) -> str:
    """The heading of a place of the page, and what it is for."""
    return (
        f'<div class="inledning"><h2 tabindex="-1">{escape(title)}</h2><p>{escape(lead)}</p></div>'
    )


def subheading(title: str, lead: str = "") -> str:
    """A heading over a group of fields."""
    told = f"<p>{escape(lead)}</p>" if lead else ""
    return f'<div class="inledning"><h3>{escape(title)}</h3>{told}</div>'


def fault(error: Exception) -> str:
    """What went wrong, in one sentence that is read out at once; never a traceback."""
    return alert(fault_text(error))


def fault_text(error: Exception) -> str:
    """The sentence itself."""
    return str(error) if isinstance(error, KlimatkontraktError) else UNEXPECTED


def alert(text: str) -> str:
    """A sentence that is read out at once and stays."""
    return f'<p role="alert" class="fel-ruta">{escape(text)}</p>'


def done(said: str, focus: str = "") -> str:
    """What was done in Skriv: what is read out, and the selector of what focus goes to."""
    return (
        f'<div hidden class="gjort" data-sag="{escape(said)}" data-fokus="{escape(focus)}"></div>'
    )


def said(text: str) -> str:
    """What has been done, for the page to say once; nothing is shown where it stands."""
    return f'<p hidden data-besked="{escape(text)}"></p>'


def download_link(label: str, name: str, content: bytes, media_type: str) -> str:
    """A file that is in the page itself: nothing is left on the server to be removed."""
    data = base64.b64encode(content).decode("ascii")
    return (
        f'<a class="hamta" download="{escape(name)}" href="data:{media_type};base64,{data}">'
        f"{ARROW}{escape(label)}</a>"
    )


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "1, 2 och 3"."""
    *before, last = words
    return f"{', '.join(before)} och {last}" if before else last


def missing(count: int) -> str:
    """How many facts are missing: "1 uppgift saknas"."""
    return "1 uppgift saknas" if count == 1 else f"{count} uppgifter saknas"


def action(what: str, label: str, about: str = "", **data: object) -> str:
    """A button that does something with the draft; `about` is for those who do not see where it stands."""
    values = "".join(f' data-{key}="{escape(str(value))}"' for key, value in data.items())
    hidden = f'<span class="dold"> {escape(about)}</span>' if about else ""
    return f'<button type="button" class="atgard" data-gor="{what}"{values}>{escape(label)}{hidden}</button>'
