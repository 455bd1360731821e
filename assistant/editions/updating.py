"""The new official sentences in place of the old ones in a contract's own Word file."""

from pathlib import Path

from assistant.domain.editions import AffectedText, EditionDiff, Outdated, Part
from assistant.domain.reviews import Finding, FindingKind, Severity
from assistant.editions.wording import said_of
from assistant.export.restoring import Restoration
from assistant.export.tracked_changes import redlined_word_file
from assistant.wording.typography import plain


def updated_word_file(
    source: Path, text: str, affected: AffectedText, diff: EditionDiff, target: Path
) -> None:
    """Write the Word file with tracked changes, and a comment wherever a person must decide."""
    restorations = [
        restoration
        for one in affected.outdated
        if (restoration := _restoration(one, text, diff)) is not None
    ]
    findings = [_finding(one, diff) for one in affected.outdated]
    redlined_word_file(source, text, restorations, findings, target)


def _restoration(one: Outdated, text: str, diff: EditionDiff) -> Restoration | None:
    """The new wording for an old one; None where there is none, or only a list's lead opens it."""
    change, quoted = one.change, one.quoted
    if change.part is not Part.OFFICIAL or change.new is None:
        return None
    official = change.new.text
    sentence = plain(text[quoted.start : quoted.end]).text
    if not sentence.startswith(plain(diff.old.pledge_opening).text):
        if diff.old.pledge_opening != diff.new.pledge_opening:
            return None
        official = official.removeprefix(diff.new.pledge_opening).strip()
    return Restoration(quoted.start, quoted.end, official)


def _finding(one: Outdated, diff: EditionDiff) -> Finding:
    official = one.change.part is Part.OFFICIAL
    new = one.change.new
    return Finding(
        FindingKind.EARLIER_EDITION if official else FindingKind.OTHER_POINT,
        Severity.FAULT if official else Severity.WARNING,
        one.quoted.start,
        one.quoted.end,
        said_of(one.change, diff),
        new.text if new else None,
    )
