"""The quiz in Lär dig; every visitor has rounds of their own, for as long as the page is open."""

from secrets import randbelow
from typing import Any

import gradio as gr

from assistant.domain.quiz import QuizKind, QuizRound
from assistant.learning.quiz import quiz_round
from assistant.opening import Assistant
from ui.views import quiz as views

PRESSED = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('button:not([data-stycke])');
  if (button) trigger('click', { ...button.dataset });
});
"""
TO_QUIZ = """() => requestAnimationFrame(() => {
  const quiz = document.getElementById('quiz');
  (quiz.querySelector('.besked') ?? quiz.querySelector('h3')).focus();
})"""
SEEDS = 2**32


def quizzing(assistant: Assistant) -> None:
    """The quiz and what its buttons do."""
    library = assistant.library
    edition = library.guidance.edition

    def pressed(rounds: list[QuizRound], event: gr.EventData) -> tuple[Any, Any]:
        button = event._data  # noqa: SLF001  Gradio gives it no other name
        finished = [one for one in rounds if one.done]
        if "omgang" in button:
            kinds = [kind for kind in QuizKind if button["omgang"] in {"", kind}]
            rounds = [*finished, quiz_round(library, randbelow(SEEDS), kinds)]
        elif "avsluta" in button or not rounds:
            return finished, views.start(edition, finished)
        elif "svar" in button:
            answered = rounds[-1].answered(int(button["fraga"]), int(button["svar"]))
            if answered.chosen:
                return [*rounds[:-1], answered], views.judged(answered, edition)
        current = rounds[-1]
        return rounds, views.result(rounds, edition) if current.done else views.asked(
            current, edition
        )

    rounds = gr.State([])
    shown = gr.HTML(views.start(edition), elem_id="quiz", js_on_load=PRESSED)
    shown.click(
        pressed, rounds, [rounds, shown], api_visibility="private", show_progress="hidden"
    ).then(js=TO_QUIZ)
