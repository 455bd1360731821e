"""What the server's log says of a fault: where and what kind, and never a word of what somebody wrote.

Messages of exceptions quote what they were given. Here that is questions and drafts.
"""

import logging
import sys
import traceback


def log_fault(error: BaseException) -> None:
    """One line: the kind of fault and the last places that it came through."""
    places = " < ".join(
        f"{frame.name} ({frame.filename}:{frame.lineno})"
        for frame in reversed(traceback.extract_tb(error.__traceback__)[-4:])
    )
    print(f"Fel: {type(error).__name__} i {places or 'okänd kod'}", file=sys.stderr, flush=True)  # noqa: T201


def keep_texts_out_of_the_log() -> None:
    """For the rest of the process: Gradio prints tracebacks, and uvicorn logs them, both with texts."""
    traceback.print_exc = _print_fault  # whatever it is asked for
    logging.getLogger("uvicorn.error").addFilter(_without_traceback)


def _print_fault(*_: object, **__: object) -> None:
    error = sys.exception()
    if error:
        log_fault(error)


def _without_traceback(record: logging.LogRecord) -> bool:
    if record.exc_info and record.exc_info[1]:
        log_fault(record.exc_info[1])
        return False
    return True
