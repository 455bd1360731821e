"""Reads the running-text form of every point and checks it, word for word, against the point."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.guidance import Bullet, Guidance, Point
from assistant.domain.running_text import Change, RunningForm
from assistant.guidance.reading import read_records
from assistant.guidance.records import RunningRecord

FREE = "och"
"""The one word that a short form may have without the long one having it there."""


def load_running_forms(folder: Path, guidance: Guidance) -> dict[str, RunningForm]:
    """The running form of every point, by its id; `CorpusFault` names file, point and fault."""
    forms: dict[str, RunningForm] = {}
    for path in sorted((folder / "clauses").glob("*.yaml")):
        for record in read_records(path, tuple[RunningRecord, ...]):
            place = f"clauses/{path.name}, punkt {record.point}"
            point = guidance.point(record.point)
            if point is None:
                raise CorpusFault(f"{place}: punkten finns inte")
            if record.point in forms:
                raise CorpusFault(f"{place}: punkten står två gånger")
            _check(record, point, place)
            forms[record.point] = RunningForm(
                point=record.point,
                clause=record.clause,
                short=record.short or record.clause,
                continuation=record.continuation,
                rewritten=record.rewritten,
                corrected=tuple(Change(c.source, c.clause) for c in record.corrected),
                question=record.question,
            )
    missing = [p.id for c in guidance.commitments for p in c.points if p.id not in forms]
    if missing:
        raise CorpusFault(f"clauses: löptextform saknas för punkt {', '.join(missing)}")
    return forms


def _check(record: RunningRecord, point: Point, place: str) -> None:
    """Refuse a word that is neither the point's own nor listed, and a word that is lost."""
    expected = words(" ".join(_texts(point)))
    for change in (*record.corrected, *record.adapted):
        expected = _replaced(expected, words(change.source), words(change.clause), place)
    for left_out in record.left_out:
        expected = _replaced(expected, words(left_out), [], place)
    written = words(" ".join((record.clause, *record.continuation)))
    listed = Counter(expected) + Counter(record.added)
    surplus, lost = Counter(written) - listed, listed - Counter(written)
    if surplus:
        raise CorpusFault(f"{place}: {_listed(surplus)} står inte i punkten och är inte angivet")
    if lost:
        raise CorpusFault(f"{place}: {_listed(lost)} i punkten eller added saknas i löptexten")
    if not (record.rewritten or _in_order(written, expected, list(record.added))):
        raise CorpusFault(
            f"{place}: orden kommer i en annan ordning än i punkten; ange rewritten: true"
        )
    if record.short and not _is_shortened(words(record.short), words(record.clause)):
        raise CorpusFault(f"{place}, short: kortformen får bara utelämna ord ur clause")
    for text in (record.clause, record.short or "", *record.continuation):
        if text.endswith((".", ":", ",", ";")):
            raise CorpusFault(f"{place}: {quoted(text)} slutar med skiljetecken")


def _texts(point: Point) -> Iterator[str]:
    yield point.text
    yield from _bullets(point.bullets)


def _bullets(bullets: tuple[Bullet, ...]) -> Iterator[str]:
    for bullet in bullets:
        yield bullet.text
        yield from _bullets(bullet.bullets)


def words(text: str) -> list[str]:
    """The words of a text in lower case, a placeholder such as {kommunen} as the word in it.

    >>> words("Vår/-a {kommunens} WWF:s")
    ['vår', 'a', 'kommunens', 'wwf', 's']
    """
    return re.findall(r"\w+", text.lower())


def _replaced(all_words: list[str], old: list[str], new: list[str], place: str) -> list[str]:
    for start in range(len(all_words) - len(old) + 1):
        if all_words[start : start + len(old)] == old:
            return [*all_words[:start], *new, *all_words[start + len(old) :]]
    raise CorpusFault(f"{place}: {quoted(' '.join(old))} står inte i punkten")


def _in_order(written: list[str], expected: list[str], added: list[str]) -> bool:
    """Whether the words, but for those added, come in the point's own order."""
    allowed = Counter(added)
    left = list(expected)
    for word in written:
        if left and word == left[0]:
            left.pop(0)
        elif allowed[word] > 0:
            allowed[word] -= 1
        else:
            return False
    return not left


def _is_shortened(short: list[str], clause: list[str]) -> bool:
    left = iter(clause)
    return all(word == FREE or word in left for word in short)


def _listed(counted: Counter[str]) -> str:
    return ", ".join(repr(word) for word in counted)
