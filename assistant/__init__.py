"""Klimatkontraktsassistenten: answers from the guidance, in its own words, with sources."""

from assistant.opening import Assistant

__all__ = ["Assistant"]
