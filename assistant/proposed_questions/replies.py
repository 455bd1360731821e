"""What of a model's reply can be proposed: lines with a known label, each cleaned and held to bounds.

Whatever does not fit is dropped and never mended: a person reviews what is left.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from assistant.proposed_questions.official import OfficialSentences
from assistant.rephrasing.gate import LINK, is_marked_up
from assistant.rephrasing.vocabulary import is_english

LINE = re.compile(r"\s*(?:[-*•]\s+)?(?P<label>[^\W\d_]+):(?P<text>[^\n]+)")
QUESTIONS = frozenset(
    {
        "tjänsteperson",
        "nyanställd",
        "processledare",
        "politiker",
        "enkel",
        "omskriven",
        "vardaglig",
        "felskriven",
        "nyckelord",
    }
)
SWEDISH = re.compile("[åäö]", re.IGNORECASE)
EVERYDAY, ENGLISH = "vardagsord", "engelska"
MOST_QUESTIONS, MOST_EVERYDAY, MOST_ENGLISH = 20, 15, 4
LONGEST_QUESTION, LONGEST_WORD = 140, 40
"""Characters; the longest question that people have written for the corpus has 116."""
SHORTEST = 4
"""Letters of a question."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Föreslaget: the questions, everyday words and English questions that a reply gives."""

    questions: tuple[str, ...]
    everyday: tuple[str, ...]
    english: tuple[str, ...]


def suggested(
    reply: str, told: str, official: OfficialSentences, taken: Collection[str]
) -> Suggested:
    """What a reply gives; `told` is the prompt it must not repeat, `taken` the keys of known questions."""
    lines = list(_lines(reply))
    seen = set(taken)

    def fits(text: str) -> bool:
        return (
            _is_plain(text, LONGEST_QUESTION)
            and sum(c.isalpha() for c in text) >= SHORTEST
            and text.lower() not in told.lower()
            and not official.stand_in(text)
        )

    questions = [
        text
        for text in (_cleaned(said) for label, said in lines if label in QUESTIONS)
        if fits(text) and not is_english(text)
    ]
    english = [
        text
        for text in (_cleaned(said) for label, said in lines if label == ENGLISH)
        if fits(text) and not SWEDISH.search(text)
    ]
    words = [
        word
        for label, said in lines
        if label == EVERYDAY
        for word in map(_cleaned, re.split("[,;]", said))
        if _is_plain(word, LONGEST_WORD) and word.lower() not in told.lower()
    ]
    return Suggested(
        tuple(_once(questions, seen))[:MOST_QUESTIONS],
        tuple(_once(words, set()))[:MOST_EVERYDAY],
        tuple(_once(english, seen))[:MOST_ENGLISH],
    )


def key_of(question: str) -> str:
    """What two questions share that are the same but for signs and letters' size.

    >>> key_of("Vad är en  arena?") == key_of("vad är en arena")
    True
    """
    return " ".join(re.findall(r"\w+", question.lower()))


def _lines(reply: str) -> Iterator[tuple[str, str]]:
    for line in unicodedata.normalize("NFC", reply).split("\n"):
        if match := LINE.fullmatch(line.rstrip()):
            yield match["label"].lower(), match["text"]


def _cleaned(text: str) -> str:
    return " ".join(text.split()).strip("\"”“’'").strip()


def _is_plain(text: str, longest: int) -> bool:
    return 0 < len(text) <= longest and not (is_marked_up(text) or "_" in text or LINK.search(text))


def _once(texts: Iterable[str], seen: set[str]) -> Iterator[str]:
    for text in texts:
        if (key := key_of(text)) and key not in seen:
            seen.add(key)
            yield text
