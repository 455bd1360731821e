"""The vocabulary as a newcomer looks it up: every term with the guidance's words and its places."""

from collections.abc import Iterator, Mapping

from assistant.domain.guidance import Term
from assistant.domain.learning import Explanation, TermEntry, TermQuote
from assistant.domain.passages import Passage, PassageKind
from assistant.guidance.library import Library
from assistant.learning.forms import spans_of

LAST_LETTERS = str.maketrans("åäö", "{|}")
"""What sorts after z, in the order of the Swedish alphabet."""


def vocabulary(library: Library, explanations: Mapping[str, Explanation]) -> tuple[TermEntry, ...]:
    """Every term of the guidance in the order of the alphabet."""
    terms = sorted(library.guidance.terms, key=_alphabetical)
    return tuple(_entry(term, library, explanations.get(term.term)) for term in terms)


def _entry(term: Term, library: Library, explanation: Explanation | None) -> TermEntry:
    quotes = tuple(_quotes(library.term(term), library))
    places = {place for quote in quotes for place in quote.places}
    # The points use the name of a step as an ordinary verb.
    is_phase = term.term in {phase.name for phase in library.guidance.edition.phases}
    unsearched = set(PassageKind) - {PassageKind.SECTION} if is_phase else {PassageKind.TERM}
    used_in = tuple(
        p
        for p in library.passages
        if p.kind not in unsearched and p not in places and spans_of(term, p.text)
    )
    return TermEntry(term, quotes, used_in, explanation)


def _quotes(passage: Passage, library: Library) -> Iterator[TermQuote]:
    around = library.around(passage)
    for number, line in enumerate(passage.text.split("\n")):
        places = tuple(p for p in around if p is not passage and line in p.text)
        yield TermQuote(passage, number, places)


def _alphabetical(term: Term) -> str:
    return term.term.lower().translate(LAST_LETTERS)
