"""One page about a review for those who decide: counts, each commitment, the findings that matter."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.documents import Document
from assistant.domain.guidance import Commitment, Guidance
from assistant.domain.nouns import Nouns
from assistant.domain.reviews import Finding, FindingKind, PledgeStatus, Review, Severity
from assistant.wording.rendering import escaped
from assistant.wording.templates import worded

FAULTS, OTHERS = "Måste rättas", "Att se över"
MOST_FAULTS = 6
LONGEST_LINE = 220
FIRST_SENTENCE = re.compile(r".+?[.!?](?=\s+[A-ZÅÄÖ]|$)", re.DOTALL)
KINDS = {
    FindingKind.MISPLACED: "$åtaganden under fel rubrik",
    FindingKind.UNSHOWN_TEXT: "ställen med text som inte syns eller är struken",
    FindingKind.OTHER_POINT: "hänvisningar till en punkt om något annat",
    FindingKind.OPEN_GAP: "luckor att fylla i",
    FindingKind.FIGURE_WITHOUT_SOURCE: "siffror utan källa",
    FindingKind.YEAR_WITHOUT_SOURCE: "årtal utan källa",
    FindingKind.LAW_WITHOUT_SOURCE: "lagar utan källa",
    FindingKind.MISUSED_TERM: "ord som inte är $vägledningens begrepp",
    FindingKind.HARD_TO_READ: "meningar som är svåra att läsa",
}


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """Sammanfattning av en granskning: its lines, a row for each commitment, and what to do."""

    title: str
    heading: str
    head: tuple[str, str, str]
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
        worded("$Åtagandena", edition.nouns),
        ("Nr", worded("$Åtagande", edition.nouns), "I utkastet"),
        (
            f"Granskat mot {edition.title}, version {edition.label}. {edition.status}.",
            _counted(review, edition.nouns),
        ),
        tuple(
            (str(c.number), c.title, _state(c, review, edition.nouns)) for c in guidance.commitments
        ),
        tuple(lines),
        tuple(f"{_kind(kind, edition.nouns)}: {times}" for kind, times in counts.most_common()),
    )


def _kind(kind: FindingKind, nouns: Nouns) -> str:
    said = worded(KINDS[kind], nouns)
    return said[:1].upper() + said[1:]


def summary_markdown(summary: ReviewSummary) -> str:
    """The summary as Markdown."""
    return "\n\n".join(_parts(summary)) + "\n"


def _parts(summary: ReviewSummary) -> Iterator[str]:
    yield f"# {escaped(summary.title)}"
    yield from map(escaped, summary.notes)
    yield f"## {escaped(summary.heading)}"
    rows = (" | ".join(map(escaped, row)) for row in summary.rows)
    yield "\n".join(
        (
            f"| {' | '.join(map(escaped, summary.head))} |",
            "| --- | --- | --- |",
            *(f"| {row} |" for row in rows),
        )
    )
    for heading, lines in ((FAULTS, summary.faults), (OTHERS, summary.others)):
        if lines:
            yield f"## {heading}"
            yield "\n".join(f"- {escaped(line)}" for line in lines)


def _counted(review: Review, nouns: Nouns) -> str:
    counts = Counter(p.status for p in review.pledges)
    total = len(review.pledges)
    if not total:
        return f"Utkastet har inga {nouns.many}."
    verbatim = _number(counts[PledgeStatus.VERBATIM], nouns.words["ordagrant"], "ordagranna")
    changed = _number(counts[PledgeStatus.CHANGED], nouns.words["ändrat"], "ändrade")
    invented = _number(
        counts[PledgeStatus.INVENTED],
        f"som inte är {nouns.words['officiellt']}",
        "som inte är officiella",
    )
    are = nouns.one if total == 1 else nouns.many
    return f"Utkastet har {total} {are}: {verbatim}, {changed} och {invented}."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _state(commitment: Commitment, review: Review, nouns: Nouns) -> str:
    statuses = {p.status for p in review.pledges if p.commitment == commitment.number}
    if PledgeStatus.CHANGED in statuses:
        both = PledgeStatus.VERBATIM in statuses
        twice = "$Ordagrant, men $ändrat på ett annat ställe"
        return worded(twice if both else "$Ändrat", nouns)
    if statuses:
        return nouns.words["Ordagrant"]
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
