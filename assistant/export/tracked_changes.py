"""The user's own Word file back: official wording as tracked changes, other findings as comments.

Nothing of the file is changed except the runs that a suggestion concerns, and those keep their look.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import docx
from docx.text.run import Run

from assistant.documents.word import WordParagraph, paragraphs
from assistant.documents.word_file import WordFile, open_word
from assistant.domain.errors import InputFault, quoted
from assistant.domain.reviews import Finding, FindingKind, Review
from assistant.export.redlines import AUTHOR, INITIALS
from assistant.export.restoring import Restoration, restorations
from assistant.export.word_runs import cut_at, insert_text, mark_deleted, runs_between
from assistant.guidance.library import Library

PIECE = re.compile(r"\s+|[^\s]+")
FIRST_ID = 90_000
RESTORED = frozenset({FindingKind.CHANGED_WORDING, FindingKind.EARLIER_EDITION})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph's text begins in the reviewed text."""

    paragraph: WordParagraph
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.paragraph.text)


def reviewed_word_file(source: Path, review: Review, library: Library, target: Path) -> None:
    """Write the reviewed Word file; the file that was read is left as it is."""
    found = tuple(restorations(review, library))
    redlined_word_file(source, review.text, found, review.findings, target)


def redlined_word_file(
    source: Path,
    text: str,
    found: Sequence[Restoration],
    findings: Sequence[Finding],
    target: Path,
) -> None:
    """Write a Word file with official wordings as tracked changes, and the other findings as comments.

    `text` is what was read of the file, which is left as it is.
    """
    data = source.read_bytes()
    if not data.startswith(b"PK"):
        raise InputFault(
            f"{quoted(source.name)} är ingen Word-fil. -o kan bara användas med .docx."
        )
    if target.exists() and target.samefile(source):
        raise InputFault(
            f"{quoted(target.name)} är filen som granskas. Ange ett annat namn efter -o."
        )
    read = open_word(data, source.name)  # refuses what is not fit to be opened
    word = docx.Document(BytesIO(data))
    places = list(_places(replace(read, body=word.element)))
    restoring = [r for r in found if _place_of(places, r.start, r.end)]
    restored = {r.start for r in restoring}
    for finding in findings:
        if finding.kind not in RESTORED or finding.start not in restored:
            _comment(word, places, finding)
    ids = count(FIRST_ID)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for restoration in reversed(restoring):
        place = _place_of(places, restoration.start, restoration.end)
        if place:
            _restore(place, restoration, ids, now, text)
    unfinished = target.with_name(f".{target.name}.ny")
    try:
        word.save(str(unfinished))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _places(file: WordFile) -> Iterator[_Place]:
    position = 0
    for paragraph in paragraphs(file):
        start = position + len(paragraph.mark)
        yield _Place(paragraph, start)
        position = start + len(paragraph.text) + 2


def _place_of(places: Sequence[_Place], start: int, end: int) -> _Place | None:
    return next((p for p in places if p.start <= start and end <= p.end), None)


def _restore(
    place: _Place, restoration: Restoration, ids: "count[int]", now: str, text: str
) -> None:
    element = place.paragraph
    start = restoration.start - place.start
    actual = PIECE.findall(text[restoration.start : restoration.end])
    official = PIECE.findall(restoration.official)
    # White space of any kind is the same: the user's own is kept.
    matcher = SequenceMatcher(
        None,
        [p.strip() or " " for p in actual],
        [p.strip() or " " for p in official],
        autojunk=False,
    )
    offsets = [start]
    for piece in actual:
        offsets.append(offsets[-1] + len(piece))
    for tag, i, j, k, m in reversed(matcher.get_opcodes()):
        if tag == "equal":
            continue
        attributes = {"w:id": str(next(ids)), "w:author": AUTHOR, "w:date": now}
        for offset in (offsets[j], offsets[i]):
            cut_at(element, offset)
        runs = runs_between(element, offsets[i], offsets[j])
        before = runs_between(element, 0, offsets[i])
        neighbours = runs or before or runs_between(element, 0, len(place.paragraph.text))
        inserted = "".join(official[k:m])
        anchor = runs[-1] if runs else before[-1] if before else neighbours[0]
        if inserted:
            insert_text(anchor, neighbours[0], inserted, {**attributes, "w:id": str(next(ids))})
        mark_deleted(runs, attributes)


def _comment(word: Any, places: Sequence[_Place], finding: Finding) -> None:  # noqa: ANN401  python-docx's own
    place = _place_of(places, finding.start, finding.end)
    whole = place is None or finding.start == finding.end
    if whole:
        place = next((p for p in places if p.start >= finding.start and p.paragraph.text), None)
        place = place or next((p for p in reversed(places) if p.paragraph.text.strip()), None)
    if place is None:
        return
    element = place.paragraph
    start = 0 if whole else finding.start - place.start
    end = len(place.paragraph.text) if whole else finding.end - place.start
    cut_at(element, end)
    cut_at(element, start)
    runs = [
        Run(r, word.paragraphs[0] if word.paragraphs else word)
        for r in runs_between(element, start, end)
    ]
    if not runs:
        return
    lines = [finding.message]
    if finding.suggestion:
        lines.append(finding.suggestion)
    elif finding.quoted:
        lines.append(f"{finding.quoted.text} ({finding.quoted.location})")
    comment = word.add_comment(runs[0], "\n".join(lines), author=AUTHOR, initials=INITIALS)
    if len(runs) > 1:
        _stretch(comment, runs)


def _stretch(comment: Any, runs: Sequence[Run]) -> None:  # noqa: ANN401  python-docx's own
    """Let the comment cover all its runs, also those that are not siblings of the first."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    first, last = runs[0]._r, runs[-1]._r  # noqa: SLF001  python-docx shows it nowhere else
    end = next(
        e
        for e in first.itersiblings()
        if e.tag == qn("w:commentRangeEnd") and e.get(qn("w:id")) == str(comment.comment_id)
    )
    reference = end.getnext()
    last.addnext(reference)
    last.addnext(end)
