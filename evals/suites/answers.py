"""Svar: questions whose answer must have a status, cite passages and say words."""

from collections.abc import Iterator

from assistant.guidance.library import Library
from evals.case_files import answer_cases
from evals.cases import AnswerCase
from evals.outcomes import Answered
from evals.scores import Judgement
from evals.suites.asking import STATUSES, ask, faithful
from evals.suites.suite import Suite, Told


def score(case: AnswerCase, observed: Answered, library: Library) -> Iterator[Judgement]:
    """Whether the answer has the status, the citations and the words that the case asks for."""
    yield from faithful(observed, library)
    cited = {citation.passage.partition("/")[2] for citation in observed.citations}
    faults = []
    if observed.status != case.status:
        faults.append(f"frågan är {STATUSES[observed.status]}, inte {STATUSES[case.status]}")
    if case.reason and observed.reason != case.reason:
        faults.append(f"orsaken är {observed.reason}, inte {case.reason}")
    faults += [f"citerar inte {name}" for name in case.cites if name not in cited]
    faults += [f"säger inte ”{words}”" for words in case.says if words not in observed.answer]
    yield Judgement("rätt svar", float(not faults), "; ".join(faults))


def tell(case: AnswerCase, observed: Answered) -> Told:
    """The question, what was asked of the answer, and the answer."""
    yield from (("Tidigare replik", turn.content) for turn in case.history)
    yield "Fråga", case.question
    asked = [STATUSES[case.status], *(f"citerar {name}" for name in case.cites)]
    yield "Krav", "; ".join([*asked, *(f"säger ”{words}”" for words in case.says)])
    yield "Svar", observed.answer


ANSWERS = Suite(
    name="svar",
    cases=lambda _assistant, frozen: () if frozen else answer_cases(),
    produce=lambda case, assistant: ask(assistant, case.question, case.history),
    score=score,
    tell=tell,
)
