"""From an order to a contract draft: official sentences by reference, local text from templates."""

from assistant.drafting.composing import compose

__all__ = ["compose"]
