"""Writes the points of a step as sentences: what the municipality "ska" do, each with its point."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.domain.drafts import Length
from assistant.domain.guidance import Phase
from assistant.domain.local_text import LocalText, Origin
from assistant.domain.running_text import RunningForm
from assistant.drafting.voice import Voice, framed, frames, listed, sentence

LONGEST_ROW = {Length.FULL: 34, Length.SHORT: 44}
"""Words that two or three points may have together in one sentence."""
LONGEST_LIST = 3
ASIDE = re.compile(r", (?:exempelvis|det vill säga|såsom|inklusive|till exempel|där|både) ")
"""What would need a comma after it if another point followed in the same sentence."""

ALSO = "också"


@dataclass(frozen=True, slots=True)
class WovenTime:
    """Inflätad tidpunkt: a time that belongs to exactly the points of one sentence."""

    text: str
    fact: int
    points: frozenset[str]


@dataclass(frozen=True, slots=True)
class StepWriter:
    """Stegskrivare: turns points into sentences of one municipality, in one length."""

    voice: Voice
    length: Length
    forms: Mapping[str, RunningForm]
    turn: int

    def rows(self, points: Iterable[str]) -> list[tuple[str, ...]]:
        """The points as they share sentences; one with a continuation has a sentence of its own."""
        rows: list[tuple[str, ...]] = []
        for point in points:
            row = rows[-1] if rows else ()
            together = (*row, point)
            if row and not self._stands_alone(row) and not self._stands_alone(together):
                rows[-1] = together
            else:
                rows.append((point,))
        return rows

    def _stands_alone(self, row: tuple[str, ...]) -> bool:
        forms = [self._form(point) for point in row]
        verbs = [form.split()[0] for form in forms]
        if len(set(verbs)) < len(verbs):
            return True
        words = sum(len(form.split()) for form in forms)
        if len(row) > 1 and (
            any(" samt " in form for form in forms)
            or any(ASIDE.search(form) for form in forms[:-1])
        ):
            return True
        full = len(row) > LONGEST_LIST or words > LONGEST_ROW[self.length]
        continued = self.length is Length.FULL and any(
            self.forms[point].continuation for point in row
        )
        return full or continued

    def _form(self, point: str) -> str:
        form = self.forms[point]
        return self.voice.spoken(form.clause if self.length is Length.FULL else form.short)

    def step(
        self,
        phase: Phase | None,
        points: tuple[str, ...],
        *,
        before: int,
        times: tuple[WovenTime, ...],
    ) -> list[LocalText]:
        """The sentences of a step; with none before it, it opens with the municipality's own name."""
        written: list[LocalText] = []
        for place, row in enumerate(self.rows(points)):
            time = next((t for t in times if t.points == frozenset(row)), None)
            verb = self._form(row[0]).split()[0]
            frame = "further" if place else ("later_step" if before else "opening")
            if phase is None:
                frame += "_without_steps"
            elif not place and verb == phase.key:
                frame += "_same_verb"
            if time:
                frame += "_in_time"
            text = framed(
                frame,
                _clear_of(self._said_beside(row, written), frame, self.turn + before + place),
                **self.voice.variables,
                phase=phase.name if phase else "",
                points=self._row(row),
                time=time.text if time else "",
                Time=time.text.capitalize() if time else "",
            )
            facts = (time.fact,) if time else ()
            written.append(LocalText(text, Origin.GUIDANCE, points=row, facts=facts))
            if self.length is Length.FULL:
                written += self._continuations(row[-1])
        return written

    def _said_beside(self, row: tuple[str, ...], written: list[LocalText]) -> list[str]:
        """What a frame should not repeat: the stem of the verb, and an "också" next to it."""
        said = [self._form(row[0]).split()[0][:5]]
        following = self.forms[row[-1]].continuation if self.length is Length.FULL else ()
        beside = [*(s.text for s in written[-1:]), *following[:1]]
        if any(ALSO in text.split() for text in beside):
            said.append(ALSO)
        return said

    def _row(self, row: tuple[str, ...]) -> str:
        items = [f"{self._form(point)} ({point})" for point in row]
        # "Samt" where a point has an "och" of its own, so that the reader sees where it ends.
        last = "samt" if any(" och " in self._form(point) for point in row) else "och"
        return listed(items, last)

    def _continuations(self, point: str) -> list[LocalText]:
        return [
            LocalText(
                sentence(f"{self.voice.spoken(text)} ({point})"), Origin.GUIDANCE, points=(point,)
            )
            for text in self.forms[point].continuation
        ]


def _clear_of(said: list[str], frame: str, turn: int) -> int:
    """The turn, or the next one whose frame does not say once more what is said beside it."""
    variants = frames()[frame]
    for place in range(turn, turn + len(variants)):
        if not any(word in variants[place % len(variants)].lower() for word in said):
            return place
    return turn
