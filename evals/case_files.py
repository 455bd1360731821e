"""Where the cases are read from: one file a suite, with `-frozen` beside those that are never tuned on."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import yaml

from evals.cases import (
    AnswerCase,
    AttackCase,
    Case,
    DialogueCase,
    DraftPlan,
    LanguageRules,
    QuestionCase,
    ReviewCase,
    Shape,
    UnanswerableCase,
    WordingCase,
)

FOLDER = Path(__file__).parent / "cases"
LOG = FOLDER / "frozen-looks.log"
SHAPES: dict[str, type[Shape]] = {
    "angrepp.yaml": AttackCase,
    "answers.yaml": AnswerCase,
    "dialogues.jsonl": DialogueCase,
    "granskning.yaml": ReviewCase,
    "ordagrannhet.yaml": WordingCase,
    "questions.jsonl": QuestionCase,
    "språk.yaml": LanguageRules,
    "unanswerable.jsonl": UnanswerableCase,
    "utkast.yaml": DraftPlan,
}
"""The shape of a record of each file; a file of rules or plans is one record."""

AnyCase = TypeVar("AnyCase", bound=Case)
AnyShape = TypeVar("AnyShape", bound=Shape)


def cases_of(name: str, shape: type[AnyCase], *, frozen: bool = False) -> tuple[AnyCase, ...]:
    """The cases of a file, or of its frozen part; none where a suite has no frozen cases."""
    path = FOLDER / name
    if frozen:
        path = path.with_stem(f"{path.stem}-frozen")
        if not path.exists():
            return ()
    return tuple(shape.model_validate(record) for record in _records(path))


def settings_of(name: str, shape: type[AnyShape]) -> AnyShape:
    """A file that is one record."""
    return shape.model_validate(next(_records(FOLDER / name)))


def _records(path: Path) -> Iterator[Any]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from (json.loads(line) for line in text.splitlines() if line)
        return
    read = yaml.load(text, Loader=yaml.CSafeLoader)
    yield from read if isinstance(read, list) else [read]


def answer_cases() -> tuple[AnswerCase, ...]:
    """The cases of the suite svar."""
    return cases_of("answers.yaml", AnswerCase)


def question_cases(*, frozen: bool = False) -> tuple[QuestionCase, ...]:
    """The cases of the suite sökning."""
    return cases_of("questions.jsonl", QuestionCase, frozen=frozen)


def unanswerable_cases(*, frozen: bool = False) -> tuple[UnanswerableCase, ...]:
    """The cases of the suite vägran."""
    return cases_of("unanswerable.jsonl", UnanswerableCase, frozen=frozen)


def log_frozen_look(why: str) -> None:
    """Write down that the frozen cases were looked at, and why."""
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M} {why}\n")
