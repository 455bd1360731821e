"""Several questions in one message: each is answered under its own heading."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answering.phrases import phrase
from assistant.domain.answers import Answer, Outcome, Phrase
from assistant.domain.passages import Earlier, Hit, Quotation
from assistant.search.analysis import FOLDED_STOP_WORDS, fold, folded_text, words

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

SENTENCE_END = re.compile(r"(?<=[?.!])\s+")
ASKING = (
    r"(?:i |pa |med |av |till |for |om |enligt |inom |tillsammans med |fran |under )?"
    r"(?:hur|vad|vem|vems|vilk(?:en|et|a)|nar|var|varfor|what|how|which|who|when|where|why)\b"
)
ANOTHER_QUESTION = re.compile(rf"(?:,\s*(?:och|samt|and)|\s(?:och|samt|and))\s+(?={ASKING})")
BEGINS_ASKING = re.compile(rf"(?:\w+[,!]\s+)*{ASKING}")


LONGEST_QUESTION = 30
"""Words: what is longer tells a story around its question."""


TELLING = 3
"""Content words of a question that says what it is about; "vilka är de sex?" rests on what is told before."""


def parts_of(text: str) -> list[str]:
    """The questions of a message that holds more than one; none of any other message."""
    sentences = [s.strip() for s in SENTENCE_END.split(text)]
    questions = [
        part
        for sentence in sentences
        if sentence.endswith("?")
        for part in _joined_questions(sentence)
        if _says_something(part)
    ]
    return questions if len(questions) > 1 else []


def asked_in(text: str) -> str:
    """What a long message asks: its questions, without what is told around them.

    >>> asked_in("Hur gör vi?")
    'Hur gör vi?'
    """
    if len(words(text)) <= LONGEST_QUESTION:
        return text
    sentences = SENTENCE_END.split(text)
    asked = [at for at, s in enumerate(sentences) if s.endswith("?") and _says_something(s)]
    told = sum(len(_content(sentences[at])) for at in asked)
    if asked and told < TELLING and asked[0] > 0:
        asked.insert(0, asked[0] - 1)
    return " ".join(sentences[at] for at in asked) or text


def _joined_questions(sentence: str) -> list[str]:
    """The questions that one sentence joins: "vad är målet, och när ska det nås?"."""
    folded = "".join(fold(letter) for letter in sentence.lower())
    if len(folded) != len(sentence) or not BEGINS_ASKING.match(folded):
        return [sentence]
    parts = []
    start = 0
    for match in ANOTHER_QUESTION.finditer(folded):
        parts.append(sentence[start : match.start()] + "?")
        start = match.end()
    parts.append(sentence[start:])
    return parts if all(len(_content(part)) > 1 for part in parts) else [sentence]


def _says_something(sentence: str) -> bool:
    return bool(_content(sentence))


def _content(sentence: str) -> list[str]:
    return [word for word in words(folded_text(sentence)) if word not in FOLDED_STOP_WORDS]


def found_together(text: str, index: "PassageIndex", limit: int) -> tuple[Hit, ...]:
    """The passages nearest to a message, best first: each of its questions has its own among them.

    A question is searched for after the whole message, which says what it is about.
    """
    parts = parts_of(text)
    if not parts:
        return index.nearest(text, limit)
    best: dict[str, Hit] = {}
    for part in parts:
        for hit in index.nearest(part, limit, earlier=Earlier(text)):
            known = best.get(hit.passage.id)
            if known is None or known.score < hit.score:
                best[hit.passage.id] = hit
    return tuple(sorted(best.values(), key=lambda hit: -hit.score)[:limit])


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
