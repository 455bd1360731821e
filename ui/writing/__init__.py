"""Skriv: a form, the draft beside it, and everything that is kept of both."""

from ui.writing.place import writing

__all__ = ["writing"]
