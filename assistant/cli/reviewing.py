"""The command `review`: a contract text in, what is official in it out."""

import argparse
import sys
from pathlib import Path

from assistant.cli.files import write_json
from assistant.cli.parsing import Commands
from assistant.cli.streams import print_json, standard_input, stream
from assistant.cli.terminal import print_review
from assistant.domain.documents import Document
from assistant.domain.errors import InputFault, quoted
from assistant.domain.reviews import Review
from assistant.opening import Assistant
from assistant.published import outcomes, requests


def add_to(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser(
        "review", help="granska ett kontraktsutkast mot de officiella formuleringarna"
    )
    command.add_argument(
        "file",
        nargs="?",
        metavar="FIL",
        help="Word, PDF, text eller Markdown, eller - för att läsa text från stdin",
    )
    command.add_argument(
        "--json", action="store_true", help="skriv JSON; med - läses och skrivs JSON Lines"
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="GRANSKAD.docx",
        help="skriv Word-filen tillbaka med ändringsförslag och kommentarer",
    )
    command.add_argument(
        "--summary", metavar="FIL", help="skriv en sammanfattning på en sida: .docx eller .md"
    )
    command.add_argument(
        "--order",
        metavar="FIL.json",
        help="skriv en beställning av nästa utkast, läst ur kontraktet",
    )
    command.set_defaults(run=review)


def review(given: argparse.Namespace) -> int:
    """Review a contract text, and write what was asked for of it: Word file, summary, order."""
    if given.output and given.file in {None, "-"}:
        raise InputFault("-o kräver en Word-fil att skriva tillbaka. Ange filen efter kommandot.")
    assistant = Assistant.open()
    edition = assistant.library.guidance.edition
    if given.file == "-" and given.json:
        if given.summary or given.order:
            raise InputFault("Med - och --json skrivs inga filer. Läs kontraktet från en fil.")
        return stream(
            lambda record: outcomes.review_record(assistant.review(requests.text_of(record)))
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
        print_json(outcomes.document_review_record(reviewed, document))
    else:
        print_review(reviewed, document, edition)
    return 0


def _write_summary(
    target: Path, file: str | None, document: Document, reviewed: Review, assistant: Assistant
) -> None:
    from assistant.export.review_summary import write_summary  # noqa: PLC0415  python-docx is slow
    from assistant.wording.review_summary import summary_of  # noqa: PLC0415

    name = "kontraktsutkastet" if file in {None, "-"} else Path(str(file)).name
    write_summary(summary_of(reviewed, document, assistant.library.guidance, name), target)


def _write_order(target: Path, order: outcomes.Json) -> None:
    write_json(target, order)
    if "municipality" not in order:
        print(  # noqa: T201  this is what the user reads
            "Det framgår inte vilken kommun kontraktet gäller. Fyll i municipality i "
            f"{quoted(target.name)} innan utkastet beställs.",
            file=sys.stderr,
        )


def _document(name: str | None) -> Document:
    if name in {None, "-"}:
        if name is None and sys.stdin.isatty():
            raise InputFault("Filen saknas. Ange en Word-, PDF- eller textfil efter kommandot.")
        return Document(standard_input("Ange texten som UTF-8."))
    from assistant.documents.reading import read_document  # noqa: PLC0415  only a file needs it

    return read_document(Path(str(name)))
