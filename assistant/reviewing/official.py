"""The official wordings in their plain form, and whether a sentence is one of them.

This is the only place where a sentence is called verbatim. Equality decides, and nothing else.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.guidance import Guidance
from assistant.reviewing.called import the_commitment
from assistant.reviewing.pledges import Manners, manner_of
from assistant.reviewing.words import FINAL_STOP
from assistant.wording.blocks import BlockKind
from assistant.wording.disguise import undisguised
from assistant.wording.plain_text import ANY_BREAK, PlainText, same_words
from assistant.wording.sentences import Sentence
from assistant.wording.typography import plain

LABEL = (
    r"^(?:(?:gemensamt |vårt )?{noun}(?:\s+(?:nr\s*)?\d{{1,2}})?|nr \d{{1,2}}|\d{{1,2}}(?:\.\d{{1,2}})*)"
    r"(?:\s*[:.-]\s*|\s+(?=[A-ZÅÄÖ]))"
)


class OfficialWordings:
    """Officiella formuleringar: of one edition, each by its commitment's number."""

    def __init__(self, guidance: Guidance) -> None:
        self.opening = plain(guidance.edition.pledge_opening).text
        self.by_number = {c.number: plain(c.official_wording).text for c in guidance.commitments}
        self._unstopped = {n: FINAL_STOP.sub("", text) for n, text in self.by_number.items()}
        self._exact = {text: n for n, text in (*self.by_number.items(), *self._unstopped.items())}
        noun = the_commitment(guidance.edition.nouns)
        self._label = re.compile(LABEL.format(noun=noun), re.IGNORECASE)
        self._titles = {plain(c.title).text.lower() for c in guidance.commitments}

    def manner_of(self, text: str, own: frozenset[str]) -> Manners:
        """How a sentence relates to pledging, with the opening of this edition's pledges known."""
        return manner_of(text, own, self.opening)

    def number_of(self, form: str) -> int | None:
        """The commitment whose wording a plain text is; its final stop may be missing."""
        if not ANY_BREAK.search(form):
            return self._exact.get(form)
        for number, official in self.by_number.items():
            if same_words(form, official) or same_words(form, self._unstopped[number]):
                return number
        return None

    def verbatim(self, sentence: Sentence) -> int | None:
        """The commitment whose wording a sentence is. After a list mark it may begin small."""
        found = (self.number_of(form) for form in self._forms(sentence))
        return next((number for number in found if number is not None), None)

    def _forms(self, sentence: Sentence) -> Iterator[str]:
        yield sentence.form.text
        if sentence.first and sentence.block.mark:
            yield sentence.form.text[:1].upper() + sentence.form.text[1:]

    def mended(self, sentences: Sequence[Sentence], position: int) -> tuple[Sentence, int]:
        """The sentence, joined with those after it where they are the rest of an official one."""
        sentence = sentences[position]
        text = sentence.text
        for joined in range(2, 5):
            if position + joined > len(sentences) or FINAL_STOP.search(text):
                break
            if not any(official.startswith(text) for official in self.by_number.values()):
                break
            following = sentences[position + joined - 1]
            if text == self.opening and following.block.kind is BlockKind.ITEM:
                break  # The opening leads a list, and each item is a pledge of its own.
            signs = [" ", f" {following.block.mark} " if following.block.mark in "-–—" else " "]
            for sign in signs:
                whole = text + sign.replace("–", "-").replace("—", "-") + following.text
                if any(o.startswith(FINAL_STOP.sub("", whole)) for o in self.by_number.values()):
                    text = whole
                    break
            else:
                break
            if text in self.by_number.values() or text in self._unstopped.values():
                parts = [s.form for s in sentences[position : position + joined]]
                return _joined(sentence, parts, text), joined
        return sentence, 1

    def unlabelled(
        self, sentence: Sentence, shown: str, manner: Manners, own: frozenset[str]
    ) -> tuple[Sentence, str, Manners]:
        """The sentence without a label before it, such as "Åtagande 3: " or its title."""
        text = sentence.form.text
        cut = 0
        if match := self._label.match(text):
            cut = match.end()
        lowered = text[cut:].lower()
        for title in self._titles:
            if lowered.startswith(title):
                rest = re.match(r"\s*[:.-]\s*", text[cut + len(title) :])
                if rest:
                    cut += len(title) + rest.end()
                break
        rest_text = text[cut:]
        if not cut or not rest_text or not self.manner_of(undisguised(rest_text), own).content:
            return sentence, shown, manner
        while text[cut] in "\"' ":
            cut += 1
        end = len(text) - 1 if text[-1] in "\"'" and text[cut - 1] in "\"'" else len(text)
        part = sentence.part(cut, end)
        without = undisguised(part.text)
        return part, without, self.manner_of(without, own)

    def is_title(self, shown: str) -> bool:
        """Whether a sentence is only the title of a commitment."""
        return FINAL_STOP.sub("", shown).lower() in self._titles


def _joined(first: Sentence, forms: Sequence[PlainText], text: str) -> Sentence:
    """The sentence with the forms of those that continue it; signs between are part of the gap."""
    starts, ends = forms[0].starts[:], forms[0].ends[:]
    length = len(forms[0].text)
    for form in forms[1:]:
        gap = text.index(form.reading, length) - length
        for _ in range(gap):
            starts.append(ends[-1])
            ends.append(form.starts[0])
        starts.extend(form.starts)
        ends.extend(form.ends)
        length += gap + len(form.text)
    return Sentence(PlainText(text, starts, ends), first.block, first.first)
