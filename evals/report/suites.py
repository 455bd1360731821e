"""Suite by suite: what is asked, how it is measured, the numbers, and what they cannot tell."""

from collections.abc import Iterator
from html import escape

from evals.measures import Measured
from evals.report.content import Content, aim_of, reached, suite_texts
from evals.report.numbers import count, percent
from evals.report.parts import folded, paragraph, section, table
from evals.report.plots import interval_bar

HEAD = ("Mått", "Vad det säger", "Fall", "Värde", "Säkerhet (95 %)", "Mål", "Når målet", "Bild")


def suites(content: Content) -> str:
    """Every suite that was run."""
    names = list(dict.fromkeys(row.suite for row in content.rows))
    ordered = [name for name in suite_texts() if name in names]
    return section("prov", "Prov för prov", *(_suite(name, content) for name in ordered))


def _suite(name: str, content: Content) -> str:
    text = suite_texts()[name]
    rows = [row for row in content.rows if row.suite == name]
    title = f"{text.title}: mätvärden"
    measures = table(title, HEAD, (_row(r) for r in rows if not r.group), numeric=2)
    return (
        f'<article aria-labelledby="prov-{name}"><h3 id="prov-{name}">{escape(text.title)}</h3>'
        f"{paragraph(text.asks, 'fraga')}{measures}"
        f"<p><strong>Så gick det till.</strong> {escape(text.how)}</p>"
        f"<p><strong>Vad det inte säger.</strong> {escape(text.limit)}</p>"
        f"{_groups(rows, text.title)}</article>"
    )


def _row(row: Measured) -> tuple[str, ...]:
    aim = aim_of(row.suite, row.measure)
    return (
        escape(row.measure),
        escape(suite_texts()[row.suite].measures[row.measure].tells),
        count(row.count),
        f"<strong>{percent(row.value)}</strong>",
        f"{percent(row.low)} till {percent(row.high)}",
        "–" if aim is None else percent(aim),
        "–" if aim is None else "ja" if reached(row) else "nej",
        interval_bar(row.value, row.low, row.high, aim),
    )


def _groups(rows: list[Measured], title: str) -> str:
    grouped = [row for row in rows if row.group]
    if len(grouped) < 2:
        return ""
    return folded(
        f"Fördelat på slag av fall ({count(len(grouped))} rader)",
        table(
            f"{title}: fördelat på slag", ("Slag", "Mått", "Fall", "Värde"), _group_rows(grouped), 2
        ),
        "slag",
    )


def _group_rows(rows: list[Measured]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield escape(row.group), escape(row.measure), count(row.count), percent(row.value)
