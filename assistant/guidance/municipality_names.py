"""Where a text names municipalities, letter for letter: Håbo is not Habo."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.domain.municipalities import Municipality, genitive

ALSO_WORDS = frozenset(
    "vara mark sala mora ale kil ed bor boden lund berg trosa sund falun kalix orsa heby ånge höör".split()  # noqa: SIM905
)
"""Names that are ordinary words, or close to one: a capital inside a sentence, or "kommun", decides."""
NAME = re.compile(r"[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Named:
    """Namngiven kommun: a municipality and where the question names it."""

    municipality: Municipality
    start: int
    end: int


def named_in(text: str, municipalities: tuple[Municipality, ...]) -> Iterator[Named]:
    """The municipalities that a text names, letter for letter, in order."""
    forms = _forms(municipalities)
    end = 0
    for match in re.finditer(r"(?<![\w-])[^\W\d_]", text):
        if match.start() < end:
            continue
        found = NAME.match(text, match.start())
        if found is None:
            continue
        for said in _shorter(found.group()):
            municipality = forms.get(said.casefold())
            if municipality and _is_meant(said, text, match.start()):
                end = match.start() + len(said)
                yield Named(municipality, match.start(), end)
                break


def _shorter(words: str) -> Iterator[str]:
    """The words, and then fewer of them from the left."""
    while words:
        yield words
        words = words.rpartition(" ")[0]


@cache
def _forms(municipalities: tuple[Municipality, ...]) -> dict[str, Municipality]:
    forms: dict[str, Municipality] = {}
    for municipality in municipalities:
        for name in (municipality.own_name, municipality.name, municipality.short_name):
            forms[name.casefold()] = forms[genitive(name).casefold()] = municipality
    return forms


def _is_meant(said: str, text: str, start: int) -> bool:
    """Whether a name is a name there: "Vara" may be a verb."""
    if said.casefold().endswith(("kommun", "kommuns", "stad", "stads")):
        return True
    if not said[:1].isupper():
        return said.casefold() not in ALSO_WORDS and not _is_genitive_of_word(said)
    if said.casefold().removesuffix("s") not in ALSO_WORDS:
        return True
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in ".?!:"


def _is_genitive_of_word(said: str) -> bool:
    return said.casefold().removesuffix("s") in ALSO_WORDS
