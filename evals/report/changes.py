"""What has changed since the last accepted run, and how others do on the same cases."""

from collections.abc import Iterator
from html import escape

from evals.baseline import Compared
from evals.comparison.comparing import Beside, Checker, Searcher
from evals.report.content import Content
from evals.report.numbers import count, day, decimal, percent
from evals.report.parts import bullets, folded, paragraph, section, table
from evals.report.plots import share_bar
from evals.report.words import words

MOST_LISTED = 40
CHECKED = ("Program", "Godtagna ändrade", "Andel ändrade", "Godtagna rätta", "Andel rätta")
SEARCHED = (
    "Metod",
    "Frågor",
    "Rätt först",
    "Andel rätt först",
    "Belägg bland 5",
    "Belägg bland 10",
    "nDCG@10",
)


def changes(content: Content) -> str:
    """The comparison with the accepted run."""
    if content.accepted is None or content.compared is None:
        none = words("no_baseline")
        return section("andringar", "Vad har ändrats?", paragraph(none))
    run = content.accepted.run
    why = content.accepted.why.rstrip(".")
    lead = words("baseline", day=day(run.day), why=why)
    head = ("Prov och mått", "Samma fall", "Då", "Nu", "Bättre", "Sämre", "Slump (p)")
    rows = table("Jämförelse med den godtagna körningen", head, map(_row, content.compared))
    moved = "".join(_moved(c) for c in content.compared if c.moved)
    return section("andringar", "Vad har ändrats?", paragraph(lead), rows, moved)


def _row(compared: Compared) -> tuple[str, ...]:
    up = sum(moved.after > moved.before for moved in compared.moved)
    return (
        escape(f"{compared.suite}: {compared.measure}"),
        count(compared.pairs),
        percent(compared.before),
        percent(compared.after),
        count(up),
        count(len(compared.moved) - up),
        decimal(compared.chance),
    )


def _moved(compared: Compared) -> str:
    lines = [
        f"{m.case}: {'bättre' if m.after > m.before else 'sämre'}"
        + (f" ({m.reason})" if m.reason else "")
        for m in compared.moved[:MOST_LISTED]
    ]
    rest = len(compared.moved) - len(lines)
    lines += [f"och {count(rest)} fall till"] if rest else []
    summary = escape(
        f"{compared.suite}, {compared.measure}: {count(len(compared.moved))} ändrade fall"
    )
    return folded(summary, bullets(lines), "andrat")


def others(content: Content) -> str:
    """Others on the same cases."""
    beside = content.beside
    if beside is None:
        none = words("no_others")
        return section("andra", "Jämfört med andra", paragraph(none))
    return section("andra", "Jämfört med andra", *_parts(beside))


def _parts(beside: Beside) -> Iterator[str]:
    if beside.checkers:
        yield "<h3>Kontroll av citat</h3>"
        yield paragraph(words("checkers"))
        yield table("Kontroll av citat på samma meningar", CHECKED, map(_checker, beside.checkers))
    if beside.searchers:
        yield "<h3>Sökning</h3>"
        yield paragraph(words("searchers"))
        yield table("Sökning på samma frågor", SEARCHED, map(_searcher, beside.searchers))
    yield from map(paragraph, beside.absent)


def _checker(checker: Checker) -> tuple[str, ...]:
    tampered = checker.tampered / checker.of_tampered
    faithful = checker.faithful / checker.of_faithful
    return (
        escape(checker.name),
        f"{count(checker.tampered)} av {count(checker.of_tampered)}",
        share_bar(tampered, "godtagna ändrade", unwanted=True),
        f"{count(checker.faithful)} av {count(checker.of_faithful)}",
        share_bar(faithful, "godtagna rätta"),
    )


def _searcher(searcher: Searcher) -> tuple[str, ...]:
    values = searcher.values
    return (
        escape(searcher.name),
        count(searcher.questions),
        percent(values["rätt först"]),
        share_bar(values["rätt först"], "rätt först"),
        percent(values["belägg bland 5"]),
        percent(values["belägg bland 10"]),
        percent(values["nDCG@10"]),
    )
