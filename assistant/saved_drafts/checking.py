"""Looks at the own text of a clause while it is written: pledges, copied wordings, loose figures."""

from collections.abc import Callable, Iterator, Sequence

from assistant.domain.drafts import Clause, Draft
from assistant.domain.passages import Quotation
from assistant.domain.reviews import FindingKind, PledgeStatus, Review, Severity
from assistant.saved_drafts.edits import written

ELSEWHERE = {FindingKind.MISSING_MANDATORY, FindingKind.OPEN_GAP}
"""What is about the whole contract, or is told in the list of what is missing."""
PLEDGES = {FindingKind.INVENTED_PLEDGE, FindingKind.CHANGED_WORDING}
COPIED = (
    "Den officiella formuleringen av {named} står som egen text. Där är den inte låst. "
    "Ta bort den, eftersom den redan hör till {the}."
)

Told = tuple[Severity, str]


def checked(
    draft: Draft, key: str, runs: Sequence[str], review: Callable[[str], Review]
) -> tuple[Told, ...]:
    """What should be looked at in the own text, each with how grave it is; `runs` as for `written`."""
    new = written(draft, key, runs)
    nouns = draft.edition.nouns
    clause = next(c for c in new.clauses if c.key == key)
    text, own = _text(clause)
    # A sentence that the person has not touched is the program's own matter.
    before = {s.text for c in draft.clauses if c.key == key for s in c.local}
    reviewed = review(text)
    found = [
        (finding.kind, text[finding.start : finding.end], finding.severity, finding.message)
        for finding in reviewed.findings
        if finding.kind not in ELSEWHERE
        and _inside(finding.start, finding.end, own)
        and text[finding.start : finding.end] not in before
    ]
    told: list[Told] = [(severity, message) for _, _, severity, message in found]
    told += [
        (
            Severity.WARNING,
            COPIED.format(named=nouns.numbered(pledge.commitment or 0), the=nouns.the),
        )
        for pledge in reviewed.pledges
        if pledge.status is PledgeStatus.VERBATIM and _inside(pledge.start, pledge.end, own)
    ]
    pledged = [sentence for kind, sentence, _, _ in found if kind in PLEDGES]
    told += [
        (Severity.WARNING, remark.message)
        for remark in new.remarks
        if remark not in draft.remarks and not any(p in remark.message for p in pledged)
    ]
    return tuple(dict.fromkeys(told))


def _text(clause: Clause) -> tuple[str, list[tuple[int, int]]]:
    """The clause as one text, and where the own text stands in it."""
    text = clause.heading
    own: list[tuple[int, int]] = []
    for part, official in _parts(clause):
        text += "\n\n"
        if not official:
            own.append((len(text), len(text) + len(part)))
        text += part
    return text, own


def _parts(clause: Clause) -> Iterator[tuple[str, bool]]:
    for paragraph in clause.paragraphs:
        sentences = [s.text for s in paragraph if not isinstance(s, Quotation)]
        yield from ((s.text, True) for s in paragraph if isinstance(s, Quotation))
        if sentences:
            yield " ".join(sentences), False


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in spans)
