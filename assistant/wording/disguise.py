"""Sees through what is hidden in a text, so that a tampered sentence is still recognised.

Only recognition uses this. A sentence that has to be undisguised is never verbatim.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһԛԝѵӏкмтвнгАВЕКМНОРСТХІЈЅαοενικρτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡɑ",
    "aeopcyxijsdhqwvlkmtbhrABEKMHOPCTXIJSaoevikptuxwABEZHIKMNOPTYXiga",
)
ORDINARY = re.compile(r"[\x00-\xac\xae-\xff–—…“”„’‘•●]*")
SUSPECT = re.compile(r"[^\x00-\xff\u200b\u2060\ufeff–—…“”„’‘•●]")
STRUCK_OUT = (("~~", "~~"), ("<!--", "-->"), ("<del>", "</del>"), ("<s>", "</s>"))
OVERLAYS = range(0x0334, 0x0339)


def undisguised(text: str) -> str:
    r"""The text with look-alike letters exchanged and invisible characters removed.

    >>> undisguised("Vi åt\u0430r o\u200dss")
    'Vi åtar oss'
    """
    if ORDINARY.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFKC", text.translate(LOOK_ALIKES))
    return "".join(
        c
        for c in composed
        if unicodedata.category(c) not in {"Cf", "Cn", "Co"}
        and not 0xFE00 <= ord(c) <= 0xFE0F
        and ord(c) not in OVERLAYS
    )


class HiddenSpans:
    """Where a text has signs that change how a line is read, or words that are struck out."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((*_suspect_lines(text), *_struck_out(text))):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether anything between two positions stands in such a place."""
        at = bisect_right(self._starts, end) - 1
        return at >= 0 and start < self._ends[at]


def _suspect_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that have invisible signs other than typography; direction marks act on a line."""
    last = -1
    for match in SUSPECT.finditer(text):
        if match.start() < last or unicodedata.category(match.group()) != "Cf":
            continue
        start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        end = text.find("\n", match.start())
        last = end if end >= 0 else len(text)
        yield start, last


def _struck_out(text: str) -> Iterator[tuple[int, int]]:
    """What Markdown or HTML does not show, or shows as deleted."""
    lowered = text.lower()
    for opener, closer in STRUCK_OUT:
        start = lowered.find(opener)
        while start >= 0:
            end = lowered.find(closer, start + len(opener))
            if end < 0:
                break
            yield start, end + len(closer)
            start = lowered.find(opener, end + len(closer))
