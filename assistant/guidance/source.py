"""The source text of an edition, and whether a transcribed text really stands in it."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted


@dataclass(frozen=True, slots=True)
class SourceText:
    """Källtext: the text as the PDF gave it, with white space folded."""

    text: str

    @classmethod
    def from_file(cls, path: Path, sha256: str, joins: Iterable[tuple[str, str]]) -> "SourceText":
        """Read the source and check its hash.

        `joins` are (word, part before the line break) of words that the source breaks: folding
        alone would put a space into them. A hyphen that ends the part and is not the word's own
        was put there by whoever set the text.
        """
        raw = path.read_bytes()
        found = hashlib.sha256(raw).hexdigest()
        if found != sha256:
            raise CorpusFault(
                f"{path.name}: kontrollsumman är {quoted(found)} men edition.yaml säger {quoted(sha256)}"
            )
        text = fold(raw.decode("utf-8"))
        for word, before in joins:
            own = before if word.startswith(before) else before[:-1]
            text = text.replace(f"{before} {word.removeprefix(own)}", word)
        return cls(text)

    def contains(self, text: str) -> bool:
        """Whether the text stands in the source as whole words."""
        folded = fold(text)
        pattern = rf"(?<![^\W\d_]){re.escape(folded)}(?!\w)"
        return folded in self.text and re.search(pattern, self.text) is not None


def fold(text: str) -> str:
    """One space for every run of white space, none at the ends."""
    return " ".join(text.split())
