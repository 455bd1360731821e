"""What is only typography in a text, and what is not.

The plain form of a text keeps its words and punctuation and drops how they were set. It knows for
every character where it stood, so that a finding can point into the text as it was given. Whatever
is not listed here is kept, and so makes a sentence differ from the official one.
"""

import re
import unicodedata
from array import array
from itertools import pairwise

from assistant.wording.emphasis import paired_marks
from assistant.wording.plain_text import (
    BREAKS,
    BROKEN_DASH,
    HYPHENATION,
    SOFT_HYPHENATION,
    PlainText,
)

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032"
ZERO_WIDTH = "\u200b\u2060\ufeff"
SOFT_HYPHEN = "\u00ad"
SAME_SIGN = str.maketrans(
    {**dict.fromkeys(DASHES, "-"), **dict.fromkeys(DOUBLE_QUOTES, '"')}
    | dict.fromkeys(SINGLE_QUOTES, "'")
    # The marks of line breaks are ours: one that stands in the text is a foreign character.
    | dict.fromkeys(BREAKS, "\ufffd")
)
EVENT = re.compile(
    rf"(?P<gap>(?:<br\s{{0,3}}/?>|[\s{ZERO_WIDTH}{SOFT_HYPHEN}])+)"
    rf"|(?P<sign>[{DASHES}{DOUBLE_QUOTES}{SINGLE_QUOTES}{''.join(BREAKS)}])"
    rf"|(?P<composed>[^\W\d_]{SOFT_HYPHEN}*[\u0300-\u036f][\u0300-\u036f{SOFT_HYPHEN}]*)"
)
CONTINUES_COMPOUND = re.compile(r"(?:och|eller|samt|till|respektive)\b")
HYPHENS = "-\u2010\u2011"


def plain(text: str) -> PlainText:
    r"""The plain form of a whole text, which is taken as one paragraph.

    >>> plain("Vi  åtar\noss\u00a0att – klimat-\nomställa").reading
    'Vi åtar oss att - klimatomställa'
    """
    lines = [match.span() for match in re.finditer(r"[^\r\n]+", text)]
    return plain_lines(text, lines)


def plain_lines(text: str, lines: list[tuple[int, int]], opened: str = "") -> PlainText:
    """The plain form of some lines of a text, joined; `opened` is emphasis that began before them."""
    form = _Form(text)
    for start, end in lines:
        form.add_line(start, end)
    return _without_emphasis(form.done(), opened)


class _Form:
    """Collects characters and where they stood; untouched stretches are copied in one go."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._starts = array("I")
        self._ends = array("I")
        self._last = ""

    def done(self) -> PlainText:
        return PlainText("".join(self._pieces), self._starts, self._ends)

    def add_line(self, start: int, end: int) -> None:
        line = self._source[start:end]
        stripped = line.strip(WHITE)
        if not stripped.strip(ZERO_WIDTH):
            return
        left = len(line) - len(line.lstrip(WHITE))
        first, last = start + left, start + left + len(stripped)
        if self._pieces:
            self._join(first)
        soft = stripped.endswith(SOFT_HYPHEN)
        self._add_stretch(first, last)
        if soft:
            self._last = SOFT_HYPHEN

    def _add_stretch(self, first: int, last: int) -> None:
        at = first
        for match in EVENT.finditer(self._source, first, last):
            begin, end = match.span()
            self._copy(at, begin)
            if match.lastgroup == "gap":
                self._add_gap(begin, end, edge=begin == first or end == last)
            elif match.lastgroup == "sign":
                self._put(match.group().translate(SAME_SIGN), begin, end)
            else:
                letters = match.group().replace(SOFT_HYPHEN, "")
                self._put(unicodedata.normalize("NFC", letters), begin, end)
            at = end
        self._copy(at, last)

    def _add_gap(self, begin: int, end: int, *, edge: bool) -> None:
        gap = self._source[begin:end]
        if edge:
            return
        if gap.strip(ZERO_WIDTH + SOFT_HYPHEN):
            self._put(" ", begin, end)
            return
        # Nothing but invisible characters inside a word: only the soft hyphen belongs there.
        for offset, character in enumerate(gap, start=begin):
            if character != SOFT_HYPHEN:
                self._put(character, offset, offset + 1)

    def _join(self, next_start: int) -> None:
        """Put what a line break means between the line before and the line that starts here."""
        before = self._ends[-1]
        begins = self._source[next_start : next_start + 12]
        if self._last == SOFT_HYPHEN:
            self._put(SOFT_HYPHENATION, before, next_start)
        elif self._last in HYPHENS and len(self._pieces[-1]) and begins[:1].isalpha():
            previous = self._character_before_last()
            if previous.isalpha() and not CONTINUES_COMPOUND.match(begins):
                self._replace_last(HYPHENATION, next_start)
            elif previous == " ":
                self._replace_last(BROKEN_DASH, next_start)
            else:
                self._put(" ", before, next_start)
        else:
            self._put(" ", before, next_start)

    def _character_before_last(self) -> str:
        tail = "".join(self._pieces[-3:])
        return tail[-2:-1]

    def _replace_last(self, sign: str, end: int) -> None:
        self._pieces[-1] = self._pieces[-1][:-1] + sign
        self._ends[-1] = end
        self._last = sign

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._pieces.append(self._source[start:end])
            self._starts.extend(range(start, end))
            self._ends.extend(range(start + 1, end + 1))
            self._last = self._pieces[-1][-1]

    def _put(self, characters: str, start: int, end: int) -> None:
        self._pieces.append(characters)
        for _ in characters:
            self._starts.append(start)
            self._ends.append(end)
        self._last = characters[-1]


WHITE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def _without_emphasis(form: PlainText, opened: str) -> PlainText:
    """Drop Markdown's bold and italic marks where they come in pairs around whole words."""
    if "*" not in form.text and "_" not in form.text:
        return form
    dropped = sorted(paired_marks(form.text, opened))
    if not dropped:
        return form
    kept = PlainText("", array("I"), array("I"))
    pieces: list[str] = []
    for (_, end), (begin, _) in pairwise([(0, 0), *dropped, (len(form.text), 0)]):
        pieces.append(form.text[end:begin])
        kept.starts.extend(form.starts[end:begin])
        kept.ends.extend(form.ends[end:begin])
    return PlainText("".join(pieces), kept.starts, kept.ends)
