"""How it was measured, with its limits, and what the run was made with."""

from html import escape

from evals.report.content import Content
from evals.report.numbers import count, day
from evals.report.parts import bullets, paragraph, section, table
from evals.report.words import lines, words


def method(content: Content) -> str:
    """The method in plain words."""
    return section(
        "metod",
        "Hur mätte vi?",
        paragraph(words("method")),
        paragraph(words("judged_by_model" if content.fluency else "not_judged_by_model")),
        bullets((_drawn(content), *lines("steps"))),
        "<h3>Begränsningar</h3>",
        bullets(lines("limits")),
        "<h3>Körningen</h3>",
        _made_with(content),
        paragraph(words("repeat")),
    )


def _drawn(content: Content) -> str:
    sample = content.run.sample
    if sample is None:
        return words("drawn_all")
    return words("drawn_some", most=count(sample.most), seed=sample.seed)


def _made_with(content: Content) -> str:
    run = content.run
    rows = (
        ("Dag", day(run.day)),
        ("Fall", "frysta" if run.frozen else "sedda av utvecklarna"),
        ("Utgåva", run.edition.replace("-", ":")),
        ("Programmets version", run.version),
        ("Programkod", run.code[:16]),
        ("Vägledningens filer", run.corpus[:16]),
        ("Sökmodell", run.encoder or "den som följer med"),
        ("Språkmodell i svar och utkast", run.model or "ingen"),
        ("Instruktioner till språkmodell", run.prompts[:16]),
        ("Inställningar", run.settings[:16]),
        ("Fallens filer", run.cases[:16]),
        ("Tid för att ta fram utfallen", f"{round(run.seconds)} sekunder"),
    )
    shown = ((escape(name), escape(value)) for name, value in rows)
    return table(
        "Vad körningen är gjord med", ("Del", "Värde eller kontrollsumma"), shown, range(0)
    )
