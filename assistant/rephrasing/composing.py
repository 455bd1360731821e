"""Puts what a model wrote and what the answer says without it into one answer."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from assistant.answering.phrases import phrase
from assistant.domain.answers import Composition, Phrase
from assistant.domain.language_models import Contribution
from assistant.domain.local_text import WrittenBy
from assistant.domain.passages import Quotation


def composed(written: Sequence[Phrase | Quotation], before: Composition) -> Composition:
    """What the model wrote, and after it what the answer says besides, in its own order.

    A quotation stands once, and nothing introduces one that has moved.
    """
    quoted = {part.passage.id for part in written if isinstance(part, Quotation)}
    rest: list[Phrase | Quotation] = []
    for part in reversed(before):
        if isinstance(part, Quotation):
            if part.passage.id in quoted:
                continue
        elif part.introduces and not (rest and _can_be_introduced(rest[-1])):
            continue
        rest.append(part)
    return (*_in_paragraphs(written), *reversed(rest))


def _can_be_introduced(part: Phrase | Quotation) -> bool:
    return isinstance(part, Quotation) or part.introduces


def _in_paragraphs(written: Sequence[Phrase | Quotation]) -> Iterator[Phrase | Quotation]:
    waiting: list[str] = []
    for part in chain(written, (None,)):
        if isinstance(part, Phrase):
            waiting.append(part.text)
            continue
        if waiting:
            yield Phrase(" ".join(waiting), WrittenBy.MODEL)
            waiting = []
        if part is not None:
            yield part


def notes(told: Contribution, words: Mapping[str, str]) -> Iterator[Phrase]:
    """What a reader must know of the model's part; `words` are the nouns of the edition."""
    if not told.used:
        yield phrase("without_model", fault=told.fault)
        return
    yield phrase("by_model", words, model=told.model.name, place=told.model.place)
    if told.dropped:
        yield phrase("model_dropped", reasons=told.reasons)
