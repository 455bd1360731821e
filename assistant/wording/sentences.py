"""Cuts a block into sentences as Swedish contracts are written: abbreviations, dates, numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.wording.blocks import TextBlock, blocks_of
from assistant.wording.plain_text import PlainText
from assistant.wording.typography import plain_lines

INVISIBLE = "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]*"
STOP = re.compile(
    rf"[.!?…]+[\"')\]]*(?:[¹²³⁰-⁹]|\[\d{{1,3}}\])*{INVISIBLE}(?= |$)"
    r"|[.!?](?=[A-ZÅÄÖ][a-zåäö]+ )"
)
WORD_BEFORE = re.compile(r"\S+$")
NEVER_LAST = frozenset(
    """
    t.ex ex exv bl.a bl a d.v.s dvs s.k sk f.d f.n fr.o.m t.o.m m.a.o p.g.a pga resp ca c:a cirka jfr
    inkl exkl kap prop nr st tel art dr prof s.a.s e.g i.e al fig tab sid dnr motsv avs kl mom jan
    feb aug sept okt nov dec
    """.split()  # noqa: SIM905  a list of words reads better as text
)
OFTEN_LAST = frozenset(("m.m", "m.fl", "o.s.v", "osv", "etc", "mm", "mfl", "o.d", "o.dyl"))
OPENS = "\"'([*_"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Mening: a sentence in its plain form, with where it stands."""

    form: PlainText
    block: TextBlock
    first: bool
    """Whether it is the first of its block, so that a list mark stands before it."""

    @property
    def text(self) -> str:
        """The plain text with its line breaks read in the likeliest way."""
        return self.form.reading

    @property
    def start(self) -> int:
        """Where its first word begins in the text as given."""
        return self.form.starts[0]

    @property
    def end(self) -> int:
        """Where it ends in the text as given, after its final stop."""
        return self.form.ends[-1]

    def part(self, start: int, end: int) -> "Sentence":
        """A part of the sentence; the positions are those of its plain form."""
        return Sentence(self.form.part(start, end), self.block, self.first and start == 0)


def sentences_of(text: str, opening: str) -> Iterator[Sentence]:
    """The sentences of a text in order.

    A line that begins with the `opening` of a pledge begins a sentence, also where the sentence
    before has lost its stop.
    """
    for block in blocks_of(text, opening):
        form = plain_lines(text, block.lines, block.opened)
        cuts = [*_cuts(form, text, opening), len(form.text)]
        start = 0
        for cut in cuts:
            first = start == 0
            begin, end = _trimmed(form.text, start, cut)
            if begin < end:
                yield Sentence(form.part(begin, end), block, first)
            start = cut


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \"'":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    # A quotation mark after the stop is not the sentence's own; one inside it is.
    while end - 1 > start and text[end - 1] in "\"'" and text[end - 2] in ".!?…":
        end -= 1
    if end - 1 > start and text[end - 1] in "\"'" and text.count(text[end - 1], start, end) == 1:
        end -= 1
    return start, end


def _cuts(form: PlainText, source: str, opening: str) -> Iterator[int]:
    text = form.text
    stops = [
        match.end() for match in STOP.finditer(text) if _ends_sentence(text, match, opening.lower())
    ]
    lines = [
        match.start()
        for match in re.finditer(rf" (?=[\"']?{re.escape(opening)}\b)", text)
        if "\n" in source[form.starts[match.start()] : form.ends[match.start()]]
        or "\t" in source[form.starts[match.start()] : form.ends[match.start()]]
    ]
    return iter(sorted({*stops, *lines}))


def _ends_sentence(text: str, stop: re.Match[str], opening: str) -> bool:
    rest = text[stop.end() : stop.end() + 40].lstrip(" " + OPENS)
    if not rest:
        return True
    word_match = WORD_BEFORE.search(text, max(0, stop.start() - 40), stop.start())
    word = word_match.group().lstrip(OPENS).lower() if word_match else ""
    if rest[:1].islower() and word not in NEVER_LAST:
        # In doubt the sentence goes on: a reservation after the stop is a reservation.
        return rest.lower().startswith(opening)
    if not stop.group().startswith("."):
        return True
    if word in NEVER_LAST:
        return False
    if word in OFTEN_LAST:
        return rest[:1].isupper()
    if len(word) == 1 and word.isalpha():
        return False
    return not (word.isdigit() and rest[:1].isdigit())
