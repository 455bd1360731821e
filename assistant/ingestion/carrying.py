"""What is written beside the pattern edition and still stands: taken over where the text is the same.

Reviewed questions, running forms and explanations belong to a passage. Only where the new edition
has a passage with word for word the same text are they proposed for it; the rest is listed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from assistant.domain.passages import Passage
from assistant.guidance.learning_records import (
    ExplanationRecord,
    ProcessRecord,
    ReadingRecord,
    RoleRecord,
)
from assistant.guidance.reading import read_records
from assistant.guidance.records import (
    Knowledge,
    Record,
    ReviewRecord,
    RunningRecord,
    TermRecord,
    UncoveredRecord,
)
from assistant.guidance.source import SourceText
from assistant.ingestion.milestones import Data
from assistant.ingestion.pattern import Pattern

Shape = TypeVar("Shape", bound=Record)


@dataclass(frozen=True, slots=True)
class Carried:
    """Övertagen fil: what of a file of the pattern is proposed, and what is left behind."""

    file: str
    data: Any
    kept: int
    left: tuple[str, ...]
    """Names of the items whose text the new edition does not have."""


def carried_terms(pattern: Pattern, source: SourceText) -> Carried | None:
    """The terms whose sentences all stand in the new source."""
    path = pattern.folder / "glossary.yaml"
    if not path.is_file():
        return None
    return _items(
        path.name,
        read_records(path, tuple[TermRecord, ...]),
        lambda t: _data(t) if all(source.contains(quote) for quote in t.quotes) else None,
        lambda t: t.term,
    )


def carried_files(
    pattern: Pattern, passages: Sequence[Passage], terms: Iterable[str]
) -> Iterator[Carried]:
    """The other files, for the passages and terms that the new edition has."""
    new = new_names(pattern.library.passages, passages)
    folder = pattern.folder
    for path in sorted((folder / "questions").glob("*.yaml")):
        yield _items(
            f"questions/{path.name}",
            read_records(path, tuple[Knowledge, ...]),
            lambda k: _data(k) | {"passage": new[k.passage]} if k.passage in new else None,
            lambda k: k.passage,
        )
    for path in sorted((folder / "clauses").glob("*.yaml")):
        yield _items(
            f"clauses/{path.name}",
            read_records(path, tuple[RunningRecord, ...]),
            lambda r: _moved_point(r, new),
            lambda r: f"punkt {r.point}",
        )
    known = frozenset(terms)
    yield from _lists(folder, new, known)
    yield from _review(folder, new)
    yield from _process(folder, new)


def new_names(old: Iterable[Passage], new: Iterable[Passage]) -> dict[str, str]:
    """The new name of each old passage whose text stands word for word in the new edition.

    Where several have that text, the one with the same name is meant, or none.
    """
    by_text: dict[tuple[str, str], list[str]] = defaultdict(list)
    for passage in new:
        by_text[passage.kind, passage.text].append(_name(passage))
    names: dict[str, str] = {}
    for passage in old:
        name, found = _name(passage), by_text[passage.kind, passage.text]
        if name in found:
            names[name] = name
        elif len(found) == 1 and found[0] not in names.values():
            names[name] = found[0]
    return names


def _name(passage: Passage) -> str:
    return passage.id.partition("/")[2]


def _data(record: Record) -> Data:
    return record.model_dump(mode="json", exclude_defaults=True)


def _items(
    file: str,
    records: Iterable[Shape],
    moved: Callable[[Shape], Data | None],
    name: Callable[[Shape], str],
) -> Carried:
    kept, left = [], []
    for record in records:
        data = moved(record)
        if data is None:
            left.append(name(record))
        else:
            kept.append(data)
    return Carried(file, kept, len(kept), tuple(left))


def _moved_point(record: RunningRecord, new: dict[str, str]) -> Data | None:
    name = new.get(f"punkt/{record.point}")
    return _data(record) | {"point": name.partition("/")[2]} if name else None


def _lists(folder: Path, new: dict[str, str], terms: frozenset[str]) -> Iterator[Carried]:
    if (path := folder / "not-covered.yaml").is_file():
        yield _items(
            path.name,
            read_records(path, tuple[UncoveredRecord, ...]),
            lambda u: _data(u) | _moved("nearest", u.nearest, new),
            lambda u: u.key,
        )
    if (path := folder / "explanations.yaml").is_file():
        yield _items(
            path.name,
            read_records(path, tuple[ExplanationRecord, ...]),
            lambda e: _data(e) if {e.term, *e.see} <= terms else None,
            lambda e: e.term,
        )
    if (path := folder / "reading-path.yaml").is_file():
        yield _items(
            path.name,
            read_records(path, tuple[ReadingRecord, ...]),
            lambda r: (
                _data(r) | _moved("passages", r.passages, new)
                if any(name in new for name in r.passages)
                else None
            ),
            lambda r: r.title,
        )
    if (path := folder / "examples.yaml").is_file():
        yield _items(path.name, read_records(path, tuple[RoleRecord, ...]), _data, lambda r: r.role)


def _moved(field: str, names: Iterable[str], new: dict[str, str]) -> Data:
    return {field: [new[name] for name in names if name in new]}


def _review(folder: Path, new: dict[str, str]) -> Iterator[Carried]:
    if not (path := folder / "review.yaml").is_file():
        return
    record = read_records(path, ReviewRecord)
    profiles = [
        _data(p) | {"commitment": int(name.rpartition("/")[2])}
        for p in record.profiles
        if (name := new.get(f"åtagande/{p.commitment}"))
    ]
    terms = [_data(t) | {"passage": new[t.passage]} for t in record.terms if t.passage in new]
    left = [
        f"åtagande {p.commitment}" for p in record.profiles if f"åtagande/{p.commitment}" not in new
    ]
    left += [t.words[0] for t in record.terms if t.passage not in new]
    data = {"profiles": profiles, "leading_verbs": list(record.leading_verbs), "terms": terms}
    yield Carried(path.name, data, len(profiles) + len(terms), tuple(left))


def _process(folder: Path, new: dict[str, str]) -> Iterator[Carried]:
    if not (path := folder / "process.yaml").is_file():
        return
    record = read_records(path, ProcessRecord)
    phases = [
        _data(p) | _moved("passages", p.passages, new)
        for p in record.phases
        if any(name in new for name in p.passages)
    ]
    unsaid = [_data(u) | _moved("said", u.said, new) for u in record.unsaid]
    left = [name for name in record.now if name not in new]
    left += [p.phase for p in record.phases if not any(name in new for name in p.passages)]
    data = _moved("now", record.now, new) | {"phases": phases, "unsaid": unsaid}
    yield Carried(path.name, data, len(phases) + len(unsaid), tuple(left))
