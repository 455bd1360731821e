"""The guarantee with a real model that is careless, on a server that is stopped and killed."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.domain.answers import Answer
from assistant.domain.language_models import Prompt
from assistant.language_model import chosen_model
from assistant.opening import Assistant
from assistant.settings import Settings, read_settings
from assistant.wording import to_markdown
from evals.language_models.small import has_small_model

QUESTION = "Hur lyder åtagande 6?"
pytestmark = pytest.mark.skipif(
    not has_small_model(), reason="Den lilla modellen är inte installerad. Kör make install."
)


@contextmanager
def running() -> Iterator[tuple["subprocess.Popen[str]", str]]:
    command = [sys.executable, "-m", "evals.language_models.small"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout
        address = next(line for line in server.stdout if line.startswith("http")).strip()
        try:
            yield server, address
        finally:
            server.kill()


def with_model(address: str, data_dir: Path, seconds: float) -> Assistant:
    settings = Settings(
        data_dir=data_dir, model="openai:smollm2", model_url=address, model_seconds=seconds
    )
    return Assistant.open(settings)


def test_a_real_model_streams_and_can_be_stopped() -> None:
    with running() as (_, address):
        chosen = chosen_model(read_settings(model="openai:smollm2", model_url=address))
        assert chosen
        prompt = Prompt("You tell long stories.", "Tell me about a town.")
        writing = chosen.opened().port.write(prompt, 60)
        pieces = [next(writing) for _ in range(5)]
        assert all(pieces)
        began = time.monotonic()
        writing.close()
        assert time.monotonic() - began < 1


def test_whatever_a_real_model_writes_the_official_words_stand(
    data_dir: Path, assistant: Assistant
) -> None:
    without = assistant.ask(QUESTION)
    with running() as (_, address):
        outcome = with_model(address, data_dir, 10).ask(QUESTION)
    assert isinstance(outcome, Answer)
    assert outcome.quotations == without.quotations
    assert outcome.contribution
    assert outcome.contribution.model.name == "smollm2"


def test_when_the_server_is_killed_in_the_middle_the_answer_comes_without_it(
    data_dir: Path, assistant: Assistant
) -> None:
    without = assistant.ask(QUESTION)
    with running() as (server, address):
        killed = with_model(address, data_dir, 10)
        killed.rephrasing()
        steps = killed.ask_in_steps(QUESTION)
        assert next(steps) == without
        server.kill()
        server.wait()
        *_, outcome = steps
    assert isinstance(outcome, Answer)
    assert outcome.quotations == without.quotations
    assert "gjort utan språkmodell" in to_markdown(outcome.body)
