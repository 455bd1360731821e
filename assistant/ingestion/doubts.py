"""Collects the doubts of a reading."""

from assistant.domain.ingestion import Doubt, DoubtKind
from assistant.ingestion.stretches import Stretch


class Doubts:
    """Tveksamheter: all that a reviewer must look at, in the order in which it was met."""

    def __init__(self) -> None:
        self.found: list[Doubt] = []

    def add(
        self, kind: DoubtKind, where: Stretch | int | None, place: str, text: str, chosen: str
    ) -> None:
        """Note a doubt, once."""
        page = where.page if isinstance(where, Stretch) else where
        doubt = Doubt(kind, page, place, text, chosen)
        if doubt not in self.found:
            self.found.append(doubt)
