"""Decides for every sentence whether it is a pledge, whose, and whether it is verbatim.

It fails closed: verbatim is only what equals an official wording in its plain form, with no model and
no measure of likeness involved. Likeness only names the commitment of what is not verbatim.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.guidance import Guidance
from assistant.domain.passages import Passage
from assistant.domain.reviews import Difference, Effect, Pledge, PledgeStatus
from assistant.reviewing.differences import differences
from assistant.reviewing.official import FINAL_STOP, OfficialWordings
from assistant.reviewing.pledges import Manner, Manners, manner_of, tells_of_the_past
from assistant.reviewing.recognition import Likeness, Recogniser
from assistant.reviewing.words import words
from assistant.wording.blocks import BlockKind
from assistant.wording.disguise import HiddenSpans, undisguised
from assistant.wording.sentences import Sentence
from assistant.wording.typography import plain

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


@dataclass(frozen=True, slots=True)
class _Lead:
    """The lead of a list, such as "Vi åtar oss att:", without its colon."""

    text: str
    sentence: Sentence
    indent: int
    listed: bool = False


class Judge:
    """Bedömaren: knows the official wordings, and what is like them."""

    def __init__(self, guidance: Guidance, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._official = OfficialWordings(guidance)

    def judge(self, text: str, sentences: Sequence[Sentence]) -> Iterator[Judged]:
        """The pledges among the sentences of a text, in order."""
        lead: _Lead | None = None
        hidden = HiddenSpans(text)
        position = 0
        previous: int | None = None
        while position < len(sentences):
            sentence, joined = self._official.mended(sentences, position)
            position += joined
            following = sentences[position] if position < len(sentences) else None
            if lead and not self._under(lead, sentence):
                lead = None
            shown = undisguised(sentence.text)
            manner = manner_of(shown)
            if manner.manner is Manner.LEADS:
                lead = _Lead(shown.rstrip(" :"), sentence, sentence.block.indent)
                continue
            if lead and sentence.first and manner.manner is Manner.PLAIN:
                indent = sentence.block.indent
                lead = lead if lead.listed else replace(lead, indent=indent, listed=True)
                found = [self._listed(sentence, shown, lead)] if indent <= lead.indent else []
            else:
                found = list(self._judged(sentence, shown, manner, previous))
                previous = found[-1].pledge.commitment if found else None
            for judged in found:
                doubtful = hidden.touch(judged.pledge.start, judged.pledge.end)
                if doubtful or _runs_on(judged.sentence, following):
                    yield _not_verbatim(judged, following if not doubtful else None)
                else:
                    yield judged

    def _under(self, lead: _Lead, sentence: Sentence) -> bool:
        block = sentence.block
        if block is lead.sentence.block:
            return False
        if block.kind is BlockKind.ITEM:
            return block.indent >= lead.indent or not lead.listed
        return block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and sentence.text[:1].islower()

    def _judged(
        self, sentence: Sentence, shown: str, manner: Manners, previous: int | None
    ) -> Iterator[Judged]:
        sentence, shown, manner = self._official.unlabelled(sentence, shown, manner)
        exact = self._official.verbatim(sentence)
        if exact is not None and not manner.quoted:
            yield Judged(
                Pledge(sentence.start, sentence.end, PledgeStatus.VERBATIM, exact), sentence
            )
            return
        if manner.manner is Manner.TELLS or self._official.is_title(shown):
            return
        if manner.manner is Manner.ABOUT:
            likenesses = self._recogniser.likenesses(shown)
            if likenesses and likenesses[0].covered >= WHOLLY:
                yield self._changed(sentence, likenesses[0].commitment)
            return
        if manner.manner is Manner.PLAIN:
            yield from self._by_content(sentence, shown, previous)
            return
        content = shown[manner.content :]
        likenesses = self._recogniser.likenesses(content)
        if manner.manner is Manner.PAST:
            near = likenesses and likenesses[0].covered >= MERGED
            if not near or tells_of_the_past(shown[: manner.content]):
                return
        parts = self._merged(sentence, likenesses)
        if parts:
            yield from parts
            return
        yield self._named(sentence, content, likenesses)

    def _by_content(self, sentence: Sentence, shown: str, previous: int | None) -> Iterator[Judged]:
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
        if point and point[1] > best.covered:
            return
        if enough or concept or rest:
            yield self._changed(sentence, best.commitment)

    def _named(self, sentence: Sentence, content: str, likenesses: Sequence[Likeness]) -> Judged:
        point = self._recogniser.point_like(content)
        for best in likenesses:
            if point and max(best.covered, 0.9 * best.own) < point[1]:
                break
            if self._same_action_and_object(best, content):
                return self._changed(sentence, best.commitment)
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

    def _listed(self, sentence: Sentence, shown: str, lead: _Lead) -> Judged:
        """An item of a list whose lead pledges: the lead and the item together are the pledge."""
        lead_plain = plain(lead.text).text
        lowered = sentence.form.text[:1].lower() + sentence.form.text[1:]
        number = self._official.number_of(f"{lead_plain} {lowered}")
        if number is not None:
            # A disguised lead has been seen through, so its item is not verbatim.
            same = lead.sentence.text.rstrip(" :") == lead.text
            status = PledgeStatus.VERBATIM if same else PledgeStatus.CHANGED
            return Judged(Pledge(sentence.start, sentence.end, status, number), sentence)
        content = re.sub(r"^att\s+", "", shown)
        judged = self._named(sentence, content, self._recogniser.likenesses(content))
        number_found = judged.pledge.commitment
        if number_found is None:
            return judged
        return self._changed(sentence, number_found, lead)

    def _merged(self, sentence: Sentence, likenesses: Sequence[Likeness]) -> list[Judged]:
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
            self._changed(first_part, one_number),
            self._changed(second_part, other_number),
        ]

    def _changed(self, sentence: Sentence, number: int, lead: _Lead | None = None) -> Judged:
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
        pledge = Pledge(sentence.start, sentence.end, PledgeStatus.CHANGED, number, found)
        return Judged(pledge, sentence)


def _runs_on(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a sentence without a stop goes on in the next paragraph: "– om ekonomin tillåter"."""
    if following is None or FINAL_STOP.search(sentence.text):
        return False
    next_block = following.block
    sibling = next_block.mark and next_block.indent <= sentence.block.indent and sentence.block.mark
    begins = following.text.lstrip("(-–— ")[:1]
    return begins.islower() and not sibling and next_block.kind is not BlockKind.CELL


def _not_verbatim(judged: Judged, following: Sentence | None) -> Judged:
    """The same pledge, in doubt: something hidden is near it, or it goes on."""
    pledge = judged.pledge
    if pledge.status is not PledgeStatus.VERBATIM:
        return judged
    text = judged.sentence.text
    if following:
        added = Difference("", following.text, Effect.CLAUSE_ADDED, following.start, following.end)
    else:
        added = Difference(text, text, Effect.HIDDEN, pledge.start, pledge.end)
    changed = replace(pledge, status=PledgeStatus.CHANGED, differences=(added,))
    return replace(judged, pledge=changed)
