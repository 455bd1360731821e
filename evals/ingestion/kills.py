"""Kills a reading with SIGKILL at random moments: the folder is whole, or it is not there."""

import multiprocessing
import os
import random
import shutil
import signal
import time
from pathlib import Path

from assistant.ingestion.ingest import ingest
from assistant.ingestion.pattern import Pattern


def killed(pdf: Path, pattern: Pattern, folder: Path, times: int, seed: int) -> tuple[int, int]:
    """How many of the killed readings left the whole folder, and how many left nothing.

    A folder that is there in part is an `AssertionError`.
    """
    chance = random.Random(seed)  # noqa: S311  chance here hides nothing
    undisturbed = folder / "ostörd"
    began = time.perf_counter()
    ingest(pdf, undisturbed, pattern)
    longest = time.perf_counter() - began
    files = _files(undisturbed)
    whole = nothing = 0
    context = multiprocessing.get_context("fork")
    for number in range(times):
        target = folder / f"dödad-{number}"
        process = context.Process(target=ingest, args=(pdf, target, pattern))
        process.start()
        process.join(chance.uniform(0, longest * 1.1))
        if process.is_alive() and process.pid:
            os.kill(process.pid, signal.SIGKILL)
        process.join()
        if target.exists():
            whole += 1
            if _files(target) != files:
                raise AssertionError(f"{target} is there in part")
            shutil.rmtree(target)
        else:
            nothing += 1
    return whole, nothing


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
