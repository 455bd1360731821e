"""From a municipality's documents to proposed facts, each a sentence with its document and page."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.domain.drafts import FactKind
from assistant.domain.guidance import Guidance
from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import OwnDocument, OwnPassage, Proposal
from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.drafting.consistency import is_pledge
from assistant.guidance.municipality_names import named_in
from assistant.own_documents.cutting import sentences
from assistant.own_documents.facts import kind_of
from assistant.own_documents.observing import speaks_to_an_assistant
from assistant.search.leading import leading_commitment

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

LEADING = 0.34
"""Share of the score of the nearest passages that one commitment must have for a sentence to be its."""
LONGEST = 600
"""Characters: a longer sentence is a paragraph that has lost its stops."""
FEWEST_WORDS = 3
READ_BACK = 3
"""Years before today from which a document is read as a plan, when its name has no year."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Omständigheter: what a sentence is read in the light of."""

    guidance: Guidance
    municipality: Municipality
    municipalities: tuple[Municipality, ...]
    today: date

    def of_another(self, beginning: str) -> bool:
        """Whether the beginning of a sentence names another municipality."""
        named = named_in(beginning, self.municipalities)
        return any(one.municipality != self.municipality for one in named)


def proposals(
    documents: Iterable[OwnDocument],
    index: "PassageIndex",
    circumstances: Circumstances,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Proposal, ...]:
    """What the documents state that a contract could say, in the order in which it stands there.

    A pledge is never proposed: its words are the guidance's, or changed, and both come from elsewhere.
    `progress` is called with (done, of) sentences that state something.
    """
    found = []
    states = tuple(stated(documents, circumstances))
    for done, (kind, quotation) in enumerate(states, start=1):
        number = leading_commitment(f"{quotation.passage.heading} {quotation.text}", index, LEADING)
        found.append(Proposal(number, kind, quotation))
        progress(done, len(states))
    return tuple(found)


def stated(
    documents: Iterable[OwnDocument], circumstances: Circumstances
) -> Iterator[tuple[FactKind, Quotation]]:
    """The sentences of documents that state a fact of the municipality's, with its kind."""
    for document in documents:
        since = _since(document.name, circumstances.today)
        for quotation in _quotations(document):
            kind = _kind(quotation.text, since, circumstances)
            if kind is not None:
                yield kind, quotation


def _kind(text: str, since: int, circumstances: Circumstances) -> FactKind | None:
    opening = circumstances.guidance.edition.pledge_opening
    if is_pledge(text, opening) or speaks_to_an_assistant(text):
        return None
    return kind_of(text, since, circumstances.of_another)


def _since(name: str, today: date) -> int:
    """The year from which a point in time is ahead: that of the document's name, else a little back."""
    named = [int(year) for year in re.findall(r"(?<!\d)(20\d\d)(?!\d)", name)]
    past = [year for year in named if year <= today.year]
    return max(past) if past else today.year - READ_BACK


def _quotations(document: OwnDocument) -> Iterator[Quotation]:
    for own in document.passages:
        for number, (text, place) in enumerate(_sentences(own), start=1):
            if len(text) <= LONGEST and len(text.split()) >= FEWEST_WORDS:
                passage = own.passage
                yield Quotation(
                    Passage(
                        id=f"{passage.id}/{number}",
                        kind=PassageKind.DOCUMENT,
                        text=text,
                        location=f"{document.name}, {place}",
                        heading=passage.heading,
                    )
                )


def _sentences(own: OwnPassage) -> Iterator[tuple[str, str]]:
    for line, place in zip(own.passage.text.split("\n"), own.places, strict=True):
        for _, sentence in sentences(line):
            yield sentence, place
