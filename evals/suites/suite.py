"""What a suite consists of: its cases, how an outcome is produced, how it is scored and told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assistant.guidance.library import Library
from assistant.opening import Assistant
from evals.cases import Case
from evals.outcomes import Record
from evals.scores import Judgement

AnyCase = TypeVar("AnyCase", bound=Case)
AnyObserved = TypeVar("AnyObserved", bound=Record)
Told = Iterator[tuple[str, str]]
"""Labels and texts that show a case to a reader."""


@dataclass(frozen=True, slots=True)
class Suite(Generic[AnyCase, AnyObserved]):
    """Svit: cases of one kind.

    `cases` lists them, or the frozen ones; `produce` lets the program have one; `score` judges what
    came of it; `tell` shows it to a reader.
    """

    name: str
    cases: Callable[[Assistant, bool], Iterable[AnyCase]]
    produce: Callable[[AnyCase, Assistant], AnyObserved]
    score: Callable[[AnyCase, AnyObserved, Library], Iterable[Judgement]]
    tell: Callable[[AnyCase, AnyObserved], Told]
    sampled: int | None = None
    """The most cases of a group that a sample has, where each takes long."""


AnySuite = Suite[Any, Any]
