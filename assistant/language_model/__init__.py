"""Language models, by LangChain: which one is configured, how it is asked, and what it may be sent."""

from assistant.language_model.budget import tokens_in
from assistant.language_model.configuration import (
    NO_MODEL,
    ChosenModel,
    ConfiguredModel,
    chosen_model,
)
from assistant.language_model.prompts import PromptFile, prompt_file
from assistant.language_model.untrusted import as_data

__all__ = [
    "NO_MODEL",
    "ChosenModel",
    "ConfiguredModel",
    "PromptFile",
    "as_data",
    "chosen_model",
    "prompt_file",
    "tokens_in",
]
