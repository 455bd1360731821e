"""The quiz, from its start to its result, as HTML."""

from collections.abc import Callable, Sequence
from html import escape

from assistant.domain.guidance import Edition
from assistant.domain.passages import PassageKind
from assistant.domain.quiz import QuizKind, QuizQuestion, QuizRound
from assistant.wording.templates import worded
from ui.views.parts import CHECK, CROSS, lines, official_block, place_button, quoted_block

ASKED = {
    QuizKind.PHASE: "I vilket steg står den här punkten?",
    QuizKind.COMMITMENT: "Till $vilket $åtagande hör den här texten?",
    QuizKind.TERM: "Vilket begrepp handlar det här om?",
}
ROUNDS = {
    "": "Blandade frågor",
    QuizKind.PHASE: "Frågor om steg",
    QuizKind.COMMITMENT: "Frågor om $åtaganden",
    QuizKind.TERM: "Frågor om begrepp",
}
LATER = "visas när du har svarat"
GAP = "\ue000"
"""Stands for covered words until the rest is escaped; no text of the guidance has this sign."""
COVERED = '<span class="overtackt"><span class="dold">[övertäckt ord]</span></span>'


def start(edition: Edition, rounds: Sequence[QuizRound] = ()) -> str:
    """What to choose from before a round, and how the earlier rounds went."""
    lead = "Alla frågor bygger på ordagranna citat ur $vägledningen. Välj vad du vill öva på."
    return _section(
        "Quiz", f"<p>{_worded(lead, edition)}</p>{_starters(edition)}{_earlier(rounds)}"
    )


def asked(current: QuizRound, edition: Edition) -> str:
    """The next question."""
    number = len(current.chosen)
    question = current.questions[number]
    options = "".join(
        f'<li><button type="button" class="atgard" data-fraga="{number}" data-svar="{n}">'
        f"{escape(option)}</button></li>"
        for n, option in enumerate(question.options)
    )
    return _section(
        f"Fråga {number + 1} av {len(current.questions)}",
        f'<p class="fragan" id="quiz-fraga">{_worded(ASKED[question.kind], edition)}</p>'
        f"{_block(question)(question.quotation, LATER, _words(question))}"
        f'<ul class="alternativ" aria-labelledby="quiz-fraga">{options}</ul>{_score(current)}'
        '<p class="avsluta"><button type="button" class="stalle" data-avsluta>Avsluta omgången</button></p>',
    )


def judged(current: QuizRound, edition: Edition) -> str:
    """Whether the last answer was right, and the right one with its source."""
    question, choice = current.last, current.chosen[-1]
    if choice == question.right:
        verdict = f'<p class="besked ratt" tabindex="-1">{CHECK}Rätt! Svaret är {_name(question.answer)}.</p>'
    else:
        verdict = (
            f'<p class="besked fel" tabindex="-1">{CROSS}Fel. Du svarade {_name(question.options[choice])}. '
            f"Rätt svar är {_name(question.answer)}.</p>"
        )
    going_on = "Visa resultatet" if current.done else "Nästa fråga"
    return _section(
        f"Fråga {len(current.chosen)} av {len(current.questions)}",
        f'{verdict}<p class="fragan">{_worded(ASKED[question.kind], edition)}</p>{_whole(question, edition)}'
        f'<button type="button" class="atgard framat" data-vidare>{going_on}</button>{_score(current)}',
    )


def result(rounds: Sequence[QuizRound], edition: Edition) -> str:
    """How the last round went, what was answered wrong, and the rounds before it."""
    last = rounds[-1]
    if not last.questions:
        return _section("Quiz", "<p>Den här utgåvan räcker inte till några frågor.</p>")
    missed = "".join(
        f"<li><p>{_worded(ASKED[q.kind], edition)} Rätt svar: {_name(q.answer)}.</p>{_whole(q, edition)}</li>"
        for q in last.missed
    )
    repeat = f'<h4>Läs igen</h4><ul class="missade">{missed}</ul>' if missed else ""
    return _section(
        f"Resultat: {last.right} av {len(last.questions)} rätt",
        f"<p>Välj en ny omgång.</p>{_starters(edition)}{_earlier(rounds[:-1])}{repeat}",
    )


def _worded(text: str, edition: Edition) -> str:
    return escape(worded(text, edition.nouns))


def _section(heading: str, content: str) -> str:
    return (
        '<section class="quiz" aria-labelledby="rubrik-quiz">'
        f'<h3 id="rubrik-quiz" tabindex="-1">{escape(heading)}</h3>{content}</section>'
    )


def _starters(edition: Edition) -> str:
    items = "".join(
        f'<li><button type="button" class="atgard" data-omgang="{kind}">'
        f"{_worded(name, edition)}</button></li>"
        for kind, name in ROUNDS.items()
        if kind is not QuizKind.PHASE or edition.phases
    )
    return f'<ul class="omgangar">{items}</ul>'


def _earlier(rounds: Sequence[QuizRound]) -> str:
    if not rounds:
        return ""
    items = "".join(f"<li>{r.right} av {len(r.questions)} rätt</li>" for r in rounds)
    return f"<h4>Dina tidigare omgångar</h4><ol>{items}</ol>"


def _score(current: QuizRound) -> str:
    answered = len(current.chosen)
    return (
        f'<p class="stallning">Hittills {current.right} av {answered} rätt.</p>' if answered else ""
    )


def _whole(question: QuizQuestion, edition: Edition) -> str:
    quotation = question.quotation
    places = "; ".join(place_button(p, edition) for p in (quotation.passage, *quotation.also))
    return _block(question)(quotation, places)


def _block(question: QuizQuestion) -> Callable[..., str]:
    official = question.quotation.passage.kind is PassageKind.WORDING
    return official_block if official else quoted_block


def _words(question: QuizQuestion) -> str:
    text = question.quotation.text
    for start, end in reversed(question.covered):
        text = text[:start] + GAP + text[end:]
    return lines(text).replace(GAP, COVERED)


def _name(option: str) -> str:
    return f"<strong>{escape(option)}</strong>"
