"""Decides for every sentence whether it is a pledge, whose, and whether it is verbatim.

It fails closed: verbatim is only what equals an official wording in its plain form, with no model and
no measure of likeness involved. The wording of an earlier edition is a change of the one that has taken
its place. Likeness only names the commitment of what is neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.guidance import Guidance
from assistant.domain.municipalities import Municipality
from assistant.domain.reviews import Difference, Effect, Pledge, PledgeStatus
from assistant.reviewing.earlier_wordings import EarlierWordings
from assistant.reviewing.naming import MERGED, WHOLLY, Judged, Lead, Naming
from assistant.reviewing.official import OfficialWordings
from assistant.reviewing.own_municipality import own_names
from assistant.reviewing.pledges import Manner, Manners, tells_of_the_past
from assistant.reviewing.recognition import Recogniser
from assistant.reviewing.words import FINAL_STOP
from assistant.wording.blocks import BlockKind
from assistant.wording.disguise import HiddenSpans, undisguised
from assistant.wording.sentences import Sentence
from assistant.wording.typography import plain


class Judge:
    """Bedömaren: knows the official wordings, and what is like them."""

    def __init__(
        self,
        guidance: Guidance,
        recogniser: Recogniser,
        municipalities: Sequence[Municipality],
        earlier: EarlierWordings,
    ) -> None:
        self._contract = guidance.edition.contract
        self._municipalities = municipalities
        self._recogniser = recogniser
        self._official = OfficialWordings(guidance)
        self._earlier = earlier
        self._naming = Naming(recogniser, self._official)

    def judge(self, text: str, sentences: Sequence[Sentence]) -> Iterator[Judged]:
        """The pledges among the sentences of a text, in order."""
        lead: Lead | None = None
        own = own_names(sentences, self._contract, self._municipalities)
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
            manner = self._official.manner_of(shown, own)
            if manner.manner is Manner.LEADS:
                lead = Lead(shown.rstrip(" :"), sentence, sentence.block.indent)
                continue
            if lead and sentence.first and manner.manner is Manner.PLAIN:
                indent = sentence.block.indent
                lead = lead if lead.listed else replace(lead, indent=indent, listed=True)
                found = [self._listed(sentence, shown, lead)] if indent <= lead.indent else []
            else:
                found = list(self._judged(sentence, shown, manner, previous, own))
                previous = found[-1].pledge.commitment if found else None
            for judged in found:
                doubtful = hidden.touch(judged.pledge.start, judged.pledge.end)
                if doubtful or _runs_on(judged.sentence, following):
                    yield _not_verbatim(judged, following if not doubtful else None)
                else:
                    yield judged

    def _under(self, lead: Lead, sentence: Sentence) -> bool:
        block = sentence.block
        if block is lead.sentence.block:
            return False
        if block.kind is BlockKind.ITEM:
            return block.indent >= lead.indent or not lead.listed
        return block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) and sentence.text[:1].islower()

    def _judged(
        self,
        sentence: Sentence,
        shown: str,
        manner: Manners,
        previous: int | None,
        own: frozenset[str],
    ) -> Iterator[Judged]:
        sentence, shown, manner = self._official.unlabelled(sentence, shown, manner, own)
        exact = self._official.verbatim(sentence)
        if exact is not None and not manner.quoted:
            yield Judged(
                Pledge(sentence.start, sentence.end, PledgeStatus.VERBATIM, exact), sentence
            )
            return
        earlier = None if manner.quoted else self._earlier.of(sentence.text)
        if earlier:
            yield self._naming.replaced(sentence, earlier)
            return
        if manner.manner is Manner.TELLS or self._official.is_title(shown):
            return
        if manner.manner is Manner.ABOUT:
            likenesses = self._recogniser.likenesses(shown)
            if likenesses and likenesses[0].covered >= WHOLLY:
                yield self._naming.changed(sentence, likenesses[0].commitment)
            return
        if manner.manner is Manner.PLAIN:
            yield from self._naming.by_content(sentence, shown, previous)
            return
        content = shown[manner.content :]
        likenesses = self._recogniser.likenesses(content)
        if manner.manner is Manner.PAST:
            near = likenesses and likenesses[0].covered >= MERGED
            if not near or tells_of_the_past(shown[: manner.content]):
                return
        parts = self._naming.merged(sentence, likenesses)
        if parts:
            yield from parts
            return
        yield self._naming.named(sentence, content, likenesses)

    def _listed(self, sentence: Sentence, shown: str, lead: Lead) -> Judged:
        """An item of a list whose lead pledges: the lead and the item together are the pledge."""
        lead_plain = plain(lead.text).text
        lowered = sentence.form.text[:1].lower() + sentence.form.text[1:]
        number = self._official.number_of(f"{lead_plain} {lowered}")
        if number is not None:
            # A disguised lead has been seen through, so its item is not verbatim.
            same = lead.sentence.text.rstrip(" :") == lead.text
            status = PledgeStatus.VERBATIM if same else PledgeStatus.CHANGED
            pledge = Pledge(sentence.start, sentence.end, status, number, listed=True)
            return Judged(pledge, sentence)
        content = re.sub(r"^att\s+", "", shown)
        judged = self._naming.named(sentence, content, self._recogniser.likenesses(content))
        number_found = judged.pledge.commitment
        if number_found is None:
            return judged
        return self._naming.changed(sentence, number_found, lead)


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
