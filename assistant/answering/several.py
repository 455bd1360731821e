"""Several questions in one message: each is answered under its own heading."""

import re
from collections.abc import Sequence

from assistant.answering.phrases import phrase
from assistant.answering.understanding import folded_text
from assistant.domain.answers import Answer, Outcome, Phrase
from assistant.domain.passages import Quotation
from assistant.search.analysis import FOLDED_STOP_WORDS, words

SENTENCE_END = re.compile(r"(?<=[?.!])\s+")


def parts_of(text: str) -> list[str]:
    """The questions of a message that holds more than one; none of any other message."""
    sentences = SENTENCE_END.split(text)
    questions = [s.strip() for s in sentences if s.strip().endswith("?") and _says_something(s)]
    return questions if len(questions) > 1 else []


def _says_something(sentence: str) -> bool:
    return any(word not in FOLDED_STOP_WORDS for word in words(folded_text(sentence)))


def together(parts: Sequence[str], outcomes: Sequence[Outcome]) -> Outcome:
    """One outcome of several: an answer where any part was answered, else the first refusal."""
    if not any(isinstance(outcome, Answer) for outcome in outcomes):
        return outcomes[0]
    body: list[Phrase | Quotation] = []
    for part, outcome in zip(parts, outcomes, strict=True):
        body.append(phrase("part", part=part.rstrip("?").strip()))
        body.extend(outcome.body)
    follow_ups = [question for outcome in outcomes for question in outcome.follow_ups]
    understood = [outcome.understood_as for outcome in outcomes if outcome.understood_as]
    return Answer(
        tuple(body),
        understood_as="; ".join(understood) or None,
        follow_ups=tuple(dict.fromkeys(follow_ups)),
    )
