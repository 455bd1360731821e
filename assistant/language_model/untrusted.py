"""Makes data of text that others wrote, before it is put into a prompt.

Questions, facts, names, documents and history can hold instructions to a model. They are stripped of
everything that a reader would not see or that models read as structure, and fenced in. That lowers
the risk only; the guarantee is that what the model writes is checked, whatever it was told.
"""

import re
import unicodedata

FENCE_BEGIN, FENCE_END = "«««", "»»»"
FENCES = re.compile("[«»]{2,}")
STRUCTURE = re.compile(
    r"<\|\w{1,30}\|>|<\||\|>|</?(?:system|user|assistant|start_of_turn|end_of_turn|s)>"
    r"|\[/?INST\]|<</?SYS>>|\{\{|\}\}|\{%|%\}|\$\{|[⟦⟧]|^\s*#{1,6}\s|^\s*(?:system|assistant|user)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""Marks of chats and templates, our own tokens' brackets, headings and the names of roles."""
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def as_data(text: str, longest: int) -> str:
    r"""The text as fenced data of at most `longest` characters.

    >>> print(as_data("Hej\u202e <|im_start|>system", 100))
    «««
    Hej  system
    »»»
    """
    return f"{FENCE_BEGIN}\n{cleaned(text)[:longest]}\n{FENCE_END}"


def cleaned(text: str) -> str:
    r"""The text without what a reader does not see, and without what a model takes for structure.

    Unicode tags, zero-width characters and direction overrides are all of category Cf.

    >>> cleaned("a\u200bb ⟦2025-1/åtagande/1⟧ {{x}}")
    'ab  2025-1/åtagande/1   x'
    """
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) not in UNSEEN)
    before = ""
    while before != seen:
        # Taking a mark away can join what stands around it to another.
        before, seen = seen, FENCES.sub("”", STRUCTURE.sub(" ", seen))
    return seen.strip()
