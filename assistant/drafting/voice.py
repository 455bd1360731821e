"""How a municipality speaks of itself, and the frames its sentences are put into."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.domain.guidance import Edition
from assistant.domain.municipalities import Municipality, genitive
from assistant.domain.nouns import Nouns
from assistant.wording.templates import SwedishTemplate

FILE = Path(__file__).parent / "phrases.yaml"


@cache
def frames() -> dict[str, tuple[str, ...]]:
    """Every frame by its name, in its variants."""
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): tuple(variants) for name, variants in loaded.items()}


def frame_texts(nouns: Nouns) -> tuple[str, ...]:
    """The texts of all frames with the nouns of an edition in them, and their other variables open."""
    texts = (text for variants in frames().values() for text in variants)
    return tuple(SwedishTemplate(text).safe_substitute(nouns.words) for text in texts)


def framed(frame: str, turn: int, /, **variables: object) -> str:
    """The frame with its variables filled in; `turn` picks among its variants, round and round."""
    variants = frames()[frame]
    return SwedishTemplate(variants[turn % len(variants)]).substitute(variables)


@dataclass(frozen=True, slots=True)
class Voice:
    """Röst: the municipality's own name, what it calls itself after that, and the edition's nouns."""

    name: str
    short: str
    nouns: Nouns

    @classmethod
    def of(cls, municipality: Municipality, edition: Edition) -> "Voice":
        """The voice of a municipality that writes from an edition."""
        return cls(municipality.own_name, municipality.short_form, edition.nouns)

    @property
    def variables(self) -> dict[str, str]:
        """What the frames call the municipality, its commitments and the guidance."""
        return {
            **self.nouns.words,
            "name": self.name,
            "kommunen": self.short,
            "Kommunen": self.short.capitalize(),
            "kommunens": genitive(self.short),
        }

    def spoken(self, form: str) -> str:
        """A running form of the corpus with the municipality's own words for itself.

        >>> nouns = Nouns("ett", "löfte", "löftet", "löften", "löftena", "katalogen")
        >>> Voice("Göteborgs Stad", "staden", nouns).spoken("i {kommunens} ledning")
        'i stadens ledning'
        """
        own = genitive(self.short)
        group = "kommunkoncernen" if self.short == "kommunen" else f"{own} koncern"
        return form.format(
            kommunen=self.short,
            kommunens=own,
            kommun="stad" if self.short == "staden" else "kommun",
            kommunkoncernen=group,
        )


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


def points_named(points: list[str]) -> str:
    """Points as a noun phrase; three or more in a row become a range.

    >>> points_named(["6.1"]), points_named(["6.1", "6.2"]), points_named(["6.1", "6.2", "6.3", "6.9"])
    ('punkt 6.1', 'punkterna 6.1 och 6.2', 'punkterna 6.1–6.3 och 6.9')
    """
    runs: list[list[str]] = []
    for point in points:
        if runs and _follows(point, runs[-1][-1]):
            runs[-1].append(point)
        else:
            runs.append([point])
    shown = [text for run in runs for text in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run)]
    return f"{'punkterna' if len(points) > 1 else 'punkt'} {listed(shown)}"


def _follows(point: str, before: str) -> bool:
    number, _, last = before.partition(".")
    return point == f"{number}.{int(last) + 1}"
