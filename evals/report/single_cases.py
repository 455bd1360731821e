"""Single cases: what was asked, the evidence, the outcome and the reason."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from evals.report.content import Content, suite_texts
from evals.report.numbers import count
from evals.report.parts import folded, paragraph, section, told
from evals.report.words import words
from evals.scoring import Judged
from evals.suites import SUITES

MOST_FAILED = 400
EXAMPLES = 2
"""Cases that a rule made and that did well: so many of each group are shown."""


def single_cases(content: Content) -> str:
    """Suite by suite: first the cases that fell short, then those that did well; no frozen ones."""
    if content.run.frozen:
        return section("fall", "Enskilda fall", paragraph(words("frozen")))
    parts = [
        _suite(name, [j for j in content.judged if j.outcome.suite == name])
        for name in suite_texts()
    ]
    lead = paragraph(words("cases"))
    return section("fall", "Enskilda fall", lead, *parts)


def _suite(name: str, judged: list[Judged]) -> str:
    if not judged:
        return ""
    failed = [j for j in judged if j.faults]
    title = escape(suite_texts()[name].title)
    fell = "".join(_case(j) for j in failed[:MOST_FAILED])
    if len(failed) > MOST_FAILED:
        fell += paragraph(
            f"Ytterligare {count(len(failed) - MOST_FAILED)} fall finns i filen resultat.json."
        )
    shown = list(_examples(j for j in judged if not j.faults))
    did_well = folded(
        f"Fall som gick bra ({count(len(shown))} visas)", "".join(map(_case, shown)), "bra-fall"
    )
    if failed:
        heading = f"{title}: {count(len(failed))} av {count(len(judged))} fall klarade inte allt"
    else:
        heading = f"{title}: alla {count(len(judged))} fall klarade provet"
    return f'<div class="fallista"><h3>{heading}</h3>{fell}{did_well if shown else ""}</div>'


def _examples(judged: Iterable[Judged]) -> Iterator[Judged]:
    seen: Counter[str] = Counter()
    for one in judged:
        seen[one.case.group] += 1
        if not one.case.generated or seen[one.case.group] <= EXAMPLES:
            yield one


def _case(judged: Judged) -> str:
    pairs = list(SUITES[judged.outcome.suite].tell(judged.case, judged.outcome.observed))
    reasons = [(f"Skäl: {score.measure}", score.reason) for score in judged.faults]
    first = next((text for label, text in pairs if text), "")
    line = " ".join(first.split())
    shown = line if len(line) <= 110 else f"{line[:110].rsplit(' ', 1)[0]} …"
    summary = f'<span class="namn">{escape(judged.outcome.case)}</span> {escape(shown)}'
    return folded(summary, told([*reasons, *pairs]), "fall")
