"""What stands around the fields that a draft is ordered with, as HTML."""

from html import escape

from assistant.domain.drafts import FactKind, GapKind
from assistant.domain.guidance import Commitment
from assistant.domain.municipalities import Municipality
from assistant.domain.nouns import Nouns
from ui.views.parts import listed


def names(municipalities: tuple[Municipality, ...]) -> str:
    """The names that the field for the municipality suggests."""
    options = "".join(f'<option value="{escape(m.own_name)}"></option>' for m in municipalities)
    return f'<datalist id="kommunnamn">{options}</datalist>'


def fixed(commitments: tuple[Commitment, ...], nouns: Nouns) -> str:
    """The commitments that are always there, and why; nothing where there are none."""
    if not commitments:
        return ""
    items = "".join(f"<li>{c.number}. {escape(c.title)}</li>" for c in commitments)
    numbers = listed(str(c.number) for c in commitments)
    return (
        f'<div class="fasta"><p>{escape(nouns.heading(numbers))} gäller alla kommuner som signerar. De är '
        f"därför alltid med:</p><ul>{items}</ul></div>"
    )


def field_id(number: int | None, kind: FactKind | GapKind) -> str:
    """The id of the field for a kind of fact about a commitment, or about the whole contract."""
    return f"falt-{number or 'kontrakt'}-{kind.value}"


def fold(name: str, level: int) -> str:
    """The heading of a group of fields, which opens and closes it."""
    return (
        f'<h{level} class="fallrubrik"><button type="button" class="falla" aria-expanded="false">'
        f"{escape(name)}</button></h{level}>"
    )


def about_answers() -> str:
    """What the form with the questions is for."""
    return (
        "<p>Frågorna om det som saknas finns som ett Word-formulär, ordnade efter vem som kan svara. "
        "Läs in det ifyllda formuläret här, så hamnar svaren i fälten ovanför.</p>"
    )


def about_memo() -> str:
    """What the memo is made of."""
    return (
        "<p>Tjänsteskrivelsen har förslag till beslut, tidsplan och det som saknas i utkastet. Allt är "
        "frivilligt. Det som ni lämnar tomt blir luckor inom hakparentes.</p>"
    )
