"""Questions that must be searched for: retrieve, decide whether it is an answer, compose."""

from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from assistant.answering.asked_for import missing_particular
from assistant.answering.commitments import wordings
from assistant.answering.intents import Intent, Understanding
from assistant.answering.lists import about_dates
from assistant.answering.lookups import look_up
from assistant.answering.not_covered import distinct, follow_ups, refuse, without_particular
from assistant.answering.patterns import SAID_IN_STOP_WORDS
from assistant.answering.phrases import phrase, wording_of
from assistant.answering.references import references_in
from assistant.answering.several import asked_in
from assistant.answering.term_names import defined_in
from assistant.answering.terms import is_unexplained, unexplained
from assistant.domain.answers import (
    Answer,
    Outcome,
    Phrase,
)
from assistant.domain.guidance import Term
from assistant.domain.passages import (
    Earlier,
    Found,
    Hit,
    Passage,
    PassageKind,
    Quotation,
)
from assistant.guidance.library import Library
from assistant.search.analysis import folded_text
from assistant.search.leading import leading_commitment
from assistant.search.particulars import Particular

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

CONSIDERED = 10
SHOWN = 4
"""Passages at most (turns of five new sets of dialogues: 0.856 right with 3, 0.867 with 4, for 78 characters
more an answer)."""
LEADING = 0.5
"""Share of the score of the nearest passages that one commitment must have for a topic to be its."""
OF_A_COMMITMENT = frozenset({Intent.WORDING, Intent.STEP, Intent.REWORDING, Intent.OVERVIEW})
"""What can be answered once it is known which commitment the topic is that of."""
SPEAKS_OF_IT = 0.3
"""Score that something of a commitment must have to speak of what is asked (where new hands mistook its
number, 0.04 to 0.24; ADR 12)."""
AT_HOME = 0.67
"""Score from which what is asked stands elsewhere (there 0.68 to 0.78; words that only lead on, to 0.66)."""
OVERWHELMING = 0.95
"""Probability of an answer from which a rule that would refuse yields: of the answerable questions the rules
refused 14 that were likelier (10 of 1,788 development questions, 4 of 320 by new hands), of the unanswerable
ones 2 (of 2,035, and 480)."""
GIVING = 0.67
"""Share of the best score from which a passage may give what the best ones lack: the right ones had 0.74 and
0.90, another date's city 0.45 and 0.57."""
CLOSE = 0.72
"""A further passage is shown when its score is at least this share of the best one's."""


def search_and_answer(
    understood: Understanding, library: Library, index: "PassageIndex", today: date
) -> Outcome:
    """The outcome of an open question."""
    if understood.matter or understood.intent in OF_A_COMMITMENT:
        matter = understood.matter or understood.topic or understood.text
        number = leading_commitment(matter, index, LEADING)
        named = understood.matter or understood.follows
        if number is not None and (named or index.answers(asked_in(understood.text))):
            resolved = replace(understood, commitments=(number,))
            outcome = look_up(resolved, library, today)
            if outcome is not None:
                return outcome
            understood = resolved if understood.matter else understood
    found = _search(understood, index)
    passages = _worth_showing(found.hits)
    particular = missing_particular(asked_in(understood.text), passages)
    unclear = _unexplained_term(passages, understood, library)
    # After what was shown, what lacks is known better than the topic.
    if not found.answers and not (understood.follows and particular and passages):
        if unclear and not found.topic:
            return unexplained(unclear, library)
        refusal = refuse(found, library, today)
        return replace(refusal, understood_as=_understood_as(understood, library))
    everywhere: tuple[Hit, ...] = ()
    if understood.commitments:
        everywhere = index.nearest(understood.topic or understood.text, len(library.passages))
    at_home = not understood.commitments or _speaks_of_it(everywhere, understood.commitments)
    if at_home and _rules_yield(found, particular, understood):
        if particular:
            passages = _giving_first(particular, passages, found.hits)
        particular = unclear = None
    if unclear:
        return unexplained(unclear, library)
    if not at_home and not particular:
        return _of_another(everywhere, understood, library, today)
    if particular:
        refusal = without_particular(particular, passages[:1], library, today)
        return replace(refusal, understood_as=_understood_as(understood, library))
    return _shown(passages, found, understood, library, today)


def _shown(
    passages: list[Passage],
    found: Found,
    understood: Understanding,
    library: Library,
    today: date,
) -> Answer:
    body: list[Phrase | Quotation] = [
        _introduction(passages[0], understood, library)
        if found.sure
        else phrase("found_unsure", library.words)
    ]
    body.append(library.quote(passages[0]))
    if passages[1:]:
        body.append(phrase("found_more"))
        body.extend(library.quote(passage) for passage in passages[1:])
    body.extend(about_dates(passages, library, today))
    return Answer(
        tuple(body),
        understood_as=_understood_as(understood, library),
        follow_ups=follow_ups(passages[0], library),
    )


def _rules_yield(found: Found, particular: Particular | None, understood: Understanding) -> bool:
    """Whether an answer is so likely that neither what lacks nor an unexplained term refuses it."""
    return (
        found.likely >= OVERWHELMING
        and not understood.follows
        and not (particular and particular.regardless)
    )


def _speaks_of_it(hits: tuple[Hit, ...], commitments: tuple[int, ...]) -> bool:
    """Whether something of the commitments is near what is asked; `hits` are from the whole guidance."""
    within = (hit.score for hit in hits if hit.passage.commitment in commitments)
    return next(within, 0.0) >= SPEAKS_OF_IT


def _of_another(
    hits: tuple[Hit, ...], understood: Understanding, library: Library, today: date
) -> Answer:
    """What stands elsewhere, where the commitment that is named says nothing of it, and the commitment.

    With nothing near elsewhere either, it is the commitment itself that is asked for.
    """
    of_it = wordings(understood, library)
    if not hits or hits[0].score < AT_HOME:
        return of_it
    named = bool(references_in(understood.text, library.guidance).commitments)
    passages = _worth_showing(hits)
    numbers = " och ".join(map(str, understood.commitments))
    body: list[Phrase | Quotation] = [
        phrase("found_elsewhere", library.words, number=numbers)
        if named
        else phrase("found", library.words)
    ]
    body.extend(library.quote(passage) for passage in passages)
    body.extend(about_dates(passages, library, today))
    if named:
        body.extend(of_it.body)
    return Answer(
        tuple(body),
        understood_as=_understood_as(replace(understood, commitments=()), library),
        follow_ups=follow_ups(passages[0], library),
    )


def _search(understood: Understanding, index: "PassageIndex") -> Found:
    if understood.intent is Intent.EXAMPLES:
        held = index.search(understood.topic, CONSIDERED, _holds_example)
        if held.hits:
            return held
    if understood.commitments:
        within = index.search(
            understood.topic or understood.text,
            CONSIDERED,
            lambda p: p.commitment in understood.commitments,
            # What follows on what was said may leave its topic to that.
            earlier=Earlier(understood.topic if understood.follows else ""),
            asking=asked_in(understood.text),
        )
        if within.hits:
            # The commitment is named, so that there is something to show, unless it is a near trap.
            return within
    return index.search(
        _spelled_out(understood.text),
        CONSIDERED,
        earlier=Earlier(understood.before, understood.shown),
        asking=asked_in(understood.text),
    )


def _spelled_out(text: str) -> str:
    """The text with a word for what it says in stop words only ("när skrivs det på?")."""
    folded = folded_text(text)
    said = (matter for pattern, matter in SAID_IN_STOP_WORDS if pattern.search(folded))
    return " ".join((text, *said))


def _holds_example(passage: Passage) -> bool:
    return passage.kind is PassageKind.EXAMPLE or "exempel" in passage.text.lower()


def _worth_showing(hits: tuple[Hit, ...]) -> list[Passage]:
    """The best passage, and those close to it that say something else."""
    close = (hit.passage for hit in hits if hit.score >= CLOSE * hits[0].score)
    return distinct(close)[:SHOWN]


def _giving_first(
    particular: Particular, passages: list[Passage], hits: tuple[Hit, ...]
) -> list[Passage]:
    """The passages, after the best one that gives what none of them does, if one that is near does."""
    giving = (
        hit.passage
        for hit in hits
        if hit.score >= GIVING * hits[0].score and particular.given_by(hit.passage)
    )
    return distinct((*islice(giving, 1), *passages))[:SHOWN]


def _introduction(passage: Passage, understood: Understanding, library: Library) -> Phrase:
    if passage.kind is PassageKind.WORDING:
        return phrase("wording", library.words, number=passage.commitment)
    if passage.kind is PassageKind.TERM and defined_in(folded_text(understood.text)):
        return phrase("term_defined", library.words, term=_term_of(passage, library).term)
    return phrase("found", library.words)


def _unexplained_term(
    passages: list[Passage], understood: Understanding, library: Library
) -> Term | None:
    """The term that is asked about, if the best passage only uses it."""
    if not passages or passages[0].kind is not PassageKind.TERM:
        return None
    term = _term_of(passages[0], library)
    return term if is_unexplained(term, understood.text) else None


def _term_of(passage: Passage, library: Library) -> Term:
    return next(t for t in library.guidance.terms if library.term(t) == passage)


def _understood_as(understood: Understanding, library: Library) -> str | None:
    if not understood.follows:
        return None
    commitment = next(iter(understood.commitments), None)
    known = library.guidance.commitment(commitment) if commitment else None
    if known is None:
        return understood.topic
    named = wording_of("understood_commitment", library.words, number=known.number)
    return f"{understood.topic} ({named})" if understood.topic else named
