"""Writes drafts to files: Word, HTML and Markdown, each with the same content; reads answers back."""

from assistant.export.files import FORMATS, write_draft, write_file, write_memo
from assistant.export.gap_form import answers_in, gap_form

__all__ = ["FORMATS", "answers_in", "gap_form", "write_draft", "write_file", "write_memo"]
