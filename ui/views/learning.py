"""The parts of Lär dig and what to read in the first week, as HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from assistant.domain.guidance import Edition
from assistant.domain.learning import ReadingDay
from ui.views.parts import opened_blocks


def parts(names: Mapping[str, str]) -> str:
    """Links between the parts of the place, by the key of each."""
    links = "".join(
        f'<li><a href="#{escape(key)}">{escape(name)}</a></li>' for key, name in names.items()
    )
    return f'<nav class="delar" aria-label="Delar av Lär dig"><ul>{links}</ul></nav>'


def reading_path(days: Sequence[ReadingDay], edition: Edition) -> str:
    """The days of the first week, each with its passages to read."""
    items = "".join(_day(number, day, edition) for number, day in enumerate(days, start=1))
    return (
        '<section class="lasvag" aria-labelledby="rubrik-lasvag">'
        '<h3 id="rubrik-lasvag" tabindex="-1">Första veckan</h3>'
        f"<p>{escape(_lead(days, edition))}</p>{items}</section>"
    )


def _lead(days: Sequence[ReadingDay], edition: Edition) -> str:
    if not days:
        return "Den här utgåvan har ingen läsväg ännu."
    return (
        "Läs en kvart om dagen. Ordningen och motiveringarna är våra egna, texterna är "
        f"{edition.nouns.words['vägledningens']}. Tryck på en källa för att se stycket där det står."
    )


def _day(number: int, day: ReadingDay, edition: Edition) -> str:
    return (
        f'<details class="uppslag" id="dag-{number}"><summary><span class="ord">Dag {number}: '
        f'{escape(day.title)}</span></summary><div class="innehall"><p>{escape(day.why)}</p>'
        f"{opened_blocks(day.passages, edition)}</div></details>"
    )
