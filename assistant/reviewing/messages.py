"""What findings say, from `messages.yaml`; a missing variable is an error."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from assistant.domain.reviews import Difference, Effect
from assistant.wording.templates import SwedishTemplate

FILE = Path(__file__).parent / "messages.yaml"
EFFECTS = {
    Effect.NEGATED: "löftet är nekat ({0})",
    Effect.WEAKENED: "löftet är försvagat ({0})",
    Effect.SUBJECT: "den som lovar är en annan ({0})",
    Effect.NARROWED: "löftet är snävare ({0})",
    Effect.WIDENED: "löftet är vidare ({0})",
    Effect.CLAUSE_DROPPED: "en del är borttagen ({0})",
    Effect.CLAUSE_ADDED: "en del är tillagd ({0})",
    Effect.MOVED: "ordningen är ändrad ({0})",
    Effect.FORM: "ett ord har en annan form ({0})",
    Effect.HIDDEN: "det finns osynliga eller främmande tecken",
    Effect.PUNCTUATION: "skiljetecken är ändrade ({0})",
    Effect.WORDS: "ord är utbytta ({0})",
}
MOST_SHOWN = 4
NO_WORDS: Mapping[str, str] = {}
LONGEST_SHOWN = 60


@cache
def templates() -> dict[str, str]:
    """Every message by its name, with its `$variables`."""
    loaded = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): str(text) for name, text in loaded.items()}


def message(name: str, words: Mapping[str, str] = NO_WORDS, /, **variables: object) -> str:
    """The message with its variables filled in; `words` are the nouns of the edition."""
    return SwedishTemplate(templates()[name]).substitute(words, **variables)


def effects(differences: Iterable[Difference]) -> str:
    """What the differences do, in words, each effect once."""
    said: dict[str, None] = {}
    for difference in differences:
        said.setdefault(EFFECTS[difference.effect].format(_shown(difference)))
    shown = list(said)[:MOST_SHOWN]
    if len(said) > MOST_SHOWN:
        shown.append("med mera")
    return "; ".join(shown) or "meningen är omskriven"


def _shown(difference: Difference) -> str:
    official, actual = _short(difference.official), _short(difference.actual)
    if official and actual:
        return f"”{official}” har blivit ”{actual}”"
    return f"”{official}” saknas" if official else f"”{actual}” är tillagt"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
