"""A municipality's own documents in Skriv: which there are, and what becomes of a file, as HTML."""

from collections.abc import Sequence
from html import escape

from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import OwnDocument, Received, Reception
from assistant.wording.dates import written_moment
from ui.views.parts import alert, done, listed
from ui.views.saved_drafts import question

NO_MUNICIPALITY = "Skriv först vilken kommun utkastet gäller. Då visas kommunens dokument här."
NONE_YET = "Inga dokument är tillagda än."
LIST = "#dokumentlistan"
"""The heading of the list, where focus goes when a document has been removed."""
ABOUT = (
    "Lägg till färdplanen, budgeten eller ett tidigare kontrakt: Word, PDF eller text. Assistenten "
    "läser dem {where} och söker i dem när ni ställer en fråga om kommunen. {who}"
)
HERE, SERVER = "på den här datorn", "på servern"
EVERYBODY, ONLY_YOU = "Alla som använder programmet här ser dem.", "Andra användare ser dem inte."


def about(*, told_apart: bool) -> str:
    """What the documents are for, and who sees them."""
    where, who = (SERVER, ONLY_YOU) if told_apart else (HERE, EVERYBODY)
    return f"<p>{ABOUT.format(where=where, who=who)}</p>"


def listing(municipality: Municipality, documents: Sequence[OwnDocument]) -> str:
    """The documents, each with what there is to know of it and the way to remove it."""
    heading = f"Dokument för {municipality.own_name} ({len(documents)})"
    items = "".join(_item(document, municipality) for document in documents)
    body = f'<ul class="sparade">{items}</ul>' if items else f"<p>{NONE_YET}</p>"
    return f'<h5 id="dokumentlistan" data-plats="dokumentlistan" tabindex="-1">{escape(heading)}</h5>{body}'


def _item(document: OwnDocument, municipality: Municipality) -> str:
    name = escape(document.name)
    notes = "".join(f'<p class="om-utkastet">{escape(note)}</p>' for note in document.notes)
    added = f" Tillagt {written_moment(document.added)}." if document.added else ""
    return (
        f'<li data-plats="{name}"><p><strong>{name}</strong></p>'
        f'<p class="om-utkastet">{_size(document)}.{added}</p>{notes}'
        f'<div class="atgarder"><button type="button" class="atgard" data-fraga="ta-bort-dokument" '
        f'data-kommun="{municipality.code}" data-varde="{name}">Ta bort<span class="dold"> ”{name}”'
        "</span></button></div></li>"
    )


def _size(document: OwnDocument) -> str:
    if document.pages:
        return "1 sida" if document.pages == 1 else f"{document.pages} sidor"
    count = len(document.passages)
    return "1 stycke" if count == 1 else f"{count} stycken"


def reading(names: Sequence[str], done: int, of: int) -> str:
    """What is being done with files, and how far it has come; `of` is 0 where that is not known."""
    told = f"Läser {listed(names)}. Ni kan fortsätta skriva under tiden."
    value = f' value="{done}" max="{of}"' if of else ""
    return (
        f'<p class="lases" data-upplas="{escape(told)}">{escape(told)}</p>'
        f'<progress aria-label="Läser dokument"{value}></progress>'
    )


def received(outcomes: Sequence[Received]) -> str:
    """What became of the files: what is wrong stays to be read, the rest is told once."""
    faults = "".join(alert(one.fault) for one in outcomes if one.fault)
    return faults + done(" ".join(_told(one) for one in outcomes if one.fault is None))


def _told(one: Received) -> str:
    match one.reception:
        case Reception.UNCHANGED:
            return f"”{one.name}” är oförändrat och finns redan."
        case Reception.REPLACED:
            return f"”{one.name}” är ersatt."
        case _:
            return f"”{one.name}” är tillagt."


def removed(name: str) -> str:
    """What is told when a document has been removed."""
    return done(f"”{name}” är borttaget.", LIST)


def alone(text: str) -> str:
    """A sentence in place of the list."""
    return f"<p>{escape(text)}</p>"


def questions() -> str:
    """The window that asks before a document is removed."""
    told = (
        "<p>Dokumentet och allt som är läst ur det tas bort. Det som ni redan har skrivit i era utkast "
        "står kvar.</p>"
    )
    return question("ta-bort-dokument", "Ta bort", told, "Ta bort")
