"""Writes drafts to files: Word, HTML and Markdown, each with the same content."""

from assistant.export.files import FORMATS, write_draft

__all__ = ["FORMATS", "write_draft"]
