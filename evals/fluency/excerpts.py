"""What a judging model reads: the program's own words in the answers and drafts of a run."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evals.outcomes import Answered, Conversed, Outcome, Rephrased, Sample
from evals.suites.rephrasing import CARELESS_MODEL

QUOTED = "[citat]"
"""Stands where a quotation is left out, so that the sentence that leads up to it still leads somewhere."""
HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
PARAGRAPH = re.compile(r"\n\s*\n")
FEWEST_WORDS = 12
"""Shorter texts, such as "Så här står det i vägledningen:", say nothing of how a text flows."""
LONGEST = 3000
"""Characters; a longer text would have to be cut, and judged as if it broke off."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Utdrag: own words of an outcome, without headings, tables and quotations."""

    suite: str
    case: str
    text: str


def excerpts(outcomes: Iterable[Outcome]) -> tuple[Excerpt, ...]:
    """Every distinct text, in the order of the outcomes."""
    found: dict[str, Excerpt] = {}
    for outcome in outcomes:
        for markdown in _written(outcome):
            for text in _own(markdown):
                words = text.replace(QUOTED, "").split()
                if len(words) >= FEWEST_WORDS and len(text) <= LONGEST:
                    found.setdefault(text, Excerpt(outcome.suite, outcome.case, text))
    return tuple(found.values())


def drawn(found: tuple[Excerpt, ...], sample: Sample) -> list[Excerpt]:
    """At most so many of them, the same for the same seed, in their own order."""
    chance = random.Random(sample.seed)  # noqa: S311  texts, not secrets
    places = chance.sample(range(len(found)), min(sample.most, len(found)))
    return [found[place] for place in sorted(places)]


def _written(outcome: Outcome) -> Iterator[str]:
    """The answers of a run; attacks are not asked by users, and hostile models do not write for them."""
    match outcome.observed:
        case Answered(answer=answer):
            yield answer
        case Conversed(turns=turns):
            yield from (turn.answer for turn in turns)
        # The one place where drafts are kept; as they are before that careless model has them.
        case Rephrased(before=before) if outcome.suite == CARELESS_MODEL.name:
            yield before


def _own(markdown: str) -> Iterator[str]:
    r"""A text for each part between headings.

    >>> list(_own("Så här står det:\n\n> Vi åtar oss.\n>\n> *Källa: 1*\n\n> Och\n\nDet är \\*allt\\*."))
    ['Så här står det:\n\n[citat]\n\nDet är *allt*.']
    """
    for part in HEADING.split(markdown):
        own: list[str] = []
        for paragraph in PARAGRAPH.split(part.strip()):
            if not paragraph.startswith((">", "|")):
                own.append(paragraph.replace("\\", ""))
            elif paragraph.startswith(">") and own[-1:] != [QUOTED]:
                own.append(QUOTED)
        yield "\n\n".join(own)
