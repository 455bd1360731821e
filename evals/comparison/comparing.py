"""Runs others on the cases of a run, and keeps what came of it beside the outcomes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from assistant.guidance.library import Library
from assistant.opening import Assistant
from evals.cases import QuestionCase
from evals.comparison.plain_search import MINILM, Search, bm25, minilm, pieces_of
from evals.outcomes import Answered, Outcome, Record, Reviewed
from evals.running import Cases
from evals.scores import Judgement
from evals.source import source_text
from evals.suites.reviews import TamperedCase
from evals.suites.search import FOUND, ranking
from evals.tampering.quote_checkers import Accepts, quote_checkers

FILE = "comparison.json"
OURS = "Klimatkontraktsassistenten"


class Checker(Record):
    """Citatkontroll: how many tampered and how many faithful sentences it takes for official."""

    name: str
    tampered: int
    of_tampered: int
    faithful: int
    of_faithful: int


class Searcher(Record):
    """Sökning i jämförelsen: its measures on the same questions."""

    name: str
    questions: int
    values: dict[str, float]


class Beside(Record):
    """Jämförelse med andra: ours first, and what could not be run."""

    checkers: tuple[Checker, ...] = ()
    searchers: tuple[Searcher, ...] = ()
    absent: tuple[str, ...] = ()


def compared(assistant: Assistant, cases: Cases, produced: Iterable[Outcome]) -> Beside:
    """Ours and the others on the same sentences and the same questions."""
    observed = {(o.suite, o.case): o.observed for o in produced}
    tampered = [c for c in cases.get("granskning", ()) if isinstance(c, TamperedCase)]
    asked = [c for c in cases.get("sökning", ()) if isinstance(c, QuestionCase)]
    absent: list[str] = []
    checkers: list[Checker] = []
    if tampered:
        reviewed = {c.sentence: observed["granskning", c.id] for c in tampered}
        checkers.append(_checker(OURS, tampered, lambda sentence: _ours(reviewed[sentence])))
        try:
            others = quote_checkers(assistant.library.guidance)
        except ModuleNotFoundError:
            others = {}
            absent.append(
                "Citatkontrollerna verbatim-core och ragas är inte installerade och har därför inte prövats."
            )
        checkers += [_checker(name, tampered, accepts) for name, accepts in others.items()]
    searchers = list(_searchers(asked, observed, assistant.library, absent)) if asked else []
    return Beside(checkers=tuple(checkers), searchers=tuple(searchers), absent=tuple(absent))


def _ours(observed: Record) -> bool:
    return isinstance(observed, Reviewed) and any(
        p.startswith("verbatim") for p in observed.pledges
    )


def _checker(name: str, cases: Iterable[TamperedCase], accepts: Accepts) -> Checker:
    taken: dict[bool, list[bool]] = {True: [], False: []}
    for case in cases:
        taken[case.faithful].append(accepts(case.sentence))
    return Checker(
        name=name,
        tampered=sum(taken[False]),
        of_tampered=len(taken[False]),
        faithful=sum(taken[True]),
        of_faithful=len(taken[True]),
    )


def _searchers(
    asked: list[QuestionCase],
    observed: Mapping[tuple[str, str], Record],
    library: Library,
    absent: list[str],
) -> Iterator[Searcher]:
    texts = [passage.text for passage in library.passages]
    found = {
        c.question: o.found for c in asked if isinstance(o := observed["sökning", c.id], Answered)
    }
    yield _searcher(OURS, asked, found.__getitem__, texts)
    pieces = list(pieces_of(source_text()))
    yield _searcher("BM25 med Snowball, bitar om 1 000 tecken", asked, bm25(pieces, FOUND), pieces)
    by_meaning = minilm(pieces, FOUND)
    if by_meaning is None:
        absent.append(
            f"Modellen MiniLM ({MINILM}) är inte installerad och har därför inte prövats."
        )
        return
    yield _searcher("MiniLM (engelsk modell), bitar om 1 000 tecken", asked, by_meaning, pieces)


def _searcher(name: str, asked: list[QuestionCase], search: Search, texts: list[str]) -> Searcher:
    values: dict[str, list[float]] = defaultdict(list)
    judged: Iterable[Judgement]
    for case in asked:
        judged = ranking(case.evidence, search(case.question), texts)
        for judgement in judged:
            values[judgement.measure].append(judgement.value)
    means = {measure: float(np.mean(of_measure)) for measure, of_measure in values.items()}
    return Searcher(name=name, questions=len(asked), values=means)


def write(folder: Path, beside: Beside) -> None:
    """Keep it beside the outcomes."""
    (folder / FILE).write_text(beside.model_dump_json(indent=1), encoding="utf-8")


def read(folder: Path) -> Beside | None:
    """What `write` wrote; None where the run had no comparison."""
    path = folder / FILE
    return Beside.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else None
