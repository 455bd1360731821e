"""Sees through what is hidden in a text, so that a tampered sentence is still recognised.

Only recognition uses this. A sentence that has to be undisguised is never verbatim.
"""

import re
import unicodedata

LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝѵӏкмтвнгАВЕКМНОРСТХІЈЅαοενικρτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡɑ",
    "aeopcyxijsdhqwvlkmtbhrABEKMHOPCTXIJSaoevikptuxwABEZHIKMNOPTYXiga",
)
ORDINARY = re.compile(r"[\x00-\xac\xae-\xff–—…“”„’‘•●]*")
HARMLESS = "\u00ad\u200b\u2060\ufeff"
OVERLAYS = range(0x0334, 0x0339)


def undisguised(text: str) -> str:
    r"""The text with look-alike letters exchanged and invisible characters removed.

    >>> undisguised("Vi åt\u0430r o\u200dss")
    'Vi åtar oss'
    """
    if ORDINARY.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFKC", text.translate(LOOK_ALIKES))
    return "".join(
        c
        for c in composed
        if unicodedata.category(c) not in {"Cf", "Cn", "Co"}
        and not 0xFE00 <= ord(c) <= 0xFE0F
        and ord(c) not in OVERLAYS
    )


def hides_something(text: str) -> bool:
    """Whether a text has invisible or direction-changing characters that are not typography."""
    return not ORDINARY.fullmatch(text) and any(
        unicodedata.category(c) == "Cf" and c not in HARMLESS for c in text
    )
