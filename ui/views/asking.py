"""The dialogue and its sources as HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from assistant.domain.answers import Answer, Clarification, Outcome, Phrase, Refusal
from assistant.domain.guidance import Edition
from assistant.domain.language_models import ModelInUse
from assistant.domain.local_text import WrittenBy
from assistant.domain.opinions import Opinion
from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.guidance.library import Library
from assistant.wording import citations
from ui.views.feedback import feedback
from ui.views.models import at_work, by_model_block
from ui.views.parts import block_of, copy_button, document_block
from ui.views.use_in_draft import use_in_draft


@dataclass(frozen=True, slots=True)
class Exchange:
    """Meningsutbyte: a question and its outcome, or the sentence that says what was wrong with it.

    `key` names it among those of all dialogues, where an opinion of it is kept.
    """

    question: str
    outcome: Outcome | None
    fault: str | None = None
    key: str = ""
    opinion: Opinion | None = None


def conversation(exchanges: Sequence[Exchange], writing: ModelInUse | None = None) -> str:
    """The dialogue so far; the sources of the last answer are linked to the panel beside it.

    `writing` is the language model that is still at work on the last answer.
    """
    if not exchanges:
        return (
            '<div class="samtal tomt"><p>Ställ en fråga. Svaret består av '
            "ordagranna citat, och källorna visas intill.</p></div>"
        )
    last = len(exchanges) - 1
    turns = "".join(
        f'<article class="fraga"><h2 class="dold">Er fråga</h2><p>{_lines(e.question)}</p></article>'
        f'<article class="svar {_status(e)}"><h2 class="dold" tabindex="-1">Svar</h2>'
        f"{_answer(e, last=number == last)}{'' if writing else _feedback(number, e)}</article>"
        for number, e in enumerate(exchanges)
    )
    return f'<div class="samtal">{turns}{at_work(writing) if writing else ""}</div>'


def _feedback(number: int, exchange: Exchange) -> str:
    if not isinstance(exchange.outcome, Answer | Refusal):
        return ""
    return feedback(number, exchange.question, exchange.outcome, exchange.opinion)


def _status(exchange: Exchange) -> str:
    match exchange.outcome:
        case Answer():
            return "besvarad"
        case Refusal():
            return "avbojd"
        case Clarification():
            return "motfraga"
        case None:
            return "fel"


def _answer(exchange: Exchange, *, last: bool) -> str:
    outcome = exchange.outcome
    if outcome is None:
        # An earlier fault would be read out again each time that the dialogue is shown anew.
        read_out = ' role="alert"' if last else ""
        return f"<p{read_out}>{escape(exchange.fault or '')}</p>"
    numbers = {c.passage.id: n for n, c in enumerate(citations(outcome.body), start=1)}
    parts = []
    if outcome.understood_as:
        parts.append(f'<p class="tolkning">Tolkat som: {escape(outcome.understood_as)}</p>')
    for part in outcome.body:
        if isinstance(part, Phrase):
            by_model = part.written_by is WrittenBy.MODEL
            parts.append(by_model_block(part.text) if by_model else f"<p>{escape(part.text)}</p>")
        else:
            parts.append(_quotation(part, numbers, linked=last))
    parts.append(use_in_draft(outcome))
    return "".join(parts)


def _quotation(quotation: Quotation, numbers: dict[str, int], *, linked: bool) -> str:
    sources = "; ".join(
        f'<a href="#kalla-{numbers[place.id]}">{escape(place.location)}</a>'
        if linked
        else escape(place.location)
        for place in (quotation.passage, *quotation.also)
    )
    return block_of(quotation.passage)(quotation.passage, sources + copy_button(quotation))


def sources(outcome: Outcome | None, library: Library) -> str:
    """The places quoted, each opened where it stands, with the text around it."""
    cited = citations(outcome.body) if outcome else ()
    if not cited:
        return (
            '<div class="kallor tomt"><h2>Källor</h2><p>Här visas var i '
            f"{escape(library.guidance.edition.nouns.document)} svaret står.</p>"
            f"{status_note(library.guidance.edition)}</div>"
        )
    places = "".join(
        f'<li id="kalla-{number}" tabindex="-1"><h3>{number}. {escape(citation.location)}</h3>'
        f"{_opened(citation.passage, library)}</li>"
        for number, citation in enumerate(cited, start=1)
    )
    return (
        f'<div class="kallor" tabindex="0" role="region" aria-label="Källor"><h2>Källor</h2><ol>{places}</ol>'
        f"{status_note(library.guidance.edition)}</div>"
    )


def _opened(passage: Passage, library: Library) -> str:
    """A place of the guidance with the text around it; of an own document the words themselves."""
    return surroundings(passage, library) if passage.of_guidance else document_block(passage)


def surroundings(passage: Passage, library: Library) -> str:
    """The passage marked where it stands, among those it stands with."""
    quoted = set(passage.text.split("\n"))
    html: list[str] = []
    headings: set[str] = set()
    for neighbour in library.around(passage):
        for heading in (neighbour.heading, neighbour.phase):
            if heading and heading not in headings:
                headings.add(heading)
                html.append(f'<div class="rubrik">{escape(heading)}</div>')
        if neighbour.id == passage.id:
            text = f"<mark>{_passage_text(neighbour)}</mark>"
            html.append(f'<div class="har">{_number(neighbour)}{text}</div>')
        else:
            text = _passage_text(neighbour, quoted)
            html.append(f'<div class="intill">{_number(neighbour)}{text}</div>')
    return "".join(html)


def _number(passage: Passage) -> str:
    if passage.kind is not PassageKind.POINT:
        return ""
    return f'<span class="nummer">{escape(passage.name)}</span> '


def _passage_text(passage: Passage, marked: Iterable[str] | None = None) -> str:
    sentences = [s for s in marked or () if s]
    html = []
    for line in passage.text.split("\n"):
        text = escape(line)
        for sentence in sentences:
            text = text.replace(escape(sentence), f"<mark>{escape(sentence)}</mark>")
        html.append(f'<span class="rad">{text}</span>')
    return "".join(html)


def status_note(edition: Edition) -> str:
    """Which document it is, whose it is, and what status it has."""
    return (
        f'<p class="status">{escape(edition.title)}, version {escape(edition.label)}. '
        f"Ägare: {escape(edition.owner)}. {escape(edition.status)}.</p>"
    )


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
