"""Has a model propose questions for some passages: how long it takes, how often a reply can be used."""

import time
from collections.abc import Generator
from dataclasses import dataclass, replace
from random import Random

from assistant.domain.errors import ModelFault
from assistant.domain.language_models import LanguageModel, Prompt
from assistant.guidance.library import Library
from assistant.language_model import ConfiguredModel
from assistant.proposed_questions.asking import Asker
from assistant.proposed_questions.official import OfficialSentences


@dataclass(frozen=True, slots=True)
class AskedPassage:
    """Tillfrågat stycke: the questions that can be proposed, how often the model was asked, and how long."""

    questions: int
    times: int
    seconds: float
    fault: bool


class _Counted:
    """A model that counts how often it is asked."""

    def __init__(self, port: LanguageModel) -> None:
        self._port = port
        self.times = 0

    def write(self, prompt: Prompt, seconds: float) -> Generator[str, None, None]:
        self.times += 1
        return self._port.write(prompt, seconds)


def asked(model: ConfiguredModel, library: Library, count: int) -> list[AskedPassage]:
    """Ask about `count` passages drawn by a seed, as the command does."""
    chosen = Random(2030).sample(library.passages, count)  # noqa: S311  hides nothing
    official = OfficialSentences(library)
    outcomes = []
    for passage in chosen:
        counted = _Counted(model.port)
        asker = Asker(replace(model, port=counted), official)
        began = time.perf_counter()
        fault = False
        found = None
        try:
            found = asker.asked(passage, ())
        except ModelFault:
            fault = True
        seconds = time.perf_counter() - began
        questions = len(found.questions) if found else 0
        outcomes.append(AskedPassage(questions, counted.times, seconds, fault))
    return outcomes
