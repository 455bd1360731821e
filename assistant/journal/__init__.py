"""The journal: what was asked, what came of it, and what a language model had to do with it."""

from assistant.journal.entries import of_answer, of_draft
from assistant.journal.keeping import Journal

__all__ = ["Journal", "of_answer", "of_draft"]
