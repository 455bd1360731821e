"""The round of the contract on a day: what to do now, the timetable, the steps and what is not said."""

from collections.abc import Iterable
from html import escape

from assistant.domain.guidance import Edition
from assistant.domain.passages import Passage
from assistant.domain.process import DatedStep, PhaseMeaning, Process, Unsaid
from assistant.wording.dates import written_day
from assistant.wording.templates import worded
from ui.views.parts import opened_blocks, own_block

HEADINGS = {
    "nu": "Nu och härnäst",
    "tidplan": "Tidplanen",
    "stegen": "Vad stegen betyder",
    "osagt": "Det som $vägledningen inte säger",
}


def process(shown: Process, edition: Edition) -> str:
    """Everything under Process; what an edition has nothing about is left out."""
    knowledge = shown.knowledge
    contents = {
        "nu": _now(shown, edition),
        "tidplan": _timetable(shown, edition),
        "stegen": _phases(knowledge.phases, edition),
        "osagt": _unsaid(knowledge.unsaid, edition),
    }
    if not any(contents.values()):
        said = escape(worded("$Vägledningen har ingen tidplan.", edition.nouns))
        return f'<div class="process"><p>{said}</p></div>'
    names = {key: escape(worded(name, edition.nouns)) for key, name in HEADINGS.items()}
    there = [key for key, content in contents.items() if content]
    links = "".join(f'<li><a href="#{key}">{names[key]}</a></li>' for key in there)
    sections = "".join(
        f'<section><h3 id="{key}" tabindex="-1">{names[key]}</h3>{contents[key]}</section>'
        for key in there
    )
    return f'<div class="process"><nav aria-label="På sidan"><ul>{links}</ul></nav>{sections}</div>'


def _now(shown: Process, edition: Edition) -> str:
    said = "".join(f"<p>{escape(phrase.text)}</p>" for phrase in shown.about_dates)
    ongoing = opened_blocks((step.passage for step in shown.ongoing), edition)
    coming = shown.next
    current = f'<p class="ledtext">Pågår nu:</p>{ongoing}' if ongoing else ""
    following = (
        f'<p class="ledtext">Härnäst, {_when(coming)}:</p>{opened_blocks([coming.passage], edition)}'
        if coming
        else ""
    )
    possible = opened_blocks(shown.knowledge.now, edition)
    document = escape(edition.nouns.document)
    lead = f'<p class="ledtext">Det här kan kommunen göra, enligt {document}:</p>'
    return said + current + following + (lead + possible if possible else "")


def _timetable(shown: Process, edition: Edition) -> str:
    items = "".join(
        f'<li class="{_key(step, shown)}"><p class="lage"><strong>{_state(step, shown)}</strong>'
        f'<span class="dold">: </span><span>{_when(step)}</span></p>'
        f"{opened_blocks([step.passage], edition)}</li>"
        for step in shown.timetable
    )
    return f'<ol class="tidplan">{items}</ol>' if items else ""


def _key(step: DatedStep, shown: Process) -> str:
    return "aktuell" if step in (*shown.ongoing, shown.next) else step.state.name.lower()


def _state(step: DatedStep, shown: Process) -> str:
    return "Härnäst" if step is shown.next else step.state.value.capitalize()


def _when(step: DatedStep) -> str:
    """The days with their year, in our own words, as short as can be: "3–21 november 2025"."""
    start, end = step.milestone.start, step.milestone.end
    day, month, year = written_day(start)
    if start == end:
        return f"{day} {month} {year}"
    if start.year != end.year:
        return f"{day} {month} {year}–{' '.join(written_day(end))}"
    first = day if start.month == end.month else f"{day} {month}"
    return f"{first}–{' '.join(written_day(end))}"


def _phases(meanings: Iterable[PhaseMeaning], edition: Edition) -> str:
    meanings = tuple(meanings)
    shared = [p for p in _first(meanings) if all(p in m.passages for m in meanings)]
    html = [opened_blocks(shared, edition)]
    for meaning in meanings:
        own = opened_blocks((p for p in meaning.passages if p not in shared), edition)
        html.append(f"<h4>{escape(meaning.phase.name)}</h4>{own}")
    return "".join(html)


def _first(meanings: tuple[PhaseMeaning, ...]) -> tuple[Passage, ...]:
    return meanings[0].passages if meanings else ()


def _unsaid(questions: Iterable[Unsaid], edition: Edition) -> str:
    document = escape(edition.nouns.document)
    items = "".join(
        f'<details class="uppslag"><summary><span class="ord">{escape(one.asked)}</span></summary>'
        f'<div class="innehall">{own_block(one.advice)}<p class="ledtext">Det närmaste som står i '
        f"{document}:</p>{opened_blocks(one.said, edition)}</div></details>"
        for one in questions
    )
    lead = f"<p>Det här frågar många, men {document} svarar inte. Så kan ni gå vidare:</p>"
    return lead + items if items else ""
