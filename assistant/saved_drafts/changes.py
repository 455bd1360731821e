"""Says in a few words what was changed between two versions of a draft."""

from collections.abc import Iterator

from assistant.domain.drafts import FactKind
from assistant.domain.nouns import Nouns
from assistant.domain.saved_drafts import DraftContent, DraftForm, Edit, GivenCommitment, GivenFact

MOST = 3
"""Changes that are told one by one."""


def described(before: DraftContent, after: DraftContent, nouns: Nouns) -> str:
    """What was changed, as one phrase: "Ändrade åtagande 6: ansvarig"."""
    said = list(differences(before, after, nouns))
    shown = said[: MOST - 1] if len(said) > MOST else said
    told = ", ".join(shown)
    more = len(said) - len(shown)
    if more:
        told += f" och {more} ändringar till"
    return told[:1].upper() + told[1:]


def differences(before: DraftContent, after: DraftContent, nouns: Nouns) -> Iterator[str]:
    """Every change, with the verb first: "valde åtagande 6"."""
    yield from _of_form(before.form, after.form, nouns)
    clauses = dict.fromkeys(edit.clause for edit in (*before.edits, *after.edits))
    for clause in clauses:
        old, new = before.edit_of(clause), after.edit_of(clause)
        if old != new:
            yield _of_edit(old, new)


def _of_form(before: DraftForm, after: DraftForm, nouns: Nouns) -> Iterator[str]:
    if before.municipality != after.municipality:
        yield "ändrade kommun"
    if before.length != after.length:
        yield f"valde {after.length} text"
    yield from (f"valde {nouns.numbered(n)}" for n in after.chosen if n not in before.chosen)
    yield from (f"valde bort {nouns.numbered(n)}" for n in before.chosen if n not in after.chosen)
    numbers = sorted({one.number for one in (*before.commitments, *after.commitments)})
    for number in numbers:
        for field in _of_commitment(before.about(number), after.about(number)):
            yield f"ändrade {nouns.numbered(number)}: {field}"
    if before.follow_up != after.follow_up:
        yield "ändrade uppföljning av hela kontraktet"
    if before.memo != after.memo:
        yield "ändrade uppgifter till tjänsteskrivelsen"


def _of_commitment(before: GivenCommitment, after: GivenCommitment) -> Iterator[str]:
    if before.steps != after.steps:
        yield "steg"
    if before.points != after.points:
        yield "punkter"
    for kind in FactKind:
        if _of_kind(kind, before.facts) != _of_kind(kind, after.facts):
            yield kind.value


def _of_kind(kind: FactKind, facts: tuple[GivenFact, ...]) -> list[GivenFact]:
    return [fact for fact in facts if fact.kind is kind]


def _of_edit(before: Edit | None, after: Edit | None) -> str:
    if after is None:
        return f"återställde texten i {before.heading if before else ''}"
    if not after.by_person:
        return f"lät språkmodellen skriva om {after.heading}"
    return f"ändrade texten i {after.heading}"
