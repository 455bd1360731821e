"""A question as something that may rest on the dialogue before it."""

import re
from dataclasses import dataclass

from assistant.answering.following.conversation import Dialogue
from assistant.answering.intents import Intent, Understanding
from assistant.answering.known_nouns import with_known_nouns
from assistant.answering.patterns import (
    ABOUT_COMMITMENTS,
    LAST_SHOWN,
    LEADING,
    MIDDLE,
    MOVING_ON,
    NEXT_POINT,
    PREVIOUS_POINT,
)
from assistant.answering.references import NUMBER, number_of
from assistant.domain.guidance import Phase
from assistant.search.analysis import folded_text, words

ONE_OF_THEM = re.compile(rf"\b(?:den|det|number|nummer|nr|the)\s+({NUMBER})\b(?!\s*\w*steg)")
LAST_BUT_ONE = re.compile(r"\bnast sista\b|\b(?:next|second) to last\b")
NEUTER = re.compile(rf"\b(?:det|the) (?:{NUMBER}|sista|mittersta|mellersta|last)\b")
"""What may mean a step, "det tredje"; a point would be "den tredje"."""
OF_THE_LIST = re.compile(r"\b(?:av (?:dem|dom|de|dessa)|i (?:den )?listan|of (?:them|those))\b")
A_STEP = re.compile(r"steg(?:et|en)?\b|fas(?:en|er|erna)?\b|\bsteps?\b|\bphases?\b|\bstages?\b")
OPENING = frozenset(
    ("och", "men", "sa", "ok", "okej", "bara", "and", "den", "det", "the", "ja", "bra")
)
"""What may stand before the place of one of those shown, and asks nothing."""
SHORT = 5
"""Words of a question that can hardly stand alone, such as "och för åtagande 6?"."""
STEPS = frozenset({Intent.PHASE, Intent.PHASES})


@dataclass(frozen=True, slots=True)
class Elliptic:
    """Ofullständig fråga: a question as it stands, and the dialogue before it."""

    found: Understanding
    before: Dialogue

    @property
    def folded(self) -> str:
        """The question as the patterns expect it."""
        return with_known_nouns(folded_text(self.found.text), self.before.guidance.edition.nouns)

    @property
    def is_short(self) -> bool:
        """Whether it begins like a continuation or is too short to stand alone."""
        return LEADING.match(self.folded) is not None or len(words(self.folded)) <= SHORT

    @property
    def says_step(self) -> bool:
        """Whether it speaks of a step as a step."""
        return A_STEP.search(self.folded) is not None

    @property
    def move(self) -> int:
        """Which way it goes on from the one before: 1 to the next, -1 back, 0 where it says neither."""
        if NEXT_POINT.search(self.folded):
            return 1
        return -1 if PREVIOUS_POINT.search(self.folded) else 0

    @property
    def moves_on(self) -> int:
        """The same, where it says nothing else ("och nästa?", "vad kommer direkt efter?")."""
        if match := MOVING_ON.fullmatch(self.folded):
            return 1 if match["next"] else -1
        named = self.found.topic or self.found.commitments or self.found.points or self.found.phase
        return 0 if named or self.says_step or not self.is_short else self.move

    def place_among(self, count: int) -> int | None:
        """The place of "den tredje", "det mittersta" or "den näst sista" among so many, from 1."""
        place = self._place
        if place is None:
            in_the_middle = MIDDLE.search(self.folded) and count % 2
            number = count // 2 + 1 if in_the_middle else 0
        elif place.re is ONE_OF_THEM:
            number = counted_in(place)
        else:
            number = count - 1 if place.re is LAST_BUT_ONE else count
        return number if 1 <= number <= count else None

    @property
    def begins_with_place(self) -> bool:
        """Whether it begins with the place of one of those shown: what follows is asked of that one."""
        place = self._place
        return place is not None and OPENING.issuperset(words(self.folded[: place.start()]))

    @property
    def _place(self) -> re.Match[str] | None:
        """What names one of several by its place, counted from the first or the last."""
        found = (p.search(self.folded) for p in (LAST_BUT_ONE, ONE_OF_THEM, LAST_SHOWN))
        return next((match for match in found if match), None)

    @property
    def counts_steps(self) -> bool:
        """Whether "det tredje" means a step: steps were listed, or one was just asked for as a step."""
        if not NEUTER.search(self.folded) or OF_THE_LIST.search(self.folded):
            return False
        last = self.before.last
        asked = folded_text(last.text)
        by_step = A_STEP.search(asked) or NEUTER.search(asked)
        return last.intent in STEPS or (last.intent is Intent.STEP and by_step is not None)

    @property
    def is_about_commitments(self) -> bool:
        """Whether the question before was about the commitments as such, and none is under discussion."""
        asked = folded_text(self.before.last.text)
        return ABOUT_COMMITMENTS.search(asked) is not None and not self.before.commitments

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The steps of the edition."""
        return self.before.guidance.edition.phases


def counted_in(match: re.Match[str]) -> int:
    """The number of "den tredje" or "nr 3"."""
    return number_of(match.group(1))
