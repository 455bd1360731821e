"""Compares two editions: what is new, gone, changed and moved, and what is as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.editions import EditionChange, EditionDiff, Part, Wording
from assistant.domain.guidance import Commitment
from assistant.domain.passages import Passage
from assistant.editions.matching import Item, matched
from assistant.editions.places import Placed, Places, facts
from assistant.guidance.library import Library


@dataclass(frozen=True, slots=True)
class Compared:
    """Jämförd del: its changes, how many texts are as they were, and what took whose place."""

    part: Part
    changes: tuple[EditionChange, ...]
    unchanged: int
    pairs: tuple[tuple[Wording, Wording], ...]


def compare(old: Library, new: Library) -> EditionDiff:
    """Every change from one edition to the next, the official wordings first."""
    commitments = _commitments(old, new)
    places = Places.of(old, new, commitments)
    compared = [
        *_titles_and_wordings(old, new, commitments),
        _part(Part.STEP, places.steps(old), places.steps(new)),
        _part(Part.POINT, places.points(old), places.points(new)),
        _part(Part.EXAMPLE, places.examples(old), places.examples(new)),
        _part(Part.SECTION, places.sections(old), places.sections(new)),
        _part(Part.TERM, places.terms(old), places.terms(new)),
        _part(Part.MILESTONE, places.milestones(old), places.milestones(new)),
        _part(Part.EDITION, list(facts(old)), list(facts(new))),
    ]
    return EditionDiff(
        old=old.guidance.edition,
        new=new.guidance.edition,
        changes=tuple(change for one in compared for change in one.changes),
        unchanged={one.part: one.unchanged for one in compared},
        successors=dict(_successors(compared)),
    )


def _commitments(old: Library, new: Library) -> dict[int, int]:
    """The number in the new edition of each commitment of the old one that is still there."""
    ours, theirs = old.guidance.commitments, new.guidance.commitments
    pairs = matched([_whole(c) for c in ours], [_whole(c) for c in theirs])
    return {ours[at].number: theirs[found].number for at, found in pairs.items()}


def _whole(commitment: Commitment) -> Item:
    text = f"{commitment.title}\n{commitment.official_wording}"
    return Item(commitment.number, None, text)


def _titles_and_wordings(
    old: Library, new: Library, commitments: dict[int, int]
) -> Iterator[Compared]:
    """The official wordings; and the commitments with what is said of them: title, who must."""
    wordings: list[tuple[Wording | None, Wording | None]] = []
    named: list[tuple[Wording | None, Wording | None]] = []
    for before in old.guidance.commitments:
        after = new.guidance.commitment(commitments.get(before.number, 0))
        wordings.append((_official(before, old), _official(after, new) if after else None))
        named.append((_named(before, old), _named(after, new) if after else None))
    for added in new.guidance.commitments:
        if added.number not in commitments.values():
            wordings.append((None, _official(added, new)))
            named.append((None, _named(added, new)))
    yield _compared(Part.OFFICIAL, [(a, b, False) for a, b in wordings])
    # A commitment that is new or gone is told of with its official wording.
    both = [(a, b, a.commitment != b.commitment) for a, b in named if a and b]
    yield _compared(Part.COMMITMENT, both)


def _official(commitment: Commitment, library: Library) -> Wording:
    place = library.guidance.edition.nouns.heading(commitment.number)
    passage = library.wording(commitment.number)
    return Wording(place, passage.text, commitment.number, passage)


def _named(commitment: Commitment, library: Library) -> Wording:
    place = library.guidance.edition.nouns.heading(commitment.number)
    who = "gäller alla" if commitment.mandatory else "frivilligt"
    return Wording(place, f"{commitment.title} ({who})", commitment.number)


def _part(part: Part, old: Sequence[Placed], new: Sequence[Placed]) -> Compared:
    by_key = part in {Part.STEP, Part.TERM, Part.MILESTONE, Part.EDITION}
    pairs = matched([one.item for one in old], [one.item for one in new], by_key=by_key)
    rows: list[tuple[Wording | None, Wording | None, bool]] = []
    for at, before in enumerate(old):
        after = new[pairs[at]] if at in pairs else None
        moved = after is not None and before.position != after.position
        rows.append((before.wording, after.wording if after else None, moved))
    taken = set(pairs.values())
    rows += [(None, one.wording, False) for at, one in enumerate(new) if at not in taken]
    return _compared(part, rows)


def _compared(part: Part, rows: Sequence[tuple[Wording | None, Wording | None, bool]]) -> Compared:
    changes, pairs = [], []
    for before, after, moved in rows:
        if before and after:
            pairs.append((before, after))
            if before.text == after.text and not moved:
                continue
        changes.append(EditionChange(part, before, after, moved))
    return Compared(part, tuple(changes), len(rows) - len(changes), tuple(pairs))


def _successors(compared: Sequence[Compared]) -> Iterator[tuple[str, Passage]]:
    for one in compared:
        for before, after in one.pairs:
            if before.passage and after.passage:
                yield before.passage.id, after.passage
