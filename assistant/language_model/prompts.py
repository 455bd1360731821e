"""Prompts are files: one a prompt, Swedish, with `$variables` only, known by the hash of the file."""

import hashlib
from dataclasses import dataclass
from functools import cache
from string import Template

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.language_models import Prompt
from assistant.settings import shipped

REQUEST = "\n## Uppgift\n"
"""The heading that parts what the model is told once from what it is asked."""


@dataclass(frozen=True, slots=True)
class PromptFile:
    """Promptfil: its name, the hash of its text, and its two parts."""

    name: str
    version: str
    system: Template
    request: Template

    @property
    def label(self) -> str:
        """What a record says of it: "svar@3f2a…", the name and the hash."""
        return f"{self.name}@{self.version}"

    @property
    def variables(self) -> frozenset[str]:
        """The variables that a caller must give."""
        return frozenset((*self.system.get_identifiers(), *self.request.get_identifiers()))

    def filled(self, **variables: str) -> Prompt:
        """The prompt with its variables, which are put in as they are and never read as variables.

        `CorpusFault` when one is missing or there is no such variable.
        """
        if set(variables) != self.variables:
            raise CorpusFault(
                f"prompts/{self.name}.md vill ha {sorted(self.variables)!r} men får {sorted(variables)!r}"
            )
        return Prompt(
            self.system.substitute(variables).strip(),
            self.request.substitute(variables).strip(),
        )


@cache
def prompt_file(name: str) -> PromptFile:
    """The prompt of that name; `CorpusFault` when the file is not there or lacks its request."""
    path = shipped("prompts") / f"{name}.md"
    if not path.is_file():
        raise CorpusFault(f"prompts/{name}.md: filen finns inte")
    text = path.read_text(encoding="utf-8")
    system, heading, request = text.partition(REQUEST)
    if not heading:
        raise CorpusFault(f"prompts/{name}.md: rubriken {quoted(REQUEST.strip())} saknas")
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    return PromptFile(name, version, Template(system), Template(request))
