"""Many municipalities with documents at once, one with very many: what adding, searching and asking take."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import psutil

from assistant.domain.answers import Outcome
from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import Holder
from assistant.opening import Assistant
from assistant.own_documents.shelf import Shelf
from assistant.settings import Settings
from evals.documents.load_texts import document, large_files

USERS = 50
ASKED = 10
"""Questions that each user asks."""
QUESTIONS = (
    "Vem ansvarar för laddplatserna?",
    "När ska vi vara klimatneutrala?",
    "Hur stor andel av livsmedlen är ekologiska?",
    "Vad kostar cykelvägarna?",
    "Hur följs färdplanen upp?",
)


@dataclass(frozen=True, slots=True)
class Times:
    """Tider: in seconds."""

    p50: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Times":
        """Of many measured ones."""
        return cls(_share(seconds, 0.5), _share(seconds, 0.95))


@dataclass(frozen=True, slots=True)
class Loaded:
    """Last: what many municipalities' documents take and give; times in seconds, sizes in megabytes."""

    municipalities: int
    add_median: float
    add_total: float
    first_search: float
    searched: Times
    together_p95: float
    together_per_second: float
    memory: float
    disk: float
    asked: Times
    """A whole question, as a user asks it: the guidance and the municipality's own documents."""
    large_add: float
    large_first: float
    large_searched: Times
    large_asked: Times
    strangers: int
    """Passages of another municipality that a search gave: none, or the promise is broken."""


def loaded(known: Sequence[Municipality], count: int, server: str | None) -> Loaded:
    """Add a document for each of `count` municipalities, and search them one by one and together."""
    holders = [Holder(municipality) for municipality in known[:count]]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shelf = Shelf.of(data, server, None)
        adding = []
        for holder in holders:
            file = Path(folder) / f"{holder.municipality.code}.md"
            file.write_text(document(holder), encoding="utf-8")
            started = time.perf_counter()
            shelf.add(holder, [file])
            adding.append(time.perf_counter() - started)
        fresh = Shelf.of(data, server, None)
        first = [_searched(fresh, holder, QUESTIONS[0])[0] for holder in holders]
        warm = [
            _searched(fresh, Random(number).choice(holders), question)  # noqa: S311  hides nothing
            for number in range(100)
            for question in QUESTIONS
        ]
        started = time.perf_counter()
        with ThreadPoolExecutor(USERS) as pool:
            asked = pool.map(lambda number: _user(fresh, holders, number), range(USERS))
            together = [one for many in asked for one in many]
        seconds = time.perf_counter() - started
        memory = psutil.Process().memory_info().rss / 1e6
        assistant = Assistant.open(Settings(data_dir=data, chroma=server))
        whole = _asked(assistant, holders)
        disk = sum(f.stat().st_size for f in data.rglob("*") if f.is_file()) / 1e6
        large = holders[0]
        files = large_files(large, Path(folder))
        started = time.perf_counter()
        shelf.add(large, files)
        large_add = time.perf_counter() - started
        large_first, _ = _searched(fresh, large, QUESTIONS[0])
        large_warm = [_searched(fresh, large, QUESTIONS[n % len(QUESTIONS)]) for n in range(200)]
        large_asked = _asked(assistant, [large])
        if server:
            for holder in holders:
                shelf.remove(holder, f"{holder.municipality.code}.md")
            for file in files:
                shelf.remove(large, file.name)
    return Loaded(
        municipalities=len(holders),
        add_median=statistics.median(adding),
        add_total=sum(adding),
        first_search=statistics.median(first),
        searched=Times.of([took for took, _ in warm]),
        together_p95=_share([took for took, _ in together], 0.95),
        together_per_second=len(together) / seconds,
        memory=memory,
        disk=disk,
        asked=Times.of([took for took, _ in whole]),
        large_add=large_add,
        large_first=large_first,
        large_searched=Times.of([took for took, _ in large_warm]),
        large_asked=Times.of([took for took, _ in large_asked]),
        strangers=sum(
            strangers for _, strangers in (*warm, *together, *whole, *large_warm, *large_asked)
        ),
    )


def _user(shelf: Shelf, holders: Sequence[Holder], number: int) -> list[tuple[float, int]]:
    holder = holders[number % len(holders)]
    return [_searched(shelf, holder, QUESTIONS[n % len(QUESTIONS)]) for n in range(ASKED)]


def _searched(shelf: Shelf, holder: Holder, question: str) -> tuple[float, int]:
    """How long a search took, and how many passages it gave that are another municipality's."""
    started = time.perf_counter()
    hits = shelf.search(holder, question, 10)
    took = time.perf_counter() - started
    code = holder.municipality.code
    return took, sum(not hit.passage.id.startswith(f"dokument/{code}/") for hit in hits)


def _asked(assistant: Assistant, holders: Sequence[Holder]) -> list[tuple[float, int]]:
    """How long whole questions take, and what of others their answers cite, when all has been asked once."""
    for holder in holders:
        assistant.ask(QUESTIONS[0], municipality=holder.municipality.own_name)
    outcomes = []
    for number in range(100):
        holder = Random(number).choice(holders)  # noqa: S311  hides nothing
        for question in QUESTIONS:
            started = time.perf_counter()
            outcome = assistant.ask(question, municipality=holder.municipality.own_name)
            took = time.perf_counter() - started
            outcomes.append((took, _of_strangers(outcome, holder)))
    return outcomes


def _of_strangers(outcome: Outcome, holder: Holder) -> int:
    own = (q.passage.id for q in outcome.quotations if not q.passage.of_guidance)
    return sum(not id_.startswith(f"dokument/{holder.municipality.code}/") for id_ in own)


def _share(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
