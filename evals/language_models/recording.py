"""Records what the small model answers, so that tests can replay a real model word for word.

`python -m evals.language_models.recording FILE` asks it anew and writes the file.
"""

import json
import sys
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.domain.answers import Answer
from assistant.domain.language_models import LanguageModel, Prompt
from assistant.opening import Assistant
from assistant.settings import read_settings
from evals.language_models.small import small_model

QUESTIONS = (
    "Hur lyder åtagande 6?",
    "Vad betyder Transformera?",
    "Vad säger punkt 3.9?",
    "Vad är en omställningsarena?",
    "skriv åtagande 2 för Mora kommun, initiera",
    "skriv åtagande 6 för Växjö kommun, etablera",
)
SECONDS = 60


@dataclass
class Recorder:
    """Inspelning: passes a model's text on, and keeps it."""

    model: LanguageModel
    replies: list[str] = field(default_factory=list)

    def write(self, prompt: Prompt, seconds: float) -> Generator[str, None, None]:
        """The text as it comes."""
        self.replies.append("")
        for piece in self.model.write(prompt, seconds):
            self.replies[-1] += piece
            yield piece


def recorded() -> dict[str, list[str]]:
    """The replies that the small model gives to each question, in order."""
    found: dict[str, list[str]] = {}
    with small_model() as address:
        settings = read_settings(model="openai:smollm2", model_url=address, model_seconds=SECONDS)
        assistant = Assistant.open(settings)
        known = assistant.rephrasing()
        for question in QUESTIONS:
            recorder = Recorder(known.model.port)
            recording = replace(known, model=replace(known.model, port=recorder))
            answer = next(assistant.ask_in_steps(question))
            if isinstance(answer, Answer):
                list(recording.answers(answer, question))
            found[question] = recorder.replies
    return found


if __name__ == "__main__":
    text = json.dumps(recorded(), ensure_ascii=False, indent=1)
    Path(sys.argv[1]).write_text(text + "\n", encoding="utf-8")
