"""The dialogue before a question, and the question as something that may rest on it."""

import re
from dataclasses import dataclass, replace

from assistant.answering.known_nouns import with_known_nouns
from assistant.answering.patterns import LEADING, NEXT_POINT, PREVIOUS_POINT
from assistant.answering.phrases import wording_of
from assistant.answering.references import NUMBER, NUMBERS, references_in
from assistant.answering.understanding import Intent, Understanding
from assistant.domain.guidance import Guidance, Phase
from assistant.search.analysis import folded_text, words

SOURCE_LINE = re.compile(r"Källa: (?P<place>[^\n]+?)\*?(?:\n|$)")
ONE_OF_THEM = re.compile(rf"\b(?:den|det|number|nummer|nr|the)\s+({NUMBER})\b(?!\s*\w*steg)")
NEUTER = re.compile(rf"\b(?:det|the) (?:{NUMBER}|sista|mittersta|last)\b")
"""What may mean a step, "det tredje"; a point would be "den tredje"."""
A_STEP = re.compile(r"steg(?:et|en)?\b|fas(?:en|er|erna)?\b|\bsteps?\b|\bphases?\b|\bstages?\b")
NEAREST = wording_of("nearest")
"""What stands before the nearest passages of a refusal: these are not what the dialogue is about."""
SHORT = 5
"""Words of a question that can hardly stand alone, such as "och för åtagande 6?"."""
STEPS = frozenset({Intent.PHASE, Intent.PHASES})


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Samtal: what was last understood, and the commitment and step under discussion."""

    last: Understanding
    commitments: tuple[int, ...]
    phase: Phase | None
    guidance: Guidance
    shown: tuple[str, ...] = ()
    """Where the passages stand that the last answer quoted, in its order."""
    points: tuple[str, ...] = ()
    """The points of the last answer; when it is one of several just listed, still all of these."""

    def then(self, found: Understanding) -> "Dialogue":
        """The dialogue after another question; what it does not name stays under discussion."""
        return replace(
            self,
            last=found,
            commitments=found.commitments or self.commitments,
            phase=found.phase or self.phase,
        )

    def answered(self, text: str) -> "Dialogue":
        """The dialogue after an answer: what it quotes first is under discussion."""
        places = [match.group("place") for match in SOURCE_LINE.finditer(text)]
        shown = tuple(place.replace("\\", "") for place in places)
        answered = replace(self, shown=shown, points=self._points_after(shown))
        first = references_in(shown[0] if shown else "", self.guidance)
        if not first.commitments or NEAREST in text:
            return answered
        phase = self.last.phase or next(iter(first.phases), None)
        return replace(
            answered, commitments=self.last.commitments or first.commitments[:1], phase=phase
        )

    def _points_after(self, shown: tuple[str, ...]) -> tuple[str, ...]:
        named = [references_in(place.partition(";")[0], self.guidance).points for place in shown]
        points = tuple(numbers[0] for numbers in named if numbers)
        if len(points) < len(shown):
            return ()
        one_of_them = len(points) == 1 and points[0] in self.points
        return self.points if one_of_them else points

    @property
    def first_point(self) -> str | None:
        """The first point that the last answer quoted."""
        first = self.shown[0] if self.shown else ""
        return next(iter(references_in(first, self.guidance).points), None)

    @property
    def places(self) -> frozenset[str]:
        """Every place where the passages stand that the last answer quoted."""
        return frozenset(part for place in self.shown for part in place.split("; "))

    @property
    def topic(self) -> str:
        """The words that say what it is about: those of the last question, and the titles."""
        known = (self.guidance.commitment(number) for number in self.commitments)
        return " ".join((self.last.topic, *(c.title for c in known if c))).strip()


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
    def counts_steps(self) -> bool:
        """Whether "det tredje" means a step: steps were listed, or one was just asked for as a step."""
        if not NEUTER.search(self.folded):
            return False
        last = self.before.last
        asked = folded_text(last.text)
        by_step = A_STEP.search(asked) or NEUTER.search(asked)
        return last.intent in STEPS or (last.intent is Intent.STEP and by_step is not None)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The steps of the edition."""
        return self.before.guidance.edition.phases


def counted_in(match: re.Match[str]) -> int:
    """The number of "den tredje" or "nr 3"."""
    return int(match.group(1)) if match.group(1).isdigit() else NUMBERS[match.group(1)]
