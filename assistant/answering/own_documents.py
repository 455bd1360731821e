"""What a municipality's own documents say, beside what the guidance says and told apart from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answering.asked_about import asks_about_us, without_names
from assistant.answering.following.dialogue import understand_in_dialogue
from assistant.answering.intents import Intent
from assistant.answering.phrases import phrase
from assistant.domain.answers import Answer, Outcome, Phrase, Question, Refusal, RefusalReason
from assistant.domain.municipalities import Municipality
from assistant.domain.own_documents import Holder, OwnHit, OwnSaid
from assistant.domain.passages import Passage, Quotation
from assistant.domain.reviews import PledgeStatus, Review
from assistant.guidance.library import Library
from assistant.guidance.municipality_names import named_in
from assistant.search.analysis import FOLDED_STOP_WORDS, fold, words
from assistant.search.particulars import missing_and_given

CONSIDERED = 12
SHOWN = 3
CLOSE = 0.75
"""A further passage is shown when its score is at least this share of the best one's."""
COVERS = 0.3
"""Share of the question's words, rare ones weighing more, that a passage must at least hold."""
FITS = 0.85
"""What that share and the cosine are together at least, for a passage to answer (every other question of
evals/documents/questions.yaml: those with an answer 0.85 or more, those without 0.65 or less but one)."""
SAYS_SOMETHING = 5
"""Words: a title or a row of a table answers nothing."""
GIVES = 0.15
"""What is added to the score of a passage that holds the kind of particular that is asked for."""
TELLING = 2
"""Content words with which a question says itself what it is about."""


class OwnDocuments(Protocol):
    """Egna dokument: what an answer needs of them."""

    def codes(self, owner: str) -> frozenset[str]:
        """The codes of the municipalities for which this owner has documents."""

    def search(self, holder: Holder, text: str, limit: int) -> tuple[OwnHit, ...]:
        """The passages of a holder that fit a question best."""


class Shelved(Protocol):
    """Medhjälpare: what an answer from own documents needs, opened only when it is needed."""

    @property
    def own_documents(self) -> OwnDocuments | None:
        """The own documents, if anybody has any."""

    @property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Sweden's municipalities."""

    def review(self, text: str) -> Review:
        """How a text relates to the official wordings."""


@dataclass(frozen=True, slots=True)
class _About:
    """Whose documents a question is about, and whether it says so itself; None: it does not say whose."""

    municipality: Municipality | None
    named: bool


def said_beside(
    question: Question, library: Library, collaborator: Shelved
) -> Callable[[Outcome], Outcome]:
    """What joins the municipality's own words to an outcome; it changes nothing where there are none."""
    if not (question.municipality or asks_about_us(question.text)) and not any(
        named_in(question.text, collaborator.municipalities)
    ):
        return _unchanged
    documents = collaborator.own_documents
    about = _about(question, documents, collaborator) if documents else None
    if documents is None or about is None:
        return _unchanged
    if about.municipality is None:
        return lambda outcome: _with_phrases(outcome, (phrase("own_whose"),))
    intent = understand_in_dialogue(question.text, question.history, library.guidance).intent
    if intent in {Intent.GREETING, Intent.THANKS, Intent.ABILITIES, Intent.CHOICE}:
        return _unchanged
    if not about.named and intent is not Intent.OPEN:
        return _unchanged
    said = _said(question, about.municipality, documents, collaborator, named=about.named)
    notes = tuple(_notes(said.quotations, library, collaborator))
    return lambda outcome: with_own(outcome, said, library.words, notes)


def _unchanged(outcome: Outcome) -> Outcome:
    return outcome


def _about(question: Question, documents: OwnDocuments, collaborator: Shelved) -> _About | None:
    """Whose documents may be searched; another municipality's than the asker's never are."""
    codes = documents.codes(question.owner)
    if not codes:
        return None
    named = {n.municipality for n in named_in(question.text, collaborator.municipalities)}
    ours = asks_about_us(question.text)
    if question.municipality:
        own = next(
            (m for m in collaborator.municipalities if m.own_name == question.municipality), None
        )
        if own is None or own.code not in codes or (named and own not in named and not ours):
            return None
        return _About(own, named=ours or own in named)
    with_documents = [m for m in named if m.code in codes]
    if named:
        return _About(with_documents[0], named=True) if len(with_documents) == 1 else None
    if len(codes) > 1:
        return _About(None, named=True)
    only = next(m for m in collaborator.municipalities if m.code in codes)
    return _About(only, named=True)


def _said(
    question: Question,
    municipality: Municipality,
    documents: OwnDocuments,
    collaborator: Shelved,
    *,
    named: bool,
) -> OwnSaid:
    text = without_names(question.text, collaborator.municipalities)
    telling = [word for word in words(text) if fold(word) not in FOLDED_STOP_WORDS]
    asked_before = [turn.content for turn in question.history if turn.role == "user"]
    if len(telling) < TELLING and asked_before:
        text = f"{without_names(asked_before[-1], collaborator.municipalities)} {text}"
    hits = documents.search(Holder(municipality, question.owner), text, CONSIDERED)
    quotations = tuple(Quotation(passage) for passage in answering(text, hits))
    return OwnSaid(municipality, quotations, named)


def answering(text: str, hits: Iterable[OwnHit]) -> list[Passage]:
    """The passages that answer a question, best first; none where none holds enough of it."""
    scored = [
        (hit.score + GIVES * _gives(text, hit.passage), hit.passage)
        for hit in hits
        if hit.coverage >= COVERS
        and hit.coverage + hit.nearness >= FITS
        and len(hit.passage.text.split()) >= SAYS_SOMETHING
    ]
    scored.sort(key=lambda one: -one[0])
    return [passage for score, passage in scored if score >= CLOSE * scored[0][0]][:SHOWN]


def _gives(text: str, passage: Passage) -> int:
    missing, given = missing_and_given(text, (passage,))
    return min(given, 1) - min(missing, 1)


def _notes(
    quotations: Iterable[Quotation], library: Library, collaborator: Shelved
) -> Iterable[Phrase | Quotation]:
    """What differs from the official wordings in the municipality's words, beside what is official."""
    told: set[int | None] = set()
    for quotation in quotations:
        for pledge in collaborator.review(quotation.text).pledges:
            if pledge.status is PledgeStatus.VERBATIM or pledge.commitment in told:
                continue
            told.add(pledge.commitment)
            if pledge.commitment is None:
                yield phrase("own_invented", library.words)
            else:
                yield phrase("own_changed", library.words, number=pledge.commitment)
                yield library.quote(library.wording(pledge.commitment))


def with_own(
    outcome: Outcome,
    said: OwnSaid,
    words_of_edition: Mapping[str, str],
    notes: tuple[Phrase | Quotation, ...] = (),
) -> Outcome:
    """The outcome with what the municipality's documents say, and what is to be noted about it."""
    if not said.quotations:
        nothing = phrase("own_nothing", municipality=said.municipality.own_name)
        return _with_phrases(outcome, (nothing,)) if said.named else outcome
    found = phrase("own_found", words_of_edition, municipality=said.municipality.genitive)
    own = (found, *said.quotations, *notes)
    if isinstance(outcome, Refusal) and outcome.reason is RefusalReason.NOT_COVERED:
        # What the guidance does not answer the municipality may: which says what is told in this order.
        return Answer(
            (*outcome.body[:1], *own, *outcome.body[1:]),
            understood_as=outcome.understood_as,
            follow_ups=outcome.follow_ups,
        )
    return _with_phrases(outcome, own)


def _with_phrases(outcome: Outcome, parts: tuple[Phrase | Quotation, ...]) -> Outcome:
    if isinstance(outcome, Answer) and outcome.draft is None:
        return replace(outcome, body=(*outcome.body, *parts))
    if isinstance(outcome, Refusal) and outcome.reason is RefusalReason.NOT_COVERED:
        return replace(outcome, body=(*outcome.body, *parts))
    return outcome
