"""The text of a document without signs that are not text."""

import re

ENDLESS = re.compile(r"\S{200}(?=\S)")


def cleaned(text: str) -> str:
    """Without soft hyphens and signs of no width; other signs that are not text become spaces.

    What goes on without a space for longer than any word is cut: counting its tokens would take for ever.
    """
    shown = "".join(
        "" if sign in "\u00ad\u200b\u200c\u200d\ufeff" else sign if sign.isprintable() else " "
        for sign in text
    )
    return ENDLESS.sub(r"\g<0> ", shown)
