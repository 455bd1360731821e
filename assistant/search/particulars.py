"""Kinds of particulars that people ask for: an amount, a date, a law, a penalty, what others have done.

A passage about the right matter does not answer "hur mycket?" when it holds no figure. This is the answer
type of open-domain question answering (Li & Roth 2002, "Learning Question Classifiers"), by rules that
stand in `particulars.yaml`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.domain.passages import Passage, PassageKind
from assistant.search.analysis import folded_text

FILE = Path(__file__).parent / "particulars.yaml"
NEVER = re.compile(r"(?!)")
LEAVE = re.compile(
    r"\b(?:(?:far|kan) (?:vi|man|jag|kommunen|en kommun)|gar det|skulle (?:man|vi) kunna|racker det|kravs"
    r"|ar det (?:okej|ok|tillatet|lovligt)|(?:can|may) (?:we|i|a municipality)|are we allowed)\b"
)


@dataclass(frozen=True, slots=True)
class Particular:
    """Uppgift: how a kind of particular is asked for, and what a passage that gives it holds.

    `phrase` names the assistant's words for a question that is refused for want of this alone; without
    it the kind is evidence among other. `regardless` of the evidence is refused what is asked of the
    assistant and not of the guidance.
    """

    key: str
    asked: re.Pattern[str]
    given: re.Pattern[str]
    without: re.Pattern[str]
    phrase: str | None
    regardless: bool

    def given_by(self, passage: Passage) -> bool:
        """Whether the passage holds something of this kind."""
        if self.key in {"belopp", "antal"} and passage.kind is PassageKind.MILESTONE:
            return False  # The figures of a date are no amount.
        text = "\n".join(folded_text(line) for line in passage.text.split("\n"))
        return self.given.search(self.without.sub("", text)) is not None


@cache
def particulars() -> tuple[Particular, ...]:
    """Every kind, in the order in which they are tried."""
    read = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Particular(
            record["key"],
            re.compile(rf"(?<!\w)(?:{'|'.join(record['asked'])})(?!\w)"),
            re.compile(record["given"]) if "given" in record else NEVER,
            re.compile(record["without"]) if "without" in record else NEVER,
            record.get("phrase"),
            record.get("regardless", False),
        )
        for record in read
    )


def asked_for(text: str) -> Iterator[Particular]:
    """The kinds of particulars that a question asks for."""
    question = folded_text(text)
    return (kind for kind in particulars() if kind.asked.search(question))


def asks_leave(text: str) -> bool:
    """Whether a question asks what is allowed, enough or required: the guidance seldom says."""
    return LEAVE.search(folded_text(text)) is not None


def missing_and_given(text: str, passages: Iterable[Passage]) -> tuple[int, int]:
    """How many of the kinds asked for no passage gives, and how many one does."""
    shown = tuple(passages)
    given = [any(kind.given_by(passage) for passage in shown) for kind in asked_for(text)]
    return given.count(False), given.count(True)
