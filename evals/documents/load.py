"""Many municipalities with documents at once: how long adding takes, how fast a search is, what it costs."""

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import psutil

from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import Holder
from assistant.own_documents.shelf import Shelf
from evals.documents.roadmap import HABO, Roadmap

PASSAGES = 350
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
class Loaded:
    """Last: what many municipalities' documents take and give; times in seconds, sizes in megabytes."""

    municipalities: int
    add_median: float
    add_total: float
    first_search: float
    p50: float
    p95: float
    together_p95: float
    together_per_second: float
    memory: float
    disk: float
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
            file.write_text(_document(holder), encoding="utf-8")
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
        disk = sum(f.stat().st_size for f in data.rglob("*") if f.is_file()) / 1e6
        if server:
            for holder in holders:
                shelf.remove(holder, f"{holder.municipality.code}.md")
    return Loaded(
        municipalities=len(holders),
        add_median=statistics.median(adding),
        add_total=sum(adding),
        first_search=statistics.median(first),
        p50=_share([took for took, _ in warm], 0.5),
        p95=_share([took for took, _ in warm], 0.95),
        together_p95=_share([took for took, _ in together], 0.95),
        together_per_second=len(together) / seconds,
        memory=memory,
        disk=disk,
        strangers=sum(strangers for _, strangers in (*warm, *together)),
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


def _share(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _document(holder: Holder) -> str:
    """A document of as many passages as a roadmap has, in an order of the municipality's own."""
    chance = Random(holder.municipality.code)  # noqa: S311  hides nothing
    return "\n\n".join(_paragraphs(chance, holder.municipality.own_name))


def _paragraphs(chance: Random, name: str) -> Iterator[str]:
    roadmap = Roadmap.from_file(HABO)
    facts = [fact.sentence for fact in roadmap.planted()]
    for number in range(PASSAGES):
        if number % 10 == 0:
            yield f"## {number // 10 + 1} Åtgärder i {name}"
        yield " ".join(
            (chance.choice(facts), *chance.sample(roadmap.filler, 5), f"Det är åtgärd {number}.")
        )
