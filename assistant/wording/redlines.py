"""Compares two wordings word by word; both can be read back from the result, to the letter."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.domain.redlines import Mark, Redline, Stretch
from assistant.wording.rendering import escaped

WORD = re.compile(r"[^\W_]+")
PIECE = re.compile(r"\s+|\S+")
"""A sign goes with its word: a comma that came is shown with the word before it."""
SIGNS = {Mark.KEPT: "", Mark.DELETED: "~~", Mark.INSERTED: "**"}
LEAST_IN_COMMON = 1 / 3
"""Texts with less in common are shown whole, the old and then the new: word by word says nothing."""


def redline(old: str, new: str, lead: str = "") -> Redline:
    """What was taken out of the old wording and put in, in order.

    >>> [(s.mark.value, s.text) for s in redline("två röda hus", "två blå hus").stretches]
    [('keep', 'två '), ('delete', 'röda'), ('insert', 'blå'), ('keep', ' hus')]
    """
    return Redline(tuple(_joined(_stretches(old, new))), lead)


def _stretches(old: str, new: str) -> Iterator[tuple[str, str, str]]:
    """Stretches as (kept, deleted, inserted), where only kept or the two others have text."""
    ours, theirs = PIECE.findall(old), PIECE.findall(new)
    if in_common(old, new) < LEAST_IN_COMMON:
        yield "", old, new
        return
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    waiting: tuple[str, str] | None = None
    for tag, i, j, k, m in matcher.get_opcodes():
        before, after = "".join(ours[i:j]), "".join(theirs[k:m])
        if tag == "equal":
            if waiting and not before.strip() and j < len(ours) and m < len(theirs):
                # A space between two changes is no wording of its own.
                waiting = (waiting[0] + before, waiting[1] + before)
                continue
            if waiting:
                yield "", *waiting
                waiting = None
            yield before, "", ""
        else:
            out, put = waiting or ("", "")
            waiting = (out + before, put + after)
    if waiting:
        yield "", *waiting


def in_common(one: str, other: str) -> float:
    """The share of words that two texts have in common, in the same order; between 0 and 1."""
    ours, theirs = (WORD.findall(text.lower()) for text in (one, other))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    # The cheap bound spares most of the texts that are nothing alike.
    return matcher.ratio() if matcher.real_quick_ratio() >= LEAST_IN_COMMON else 0.0


def _joined(stretches: Iterator[tuple[str, str, str]]) -> Iterator[Stretch]:
    for kept, deleted, inserted in stretches:
        for mark, text in (
            (Mark.KEPT, kept),
            (Mark.DELETED, deleted),
            (Mark.INSERTED, inserted),
        ):
            if text:
                yield Stretch(mark, text)


def redline_markdown(shown: Redline) -> str:
    """The comparison as Markdown: struck out what went, bold what came.

    >>> redline_markdown(redline("två röda hus", "två blå hus", "Nytt:"))
    'Nytt: två ~~röda~~ **blå** hus'
    """
    written = [escaped(shown.lead) + " "] if shown.lead else []
    before = None
    for stretch in shown.stretches:
        if before is Mark.DELETED and stretch.mark is Mark.INSERTED:
            written.append(" ")
        written.append(_marked(stretch.text, SIGNS[stretch.mark]))
        before = stretch.mark
    return "".join(written).replace("\n", "\\\n")


def _marked(text: str, sign: str) -> str:
    """The text between signs, line by line; the signs must not stand beside white space."""
    lines = []
    for line in text.split("\n"):
        bare = line.strip()
        start = line.index(bare)
        end = start + len(bare)
        marked = f"{sign}{escaped(bare)}{sign}" if bare else ""
        lines.append(f"{line[:start]}{marked}{line[end:]}")
    return "\n".join(lines)
