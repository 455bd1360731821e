"""Sökning: where the evidence of a question stands among the passages found, and in the answer."""

from collections.abc import Iterator
from itertools import chain

import ir_measures
from ir_measures import RR, Success, nDCG

from assistant.guidance.library import Library
from evals.case_files import question_cases
from evals.cases import Evidence, QuestionCase
from evals.outcomes import Answered
from evals.scores import Judgement
from evals.suites.asking import ask, evidence_lines, faithful, holds, is_reserved, shows
from evals.suites.suite import Suite, Told

FOUND = 10
FIRST = "rätt först"
RANKED = {FIRST: Success @ 1, "MRR@10": RR @ 10, "nDCG@10": nDCG @ 10}
"""The standard measures, counted by ir-measures."""


def score(case: QuestionCase, observed: Answered, library: Library) -> Iterator[Judgement]:
    """The measures of the ranking, and whether the question was answered with its evidence."""
    yield from faithful(observed, library)
    yield from ranking(case.evidence, observed.found, [p.text for p in library.passages])
    shown = shows(observed, case.evidence)
    yield Judgement("belägg i svaret", float(shown), "" if shown else "belägget visas inte")
    refused = observed.status == "refused"
    yield Judgement("besvarad", float(not refused), "frågan avböjs" if refused else "")
    reserved = refused or is_reserved(observed, library)
    told = "frågan besvaras inte eller med förbehåll" if reserved else ""
    yield Judgement("besvarad utan förbehåll", float(not reserved), told)


def ranking(evidence: Evidence, found: tuple[str, ...], texts: list[str]) -> Iterator[Judgement]:
    """How high the evidence stands among the texts found, of all `texts` that could be found."""
    any_piece = list(chain.from_iterable(evidence))
    relevant = {text: 1 for text in texts if holds(text, any_piece)}
    ranks = [rank_of(piece, found) for piece in evidence]
    first = min(ranks)
    told = f"plats {first:.0f}" if first <= FOUND else "bland de tio första finns inget belägg"
    values = _standard(relevant, found)
    for measure, value in values.items():
        # Graded measures count the same fault again, so only the first says why.
        yield Judgement(measure, value, told if value < 1 and measure == FIRST else "")
    for depth in (5, FOUND):
        value = sum(rank <= depth for rank in ranks) == len(ranks)
        missing = sum(rank > depth for rank in ranks)
        yield Judgement(
            f"belägg bland {depth}",
            float(value),
            f"{missing} av {len(ranks)} belägg saknas bland de {depth} första" if missing else "",
        )


def _standard(relevant: dict[str, int], found: tuple[str, ...]) -> dict[str, float]:
    if not relevant or not found:
        return dict.fromkeys(RANKED, 0.0)
    distinct = list(dict.fromkeys(found))
    run = {"q": {text: 1 / rank for rank, text in enumerate(distinct, start=1)}}
    counted = ir_measures.calc_aggregate(list(RANKED.values()), {"q": relevant}, run)
    return {name: float(counted[measure]) for name, measure in RANKED.items()}


def rank_of(piece: tuple[str, ...], found: tuple[str, ...]) -> float:
    """The place of the first text found that has one of the strings; infinite where none has."""
    for rank, text in enumerate(found, start=1):
        if holds(text, piece):
            return rank
    return float("inf")


def tell(case: QuestionCase, observed: Answered) -> Told:
    """The question, its evidence, the first passages and the answer."""
    yield "Fråga", case.question
    yield "Belägg", evidence_lines(case.evidence)
    first = [f"{rank}. {text}" for rank, text in enumerate(observed.found[:3], start=1)]
    yield "Först bland träffarna", "\n".join(first)
    yield "Svar", observed.answer


SEARCH = Suite(
    name="sökning",
    cases=lambda _assistant, frozen: question_cases(frozen=frozen),
    produce=lambda case, assistant: ask(assistant, case.question, found=FOUND),
    score=score,
    tell=tell,
)
