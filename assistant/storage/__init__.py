"""Folders that are whole or not there: what is built is built aside and swapped in."""

from assistant.storage.folders import swap_in

__all__ = ["swap_in"]
