"""Measures what a user waits for and what it costs: start, answers, index, memory, size."""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from evals import case_files as cases

REPEATS = 5
COMMAND = [sys.executable, "-m", "assistant.cli.main"]
OPEN_QUESTION = "Hur får vi med invånarna i omställningen?"


def print_bench() -> None:
    """Print one row a measure: the median where several runs were made, and the aim."""
    table = Table("mått", "värde", "mål")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KLIMATKONTRAKT_DATA_DIR": folder}
        built = _timed(lambda: _ask(environment))
        table.add_row("fråga från skalet, index byggs", f"{built:.1f} s", "")
        table.add_row(
            "fråga från skalet, söks", f"{_median(lambda: _ask(environment)):.2f} s", "≤ 2,5 s"
        )
        looked_up = _median(lambda: _ask(environment, "åtagande 9, etablera"))
        table.add_row("fråga från skalet, slås upp", f"{looked_up:.2f} s", "≤ 2,5 s")
        for name, value in _warm(environment):
            table.add_row(name, f"{value * 1000:.1f} ms", "≤ 50 ms" if "p95" in name else "")
        pages = [_page(environment) for _ in range(REPEATS)]
        ready = statistics.median(seconds for seconds, _ in pages)
        table.add_row("sidan kan användas", f"{ready:.2f} s", "≤ 3,5 s")
        table.add_row("minne efter svar", f"{max(mb for _, mb in pages):.0f} MB", "≤ 700 MB")
    table.add_row("hjulet", f"{_wheel_megabytes():.2f} MB", "")
    table.add_row("miljön", f"{_megabytes(Path(sys.prefix)):.0f} MB", "")
    Console().print(table)


def _timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def _median(call: Callable[[], object]) -> float:
    return statistics.median(_timed(call) for _ in range(REPEATS))


def _ask(environment: dict[str, str], question: str = OPEN_QUESTION) -> None:
    subprocess.run(  # noqa: S603  our own command
        [*COMMAND, "ask", question], env=environment, check=True, stdout=subprocess.DEVNULL
    )


def _warm(environment: dict[str, str]) -> Iterator[tuple[str, float]]:
    """p50 and p95 of the development questions, answered one after the other in one process."""
    lines = [json.dumps({"question": c.question}).encode() for c in cases.question_cases()]
    command = [*COMMAND, "ask", "-", "--json"]
    with subprocess.Popen(  # noqa: S603  our own command
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the pipes of the command are not open")
        seconds = []
        for line in lines:
            started = time.perf_counter()
            process.stdin.write(line + b"\n")
            process.stdin.flush()
            process.stdout.readline()
            seconds.append(time.perf_counter() - started)
    ordered = sorted(seconds[1:])
    yield "varmt svar p50", ordered[len(ordered) // 2]
    yield "varmt svar p95", ordered[int(len(ordered) * 0.95)]


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*COMMAND, "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            yield server, f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _page(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds from the command until the page is served, and megabytes after a searched answer."""
    from gradio_client import Client  # noqa: PLC0415  a second that is not part of the measure

    started = time.perf_counter()
    with _served(environment) as (server, address):
        while not _is_up(address):
            time.sleep(0.02)
        seconds = time.perf_counter() - started
        Client(address, verbose=False).predict(OPEN_QUESTION, api_name="/ask")
        return seconds, psutil.Process(server.pid).memory_info().rss / 1e6


def _is_up(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310  loopback
            return bool(response.status == 200)
    except OSError:
        return False


def _wheel_megabytes() -> float:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", folder, "."]
        root = Path(__file__).parent.parent
        subprocess.run(command, cwd=root, check=True)  # noqa: S603  pip on our own folder
        return sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6


def _megabytes(folder: Path) -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6
