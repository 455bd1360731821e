"""Suite by suite: what is asked, how it is measured, the numbers, and what they cannot tell."""

from collections.abc import Iterator
from html import escape

from evals.measures import Measured
from evals.report.content import Content, aim_of, reached, suite_texts
from evals.report.numbers import count, percent
from evals.report.parts import folded, paragraph, section, table
from evals.report.plots import interval_bar

HEAD = (
    "Mått",
    "Värde",
    "Fall",
    "Säkerhet (95\u00a0%)",
    "Mål",
    "Når målet",
    "Bild",
    "Vad det säger",
)

GROUP_HEAD = ("Slag", "Mått", "Fall", "Värde")


def suites(content: Content) -> str:
    """Every suite that was run."""
    names = list(dict.fromkeys(row.suite for row in content.rows))
    ordered = [name for name in suite_texts() if name in names]
    return section("prov", "Prov för prov", *(_suite(name, content) for name in ordered))


def _suite(name: str, content: Content) -> str:
    text = suite_texts()[name]
    rows = [row for row in content.rows if row.suite == name]
    title = f"{text.title}: mätvärden"
    measures = table(title, HEAD, (_row(r) for r in rows if not r.group), numeric=range(1, 6))
    return (
        f'<article aria-labelledby="prov-{name}"><h3 id="prov-{name}">{escape(text.title)}</h3>'
        f"{paragraph(text.asks, 'fraga')}{measures}"
        f"<p><strong>Så mäter vi.</strong> {escape(text.how)}</p>"
        f"<p><strong>Vad provet inte visar.</strong> {escape(text.limit)}</p>"
        f"{_groups(rows, text.title)}</article>"
    )


def _row(row: Measured) -> tuple[str, ...]:
    aim = aim_of(row.suite, row.measure)
    return (
        escape(row.measure),
        f"<strong>{percent(row.value)}</strong>",
        count(row.count),
        f"{percent(row.low)} till {percent(row.high)}",
        "–" if aim is None else percent(aim),
        "–" if aim is None else "ja" if reached(row) else "nej",
        interval_bar(row.value, row.low, row.high, aim),
        escape(suite_texts()[row.suite].measures[row.measure].tells),
    )


def _groups(rows: list[Measured], title: str) -> str:
    grouped = [row for row in rows if row.group]
    if len(grouped) < 2:
        return ""
    return folded(
        f"Fördelat på slag av fall ({count(len(grouped))} rader)",
        table(f"{title}: fördelat på slag", GROUP_HEAD, _group_rows(grouped), range(2, 4)),
        "slag",
    )


def _group_rows(rows: list[Measured]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield escape(row.group), escape(row.measure), count(row.count), percent(row.value)
