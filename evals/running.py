"""Produces outcomes: lets the program have every case of the suites, and writes down what it did."""

import hashlib
import importlib.metadata
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from assistant.opening import Assistant
from assistant.settings import shipped
from evals.cases import Case
from evals.outcomes import Outcome, Run, Sample
from evals.sampling import drawn
from evals.suites import SUITES

ROOT = Path(__file__).parent.parent
Cases = Mapping[str, Sequence[Case]]


def cases_to_run(
    assistant: Assistant, suites: Iterable[str], sample: Sample | None, *, frozen: bool = False
) -> dict[str, list[Case]]:
    """The cases of each suite."""
    return {
        name: drawn(SUITES[name].cases(assistant, frozen), sample, SUITES[name].sampled)
        for name in suites
    }


def produce(
    assistant: Assistant, cases: Cases, progress: Callable[[str], None] = lambda _suite: None
) -> Iterator[Outcome]:
    """The outcome of every case, in order; `progress` is told of each."""
    for name, of_suite in cases.items():
        for case in of_suite:
            started = time.perf_counter()
            observed = SUITES[name].produce(case, assistant)
            seconds = time.perf_counter() - started
            yield Outcome(suite=name, case=case.id, observed=observed, seconds=round(seconds, 5))
            progress(name)


def describe(
    assistant: Assistant, suites: Iterable[str], sample: Sample | None, *, frozen: bool
) -> Run:
    """What the run is made with."""
    settings = assistant.settings
    in_force = settings.model_dump_json(exclude={"data_dir", "edition", "host", "port"})
    return Run(
        version=importlib.metadata.version("klimatkontrakt"),
        day=date.today().isoformat(),  # noqa: DTZ011  the user's own day
        edition=assistant.library.guidance.edition.id,
        encoder=settings.encoder,
        model=settings.model,
        code=_hash(p for name in ("assistant", "ui") for p in _files(ROOT / name)),
        corpus=_hash(_files(settings.edition)),
        prompts=_hash(_files(shipped("prompts"))),
        settings=hashlib.sha256(in_force.encode()).hexdigest(),
        cases=cases_hash(),
        suites=tuple(suites),
        sample=sample,
        frozen=frozen,
    )


def cases_hash() -> str:
    """Names the cases: their files, and the rules that generate cases."""
    evals = ROOT / "evals"
    files = [p for p in _files(evals / "cases") if "frozen" not in p.name and p.suffix != ".md"]
    rules = [
        p
        for p in _files(evals / "tampering")
        if p.name in {"cases.py", "disguises.py", "mutations.py"}
    ]
    rules += [evals / "drafts" / "orders.py", evals / "language_models" / "adversary.py"]
    return _hash([*files, *rules])


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _hash(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
