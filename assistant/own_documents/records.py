"""The documents of a holder as a file: what was read, so that it need not be read again."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from assistant.domain.own_documents import Cell, OwnDocument, OwnPassage
from assistant.own_documents.cutting import Line, own_passage

FORM = 1


def written(documents: Iterable[OwnDocument]) -> bytes:
    """The documents as JSON."""
    record = {"form": FORM, "documents": [_document(document) for document in documents]}
    return json.dumps(record, ensure_ascii=False).encode("utf-8")


def read(content: bytes, code: str) -> tuple[OwnDocument, ...]:
    """The documents that `written` wrote, for the municipality of that code."""
    return tuple(_read(record, code) for record in json.loads(content)["documents"])


def key_of_document(code: str, digest: str) -> str:
    """What the ids of the document's passages begin with."""
    return f"dokument/{code}/{digest[:12]}"


def _document(document: OwnDocument) -> dict[str, Any]:
    return {
        "name": document.name,
        "digest": document.digest,
        "notes": list(document.notes),
        "pages": document.pages,
        "added": document.added.isoformat() if document.added else None,
        "passages": [_passage(own) for own in document.passages],
    }


def _passage(own: OwnPassage) -> dict[str, Any]:
    parts = zip(own.passage.text.split("\n"), own.places, own.rows, strict=True)
    lines = [
        [text, place, [[cell.head, cell.text] for cell in cells]] if cells else [text, place]
        for text, place, cells in parts
    ]
    return {"heading": own.passage.heading, "lines": lines}


def _lines(record: dict[str, Any]) -> list[Line]:
    return [
        Line(text, place, tuple(Cell(head, said) for cells in row for head, said in cells))
        for text, place, *row in record["lines"]
    ]


def _read(record: dict[str, Any], code: str) -> OwnDocument:
    name, digest = record["name"], record["digest"]
    key = key_of_document(code, digest)
    # What was kept before these were noted has neither.
    added = record.get("added")
    return OwnDocument(
        name,
        digest,
        tuple(
            own_passage(f"{key}/{number}", name, passage["heading"], _lines(passage))
            for number, passage in enumerate(record["passages"], start=1)
        ),
        tuple(record["notes"]),
        record.get("pages"),
        datetime.fromisoformat(added) if added else None,
    )
