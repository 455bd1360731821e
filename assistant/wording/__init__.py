"""The guarantee: quotations are turned into text here, last, and nothing touches the text after."""

from assistant.wording.rendering import Rendered, citations, to_markdown, to_text, with_source
from assistant.wording.tokens import exchanged, quotation_of, token, token_of, tokenized

__all__ = [
    "Rendered",
    "citations",
    "exchanged",
    "quotation_of",
    "to_markdown",
    "to_text",
    "token",
    "token_of",
    "tokenized",
    "with_source",
]
