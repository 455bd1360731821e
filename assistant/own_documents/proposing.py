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
from assistant.own_documents.row_facts import facts_in
from assistant.own_documents.table_rows import labelled
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
    read = tuple(documents)
    around = {own.passage.id: own.passage.text for document in read for own in document.passages}
    states = tuple(stated(read, circumstances))
    for done, (kind, quotation) in enumerate(states, start=1):
        passage = quotation.passage
        number = _commitment(passage, around[passage.id.rpartition("/")[0]], index)
        found.append(Proposal(number, kind, quotation))
        progress(done, len(states))
    return tuple(found)


def _commitment(stating: Passage, around: str, index: "PassageIndex") -> int | None:
    """What the sentence is about, under its heading; or, where it does not tell, what stands around it."""
    texts = (f"{stating.heading} {text}" for text in (stating.text, around))
    found = (leading_commitment(text, index, LEADING) for text in texts)
    return next((number for number in found if number is not None), None)


def stated(
    documents: Iterable[OwnDocument], circumstances: Circumstances
) -> Iterator[tuple[FactKind, Quotation]]:
    """What documents state of the municipality, with its kind: sentences, and cells of rows of tables."""
    for document in documents:
        since = _since(document.name, circumstances.today)
        for own in document.passages:
            said = _said(own, since, circumstances)
            for number, (kind, text, place) in enumerate(said, start=1):
                if kind is not None:
                    yield kind, _quotation(own, number, text, f"{document.name}, {place}")


def proposal_in(
    documents: Iterable[OwnDocument], proposal_id: str, circumstances: Circumstances
) -> tuple[FactKind, Quotation] | None:
    """The sentence that a proposal of that id quotes, with its kind; None where there is none any more."""
    key = proposal_id.rpartition("/")[0].rpartition("/")[0]
    own = (d for d in documents if any(p.passage.id == f"{key}/1" for p in d.passages[:1]))
    return next(
        (one for one in stated(own, circumstances) if one[1].passage.id == proposal_id), None
    )


def _said(
    own: OwnPassage, since: int, circumstances: Circumstances
) -> Iterator[tuple[FactKind | None, str, str]]:
    """Each sentence of a passage and each fact of a row in it, with its kind, if any, and its place."""
    lines = own.passage.text.split("\n")
    for line, place, cells in zip(lines, own.places, own.rows, strict=True):
        if cells:
            if not _is_refused(line, circumstances):
                for kind, told in facts_in(cells, since, circumstances.of_another):
                    yield kind, labelled(*told), place
            continue
        for _, sentence in sentences(line):
            fits = len(sentence) <= LONGEST and len(sentence.split()) >= FEWEST_WORDS
            refused = not fits or _is_refused(sentence, circumstances)
            kind_or_none = None if refused else kind_of(sentence, since, circumstances.of_another)
            yield kind_or_none, sentence, place


def _is_refused(text: str, circumstances: Circumstances) -> bool:
    opening = circumstances.guidance.edition.pledge_opening
    return is_pledge(text, opening) or speaks_to_an_assistant(text)


def _since(name: str, today: date) -> int:
    """The year from which a point in time is ahead: that of the document's name, else a little back."""
    named = [int(year) for year in re.findall(r"(?<!\d)(20\d\d)(?!\d)", name)]
    past = [year for year in named if year <= today.year]
    return max(past) if past else today.year - READ_BACK


def _quotation(own: OwnPassage, number: int, text: str, location: str) -> Quotation:
    passage = own.passage
    return Quotation(
        Passage(
            id=f"{passage.id}/{number}",
            kind=PassageKind.DOCUMENT,
            text=text,
            location=location,
            heading=passage.heading,
        )
    )
