"""The command `documents`: a municipality's own documents, and what is proposed from them."""

import argparse
import sys
from pathlib import Path

from assistant.cli.holders import for_municipality, holder_of
from assistant.cli.parsing import Commands
from assistant.cli.progress import build_progress
from assistant.cli.proposing import add_propose
from assistant.cli.streams import print_json
from assistant.domain.own_documents import OwnDocument, Received, Reception
from assistant.opening import Assistant


def add_to(commands: Commands) -> None:
    """Add the commands."""
    about = commands.add_parser(
        "documents", help="lägg till, visa eller ta bort kommunens egna dokument"
    )
    actions = about.add_subparsers(dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder")
    for name, run, told in (
        ("add", add, "lägg till eller ersätt dokument: Word, PDF eller text"),
        ("list", list_documents, "visa vilka dokument som finns"),
        ("show", show, "visa styckena i ett dokument, med sida"),
        ("remove", remove, "ta bort dokument och alla spår av dem"),
    ):
        action = actions.add_parser(name, help=told)
        if name == "add":
            action.add_argument("files", nargs="+", metavar="FIL", help="filer att läsa")
        elif name == "remove":
            action.add_argument("names", nargs="+", metavar="NAMN", help="dokumentens namn")
        elif name == "show":
            action.add_argument("name", metavar="NAMN", help="dokumentets namn")
        for_municipality(action)
        action.set_defaults(run=run)
    add_propose(actions)


def add(given: argparse.Namespace) -> int:
    """Add files; the exit status says whether all could be read."""
    assistant = Assistant.open()
    holder = holder_of(given, assistant)
    with build_progress("Läser dokument") as progress:
        files = [Path(name) for name in given.files]
        received = assistant.shelf.add(holder, files, progress)
    for one in received:
        if given.json:
            print_json(
                {
                    "document": one.name,
                    "status": one.reception.value,
                    "error": one.fault,
                    "passages": len(one.document.passages) if one.document else None,
                    "notes": list(one.document.notes) if one.document else [],
                }
            )
        else:
            _tell(one)
    return int(any(one.reception is Reception.REFUSED for one in received))


def _tell(one: Received) -> None:
    if one.document is None:
        told = one.fault or f"{one.name}: {one.reception.value}."
        print(told, file=sys.stderr if one.fault else sys.stdout)
        return
    count = _counted(one.document)
    print(f"{one.name}: {one.reception.value}, {count}.")  # noqa: T201  the output
    for note in one.document.notes:
        print(f"  {note}")  # noqa: T201  the output


def _counted(document: OwnDocument) -> str:
    count = len(document.passages)
    return "ett stycke" if count == 1 else f"{count} stycken"


def list_documents(given: argparse.Namespace) -> int:
    """List the documents of the municipality."""
    assistant = Assistant.open()
    holder = holder_of(given, assistant)
    documents = assistant.shelf.documents(holder)
    if given.json:
        records = [
            {
                "document": d.name,
                "passages": len(d.passages),
                "sha256": d.digest,
                "notes": list(d.notes),
            }
            for d in documents
        ]
        print_json({"municipality": holder.municipality.own_name, "documents": records})
    elif not documents:
        print(f"{holder.municipality.own_name} har inga egna dokument.")  # noqa: T201  the output
    else:
        for document in documents:
            print(f"{document.name}: {_counted(document)}.")  # noqa: T201  the output
            for note in document.notes:
                print(f"  {note}")  # noqa: T201  the output
    return 0


def show(given: argparse.Namespace) -> int:
    """Show what was read of a document."""
    assistant = Assistant.open()
    document = assistant.shelf.document(holder_of(given, assistant), given.name)
    passages = [own.passage for own in document.passages]
    if given.json:
        records = [
            {"passage": p.id, "location": p.location, "heading": p.heading, "text": p.text}
            for p in passages
        ]
        print_json({"document": document.name, "passages": records})
    else:
        shown = [
            "\n".join(filter(None, (f"{p.location}", p.heading, "", p.text))) for p in passages
        ]
        print("\n\n".join(shown))  # noqa: T201  the output
    return 0


def remove(given: argparse.Namespace) -> int:
    """Remove documents."""
    assistant = Assistant.open()
    holder = holder_of(given, assistant)
    for name in given.names:
        assistant.shelf.remove(holder, name)
        if not given.json:
            print(f"{name} är borttaget, och alla spår av det.")  # noqa: T201  the output
    if given.json:
        print_json({"municipality": holder.municipality.own_name, "removed": given.names})
    return 0
