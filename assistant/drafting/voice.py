"""How a municipality speaks of itself, and the frames its sentences are put into."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

import yaml

from assistant.domain.municipalities import Municipality, genitive

FILE = Path(__file__).parent / "phrases.yaml"


@cache
def frames() -> dict[str, tuple[str, ...]]:
    """Every frame by its name, in its variants."""
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): tuple(variants) for name, variants in loaded.items()}


def framed(frame: str, turn: int, /, **variables: object) -> str:
    """The frame with its variables filled in; `turn` picks among its variants, round and round."""
    variants = frames()[frame]
    return Template(variants[turn % len(variants)]).substitute(variables)


@dataclass(frozen=True, slots=True)
class Voice:
    """Röst: the municipality's own name and what it calls itself after the first mention."""

    name: str
    short: str

    @classmethod
    def of(cls, municipality: Municipality) -> "Voice":
        """The voice of a municipality."""
        return cls(municipality.own_name, municipality.short_form)

    @property
    def variables(self) -> dict[str, str]:
        """What the frames call the municipality."""
        return {"name": self.name, "kommunen": self.short, "Kommunen": self.short.capitalize()}

    def spoken(self, form: str) -> str:
        """A running form of the corpus with the municipality's own words for itself.

        >>> Voice("Göteborgs Stad", "staden").spoken("i {kommunens} ledning")
        'i stadens ledning'
        """
        return form.replace("{kommunens}", genitive(self.short)).replace("{kommunen}", self.short)


def sentence(text: str) -> str:
    """The text as a sentence: with a capital and a final stop.

    >>> sentence("målet är 2030"), sentence("Det gäller m.fl.")
    ('Målet är 2030.', 'Det gäller m.fl.')
    """
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "!", "?", "…")) else begun + "."


def listed(items: list[str], last: str = "och") -> str:
    """The items as a Swedish list.

    >>> listed(["6.1"]), listed(["6.1", "6.2"]), listed(["a", "b", "c"], "samt")
    ('6.1', '6.1 och 6.2', 'a, b samt c')
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
