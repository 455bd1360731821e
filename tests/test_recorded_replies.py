"""What a real, careless model once answered, word for word: none of it may touch what is official."""

import json
import re
from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant.domain.answers import Answer, Phrase
from assistant.domain.errors import ModelFault
from assistant.domain.language_models import Prompt
from assistant.domain.local_text import WrittenBy
from assistant.opening import Assistant
from assistant.rephrasing.rephrasing import Rephrasing
from assistant.wording import to_markdown
from evals.language_models.recording import QUESTIONS

REPLIES = json.loads((Path(__file__).parent / "recorded_replies.json").read_text(encoding="utf-8"))


@dataclass
class Replaying:
    replies: list[str]

    def write(self, _prompt: Prompt, _seconds: float) -> Generator[str, None, None]:
        if not self.replies:
            raise ModelFault("Språkmodellen blev inte klar i tid.")
        yield from re.findall(r"\s*\S+", self.replies.pop(0))


@pytest.fixture(scope="module")
def known(assistant: Assistant) -> Rephrasing:
    settings = assistant.settings.model_copy(
        update={"model": "openai:smollm2", "model_url": "http://127.0.0.1:1/v1"}
    )
    return Assistant.open(settings).rephrasing()


def test_every_question_has_been_recorded() -> None:
    assert set(REPLIES) == set(QUESTIONS)
    assert all(REPLIES.values())


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_careless_model_leaves_the_answer_as_official_as_it_was(
    question: str, assistant: Assistant, known: Rephrasing
) -> None:
    before = assistant.ask(question)
    assert isinstance(before, Answer)
    model = replace(known.model, port=Replaying(list(REPLIES[question])))
    steps = list(replace(known, model=model).answers(before, question))
    assert steps
    figures = set(re.findall(r"\d+", to_markdown(before.body)))
    for step in steps:
        assert step.quotations == before.quotations
        for part in step.body:
            if isinstance(part, Phrase) and part.written_by is WrittenBy.MODEL:
                assert "åtar" not in part.text
                assert set(re.findall(r"\d+", part.text)) <= figures
