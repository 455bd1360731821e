"""The 290 municipalities and how people write their names."""

import csv
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.domain.errors import CorpusFault, InputFault, quoted
from assistant.domain.municipalities import Municipality, genitive


@cache
def load_municipalities(path: Path) -> tuple[Municipality, ...]:
    """Every municipality of the file, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = tuple(
        Municipality(
            code=row["municipality_code"],
            name=row["municipality_name"],
            short_name=row["municipality_name_short"],
            county=row["county_name"],
            own_name=row["own_name"],
        )
        for row in rows
    )
    if len({m.code for m in found}) != len(found):
        raise CorpusFault(f"{path.name}: samma kommunkod förekommer mer än en gång")
    return found


def municipality_named(name: str, municipalities: tuple[Municipality, ...]) -> Municipality:
    """The municipality of that name, in any of the forms people write.

    "Växjö", "Växjö kommuns", "Göteborgs Stad" and "1480" are such forms. `InputFault` names the
    nearest municipality when there is none of that name.
    """
    wanted = " ".join(unicodedata.normalize("NFC", name).split()).casefold()
    for municipality in municipalities:
        forms = {municipality.own_name, municipality.name, municipality.short_name}
        written = {form.casefold() for form in forms} | {genitive(f).casefold() for f in forms}
        if wanted in written or wanted == municipality.code:
            return municipality
    hint = next((f" Menar du {m.own_name}?" for m in _nearest(wanted, municipalities)), "")
    raise InputFault(f"Kommunen {quoted(name)} finns inte bland Sveriges kommuner.{hint}")


def _nearest(wanted: str, municipalities: tuple[Municipality, ...]) -> Iterator[Municipality]:
    """Those whose name is spelt like this: first without its dots and rings, then by likeness."""
    from difflib import get_close_matches  # noqa: PLC0415  only a misspelt name needs it

    bare = {m: _bare(m.short_name) for m in municipalities}
    asked = _bare(wanted)
    yield from (m for m, name in bare.items() if name == asked)
    near = get_close_matches(wanted, [m.short_name.casefold() for m in municipalities], n=1)
    yield from (m for m in municipalities if [m.short_name.casefold()] == near)


def _bare(name: str) -> str:
    """The name in small letters without dots and rings, and without "kommun"."""
    decomposed = unicodedata.normalize("NFD", name.casefold().removesuffix(" kommun"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
