"""Names the commitment of a pledge that is not verbatim, by likeness, or finds that there is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.passages import Passage
from assistant.domain.reviews import Difference, Effect, Pledge, PledgeStatus
from assistant.reviewing.differences import differences
from assistant.reviewing.earlier_wordings import Earlier
from assistant.reviewing.official import OfficialWordings
from assistant.reviewing.recognition import Likeness, Recogniser
from assistant.reviewing.words import words
from assistant.wording.sentences import Sentence

CUT = re.compile(
    r"\s*[,;]?\s+(?:och|samt|men också|liksom)\s+(?:även\s+|också\s+)?|\s*;\s+|\s+and\s+"
)
MERGED = 0.6
"""Share of an official wording that each part must have for one sentence to be two pledges."""
WHOLLY = 0.75
"""Share of an official wording that makes a sentence about others' pledges a tampered one."""
SPLIT = 0.8
"""Share of a sentence's words that must be official for it to be the other half of a pledge."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Bedömd mening: a pledge with the sentence it was found in and what it was lifted from."""

    pledge: Pledge
    sentence: Sentence
    lifted_from: Passage | None = None
    earlier: Earlier | None = None
    """The wording of an earlier edition that the sentence is."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Inledning: the lead of a list, such as "Vi åtar oss att:", without its colon."""

    text: str
    sentence: Sentence
    indent: int
    listed: bool = False


class Naming:
    """Namngivningen: which commitment a sentence is like, and what it has changed."""

    def __init__(self, recogniser: Recogniser, official: OfficialWordings) -> None:
        self._recogniser = recogniser
        self._official = official

    def by_content(self, sentence: Sentence, shown: str, previous: int | None) -> Iterator[Judged]:
        """A sentence without a pledging verb is a pledge when what it says is an official wording."""
        likenesses = self._recogniser.likenesses(shown)
        if not likenesses:
            return
        best = likenesses[0]
        enough = (best.covered >= 0.5 and best.own >= 0.5) or best.covered >= 0.7
        concept = (
            best.acts
            and best.same_object
            and best.details >= 3
            and best.covered >= 0.35
            and best.own >= 0.5
        )
        rest = best.commitment == previous and best.own >= SPLIT and best.covered >= 0.2
        point = self._recogniser.point_like(shown) if enough or concept or rest else None
        if point and point[1] > min(best.covered, best.own):
            return  # More of the sentence is the point than the official wording.
        if enough or concept or rest:
            yield self.changed(sentence, best.commitment)

    def named(self, sentence: Sentence, content: str, likenesses: Sequence[Likeness]) -> Judged:
        """The pledge, with its commitment when it does the same with the same object."""
        point = self._recogniser.point_like(content)
        for best in likenesses:
            if point and max(best.covered, 0.9 * best.own) < point[1]:
                break
            if self._same_action_and_object(best, content):
                return self.changed(sentence, best.commitment)
        pledge = Pledge(sentence.start, sentence.end, PledgeStatus.INVENTED)
        return Judged(pledge, sentence, point[0] if point else None)

    def _same_action_and_object(self, likeness: Likeness, content: str) -> bool:
        if likeness.covered >= 0.5 and (likeness.own >= 0.25 or likeness.same_object):
            return True
        if likeness.covered >= 0.3 and likeness.own >= 0.6 and likeness.same_object:
            return True
        if not (likeness.acts and likeness.same_object):
            return False
        only_that = len(words(content)) <= 4 or likeness.focus >= 0.75
        if likeness.object_in_head:
            return likeness.focus >= 0.5 and (likeness.details >= 1 or only_that)
        return likeness.details >= 3 and likeness.focus >= 0.5

    def replaced(self, sentence: Sentence, earlier: Earlier) -> Judged:
        """A wording of an earlier edition, as a change of what has taken its place, if anything has."""
        if earlier.new is None or earlier.new.commitment is None:
            pledge = Pledge(sentence.start, sentence.end, PledgeStatus.INVENTED)
            return Judged(pledge, sentence, earlier=earlier)
        return replace(self.changed(sentence, earlier.new.commitment), earlier=earlier)

    def merged(self, sentence: Sentence, likenesses: Sequence[Likeness]) -> list[Judged]:
        """Two pledges, where the sentence is two official wordings one after the other."""
        near = [n for n in likenesses if n.covered >= MERGED][:3]
        if len(near) < 2:
            return []
        text = sentence.form.text
        best: tuple[float, re.Match[str], int, int] | None = None
        for match in list(CUT.finditer(text))[:40]:
            left, right = text[: match.start()], text[match.end() :]
            for one in near:
                for other in near:
                    if one.commitment == other.commitment:
                        continue
                    first = self._recogniser.covered(one.commitment, left)
                    second = self._recogniser.covered(other.commitment, right)
                    better = best is None or first + second > best[0]
                    if min(first, second) >= MERGED and better:
                        best = (first + second, match, one.commitment, other.commitment)
        if best is None:
            return []
        _, match, one_number, other_number = best
        first_part = sentence.part(0, match.start())
        second_part = sentence.part(match.end(), len(text))
        return [
            self.changed(first_part, one_number),
            self.changed(second_part, other_number),
        ]

    def changed(self, sentence: Sentence, number: int, lead: Lead | None = None) -> Judged:
        """The sentence as a changed pledge, with what stands instead of the official words."""
        official = self._official.by_number[number]
        if lead is None:
            found = differences(sentence.form, official, self._official.opening)
        else:
            content = official.removeprefix(self._official.opening).strip()
            found = differences(sentence.form, content, "")
            if lead.text != self._official.opening:
                at = lead.sentence
                found = (
                    Difference(self._official.opening, lead.text, Effect.SUBJECT, at.start, at.end),
                    *found,
                )
        pledge = Pledge(
            sentence.start, sentence.end, PledgeStatus.CHANGED, number, found, lead is not None
        )
        return Judged(pledge, sentence)
