"""One page about a review for those who decide: counts, each commitment, the findings that matter."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.documents import Document
from assistant.domain.guidance import Commitment, Guidance
from assistant.domain.reviews import Finding, FindingKind, PledgeStatus, Review, Severity
from assistant.wording.rendering import escaped

HEAD = ("Nr", "Åtagande", "I utkastet")
COMMITMENTS, FAULTS, OTHERS = "Åtagandena", "Måste rättas", "Att se över"
MOST_FAULTS = 6
LONGEST_LINE = 220
FIRST_SENTENCE = re.compile(r".+?[.!?](?=\s+[A-ZÅÄÖ]|$)", re.DOTALL)
KINDS = {
    FindingKind.MISPLACED: "åtaganden under fel rubrik",
    FindingKind.UNSHOWN_TEXT: "ställen med text som inte syns eller är struken",
    FindingKind.OTHER_POINT: "hänvisningar till en punkt om något annat",
    FindingKind.OPEN_GAP: "luckor att fylla i",
    FindingKind.FIGURE_WITHOUT_SOURCE: "siffror utan källa",
    FindingKind.YEAR_WITHOUT_SOURCE: "årtal utan källa",
    FindingKind.LAW_WITHOUT_SOURCE: "lagar utan källa",
    FindingKind.MISUSED_TERM: "ord som inte är vägledningens begrepp",
    FindingKind.HARD_TO_READ: "meningar som är svåra att läsa",
}


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """Sammanfattning av en granskning: its lines, a row for each commitment, and what to do."""

    title: str
    notes: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]
    faults: tuple[str, ...]
    others: tuple[str, ...]


def summary_of(review: Review, document: Document, guidance: Guidance, name: str) -> ReviewSummary:
    """What a review says in one page; `name` is that of the file."""
    edition = guidance.edition
    faults = [
        f
        for f in review.findings
        if f.severity is Severity.FAULT and f.kind is not FindingKind.MISSING_MANDATORY
    ]
    lines = [_line(finding, document, review) for finding in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        lines.append(
            f"Ytterligare {len(faults) - MOST_FAULTS} fel står i den fullständiga granskningen."
        )
    counts = Counter(f.kind for f in review.findings if f.severity is not Severity.FAULT)
    return ReviewSummary(
        f"Granskning av {name}",
        (
            f"Granskat mot {edition.title}, version {edition.label}. {edition.status}.",
            _counted(review),
        ),
        tuple((str(c.number), c.title, _state(c, review)) for c in guidance.commitments),
        tuple(lines),
        tuple(f"{KINDS[kind].capitalize()}: {times}" for kind, times in counts.most_common()),
    )


def summary_markdown(summary: ReviewSummary) -> str:
    """The summary as Markdown."""
    return "\n\n".join(_parts(summary)) + "\n"


def _parts(summary: ReviewSummary) -> Iterator[str]:
    yield f"# {escaped(summary.title)}"
    yield from map(escaped, summary.notes)
    yield f"## {COMMITMENTS}"
    rows = (" | ".join(map(escaped, row)) for row in summary.rows)
    yield "\n".join(
        (f"| {' | '.join(HEAD)} |", "| --- | --- | --- |", *(f"| {row} |" for row in rows))
    )
    for heading, lines in ((FAULTS, summary.faults), (OTHERS, summary.others)):
        if lines:
            yield f"## {heading}"
            yield "\n".join(f"- {escaped(line)}" for line in lines)


def _counted(review: Review) -> str:
    counts = Counter(p.status for p in review.pledges)
    total = len(review.pledges)
    if not total:
        return "Utkastet har inga åtaganden."
    verbatim = _number(counts[PledgeStatus.VERBATIM], "ordagrant", "ordagranna")
    changed = _number(counts[PledgeStatus.CHANGED], "ändrat", "ändrade")
    invented = _number(
        counts[PledgeStatus.INVENTED], "som inte är officiellt", "som inte är officiella"
    )
    are = "åtagande" if total == 1 else "åtaganden"
    return f"Utkastet har {total} {are}: {verbatim}, {changed} och {invented}."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _state(commitment: Commitment, review: Review) -> str:
    statuses = {p.status for p in review.pledges if p.commitment == commitment.number}
    if PledgeStatus.CHANGED in statuses:
        both = PledgeStatus.VERBATIM in statuses
        return "Ordagrant, men ändrat på ett annat ställe" if both else "Ändrat"
    if statuses:
        return "Ordagrant"
    return "Saknas. Gäller alla som signerar" if commitment.mandatory else "Inte med"


def _line(finding: Finding, document: Document, review: Review) -> str:
    match = FIRST_SENTENCE.match(finding.message)
    text = match.group() if match else finding.message
    if len(text) > LONGEST_LINE:
        text = f"{text[:LONGEST_LINE].rsplit(' ', 1)[0]} …"
    place = document.location(finding.start)
    quoted = " ".join(review.text[finding.start : finding.end].split())
    shown = quoted if len(quoted) <= 60 else f"{quoted[:60].rsplit(' ', 1)[0]} …"
    where = f"{place.capitalize()}, ”{shown}”" if place else f"”{shown}”"
    return f"{where}: {text}"
