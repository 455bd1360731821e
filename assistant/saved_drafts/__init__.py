"""Drafts that are kept as they are worked on: nothing that was written in them is lost."""

from assistant.saved_drafts.keeping import SavedDrafts

__all__ = ["SavedDrafts"]
