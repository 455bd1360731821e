"""Vägran: questions that the guidance does not answer must not be answered."""

from collections.abc import Iterator

from assistant.guidance.library import Library
from evals.case_files import unanswerable_cases
from evals.cases import UnanswerableCase
from evals.outcomes import Answered
from evals.scores import Judgement
from evals.suites.asking import STATUSES, ask, faithful, is_reserved
from evals.suites.suite import Suite, Told


def score(_case: UnanswerableCase, observed: Answered, library: Library) -> Iterator[Judgement]:
    """Whether the question was refused or asked back about, or at least answered with a reservation."""
    yield from faithful(observed, library)
    answered = observed.status == "answered"
    yield Judgement("avböjd", float(not answered), "frågan besvaras" if answered else "")
    unreserved = answered and not is_reserved(observed, library)
    told = "frågan besvaras utan förbehåll" if unreserved else ""
    yield Judgement("avböjd eller med förbehåll", float(not unreserved), told)


def tell(case: UnanswerableCase, observed: Answered) -> Told:
    """The question, why it has no answer, and what came of it."""
    yield "Fråga", case.question
    yield "Varför den ska avböjas (ur falldata, på engelska)", case.why
    yield "Utfall", STATUSES[observed.status]
    yield "Svar", observed.answer


REFUSALS = Suite(
    name="vägran",
    cases=lambda _assistant, frozen: unanswerable_cases(frozen=frozen),
    produce=lambda case, assistant: ask(assistant, case.question),
    score=score,
    tell=tell,
)
