"""Produces outcomes: asks the assistant every case of the suites, and writes down what it did."""

import hashlib
import importlib.metadata
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant import Assistant
from assistant.cli.records import outcome_record
from assistant.domain.answers import Turn
from assistant.wording import to_markdown
from evals import cases
from evals.outcomes import Outcome, Run

FOUND = 10
SUITES = ("svar", "sökning", "vägran", "dialog")


def produce(assistant: Assistant, suites: Iterable[str], *, frozen: bool) -> Iterator[Outcome]:
    """The outcome of every case of the suites, in order."""
    for suite in suites:
        match suite:
            case "svar":
                for asked in [] if frozen else cases.answer_cases():
                    history = [Turn(t.role, t.content) for t in asked.history]
                    yield ask(assistant, suite, asked.id, asked.question, history)
            case "sökning":
                for question in cases.question_cases(frozen=frozen):
                    yield ask(assistant, suite, question.id, question.question)
            case "vägran":
                for unanswerable in cases.unanswerable_cases(frozen=frozen):
                    yield ask(assistant, suite, unanswerable.id, unanswerable.question)
            case "dialog":
                for dialogue in cases.dialogue_cases(frozen=frozen):
                    yield from _converse(assistant, dialogue)


def _converse(assistant: Assistant, dialogue: cases.DialogueCase) -> Iterator[Outcome]:
    history: list[Turn] = []
    for number, turn in enumerate(dialogue.turns):
        outcome = ask(assistant, "dialog", dialogue.id, turn.question, history, number)
        history += [Turn("user", turn.question), Turn("assistant", outcome.answer["answer"])]
        yield outcome


def ask(  # noqa: PLR0913, PLR0917  a case is named by all of these
    assistant: Assistant,
    suite: str,
    case: str,
    question: str,
    history: Iterable[Turn] = (),
    turn: int = 0,
) -> Outcome:
    """Ask one question and write down what came of it; search too where that is what is scored."""
    started = time.perf_counter()
    outcome = assistant.ask(question, history)
    seconds = time.perf_counter() - started
    found = assistant.search(question, FOUND) if suite == "sökning" else ()
    return Outcome(
        suite=suite,
        case=case,
        turn=turn,
        passages=tuple(hit.passage.text for hit in found),
        answer={**outcome_record(outcome), "answer": to_markdown(outcome.body)},
        seconds=seconds,
    )


def describe(assistant: Assistant, *, frozen: bool) -> Run:
    """What the run is made with."""
    root = Path(__file__).parent.parent
    code = [path for name in ("assistant", "ui") for path in (root / name).rglob("*.py")]
    edition = assistant.settings.edition
    return Run(
        version=importlib.metadata.version("klimatkontrakt"),
        edition=assistant.library.guidance.edition.id,
        encoder=assistant.settings.encoder,
        code=_hash(code),
        corpus=_hash(path for path in edition.rglob("*") if path.is_file()),
        frozen=frozen,
    )


def _hash(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
