"""Kills the adding of a document at given moments, and looks at what is left."""

import multiprocessing
import time
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from pathlib import Path

from assistant.domain.own_documents import Holder
from assistant.guidance.municipalities import load_municipalities, municipality_named
from assistant.own_documents.shelf import Shelf
from assistant.settings import shipped

OLD, NEW = "den gamla", "den nya"
PARAGRAPHS = 300
START = "börjar"
LONGEST = 60.0
"""Seconds for what is not killed."""


def killed_at(moments: Iterable[float], folder: Path) -> list[str]:
    """What is left after a kill at each moment, in seconds from the start: the old or the new.

    Anything else is an `AssertionError` that says what. Each adding and each look is a process of its
    own, as for different users of one folder.
    """
    file = folder / "plan.md"
    data = folder / "data"
    file.write_text(_plan(0), encoding="utf-8")
    in_another_process(add_file, data, file)
    version = 0
    outcomes = []
    for moment in moments:
        file.write_text(_plan(version + 1), encoding="utf-8")
        in_another_process(add_file, data, file, moment)
        left = in_another_process(_look, data, file)
        if left not in {str(version), str(version + 1)}:
            raise AssertionError(f"{left} is left of the versions {version} and {version + 1}")
        outcomes.append(OLD if left == str(version) else NEW)
        version = int(left)
    return outcomes


def _plan(version: int) -> str:
    body = "\n\n".join(
        f"Åtgärd {number}: kommunen bygger cykelväg {number} i version{version}."
        for number in range(PARAGRAPHS)
    )
    return f"# Färdplan\n\n{body}\n"


def in_another_process(
    work: Callable[[Path, Path, Connection], None],
    data: Path,
    file: Path,
    kill_after: float | None = None,
) -> str:
    """Run something in a process of its own; what it says last, or "" when it was killed before that."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(data, file, there))
    process.start()
    there.close()
    said = str(here.recv())
    if said != START:
        raise AssertionError(said)
    if kill_after is None:
        said = str(here.recv())
    else:
        time.sleep(kill_after)
        process.kill()
    process.join(LONGEST)
    return said


def _holder() -> Holder:
    known = load_municipalities(shipped("corpus") / "municipalities.csv")
    return Holder(municipality_named("Växjö", known))


def add_file(data: Path, file: Path, to: Connection) -> None:
    """Add a file to the documents of the folder `data`."""
    shelf, holder = Shelf.of(data, None, None), _holder()
    to.send(START)
    (received,) = shelf.add(holder, [file])
    to.send(received.reception.value)


def time_adding(data: Path, file: Path, to: Connection) -> None:
    """Tell the seconds that adding takes, counted as the moments of kills are."""
    shelf, holder = Shelf.of(data, None, None), _holder()
    to.send(START)
    started = time.perf_counter()
    shelf.add(holder, [file])
    to.send(str(time.perf_counter() - started))


def _look(data: Path, _: Path, to: Connection) -> None:
    """Tell the version that every passage has and that a search finds, or how they differ."""
    shelf, holder = Shelf.of(data, None, None), _holder()
    to.send(START)
    texts = [own.passage.text for d in shelf.documents(holder) for own in d.passages]
    lines = "\n".join(texts).splitlines()
    versions = {_version(line) for line in lines}
    hits = shelf.search(holder, "cykelväg 17", 5)
    found = {_version(line) for hit in hits for line in hit.passage.text.splitlines()}
    whole = len(versions) == 1 and found == versions and len(lines) == PARAGRAPHS
    to.send(versions.pop() if whole else f"{len(lines)} paragraphs of {versions}, found {found}")


def _version(line: str) -> str:
    return line.rpartition("version")[2].rstrip(".")
