"""Sweden's municipalities, as they call themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Municipality:
    """Kommun: code, name, and the name it uses itself ("Göteborgs Stad", "Region Gotland")."""

    code: str
    name: str
    short_name: str
    county: str
    own_name: str

    @property
    def genitive(self) -> str:
        """The own name in the genitive: "Växjö kommuns", "Göteborgs Stads", "Region Gotlands"."""
        return genitive(self.own_name)

    @property
    def short_form(self) -> str:
        """What its own text calls it after the first mention: "kommunen", "staden", "regionen"."""
        words = self.own_name.casefold().split()
        if words[-1] == "stad":
            return "staden"
        return "regionen" if words[0] == "region" else "kommunen"


def genitive(name: str) -> str:
    """The genitive of a Swedish name: no second s after s, x or z.

    >>> genitive("Växjö kommun"), genitive("Borås")
    ('Växjö kommuns', 'Borås')
    """
    return name if name[-1:].lower() in {"s", "x", "z"} else name + "s"
