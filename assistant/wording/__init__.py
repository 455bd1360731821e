"""The guarantee: quotations are turned into text here, last, and nothing touches the text after."""

from assistant.wording.rendering import Rendered, citations, to_markdown, to_text
from assistant.wording.tokens import exchanged, token_of, tokenized

__all__ = [
    "Rendered",
    "citations",
    "exchanged",
    "to_markdown",
    "to_text",
    "token_of",
    "tokenized",
]
