"""From a question to an outcome: understand, look up or search, decide, compose."""

from assistant.answering.flow import answer

__all__ = ["answer"]
