"""The whole report as one HTML file in Swedish that asks nothing of any server."""

from collections.abc import Iterator
from pathlib import Path

from evals.report.changes import changes, others
from evals.report.content import Content
from evals.report.fluency import HEADING, KEY, fluency_section
from evals.report.method import method
from evals.report.numbers import day
from evals.report.single_cases import single_cases
from evals.report.suites import suites
from evals.report.summary import summary
from evals.report.words import words

STYLE = Path(__file__).parent / "report.css"
TITLE = "Håller sig assistenten till vägledningen?"
PLACES = (
    ("sammanfattning", "Sammanfattning"),
    ("prov", "Prov för prov"),
    ("andringar", "Vad har ändrats?"),
    ("andra", "Jämfört med andra"),
    ("metod", "Hur mätte vi?"),
    ("fall", "Enskilda fall"),
)


def page(content: Content) -> str:
    """The report."""
    links = "".join(f'<li><a href="#{key}">{name}</a></li>' for key, name in _places(content))
    lead = (
        f"Prov av Klimatkontraktsassistenten den {day(content.run.day)}, mot vägledningen för "
        f"Klimatkontrakt 2030, utgåva {content.run.edition.replace('-', ':')}."
    )
    return (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        '<a class="hoppa" href="#sammanfattning">Till innehållet</a>\n'
        f"<header><h1>{TITLE}</h1><p>{lead}</p></header>\n"
        f'<nav aria-label="Innehåll"><ul>{links}</ul></nav>\n<main>\n'
        f"{summary(content)}\n{suites(content)}\n{changes(content)}\n{others(content)}\n"
        f"{fluency_section(content)}\n{method(content)}\n{single_cases(content)}\n</main>\n"
        f"<footer><p>{words('made_by')}</p>"
        f'<p class="bara-papper">{words("on_screen")}</p></footer>\n'
        "</body>\n</html>\n"
    )


def _places(content: Content) -> Iterator[tuple[str, str]]:
    for place in PLACES:
        if place[0] == "metod" and content.fluency:
            yield KEY, HEADING
        yield place
