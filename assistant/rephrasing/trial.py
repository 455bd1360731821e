"""Tries the configured model: does it answer, write Swedish, keep tokens, and how fast is it."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.domain.errors import ModelFault
from assistant.language_model import as_data, prompt_file
from assistant.rephrasing.answers import PROMPT
from assistant.rephrasing.gate import KNOWN
from assistant.rephrasing.rephrasing import Rephrasing
from assistant.rephrasing.vocabulary import is_english
from assistant.wording import token
from assistant.wording.tokens import TOKEN

QUESTION = "Hur formuleras åtagandet?"


@dataclass(frozen=True, slots=True)
class Tried:
    """Prov: what was tried, whether it went well, and what was seen."""

    what: str
    passed: bool
    told: str

    @property
    def record(self) -> dict[str, Any]:
        """The result as JSON."""
        return {"what": self.what, "passed": self.passed, "told": self.told}


def tried(rephrasing: Rephrasing) -> tuple[Tried, ...]:
    """The results, in order; the rest is not tried when the model does not answer."""
    model = rephrasing.model
    wording = rephrasing.library.wording(rephrasing.library.guidance.commitments[0].number)
    prompt = prompt_file(PROMPT).filled(
        question=as_data(QUESTION, len(QUESTION)),
        passages=f"{token('1')} ({wording.location})\n{wording.text}",
        correction="",
    )
    began = time.monotonic()
    first = 0.0
    pieces: list[str] = []
    try:
        for piece in model.port.write(prompt, model.seconds):
            first = first or time.monotonic() - began
            pieces.append(piece)
    except ModelFault as error:
        return (Tried("Svarar", passed=False, told=str(error)),)
    seconds = time.monotonic() - began
    return tuple(_judged("".join(pieces), first, seconds, rephrasing))


def _judged(text: str, first: float, seconds: float, rephrasing: Rephrasing) -> Iterator[Tried]:
    in_use = rephrasing.model.in_use
    told = f"{in_use.name}, {in_use.place}"
    yield Tried("Svarar", passed=bool(text.strip()), told=told if text.strip() else "texten är tom")
    own = TOKEN.sub(" ", text)
    share = rephrasing.gate.vocabulary.share_known(own)
    swedish = share >= KNOWN and not is_english(own) and bool(own.strip())
    yield Tried("Skriver svenska", passed=swedish, told=f"{share:.0%} av orden är kända")
    tokens = TOKEN.findall(text)
    yield Tried("Behåller märken", passed=set(tokens) == {"1"}, told=f"märken: {tokens or 'inga'}")
    speed = len(re.findall(r"\S+", text)) / seconds
    told = f"första ordet efter {first:.1f} s, sedan {speed:.0f} ord i sekunden"
    yield Tried("Är snabb nog", passed=seconds < rephrasing.model.seconds / 2, told=told)
