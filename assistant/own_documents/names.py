"""Names that come from outside, made fit to be shown and to be looked for; none of them becomes a path."""

import hashlib
import unicodedata
from pathlib import Path

from assistant.domain.own_documents import Holder

LONGEST_NAME = 120
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
EVERYBODY = "alla"


def shown_name(path: Path | str) -> str:
    r"""The name of a file as it is shown: one line, without folders and without signs that are not seen.

    >>> shown_name("../../plan\u202e\n2024.pdf")
    'plan2024.pdf'
    """
    last = str(path).replace("\\", "/").rpartition("/")[2]
    composed = unicodedata.normalize("NFC", last)
    seen = "".join(sign for sign in composed if unicodedata.category(sign) not in UNSEEN)
    name = " ".join(seen.split())
    if len(name) > LONGEST_NAME:
        stem, _, kind = name.rpartition(".")
        ending = f"….{kind}" if stem and len(kind) < 8 else "…"
        name = name[: LONGEST_NAME - len(ending)] + ending
    return name or "namnlöst dokument"


def key_of(holder: Holder) -> tuple[str, str]:
    """The two folders of a holder: the municipality's code, one however it is written, and the user's."""
    return holder.municipality.code, owner_folder(holder.owner)


def owner_folder(owner: str) -> str:
    """The folder of a user: a hash, so that no name is a path or another's in other letters."""
    composed = unicodedata.normalize("NFC", owner)
    hashed = hashlib.sha256(composed.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return hashed if owner else EVERYBODY
