"""Reads a stream that is written on another thread, within a time limit, and can give it up at once.

A blocked read of a socket cannot be interrupted; a task on an event loop can. So every model is
asked on one loop of its own, and what it writes comes over a queue.
"""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing
from functools import cache
from queue import Empty, Queue

FURTHEST_AHEAD = 200
"""Pieces that may wait to be read: a model that never stops must not fill the memory."""
PAUSE = 0.01

Pieces = Callable[[], AsyncGenerator[str, None]]


class _End:
    """What stands last in the queue: the fault that ended the stream, or none."""

    def __init__(self, fault: BaseException | None) -> None:
        self.fault = fault


def streamed(pieces: Pieces, seconds: float) -> Generator[str, None, None]:
    """What `pieces` gives, as it comes; `TimeoutError` when it is not whole after so many seconds.

    Whatever goes wrong in the stream is raised here. Closing the generator cancels the stream, which
    closes its connection.
    """
    queue: Queue[str | _End] = Queue()
    ends_at = time.monotonic() + seconds

    async def read() -> None:
        fault: BaseException | None = None
        try:
            async with aclosing(pieces()) as written:
                async for piece in written:
                    queue.put(piece)
                    while queue.qsize() > FURTHEST_AHEAD:  # noqa: ASYNC110  the reader has no loop
                        await asyncio.sleep(PAUSE)
        except BaseException as error:  # noqa: BLE001  the reader on the other thread raises it
            fault = error
        finally:
            queue.put(_End(fault))

    task = asyncio.run_coroutine_threadsafe(read(), _loop())
    try:
        while True:
            try:
                piece = queue.get(timeout=max(ends_at - time.monotonic(), 0))
            except Empty:
                raise TimeoutError from None
            if isinstance(piece, _End):
                if piece.fault is not None:
                    raise piece.fault
                return
            yield piece
            if time.monotonic() > ends_at:
                raise TimeoutError
    finally:
        task.cancel()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="språkmodell", daemon=True).start()
    return loop
