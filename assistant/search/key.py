"""The name of an index: a hash of everything that it depends on."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from assistant.domain.passages import LabelledQuestions, Passage
from assistant.search.static_encoder import MODEL_FILES
from assistant.search.views import Entry


@cache
def encoder_key(encoder_name: str | None) -> str:
    """Names the encoder that vectors were made with."""
    digest = hashlib.sha256(f"{encoder_name}\0".encode())
    for path in MODEL_FILES:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def key_of(entries: Iterable[Entry], labelled: LabelledQuestions, encoder_name: str | None) -> str:
    """Names everything that the index depends on."""
    digest = hashlib.sha256(f"{encoder_name}\0".encode())
    for entry in entries:
        name = entry.target.id if isinstance(entry.target, Passage) else entry.target.key
        digest.update("\0".join((name, *entry.views, "")).encode())
    digest.update(labelled.fingerprint)
    for path in sorted((*Path(__file__).parent.glob("*.py"), *MODEL_FILES)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]
