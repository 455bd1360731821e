"""What a new edition changes, told to those who write from it: official sentences first."""

from collections.abc import Iterator

from assistant.domain.editions import ChangeKind, EditionChange, EditionDiff, Part
from assistant.domain.guidance import Edition
from assistant.domain.memos import Block, Bullets, Memo, MemoSection
from assistant.wording.redlines import redline
from assistant.wording.templates import worded
from assistant.wording.typography import plain

ONLY_TYPOGRAPHY = "Bara typografin är ändrad, inte orden."
HEADINGS = {
    Part.OFFICIAL: "Officiella formuleringar",
    Part.COMMITMENT: "$Åtagandena: nummer, titlar och vilka de gäller",
    Part.STEP: "Steg",
    Part.POINT: "Punkter",
    Part.EXAMPLE: "Exempel på insatser",
    Part.SECTION: "Löpande text",
    Part.TERM: "Begrepp",
    Part.MILESTONE: "Hålltider",
    Part.EDITION: "Om utgåvan",
}
COUNTED = {
    Part.OFFICIAL: ("officiell formulering", "officiella formuleringar"),
    Part.COMMITMENT: ("titel", "titlar"),
    Part.STEP: ("steg", "steg"),
    Part.POINT: ("punkt", "punkter"),
    Part.EXAMPLE: ("exempel", "exempel"),
    Part.SECTION: ("stycke", "stycken"),
    Part.TERM: ("begrepp", "begrepp"),
    Part.MILESTONE: ("hålltid", "hålltider"),
}


def diff_memo(diff: EditionDiff) -> Memo:
    """The changes as a document; what stands first is what a contract must follow."""
    old, new = diff.old, diff.new
    return Memo(
        title=f"{new.contract}: vad som skiljer version {new.label} från version {old.label}",
        notices=tuple(dict.fromkeys((provenance(new), provenance(old)))),
        particulars=(_summary(diff), _unchanged(diff), *_legend(diff)),
        sections=tuple(_sections(diff)),
    )


def provenance(edition: Edition) -> str:
    """Which edition it is, whose, and its status."""
    return f"{edition.title}, version {edition.label}. Ägare: {edition.owner}. {edition.status}."


def _summary(diff: EditionDiff) -> str:
    if not diff.changes:
        return "Inget skiljer utgåvorna åt."
    official = len(diff.of(Part.OFFICIAL))
    if not official:
        return "Ingen officiell formulering är ändrad. Det som skiljer står nedan."
    count = f"{official} {COUNTED[Part.OFFICIAL][official > 1]}"
    return f"{count} skiljer. Texter som har de gamla orden måste uppdateras."


def _legend(diff: EditionDiff) -> Iterator[str]:
    if diff.changes:
        yield (
            f"Genomstruken text står bara i version {diff.old.label}. Text som är fet, eller "
            f"understruken i Word och på webben, står bara i version {diff.new.label}."
        )


def _unchanged(diff: EditionDiff) -> str:
    counts = [
        f"{diff.unchanged[part]} {names[diff.unchanged[part] != 1]}"
        for part, names in COUNTED.items()
        if diff.unchanged.get(part)
    ]
    return f"Oförändrat: {', '.join(counts)}." if counts else "Inget är oförändrat."


def _sections(diff: EditionDiff) -> Iterator[MemoSection]:
    for part, heading in HEADINGS.items():
        changes = diff.of(part)
        if changes:
            blocks = (*_moved_only(changes), *(b for c in changes for b in change_blocks(c)))
            yield MemoSection(worded(heading, diff.new.nouns), blocks)


def _moved_only(changes: tuple[EditionChange, ...]) -> Iterator[Block]:
    """What has the same words in another place, in one list: it is short, and there may be many."""
    moved = [c for c in changes if c.kind is ChangeKind.MOVED]
    if moved:
        yield Bullets(tuple(f"Flyttad: {moved_line(c)}." for c in moved))


def moved_line(change: EditionChange) -> str:
    """Where something stood, and where it stands now."""
    old, new = change.old, change.new
    if old is None or new is None:
        raise ValueError("only what both editions have has moved")
    return f"{old.place} är nu {_small(new.place)}"


def _small(place: str) -> str:
    return place[:1].lower() + place[1:]


def change_blocks(change: EditionChange) -> Iterator[Block]:
    """A change with the words of both editions; nothing for what has only moved."""
    old, new = change.old, change.new
    match change.kind:
        case ChangeKind.NEW if new:
            yield redline("", new.text, f"Ny: {new.place}.")
        case ChangeKind.GONE if old:
            yield redline(old.text, "", f"Borttagen: {old.place}.")
        case ChangeKind.CHANGED | ChangeKind.MOVED_AND_CHANGED if old and new:
            lead = f"Ändrad: {new.place}."
            if change.moved:
                lead = f"Flyttad och ändrad: {moved_line(change)}."
            yield redline(old.text, new.text, lead)
            if plain(old.text).text == plain(new.text).text:
                yield ONLY_TYPOGRAPHY
        case _:
            return
