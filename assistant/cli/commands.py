"""What each command does, for one question and for a stream of them."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from getpass import getuser
from pathlib import Path
from typing import Any

from assistant.cli import records
from assistant.cli.progress import build_progress
from assistant.cli.terminal import print_hits, print_outcome, print_review
from assistant.domain.documents import Document
from assistant.domain.errors import InputFault, KlimatkontraktError
from assistant.domain.municipalities import Municipality
from assistant.domain.reviews import Review
from assistant.guidance.municipalities import load_municipalities, municipality_named
from assistant.opening import Assistant, last
from assistant.settings import read_settings, shipped

Respond = Callable[[Mapping[str, Any]], records.Json]


def serve(given: argparse.Namespace) -> int:
    """Start the web app and stay until it is stopped."""
    options = {"host": given.host, "port": given.port}
    settings = read_settings(
        **{name: value for name, value in options.items() if value is not None}
    )
    from ui.serving import serve as serve_page  # noqa: PLC0415  Gradio takes three seconds

    serve_page(settings)
    return 0


def search(given: argparse.Namespace) -> int:
    """Show the passages nearest to a question."""
    if given.limit < 1:
        raise InputFault(f"--limit är {given.limit}. Ange ett heltal som är minst 1.")
    with build_progress() as progress:
        assistant = Assistant.open(progress=progress)
        if is_stream(given.question, given):
            return stream(
                lambda record: records.hits_record(
                    assistant.search(records.search_question(record), given.limit)
                )
            )
        hits = assistant.search(_question(given), given.limit)
    if given.json:
        print_json(records.hits_record(hits))
    else:
        print_hits(hits)
    return 0


def ask(given: argparse.Namespace) -> int:
    """Answer a question."""
    municipality = _municipality(given.municipality)
    with build_progress() as progress:
        assistant = Assistant.open(progress=progress)

        def respond(record: Mapping[str, Any]) -> records.Json:
            question = records.question_of(record)
            named = _municipality(question.municipality) or municipality
            own_name = named.own_name if named else None
            steps = assistant.ask_in_steps(question.text, question.history, own_name, getuser())
            return records.outcome_record(last(steps))

        if is_stream(given.question, given):
            return stream(respond)
        own_name = municipality.own_name if municipality else None
        outcome = last(assistant.ask_in_steps(_question(given), (), own_name, getuser()))
    if given.json:
        print_json(records.outcome_record(outcome))
    else:
        print_outcome(outcome, assistant.library)
    return 0


def review(given: argparse.Namespace) -> int:
    """Review a contract text, and write what was asked for of it: Word file, summary, order."""
    if given.output and given.file in {None, "-"}:
        raise InputFault("-o kräver en Word-fil att skriva tillbaka. Ange filen efter kommandot.")
    assistant = Assistant.open()
    if given.file == "-" and given.json:
        if given.summary or given.order:
            raise InputFault("Med - och --json skrivs inga filer. Läs kontraktet från en fil.")
        return stream(
            lambda record: records.review_record(assistant.review(records.text_of(record)))
        )
    document = _document(given.file)
    reviewed = assistant.review_document(document)
    if given.output:
        from assistant.export.tracked_changes import reviewed_word_file  # noqa: PLC0415

        reviewed_word_file(Path(given.file), reviewed, assistant.library, Path(given.output))
    if given.summary:
        _write_summary(Path(given.summary), given.file, document, reviewed, assistant)
    if given.order:
        _write_order(Path(given.order), assistant.proposed_order(reviewed))
    if given.json:
        print_json(records.document_review_record(reviewed, document))
    else:
        print_review(reviewed, document)
    return 0


def _write_summary(
    target: Path, file: str | None, document: Document, reviewed: Review, assistant: Assistant
) -> None:
    from assistant.export.review_summary import write_summary  # noqa: PLC0415  python-docx is slow
    from assistant.wording.review_summary import summary_of  # noqa: PLC0415

    name = "kontraktsutkastet" if file in {None, "-"} else Path(str(file)).name
    write_summary(summary_of(reviewed, document, assistant.library.guidance, name), target)


def _write_order(target: Path, order: records.Json) -> None:
    from assistant.export.files import write_file  # noqa: PLC0415  python-docx is slow

    write_file(target, (json.dumps(order, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    if "municipality" not in order:
        print(  # noqa: T201  this is what the user reads
            "Det framgår inte vilken kommun kontraktet gäller. Fyll i municipality i "
            f"{target.name!r} innan utkastet beställs.",
            file=sys.stderr,
        )


def _document(name: str | None) -> Document:
    if name in {None, "-"}:
        if name is None and sys.stdin.isatty():
            raise InputFault("Filen saknas. Ange en Word-, PDF- eller textfil efter kommandot.")
        return Document(_standard_input("Ange texten som UTF-8."))
    from assistant.documents.reading import read_document  # noqa: PLC0415  only a file needs it

    return read_document(Path(str(name)))


def _municipality(name: str | None) -> Municipality | None:
    if name is None:
        return None
    return municipality_named(name, load_municipalities(shipped("corpus") / "municipalities.csv"))


def is_stream(first: str | None, given: argparse.Namespace) -> bool:
    """Whether JSON Lines come on standard input."""
    return bool(first == "-" and given.json)


def _question(given: argparse.Namespace) -> str:
    if given.question not in {None, "-"}:
        return str(given.question)
    if given.question is None and sys.stdin.isatty():
        raise InputFault("Frågan saknas. Skriv den efter kommandot, inom citattecken.")
    return _standard_input("Ange frågan som text.")


def _standard_input(advice: str) -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFault(f"Det inlästa är inte text i UTF-8. {advice}") from error


def stream(respond: Respond) -> int:
    """One JSON line out for each JSON line in, in order; a faulty line does not stop the run."""
    failed = False
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        record: records.Json = {}
        try:
            record = records.read_line(line)
            answer = {"id": record.get("id"), **respond(record)}
        except KlimatkontraktError as error:
            failed = True
            answer = {"id": record.get("id"), "error": str(error)}
        print_json(answer)
    return int(failed)


def print_json(record: records.Json) -> None:
    """One JSON object on a line of its own."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()
