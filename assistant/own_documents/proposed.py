"""What each holder's documents propose, read once for as long as the documents stay the same."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from assistant.domain.drafts import FactKind
from assistant.domain.guidance import Guidance
from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import Holder, Proposed
from assistant.domain.passages import Quotation
from assistant.own_documents.contradictions import contradictions
from assistant.own_documents.names import key_of
from assistant.own_documents.proposing import Circumstances, proposal_in, proposals
from assistant.own_documents.shelf import Shelf

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

KEPT = 64
"""Holders whose proposals stay in memory; what has been removed goes at the next look at its holder."""

Key = tuple[str, str]
Version = tuple[str | None, date]
"""What the proposals were read from, and the day: what is ahead depends on it."""


@dataclass
class Proposer:
    """Förslagsläsare: one for all; who asks for what is being read for another waits for that."""

    shelf: Shelf
    guidance: Guidance
    municipalities: tuple[Municipality, ...]
    index: "Callable[[], PassageIndex]"
    _kept: OrderedDict[Key, tuple[Version, Proposed]] = field(default_factory=OrderedDict)
    _reading: dict[Key, Lock] = field(default_factory=dict)
    _changing: Lock = field(default_factory=Lock)

    def known(self, holder: Holder) -> Proposed | None:
        """The proposals, where they have been read; None where that takes a while."""
        key, version = key_of(holder), self._version(holder)
        with self._changing:
            kept = self._kept.get(key)
            if kept and kept[0] == version:
                self._kept.move_to_end(key)
                return kept[1]
            self._kept.pop(key, None)
        return None

    def proposed(
        self, holder: Holder, progress: Callable[[int, int], None] = lambda _done, _of: None
    ) -> Proposed:
        """The proposals and what they contradict; `progress` is called as for `proposals`."""
        key = key_of(holder)
        with self._changing:
            reading = self._reading.setdefault(key, Lock())
        with reading:
            known = self.known(holder)
            if known is not None:
                return known
            version = self._version(holder)
            documents = self.shelf.documents(holder)
            found = proposals(documents, self.index(), self._circumstances(holder), progress)
            proposed = Proposed(found, tuple(contradictions(found)))
            with self._changing:
                self._kept[key] = version, proposed
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return proposed

    def proposal(self, holder: Holder, proposal_id: str) -> tuple[FactKind, Quotation] | None:
        """What one proposal quotes, with its kind; None where the documents no longer have it."""
        documents = self.shelf.documents(holder)
        return proposal_in(documents, proposal_id, self._circumstances(holder))

    def _version(self, holder: Holder) -> Version:
        return self.shelf.generation(holder), _today()

    def _circumstances(self, holder: Holder) -> Circumstances:
        return Circumstances(self.guidance, holder.municipality, self.municipalities, _today())


def _today() -> date:
    return date.today()  # noqa: DTZ011  the user's own day
