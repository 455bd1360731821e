"""What people say around a question and that asks nothing: greetings, thanks, apologies, going back."""

import re
import unicodedata

CLAUSE_END = r"(?:\s*(?:[,.!:;–…]|;\)|:\)|\s-\s)+\s*|$)"
INTERJECTION = (
    r"(?:hej(?:san|hej)?(?: igen| där| på er)?|hallå|tjena|god (?:morgon|dag|kväll|eftermiddag)|hi|hello"
    r"|(?:stort |tusen )?tack(?: så mycket| för det| för hjälpen)?|thanks|thank you"
    r"|toppen|perfekt|super|kanon|fint|bra|synd|jaha|jaja|jo|aha"
    r"|(?:ha(?:ha)*|he(?:he)+)(?: ok(?:ej)?)?|nähä"
    r"|hm+|oj|wow|great|perfect"
    r"|som vanligt|du|snälla|please|pls|by the way|förresten|sorry|förlåt|ursäkta"
    r"|(?:men )?(?:en |nå(?:t|got) )?(?:helt )?ann(?:an|at) (?:sak|fråga)|nytt ämne|another thing"
    r"|(?:ok(?:ej)?,? )?tillbaka till det förra)"
)
APOLOGY = re.compile(r"^(?:sorry|förlåt|ursäkta)\b,? [^\d.!?]{1,40}[.!]\s+(?=\w)", re.IGNORECASE)
"""An apology that is a sentence of its own: "Sorry, fel ruta.", but not "förlåt, 5:an"."""
FIRST = re.compile(rf"^\s*(?:{INTERJECTION}{CLAUSE_END})+(?=\w)", re.IGNORECASE)
WITHIN = re.compile(
    rf"(?<=[,.!?])\s+{INTERJECTION}\s*(?:[,.!:;–]|;\)|:\))+(?=\s+\w)", re.IGNORECASE
)
WHO_WE_ARE = re.compile(
    r"\b(?:vi är|jag kommer från|jag arbetar i) en (?:liten|mindre|stor|större|medelstor) kommun(?: som)?\b",
    re.IGNORECASE,
)
"""What kind of municipality asks, which is not what it asks about."""
LAST = re.compile(
    r",?\s+(?:tack|please|pls|snälla|på svenska|in swedish)(?: så mycket)?(?=\s*[?.!]*$)",
    re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """The text without what is said around its question; the whole text where nothing else is said.

    >>> without_asides("Toppen. Helt annan sak: vad är Kolada, tack?")
    'vad är Kolada?'
    >>> without_asides("Hejsan!")
    'Hejsan!'
    """
    bare = unicodedata.normalize("NFC", text).strip()
    for pattern in (APOLOGY, FIRST, WITHIN, WHO_WE_ARE, LAST):
        bare = pattern.sub("", bare, count=1) or bare
    return bare if re.search(r"\w", bare) else text
