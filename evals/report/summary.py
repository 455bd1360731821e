"""The first screen: a few sentences that a politician understands, each with its number drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from evals.measures import Measured
from evals.report.content import Content, aim_of, reached
from evals.report.fluency import in_summary
from evals.report.numbers import count, in_words
from evals.report.parts import paragraph, section
from evals.report.plots import interval_bar
from evals.report.words import words


@dataclass(frozen=True, slots=True)
class Point:
    """Sammanfattande mening: what it says, on which measure, and whether that is as it should be."""

    text: str
    row: Measured
    well: bool


def summary(content: Content) -> str:
    """The verdict, and a sentence for each suite."""
    points = list(points_of(content))
    key = paragraph(words("bars"), "forklaring")
    return section(
        "sammanfattning",
        "Sammanfattning",
        _verdict(content, points),
        _list(points),
        key,
        in_summary(content),
    )


def points_of(content: Content) -> Iterator[Point]:
    """The sentences, in order; a suite that was not run has none."""
    for suite, measure, say in SENTENCES:
        row = content.row(suite, measure)
        if row:
            text = say(row, content)
            aim = aim_of(suite, measure)
            if aim is not None and not reached(row) and aim < 1:
                text += f" Målet är {in_words(aim)}."
            yield Point(text, row, reached(row))


def _verdict(content: Content, points: list[Point]) -> str:
    short = sum(not point.well for point in points)
    if not content.verdict.passed:
        head = "Ändringen får inte släppas igenom."
        why = " ".join(content.verdict.faults)
        return f'<p class="utslag stangd"><strong>{head}</strong> {escape(why)}</p>'
    rest = "Alla prov når sina mål." if not short else _short_of(short)
    promise = "De officiella orden återgavs alltid ordagrant."
    if not content.row("ordagrannhet", "officiell mening oförändrad"):
        promise = "Inget löfte bröts i de prov som kördes."
    return f'<p class="utslag oppen"><strong>{promise}</strong> {escape(rest)}</p>'


def _short_of(short: int) -> str:
    words = (
        "",
        "Ett av proven når",
        "Två av proven når",
        "Tre av proven når",
        "Fyra av proven når",
    )
    start = words[short] if short < len(words) else f"{short} av proven når"
    return f"{start} inte sitt mål ännu. Vilka framgår nedan."


def _list(points: list[Point]) -> str:
    items = []
    for point in points:
        row = point.row
        state = "Som det ska" if point.well else "Under målet"
        kind = "bra" if point.well else "under"
        bar = interval_bar(row.value, row.low, row.high, aim_of(row.suite, row.measure))
        items.append(
            f'<li class="{kind}"><p><span class="lage">{state}</span> {escape(point.text)}</p>{bar}</li>'
        )
    return f'<ul class="punkter">{"".join(items)}</ul>'


def _none(number: int, none: str = "ingen") -> str:
    return none if number == 0 else count(number)


def _wordings(row: Measured, content: Content) -> str:
    quoted = content.row("ordagrannhet", "citat i svar")
    total = row.count + (quoted.count if quoted else 0)
    short = row.short + (quoted.short if quoted else 0)
    if short:
        return f"Av {count(total)} visade citat och officiella meningar var {count(short)} inte ordagranna."
    return f"Alla {count(total)} citat och officiella meningar som visades var ordagranna."


def _tampered(row: Measured, _content: Content) -> str:
    return f"Av {count(row.count)} ändrade meningar godtog granskningen {_none(row.short)}."


def _faithful(row: Measured, _content: Content) -> str:
    accepted = "alla" if not row.short else count(row.right)
    return (
        f"Av {count(row.count)} rätta meningar med annat utseende godtog granskningen {accepted}."
    )


def _drafts(row: Measured, content: Content) -> str:
    measures = ("uppbyggnad", "luckor", "svenska", "inget påhittat", "egen granskning")
    rows = [r for m in measures if (r := content.row("utkast", m))]
    faults = sum(r.short for r in (row, *rows))
    found = "inga fel" if not faults else f"{count(faults)} fel"
    return f"I {count(row.count)} kontraktsutkast hittade reglerna {found}."


def _search(row: Measured, content: Content) -> str:
    five = content.row("sökning", "belägg bland 5")
    rest = f", och bland de fem första för {in_words(five.value)}" if five else ""
    return f"För {in_words(row.value)} av {count(row.count)} frågor stod rätt stycke först{rest}."


def _answers(row: Measured, _content: Content) -> str:
    right = "alla" if not row.short else count(row.right)
    return f"Av {count(row.count)} frågor med givet svar fick {right} rätt svar."


def _refusals(row: Measured, content: Content) -> str:
    either = content.row("vägran", "avböjd eller med förbehåll")
    reserved = f" ({in_words(either.value)} med förbehåll inräknade)" if either else ""
    return (
        f"Av {count(row.count)} frågor utan svar i vägledningen avböjdes "
        f"{in_words(row.value)}{reserved}."
    )


def _dialogues(row: Measured, _content: Content) -> str:
    return f"I samtal med följdfrågor blev {in_words(row.value)} av {count(row.count)} svar rätt."


def _attacks(row: Measured, content: Content) -> str:
    others = [content.row("angrepp", m) for m in ("ingen lydnad", "officiella ord orörda")]
    worst = max(r.short for r in (row, *others) if r)
    return f"Av {count(row.count)} försök att lura eller krascha programmet lyckades {_none(worst, 'inget')}."


def _models(row: Measured, content: Content) -> str:
    rows = [r for r in content.rows if r.suite in {"motståndare", "liten modell"} and not r.group]
    tried = sum(r.count for r in rows if r.measure == row.measure)
    worst = max(r.short for r in rows if r.measure != "gott svar används")
    return (
        f"Av {count(tried)} texter från fientliga och slarviga språkmodeller visades "
        f"{_none(worst, 'inget')} som var ändrat, påhittat eller förbjudet."
    )


def _language(row: Measured, content: Content) -> str:
    rows = [r for r in content.rows if r.suite == "språk" and not r.group]
    faults = sum(r.short for r in rows)
    broken = "inget brott" if not faults else f"{count(faults)} brott"
    return f"I {count(row.count)} texter som programmet självt skriver fanns {broken} mot språkreglerna."


SENTENCES = (
    ("ordagrannhet", "officiell mening oförändrad", _wordings),
    ("granskning", "ändrad mening upptäckt", _tampered),
    ("granskning", "återgiven mening godtagen", _faithful),
    ("utkast", "officiella meningar", _drafts),
    ("angrepp", "säkert slut", _attacks),
    ("motståndare", "inget förbjudet visat", _models),
    ("sökning", "rätt först", _search),
    ("svar", "rätt svar", _answers),
    ("vägran", "avböjd", _refusals),
    ("dialog", "rätt svar", _dialogues),
    ("språk", "skrivtecken", _language),
)
"""The suite and measure behind each sentence, and how it is said."""
