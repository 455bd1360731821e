"""Decides for every sentence whether it is a pledge, whose, and whether it is verbatim.

It fails closed: verbatim is only what equals an official wording in its plain form, with no model and
no measure of likeness involved. Likeness only names the commitment of what is not verbatim.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.domain.guidance import Guidance
from assistant.domain.passages import Passage
from assistant.domain.reviews import Difference, Effect, Pledge, PledgeStatus
from assistant.reviewing.differences import differences
from assistant.reviewing.pledges import Manner, Manners, manner_of, tells_of_the_past
from assistant.reviewing.recognition import Likeness, Recogniser
from assistant.reviewing.words import words
from assistant.wording.blocks import BlockKind
from assistant.wording.disguise import hides_something, undisguised
from assistant.wording.sentences import Sentence
from assistant.wording.typography import PlainText, plain, same_words

FINAL_STOP = re.compile(r"[.!?…]+$")
LABEL = re.compile(
    r"^(?:(?:gemensamt |vårt )?åtagande(?:t)?(?:\s+(?:nr\s*)?\d{1,2})?|nr \d{1,2}|\d{1,2}(?:\.\d{1,2})*)"
    r"(?:\s*[:.-]\s*|\s+(?=[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
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
    """Holds the official wordings in their plain form."""

    def __init__(self, guidance: Guidance, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self._opening = plain(guidance.edition.pledge_opening).text
        self._official = {c.number: plain(c.official_wording).text for c in guidance.commitments}
        self._unstopped = {n: FINAL_STOP.sub("", text) for n, text in self._official.items()}
        self._titles = {plain(c.title).text.lower() for c in guidance.commitments}

    def judge(self, sentences: Sequence[Sentence]) -> Iterator[Judged]:
        """The pledges among the sentences of a text, in order."""
        lead: _Lead | None = None
        hidden: dict[int, bool] = {}
        position = 0
        previous: int | None = None
        while position < len(sentences):
            sentence, joined = self._mended(sentences, position)
            position += joined
            block = sentence.block
            if lead and not self._under(lead, sentence):
                lead = None
            shown = undisguised(sentence.text)
            manner = manner_of(shown)
            if manner.manner is Manner.LEADS:
                lead = _Lead(shown.rstrip(" :"), sentence, block.indent)
                continue
            key = id(block)
            if key not in hidden:
                hidden[key] = hides_something(_block_text(sentences, position - joined))
            if lead and sentence.first and manner.manner is Manner.PLAIN:
                lead = lead if lead.listed else replace(lead, indent=block.indent, listed=True)
                if block.indent <= lead.indent:
                    yield self._listed(sentence, shown, lead)
                continue
            found = list(self._judged(sentence, shown, manner, previous))
            if hidden[key]:
                found = [self._not_verbatim(judged) for judged in found]
            yield from found
            previous = found[-1].pledge.commitment if found else None

    def _under(self, lead: _Lead, sentence: Sentence) -> bool:
        block = sentence.block
        if block is lead.sentence.block:
            return False
        if block.kind is BlockKind.ITEM:
            return block.indent >= lead.indent or not lead.listed
        return block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and sentence.text[:1].islower()

    def _mended(self, sentences: Sequence[Sentence], position: int) -> tuple[Sentence, int]:
        """The sentence, joined with those after it where they are the rest of an official one."""
        sentence = sentences[position]
        text = sentence.text
        for joined in range(2, 5):
            if position + joined > len(sentences) or FINAL_STOP.search(text):
                break
            if not any(official.startswith(text) for official in self._official.values()):
                break
            following = sentences[position + joined - 1]
            signs = [" ", f" {following.block.mark} " if following.block.mark in "-–—" else " "]
            for sign in signs:
                whole = text + sign.replace("–", "-").replace("—", "-") + following.text
                if any(o.startswith(FINAL_STOP.sub("", whole)) for o in self._official.values()):
                    text = whole
                    break
            else:
                break
            if text in self._official.values() or text in self._unstopped.values():
                parts = [s.form for s in sentences[position : position + joined]]
                return _joined(sentence, parts, text), joined
        return sentence, 1

    def _judged(
        self, sentence: Sentence, shown: str, manner: Manners, previous: int | None
    ) -> Iterator[Judged]:
        sentence, shown, manner = self._unlabelled(sentence, shown, manner)
        exact = self._verbatim(sentence)
        if exact is not None and not manner.quoted:
            yield Judged(
                Pledge(sentence.start, sentence.end, PledgeStatus.VERBATIM, exact), sentence
            )
            return
        if manner.manner is Manner.TELLS or self._is_title(shown):
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

    def _verbatim(self, sentence: Sentence) -> int | None:
        for form in self._forms(sentence):
            for number, official in self._official.items():
                unstopped = self._unstopped[number]
                if same_words(form, official) or same_words(form, unstopped):
                    return number
        return None

    def _forms(self, sentence: Sentence) -> Iterator[str]:
        yield sentence.form.text
        if sentence.first and sentence.block.mark:
            yield sentence.form.text[:1].upper() + sentence.form.text[1:]

    def _unlabelled(
        self, sentence: Sentence, shown: str, manner: Manners
    ) -> tuple[Sentence, str, Manners]:
        """The sentence without a label before it, such as "Åtagande 3: " or its title."""
        text = sentence.form.text
        cut = 0
        if match := LABEL.match(text):
            cut = match.end()
        lowered = text[cut:].lower()
        for title in self._titles:
            if lowered.startswith(title):
                rest = re.match(r"\s*[:.-]\s*", text[cut + len(title) :])
                if rest:
                    cut += len(title) + rest.end()
                break
        rest_text = text[cut:]
        if not cut or not rest_text or not manner_of(undisguised(rest_text)).content:
            return sentence, shown, manner
        while text[cut] in "\"' ":
            cut += 1
        end = len(text) - 1 if text[-1] in "\"'" and text[cut - 1] in "\"'" else len(text)
        part = sentence.part(cut, end)
        without = undisguised(part.text)
        return part, without, manner_of(without)

    def _is_title(self, shown: str) -> bool:
        return FINAL_STOP.sub("", shown).lower() in self._titles

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
        whole = f"{lead_plain} {lowered}"
        for number, official in self._official.items():
            if same_words(whole, official) or same_words(whole, self._unstopped[number]):
                hidden = (
                    hides_something(lead.sentence.text)
                    or lead.sentence.text.rstrip(" :") != lead.text
                )
                status = PledgeStatus.CHANGED if hidden else PledgeStatus.VERBATIM
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
        official = self._official[number]
        if lead is None:
            found = differences(sentence.form, official, self._opening)
        else:
            content = official.removeprefix(self._opening).strip()
            found = differences(sentence.form, content, "")
            if lead.text != self._opening:
                at = lead.sentence
                found = (
                    Difference(self._opening, lead.text, Effect.SUBJECT, at.start, at.end),
                    *found,
                )
        pledge = Pledge(sentence.start, sentence.end, PledgeStatus.CHANGED, number, found)
        return Judged(pledge, sentence)

    def _not_verbatim(self, judged: Judged) -> Judged:
        pledge = judged.pledge
        if pledge.status is not PledgeStatus.VERBATIM or pledge.commitment is None:
            return judged
        text = judged.sentence.text
        hidden = Difference(text, text, Effect.HIDDEN, pledge.start, pledge.end)
        return replace(
            judged,
            pledge=replace(pledge, status=PledgeStatus.CHANGED, differences=(hidden,)),
        )


def _block_text(sentences: Sequence[Sentence], position: int) -> str:
    """The text of the whole block that a sentence belongs to."""
    block = sentences[position].block
    found = []
    for sentence in islice(sentences, position, None):
        if sentence.block is not block:
            break
        found.append(sentence.text)
    return " ".join(found)


def _joined(first: Sentence, forms: Sequence[PlainText], text: str) -> Sentence:
    """The sentence with the forms of those that continue it; signs between are part of the gap."""
    starts, ends = forms[0].starts[:], forms[0].ends[:]
    length = len(forms[0].text)
    for form in forms[1:]:
        gap = text.index(form.reading[:1] and form.reading, length) - length
        for _ in range(gap):
            starts.append(ends[-1])
            ends.append(form.starts[0])
        starts.extend(form.starts)
        ends.extend(form.ends)
        length += gap + len(form.text)
    return Sentence(PlainText(text, starts, ends), first.block, first.first)
