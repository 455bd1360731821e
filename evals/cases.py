"""The cases as data: their shapes, and where they are read from."""

import json
from datetime import UTC, datetime
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

FOLDER = Path(__file__).parent / "cases"
LOG = FOLDER / "frozen-looks.log"

Evidence = tuple[tuple[str, ...], ...]


class Case(BaseModel):
    """What every case has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str


class HistoryTurn(BaseModel):
    """An earlier message of the dialogue."""

    role: str
    content: str


class AnswerCase(Case):
    """A question and what its answer must be."""

    question: str
    history: tuple[HistoryTurn, ...] = ()
    status: str
    reason: str | None = None
    cites: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


class QuestionCase(Case):
    """A question with the strings of the guidance that answer it."""

    question: str
    role: str
    manner: str
    evidence: Evidence


class UnanswerableCase(Case):
    """A question that the guidance does not answer."""

    question: str
    role: str
    manner: str
    kind: str
    why: str


class DialogueTurn(BaseModel):
    """A turn of a dialogue and its evidence; none when it must be refused."""

    question: str
    evidence: Evidence = ()
    refuse: bool = False


class DialogueCase(Case):
    """A dialogue: each turn is asked after the answers to those before it."""

    turns: tuple[DialogueTurn, ...]


def answer_cases() -> list[AnswerCase]:
    """The cases of the suite svar."""
    text = (FOLDER / "answers.yaml").read_text(encoding="utf-8")
    return [AnswerCase.model_validate(record) for record in yaml.safe_load(text)]


def question_cases(*, frozen: bool = False) -> list[QuestionCase]:
    """The cases of the suite sökning."""
    return [QuestionCase.model_validate(r) for r in _lines("questions", frozen=frozen)]


def unanswerable_cases(*, frozen: bool = False) -> list[UnanswerableCase]:
    """The cases of the suite vägran."""
    return [UnanswerableCase.model_validate(r) for r in _lines("unanswerable", frozen=frozen)]


def dialogue_cases(*, frozen: bool = False) -> list[DialogueCase]:
    """The cases of the suite dialog."""
    return [DialogueCase.model_validate(r) for r in _lines("dialogues", frozen=frozen)]


def log_frozen_look(why: str) -> None:
    """Write down that the frozen cases were looked at, and why."""
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M} {why}\n")


def _lines(name: str, *, frozen: bool) -> list[object]:
    path = FOLDER / f"{name}{'-frozen' if frozen else ''}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
