"""What an edition calls its commitments and itself, in the forms that a Swedish sentence needs."""

from collections.abc import Mapping
from dataclasses import dataclass

NEUTER = (
    "ett", "inget", "något", "sådant", "officiellt", "frivilligt", "ordagrant", "formulerat",
    "uppdelat", "ändrat", "nytt", "det", "vilket",
)  # fmt: skip
COMMON = (
    "en", "ingen", "någon", "sådan", "officiell", "frivillig", "ordagrann", "formulerad",
    "uppdelad", "ändrad", "ny", "den", "vilken",
)  # fmt: skip
"""Words that take the gender of the noun; a template names them in the neuter: `$frivilligt`."""

CALLED = ("åtagande", "åtagandet", "åtaganden", "åtagandena", "vägledningen", "vägledningens")
NAMES = frozenset(form for name in (*CALLED, *NEUTER) for form in (name, name.capitalize()))
"""What a template may name: words that make Swedish of it, and that stand for an edition's own."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Benämningar: ett åtagande, åtagandet, åtaganden and åtagandena, and "vägledningen"."""

    article: str
    one: str
    the: str
    many: str
    those: str
    document: str

    def numbered(self, number: int | str) -> str:
        """A commitment by its number: "åtagande 6"."""
        return f"{self.one} {number}"

    def heading(self, number: int | str) -> str:
        """The same where a sentence or a heading begins: "Åtagande 6"."""
        return _begun(self.numbered(number))

    @property
    def words(self) -> Mapping[str, str]:
        """What a template fills in: the nouns by those of the first edition, and what agrees with them.

        >>> löfte = Nouns("ett", "löfte", "löftet", "löften", "löftena", "katalogen")
        >>> löfte.words["Åtagandena"], löfte.words["vägledningens"], löfte.words["frivilligt"]
        ('Löftena', 'katalogens', 'frivilligt')
        """
        document = self.document
        genitive = document if document.endswith("s") else f"{document}s"
        own = (self.one, self.the, self.many, self.those, document, genitive)
        nouns = dict(zip(CALLED, own, strict=True))
        nouns |= dict(zip(NEUTER, NEUTER if self.article == "ett" else COMMON, strict=True))
        return nouns | {_begun(name): _begun(word) for name, word in nouns.items()}


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
