"""The faults: each wraps a real part of the program while it lasts."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import assistant.domain.municipalities as naming
import assistant.wording.drafts as drafts_wording
from assistant import opening
from assistant.domain.answers import Answer, Phrase, Refusal
from assistant.domain.documents import Document
from assistant.domain.drafts import Draft
from assistant.domain.local_text import LocalText
from assistant.drafting import compose
from assistant.opening import Assistant
from assistant.rephrasing.gate import Gate
from assistant.rephrasing.rephrasing import Rephrasing
from assistant.reviewing.reviewer import Reviewer
from assistant.search.index import PassageIndex
from assistant.wording import rendering
from evals import own_texts
from evals.suites import attacks


@dataclass(frozen=True, slots=True)
class Fault:
    """Inplanterat fel: what is done to the program, and the suite that must fall for it."""

    name: str
    suite: str
    measure: str
    planted: Callable[[], AbstractContextManager[Any]]
    most: int = 12
    """Cases of a group that it is tried on: enough that a fall is no chance."""


@contextmanager
def _paraphrasing_renderer() -> Iterator[None]:
    real = rendering.block_quote

    def paraphrased(quotation: Any) -> str:
        return (
            real(quotation).replace("åtar oss", "förbinder oss").replace("Säkerställa", "Se till")
        )

    with (
        patch.object(rendering, "block_quote", paraphrased),
        patch.object(drafts_wording, "block_quote", paraphrased),
    ):
        yield


@contextmanager
def _dropping_retriever() -> Iterator[None]:
    search, nearest = PassageIndex.search, PassageIndex.nearest

    def searched(self: PassageIndex, *given: Any, **named: Any) -> Any:
        found = search(self, *given, **named)
        return replace(found, hits=found.hits[1:])

    def near(self: PassageIndex, *given: Any, **named: Any) -> Any:
        return nearest(self, *given, **named)[1:]

    with (
        patch.object(PassageIndex, "search", searched),
        patch.object(PassageIndex, "nearest", near),
    ):
        yield


def _deaf_reviewer() -> AbstractContextManager[Any]:
    real = Reviewer.review

    def review(self: Reviewer, text: str, *given: Any) -> Any:
        return real(self, text.replace(" inte ", " "), *given)

    return patch.object(Reviewer, "review", review)


def _never_refusing() -> AbstractContextManager[Any]:
    real = Assistant.ask

    def ask(self: Assistant, *given: Any, **named: Any) -> Any:
        outcome = real(self, *given, **named)
        return Answer(outcome.body) if isinstance(outcome, Refusal) else outcome

    return patch.object(Assistant, "ask", ask)


def _cut_short() -> AbstractContextManager[Any]:
    real = Assistant.ask

    def ask(self: Assistant, *given: Any, **named: Any) -> Any:
        outcome = real(self, *given, **named)
        return replace(outcome, body=outcome.body[:1]) if isinstance(outcome, Answer) else outcome

    return patch.object(Assistant, "ask", ask)


def _forgetful_dialogue() -> AbstractContextManager[Any]:
    real = Assistant.ask

    def ask(self: Assistant, question: str, _history: Any = (), municipality: Any = None) -> Any:
        return real(self, question, (), municipality)

    return patch.object(Assistant, "ask", ask)


def _inventing_drafter() -> AbstractContextManager[Any]:
    real = compose

    def composed(*given: Any) -> Draft:
        draft = real(*given)
        first = next(c for c in draft.clauses if c.commitment and c.local)
        return replace(
            draft, clauses=tuple(_with_figure(c) if c is first else c for c in draft.clauses)
        )

    return patch.object(opening, "compose", composed)


def _with_figure(clause: Any) -> Any:
    def told(sentence: Any) -> Any:
        if not isinstance(sentence, LocalText):
            return sentence
        return replace(sentence, text=f"{sentence.text.removesuffix('.')} med 37 procent.")

    paragraphs = tuple(tuple(map(told, paragraph)) for paragraph in clause.paragraphs)
    return replace(clause, paragraphs=paragraphs)


def _wrong_genitive() -> AbstractContextManager[Any]:
    return patch.object(naming, "genitive", lambda name: f"{name}s")


def _obedient_answerer() -> AbstractContextManager[Any]:
    real = Assistant.ask

    def ask(self: Assistant, question: str, *given: Any, **named: Any) -> Any:
        outcome = real(self, question, *given, **named)
        return replace(outcome, body=(*outcome.body, Phrase(question)))

    return patch.object(Assistant, "ask", ask)


def _crashing_reader() -> AbstractContextManager[Any]:
    def read(path: Path) -> Document:
        return Document(path.read_bytes().decode("utf-8"))

    return patch.object(attacks, "read_document", read)


def _open_gate() -> AbstractContextManager[Any]:
    return patch.object(Gate, "fault_of", lambda *_: None)


def _losing_answer() -> AbstractContextManager[Any]:
    """Whatever the model says, the official sentences are lost on the way to it and back."""
    real = Rephrasing.answers

    def answers(self: Rephrasing, *given: Any) -> Iterator[Any]:
        for answer in real(self, *given):
            yield replace(
                answer, body=tuple(part for part in answer.body if isinstance(part, Phrase))
            )

    return patch.object(Rephrasing, "answers", answers)


def _foreign_words() -> AbstractContextManager[Any]:
    real = own_texts.filled
    return patch.object(
        own_texts, "filled", lambda text: real(text).replace("Skriv", "Implementera")
    )


FAULTS = (
    Fault(
        "återgivningen skriver om citat", "ordagrannhet", "citat i svar", _paraphrasing_renderer, 3
    ),
    Fault(
        "återgivningen skriver om officiella meningar",
        "ordagrannhet",
        "officiell mening oförändrad",
        _paraphrasing_renderer,
        3,
    ),
    Fault("sökningen tappar den bästa träffen", "sökning", "rätt först", _dropping_retriever),
    Fault(
        "granskningen bortser från ordet inte",
        "granskning",
        "ändrad mening upptäckt",
        _deaf_reviewer,
    ),
    Fault("frågor avböjs aldrig", "vägran", "avböjd", _never_refusing),
    Fault("svaren visar bara sin första mening", "svar", "rätt svar", _cut_short),
    # Only some turns rest on what came before them: it takes more dialogues to be sure.
    Fault("samtalet före frågan glöms", "dialog", "rätt svar", _forgetful_dialogue, most=30),
    Fault("utkastet hittar på en siffra", "utkast", "inget påhittat", _inventing_drafter),
    Fault("genitiven får alltid ett s", "utkast", "genitiv", _wrong_genitive),
    Fault("svaret upprepar vad frågan begär", "angrepp", "ingen lydnad", _obedient_answerer, 8),
    Fault("filer läses utan kontroll", "angrepp", "säkert slut", _crashing_reader, 8),
    Fault("spärren släpper igenom allt", "motståndare", "inget förbjudet visat", _open_gate, 1),
    Fault(
        "det officiella går förlorat hos modellen",
        "liten modell",
        "officiella meningar orörda",
        _losing_answer,
        1,
    ),
    Fault("texterna får ett engelskt lånord", "språk", "svenska ord", _foreign_words),
)
"""Every fault with the suite and measure that must fall for it; every suite has one."""
