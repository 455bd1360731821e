"""The guarantee: quotations are turned into text here, last, and nothing touches the text after."""

from assistant.wording.rendering import citations, to_markdown

__all__ = ["citations", "to_markdown"]
