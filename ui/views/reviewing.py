"""A reviewed text with its marks, and the findings tied to it both ways, as HTML."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from assistant.domain.nouns import Nouns
from assistant.domain.passages import PassageKind
from assistant.domain.reviews import (
    Difference,
    Finding,
    FindingKind,
    Pledge,
    PledgeStatus,
    Review,
    Severity,
)
from assistant.wording.templates import worded
from ui.views.parts import (
    CROSS,
    EXCLAMATION,
    INFORMATION,
    LOCK,
    PEN,
    listed,
    official_block,
    quoted_block,
)

STATUS = {
    PledgeStatus.VERBATIM: ("ordagrann", "Ordagrann", LOCK),
    PledgeStatus.CHANGED: ("andrad", "Ändrad", PEN),
    PledgeStatus.INVENTED: ("pahittad", "Påhittad", CROSS),
}
MEANINGS = {
    PledgeStatus.VERBATIM: "Meningen är den officiella, ord för ord.",
    PledgeStatus.CHANGED: "Meningen bygger på en officiell formulering, men orden är andra.",
    PledgeStatus.INVENTED: "Meningen är formulerad som $ett $åtagande men är $inget $officiellt.",
}
COUNTED = {
    PledgeStatus.VERBATIM: ("ordagrann", "ordagranna"),
    PledgeStatus.CHANGED: ("ändrad", "ändrade"),
    PledgeStatus.INVENTED: ("påhittad", "påhittade"),
}
SEVERITY = {
    Severity.FAULT: ("fel", "Fel", CROSS),
    Severity.WARNING: ("varning", "Varning", EXCLAMATION),
    Severity.ADVICE: ("rad-grad", "Råd", INFORMATION),
}


def summary(review: Review, nouns: Nouns) -> str:
    """The result in a line: "3 ordagranna, 1 ändrad, åtagande 3 saknas"."""
    found = Counter(pledge.status for pledge in review.pledges)
    parts = [f"{found[s]} {COUNTED[s][found[s] > 1]}" for s in COUNTED if found[s]]
    parts = parts or [f"inga {nouns.many} i texten"]
    if review.missing_mandatory:
        numbers = listed(str(number) for number in review.missing_mandatory)
        parts.append(f"{nouns.numbered(numbers)} saknas")
    line = ", ".join(parts)
    return line[0].upper() + line[1:]


def reviewed_text(review: Review, nouns: Nouns) -> str:
    """The summary and the text, with every pledge and finding marked where it stands."""
    return (
        '<section class="granskning"><h3 id="resultat" tabindex="-1">Resultat</h3>'
        f'<p class="summering">{escape(summary(review, nouns))}.</p>'
        f'<div class="granskad">{"".join(_marked(review, nouns))}</div></section>'
    )


def _marked(review: Review, nouns: Nouns) -> Iterator[str]:
    opening = {pledge.start: pledge for pledge in review.pledges}
    closing = {pledge.end for pledge in review.pledges}
    placed = [(n, f) for n, f in enumerate(review.findings, start=1) if f.start < f.end]
    differences = [d for pledge in review.pledges for d in pledge.differences]
    inside = [f for _, f in placed if (f.start, f.end) not in _spans(review)]
    spans = [*_spans(review), *((f.start, f.end) for _, f in placed)]
    spans += [(d.start, d.end) for d in differences]
    cuts = sorted({0, len(review.text), *(position for span in spans for position in span)})
    for start, end in pairwise([*cuts, len(review.text)]):
        if start in closing:
            yield from _notes(start, placed)
            yield "</span>"
        else:
            yield from _notes(start, placed)
        if start in opening:
            yield _opening(opening[start], nouns)
        if any(d.start == d.end == start for d in differences):
            yield '<span class="ord-saknas"><span class="dold">[här saknas ord]</span></span>'
        yield _segment(review.text[start:end], (start, end), differences, inside)


def _spans(review: Review) -> set[tuple[int, int]]:
    return {(pledge.start, pledge.end) for pledge in review.pledges}


def _opening(pledge: Pledge, nouns: Nouns) -> str:
    key, name, drawing = STATUS[pledge.status]
    number = pledge.commitment
    about = f" · {escape(nouns.numbered(number))}" if number is not None else ""
    return f'<span class="mening {key}"><span class="lapp">{drawing}{name}{about}</span> '


def _notes(position: int, placed: list[tuple[int, Finding]]) -> Iterator[str]:
    for number, finding in placed:
        if finding.end == position:
            yield (
                f'<a class="not" id="stalle-{number}" href="#anmarkning-{number}" '
                f'aria-label="Anmärkning {number}">{number}</a>'
            )


def _segment(
    text: str, span: tuple[int, int], differences: list[Difference], findings: list[Finding]
) -> str:
    start, end = span
    marks = []
    if any(d.start <= start and end <= d.end for d in differences):
        marks.append("avviker")
    if any(f.start <= start and end <= f.end for f in findings):
        marks.append("anmarkt")
    if not (text and marks):
        return escape(text)
    return f'<span class="{" ".join(marks)}">{escape(text)}</span>'


def findings(review: Review | None, nouns: Nouns) -> str:
    """What was found, why it matters and what to do; before a review, what the marks mean."""
    if review is None:
        return _legend(nouns)
    if not review.findings:
        return (
            '<div class="anmarkningar"><h3>Anmärkningar</h3><p>Inget att anmärka. De officiella '
            "formuleringarna står ordagrant.</p></div>"
        )
    counted = Counter(finding.severity for finding in review.findings)
    said = listed(f"{counted[s]} {_plural(s, counted[s])}" for s in SEVERITY if counted[s])
    items = "".join(_finding(n, f, review) for n, f in enumerate(review.findings, start=1))
    return (
        '<div class="anmarkningar" tabindex="0" role="region" aria-label="Anmärkningar">'
        f"<h3>Anmärkningar</h3><p>{escape(said)}.</p><ol>{items}</ol></div>"
    )


def _plural(severity: Severity, count: int) -> str:
    return "varningar" if severity is Severity.WARNING and count > 1 else severity.value


def _legend(nouns: Nouns) -> str:
    items = "".join(
        f'<li><span class="mening {STATUS[s][0]}"><span class="lapp">{STATUS[s][2]}{STATUS[s][1]}'
        f"</span></span> {escape(worded(meaning, nouns))}</li>"
        for s, meaning in MEANINGS.items()
    )
    said = escape(f"{nouns.article} {nouns.one}")
    return (
        '<div class="anmarkningar tomt"><h3>Så läser ni resultatet</h3>'
        f"<p>Varje mening som är formulerad som {said} får ett märke:</p><ul>{items}</ul>"
        "<p>Här visas sedan anmärkningarna, med vad ni kan göra åt dem.</p></div>"
    )


def _finding(number: int, finding: Finding, review: Review) -> str:
    key, name, drawing = SEVERITY[finding.severity]
    where = (
        f'<a href="#stalle-{number}">Visa i texten</a>'
        if finding.start < finding.end
        else "<span>Gäller hela texten</span>"
    )
    return (
        f'<li id="anmarkning-{number}" tabindex="-1" class="{key}"><h4>{number}. '
        f'<span class="grad">{drawing}{name}</span></h4><p>{escape(finding.message)}</p>'
        f'{_remedy(number, finding, review)}<p class="var">{where}</p></li>'
    )


def _remedy(number: int, finding: Finding, review: Review) -> str:
    quoted = finding.quoted
    if quoted is None:
        return f"<p>Förslag: {escape(finding.suggestion)}</p>" if finding.suggestion else ""
    if quoted.kind is not PassageKind.WORDING:
        return quoted_block(quoted)
    pledge = next((p for p in review.pledges if p.start == finding.start), None)
    if finding.kind is FindingKind.MISSING_MANDATORY:
        return official_block(quoted) + _button(number, "Lägg till sist i texten")
    if pledge is None or pledge.status is not PledgeStatus.CHANGED or not finding.suggestion:
        return official_block(quoted)
    button = _button(number, "Återställ officiell formulering")
    return f"{_differences(pledge)}{official_block(quoted)}{button}"


def _button(number: int, label: str) -> str:
    return (
        f'<button type="button" class="atgard" data-anmarkning="{number}">{label}'
        f'<span class="dold"> (anmärkning {number})</span></button>'
    )


def _differences(pledge: Pledge) -> str:
    """Word by word: the official words, and what stands in their place."""
    items = []
    for difference in pledge.differences:
        official = f'<span class="officiellt">{escape(difference.official)}</span>'
        actual = f'<span class="avviker">{escape(difference.actual)}</span>'
        match difference.operation:
            case "replace":
                items.append(f"<li>{official} har blivit {actual}</li>")
            case "delete":
                items.append(f"<li>{official} saknas</li>")
            case _:
                items.append(f"<li>{actual} är tillagt</li>")
    return f'<ul class="skillnader" aria-label="Skillnader">{"".join(items)}</ul>' if items else ""
