"""A progress bar for the one thing that takes time: building the index."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def build_progress() -> Iterator[Callable[[int, int], None]]:
    """Yields what `Assistant.open` calls with (done, of); draws on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = None

        def advance(done: int, of: int) -> None:
            nonlocal task
            if task is None:
                task = bar.add_task("Bygger sökindexet", total=of)
            bar.update(task, completed=done)

        yield advance
