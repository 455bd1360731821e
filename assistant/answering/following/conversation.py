"""The dialogue before a question: what was last understood, and what the answers showed."""

import re
from dataclasses import dataclass, replace

from assistant.answering.intents import Intent, Understanding
from assistant.answering.phrases import wording_of
from assistant.answering.references import references_in
from assistant.domain.guidance import Guidance, Phase
from assistant.search.analysis import words

DOCUMENTS = frozenset({"kontraktet", "klimatkontraktet", "dokumentet"})
"""What a dialogue may be about as a whole, besides what the edition calls itself."""
AN_EXAMPLE = re.compile(r", exempel \d+ på")
HEADING = re.compile(r"Kapitel \d+, ”([^”]+)”")
SOURCE_LINE = re.compile(r"Källa: (?P<place>[^\n]+?)\*?(?:\n|$)")
ASKED_BACK = frozenset({Intent.TWO_READINGS})
NEAREST = wording_of("nearest")
"""What stands before the nearest passages of a refusal: these are not what the dialogue is about."""


def known_in(numbers: tuple[int, ...], guidance: Guidance) -> tuple[int, ...]:
    """Those of the numbers that are commitments; one that is refused stays in no dialogue."""
    return tuple(number for number in numbers if guidance.commitment(number))


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
    examples: tuple[str, ...] = ()
    """Where the examples of the last answer stand; when it is one of several, still all of these."""
    dates: tuple[str, ...] = ()
    """The keys of the dates that were told: of each answer, the first that was not told before."""
    listed: tuple[int, ...] = ()
    """The commitments that the last answer listed; when it is one of these, still all of them."""
    settled: Understanding | None = None
    """What was last understood and answered, when the last question came after it."""

    def then(self, found: Understanding) -> "Dialogue":
        """The dialogue after another question; what it does not name stays under discussion."""
        return replace(
            self,
            last=found,
            settled=self.last,
            commitments=known_in(found.commitments, self.guidance) or self.commitments,
            phase=found.phase or self.phase,
        )

    def answered(self, text: str) -> "Dialogue":
        """The dialogue after an answer: what it quotes first is under discussion."""
        places = [match.group("place") for match in SOURCE_LINE.finditer(text)]
        shown = tuple(place.replace("\\", "") for place in places)
        if self.settled and (NEAREST in text or not shown) and self.last.intent not in ASKED_BACK:
            # What is not answered, or was no question, is not what the dialogue is about.
            return replace(self, last=self.settled)
        answered = replace(
            self,
            shown=shown,
            points=self._points_after(shown),
            examples=self._examples_after(shown),
            dates=self._dates_after(text),
            listed=self._listed_after(),
        )
        first = references_in(shown[0] if shown else "", self.guidance)
        if not first.commitments or NEAREST in text:
            return answered
        named = known_in(self.last.commitments, self.guidance)
        # What the one that was named says nothing of was answered from another.
        elsewhere = self.last.intent is Intent.OPEN and first.commitments[0] not in named
        commitments = first.commitments[:1] if elsewhere or not named else named
        kept = self.phase if commitments == self.commitments else None
        phase = self.last.phase or next(iter(first.phases), kept)
        return replace(answered, commitments=commitments, phase=phase)

    def _points_after(self, shown: tuple[str, ...]) -> tuple[str, ...]:
        named = [references_in(place.partition(";")[0], self.guidance).points for place in shown]
        points = tuple(numbers[0] for numbers in named if numbers)
        if len(points) < len(shown):
            return ()
        one_of_them = len(points) == 1 and points[0] in self.points
        return self.points if one_of_them else points

    def _examples_after(self, shown: tuple[str, ...]) -> tuple[str, ...]:
        if not all(AN_EXAMPLE.search(place) for place in shown):
            return ()
        one_of_them = len(shown) == 1 and shown[0] in self.examples
        return self.examples if one_of_them else shown

    def _dates_after(self, text: str) -> tuple[str, ...]:
        bare = text.replace("\\", "")
        stands = {m.key: bare.find(f"{m.date_text}: {m.text}") for m in self.guidance.milestones}
        quoted = [key for key in sorted(stands, key=stands.__getitem__) if stands[key] >= 0]
        if not quoted:
            return ()
        return (*self.dates, next((key for key in quoted if key not in self.dates), quoted[0]))

    def _listed_after(self) -> tuple[int, ...]:
        kinds = {
            Intent.MANDATORY: self.guidance.mandatory,
            Intent.VOLUNTARY: self.guidance.voluntary,
            Intent.COMMITMENTS: self.guidance.commitments,
        }
        asked = self.last.commitments
        all_shown = asked and not known_in(asked, self.guidance)
        shown = self.guidance.commitments if all_shown else kinds.get(self.last.intent, ())
        listed = tuple(c.number for c in shown)
        one_of_them = len(asked) == 1 and asked[0] in self.listed
        return listed or (self.listed if one_of_them else ())

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
    def headings(self) -> tuple[str, ...]:
        """The headings of the chapters that the last answer quoted from."""
        return tuple(dict.fromkeys(h for place in self.shown for h in HEADING.findall(place)))

    @property
    def commitment_shown(self) -> int | None:
        """The commitment that the last answer quoted first; None where it began with a chapter."""
        begins_with = self.shown[:1] if self.headings else self.shown
        named = (references_in(place, self.guidance).commitments for place in begins_with)
        return next((number for numbers in named for number in numbers), None)

    @property
    def matter(self) -> str:
        """The headings of the chapters, or the topic where there are none."""
        return " ".join(self.headings) or self.topic

    @property
    def topic(self) -> str:
        """The words that say what it is about: those of the last question, and the titles or the document."""
        known = (self.guidance.commitment(number) for number in self.commitments)
        titles = [c.title for c in known if c]
        whole = DOCUMENTS | {self.guidance.edition.nouns.document}
        documents = [word for word in words(self.last.text) if word in whole and not titles]
        return " ".join((self.last.topic, *documents, *titles)).strip()
