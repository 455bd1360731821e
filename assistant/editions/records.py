"""From a comparison of editions to its published JSON."""

from typing import Any

from assistant.domain.editions import EditionChange, EditionDiff, Wording
from assistant.domain.guidance import Edition
from assistant.guidance.shelf import Shelved
from assistant.wording.redlines import redline

Json = dict[str, Any]


def diff_record(diff: EditionDiff) -> Json:
    """The whole comparison."""
    return {
        "old": edition_record(diff.old),
        "new": edition_record(diff.new),
        "changes": [change_record(change) for change in diff.changes],
        "unchanged": {part.value: count for part, count in diff.unchanged.items()},
    }


def edition_record(edition: Edition) -> Json:
    """Which edition it is."""
    return {
        "edition": edition.id,
        "label": edition.label,
        "title": edition.title,
        "contract": edition.contract,
        "round": edition.round,
        "owner": edition.owner,
        "status": edition.status,
    }


def shelved_record(shelved: Shelved, *, in_use: bool) -> Json:
    """An edition that lies in a folder."""
    record = shelved.record
    return {
        "edition": record.id,
        "label": record.label,
        "title": record.title,
        "contract": record.contract,
        "round": record.round,
        "owner": record.owner,
        "status": record.status,
        "folder": str(shelved.folder),
        "in_use": in_use,
    }


def change_record(change: EditionChange) -> Json:
    """One change, with both wordings and what differs in them, word by word."""
    old, new = change.old, change.new
    compared = redline(old.text if old else "", new.text if new else "")
    return {
        "part": change.part.value,
        "kind": change.kind.value,
        "old": _wording(old),
        "new": _wording(new),
        "redline": [{"op": s.mark.value, "text": s.text} for s in compared.stretches],
    }


def _wording(wording: Wording | None) -> Json | None:
    if wording is None:
        return None
    return {
        "passage": wording.passage.id if wording.passage else None,
        "commitment": wording.commitment,
        "place": wording.place,
        "text": wording.text,
    }
