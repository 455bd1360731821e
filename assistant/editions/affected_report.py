"""What a new edition means for texts, as a document and as JSON."""

from collections.abc import Iterator, Sequence

from assistant.domain.editions import AffectedText, ChangeKind, EditionChange, EditionDiff, Part
from assistant.domain.memos import Block, Bullets, Memo, MemoSection
from assistant.editions.records import Json, change_record
from assistant.editions.reporting import COUNTED, provenance
from assistant.editions.wording import said_of
from assistant.wording.redlines import redline
from assistant.wording.templates import worded


def affected_memo(texts: Sequence[AffectedText], diff: EditionDiff) -> Memo:
    """The texts one by one, and at the end the commitments that none of them can have yet."""
    old, new = diff.old, diff.new
    return Memo(
        title=f"{new.contract}: vad version {new.label} ändrar i texter från version {old.label}",
        notices=tuple(dict.fromkeys((provenance(new), provenance(old)))),
        particulars=(_what_counts(old.label),),
        sections=(
            *(MemoSection(text.name, tuple(_blocks(text, diff))) for text in texts),
            *_new_commitments(diff),
        ),
    )


def _what_counts(label: str) -> str:
    return (
        f"Bara det som står ordagrant ur version {label} räknas. Granska texten också för sig, så att "
        "egna ändringar syns."
    )


def _blocks(text: AffectedText, diff: EditionDiff) -> Iterator[Block]:
    official = [one for one in text.outdated if one.change.part is Part.OFFICIAL]
    others = [one for one in text.outdated if one.change.part is not Part.OFFICIAL]
    yield counted(len(official), text.current)
    for change in dict.fromkeys(one.change for one in official):
        yield from _replaced(change, diff)
    lines = tuple(dict.fromkeys(said_of(one.change, diff) for one in others))
    if lines:
        yield Bullets(lines)
    if not text.outdated:
        yield "Inget i texten behöver ändras."


def counted(old: int, current: int) -> str:
    """How many official sentences are old, and how many still hold."""
    names = COUNTED[Part.OFFICIAL]
    outdated = f"{old} {names[old > 1]} är {'gamla' if old > 1 else 'gammal'}" if old else ""
    still = f"{current} {names[current > 1]} gäller fortfarande" if current else ""
    said = ", ".join(filter(None, (outdated, still)))
    return (
        f"{said}." if said else "Texten har ingen officiell formulering från den äldre versionen."
    )


def _replaced(change: EditionChange, diff: EditionDiff) -> Iterator[Block]:
    old, new = change.old, change.new
    if old is None:
        return
    yield redline(old.text, new.text if new else "", f"{old.place}:")
    yield said_of(change, diff)


def _new_commitments(diff: EditionDiff) -> Iterator[MemoSection]:
    added = [c.new for c in diff.of(Part.OFFICIAL) if c.kind is ChangeKind.NEW and c.new]
    if added:
        heading = worded("$Åtaganden som är nya", diff.new.nouns)
        yield MemoSection(heading, tuple(redline("", one.text, f"{one.place}:") for one in added))


def affected_record(text: AffectedText, diff: EditionDiff) -> Json:
    """One text, with each quoted passage that is old and what has happened to it."""
    return {
        "text": text.name,
        "old": diff.old.id,
        "new": diff.new.id,
        "current": text.current,
        "outdated": [
            {
                "passage": one.quoted.passage,
                "start": one.quoted.start,
                "end": one.quoted.end,
                "message": said_of(one.change, diff),
                "change": change_record(one.change),
            }
            for one in text.outdated
        ],
    }
