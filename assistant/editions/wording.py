"""What is said of a change to someone whose text has the old words."""

from assistant.domain.editions import ChangeKind, EditionChange, EditionDiff, Part
from assistant.editions.reporting import moved_line
from assistant.reviewing.messages import message


def said_of(change: EditionChange, diff: EditionDiff) -> str:
    """One or two sentences: what has happened, and what to do."""
    old, new = change.old, change.new
    if old is None:
        raise ValueError("a text cannot have what only the new edition has")
    if change.part is Part.OFFICIAL:
        return message(
            "earlier_edition" if new else "earlier_edition_gone",
            diff.new.nouns.words,
            number=old.commitment,
            label=diff.old.label,
            current=diff.new.label,
        )
    if new is None:
        return (
            f"{old.place} finns inte i version {diff.new.label}. Stryk hänvisningen, eller hänvisa till "
            f"version {diff.old.label}."
        )
    match change.kind:
        case ChangeKind.MOVED:
            return f"{moved_line(change)} i version {diff.new.label}. Ändra hänvisningen."
        case ChangeKind.MOVED_AND_CHANGED:
            return (
                f"{moved_line(change)} i version {diff.new.label}, med andra ord. Ändra hänvisningen, "
                "och läs om texten stämmer med dem."
            )
        case _:
            return f"{old.place} har andra ord i version {diff.new.label}. Läs om texten stämmer med dem."
