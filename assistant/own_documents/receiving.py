"""From a file that is added to a document that can be kept, or the sentence that says why not."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from assistant.documents.reading import LARGEST_FILE, read_document
from assistant.domain.errors import InputFault, quoted
from assistant.domain.own_documents import Holder, OwnDocument, Received, Reception
from assistant.own_documents.cutting import passages_of
from assistant.own_documents.names import key_of, shown_name
from assistant.own_documents.observing import notes_on
from assistant.own_documents.places import pages_in
from assistant.own_documents.records import key_of_document

MOST_DOCUMENTS = 50
MOST_PASSAGES = 30_000
"""Of one holder: some 10,000 pages."""


def received(file: Path, kept: dict[str, OwnDocument], holder: Holder) -> Received:
    """What becomes of a file beside the documents that are there; its fault is told, not raised."""
    name = shown_name(file)
    try:
        digest = _digest(file)
        known = kept.get(name)
        if known and known.digest == digest:
            return Received(name, Reception.UNCHANGED)
        same = next((d.name for d in kept.values() if d.digest == digest), None)
        if same:
            fault = f"Filen {quoted(name)} har samma innehåll som {quoted(same)}, som redan finns."
            return Received(name, Reception.REFUSED, fault=fault)
        document = _read(file, name, digest, holder)
    except InputFault as error:
        return Received(name, Reception.REFUSED, fault=str(error))
    return Received(name, Reception.REPLACED if known else Reception.ADDED, document)


def _digest(file: Path) -> str:
    if not file.is_file() or file.stat().st_size > LARGEST_FILE:
        return ""  # The reader says what is wrong with it.
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _read(file: Path, name: str, digest: str, holder: Holder) -> OwnDocument:
    document = read_document(file)
    code, _ = key_of(holder)
    passages = passages_of(document, name, key_of_document(code, digest))
    if not passages:
        raise InputFault(f"Filen {quoted(name)} har ingen text med ord i. Välj en annan fil.")
    return OwnDocument(
        name,
        digest,
        passages,
        tuple(notes_on(document, passages)),
        pages_in(document),
        datetime.now(UTC),
    )


def check_size(documents: Iterable[OwnDocument]) -> None:
    """`InputFault` when a holder would have more than can be kept."""
    counted = [len(document.passages) for document in documents]
    if len(counted) > MOST_DOCUMENTS:
        raise InputFault(
            f"Kommunen skulle få {len(counted)} dokument. Den kan ha högst {MOST_DOCUMENTS}. "
            "Ta bort några först."
        )
    if sum(counted) > MOST_PASSAGES:
        raise InputFault(
            f"Dokumenten skulle få {sum(counted)} stycken tillsammans. De kan ha högst {MOST_PASSAGES}. "
            "Ta bort något dokument, eller lägg till de delar som behövs."
        )
