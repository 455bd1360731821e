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
    """The two folders of a holder: the municipality's code, and a hash of the user's name.

    The code has one form for every way to write the municipality; the hash is as good as one.
    """
    owner = unicodedata.normalize("NFC", holder.owner)
    hashed = hashlib.sha256(owner.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return holder.municipality.code, hashed if owner else EVERYBODY
