"""A progress bar for what takes time: building the index, reading documents."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def build_progress(title: str = "Bygger sökindexet") -> Iterator[Callable[[int, int], None]]:
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
                task = bar.add_task(title, total=of)
            bar.update(task, completed=done, total=of)

        yield advance
