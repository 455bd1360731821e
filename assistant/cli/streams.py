"""Standard input and output: one text, or JSON Lines in and out."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from assistant.cli import records
from assistant.domain.errors import InputFault, KlimatkontraktError
from assistant.published.outcomes import Json

Respond = Callable[[Mapping[str, Any]], Json]


def is_stream(first: str | None, given: argparse.Namespace) -> bool:
    """Whether JSON Lines come on standard input."""
    return bool(first == "-" and given.json)


def stream(respond: Respond) -> int:
    """One JSON line out for each JSON line in, in order; a faulty line does not stop the run."""
    failed = False
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        record: Json = {}
        try:
            record = records.read_line(line)
            answer = {"id": record.get("id"), **respond(record)}
        except KlimatkontraktError as error:
            failed = True
            answer = {"id": record.get("id"), "error": str(error)}
        print_json(answer)
    return int(failed)


def print_json(record: Json) -> None:
    """One JSON object on a line of its own."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def standard_input(advice: str) -> str:
    """The whole of standard input; `InputFault` when it is not UTF-8."""
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFault(f"Det inlästa är inte text i UTF-8. {advice}") from error
