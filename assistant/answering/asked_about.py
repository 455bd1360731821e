"""Whether a question is about the asker's own municipality, and what it asks besides whose it is."""

import re
import unicodedata

from assistant.domain.municipalities import Municipality
from assistant.guidance.municipality_names import named_in

OURS = re.compile(
    r"\b(?:hos oss|i vår kommun|vår (?:egen )?kommuns?|vår kommunala|kommunens? egna?|vår kommunkoncern)\b"
    r"|\b(?:vår|vårt|våra) (?:(?:egen|egna|eget|nya|nuvarande|gällande|antagna) )?\w*"
    r"(?:färdplan|handlingsplan|klimatplan|energiplan|miljöplan|strategi|program|budget|policy|dokument"
    r"|klimatmål|miljömål|mål|målet|kontrakt|klimatkontrakt|utsläpp|klimatbudget|årsredovisning"
    r"|översiktsplan|nämnd|nämnder|organisation)(?:en|et|er|erna|ens|ets|s)?\b",
    re.IGNORECASE,
)
"""What only someone of the municipality can ask about; "vi" alone is anyone who reads the guidance."""
WHOSE = re.compile(
    r"\b(?:(?:vad|hur) (?:säger|står det i|skriver)|enligt|i) (?:vår|vårt|våra|kommunens)"
    r"(?: (?:egen|egna|eget|nya))? \w*(?:plan|strategi|program|policy|dokument)\w*(?: om)?\b"
    r"|\b(?:hos oss|i vår kommun|vår kommuns?)\b",
    re.IGNORECASE,
)
"""What only says whose words are asked for, and nothing of what they are about."""


def asks_about_us(text: str) -> bool:
    """Whether a question is about the asker's own municipality.

    >>> asks_about_us("Vilket år står i vår färdplan?"), asks_about_us("Hur får vi med invånarna?")
    (True, False)
    """
    return OURS.search(unicodedata.normalize("NFC", text)) is not None


def without_names(text: str, municipalities: tuple[Municipality, ...]) -> str:
    """The question without the words that only say whose it is."""
    bare = text
    for named in reversed(list(named_in(text, municipalities))):
        bare = bare[: named.start] + bare[named.end :]
    return WHOSE.sub("", bare)
