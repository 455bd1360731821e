"""Fråga: a dialogue and, beside it, the sources of the last answer."""

from collections.abc import Iterator, Sequence
from secrets import token_hex
from typing import Any

import gradio as gr

from assistant.domain.answers import Turn
from assistant.domain.errors import KlimatkontraktError
from assistant.opening import Assistant
from assistant.wording import to_markdown
from ui.examples import examples
from ui.feedback import PRESSED, taking_opinions
from ui.users import user_of
from ui.views import asking as views
from ui.views.asking import Exchange
from ui.views.models import STOP, what_is_sent

FOLLOW_UPS = 4
SENT = "Till den skickas frågan och de stycken som svaret citerar."
UNEXPECTED = "Något gick fel när frågan skulle besvaras. Försök igen, eller starta om programmet."
ANSWERED = """() => requestAnimationFrame(() => {
  const answer = [...document.querySelectorAll('article.svar')].at(-1);
  if (!answer) return;
  const heading = answer.querySelector('h2');
  // A button that was pressed may be gone; and what was asked may be above what is seen.
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
  answer.previousElementSibling.scrollIntoView({ block: 'nearest' });
  // A fault is read out by itself.
  if (answer.querySelector('[role=alert]')) return;
  const words = answer.querySelector('p:not(.tolkning), blockquote')?.textContent ?? '';
  document.dispatchEvent(new CustomEvent('uppläst', { detail: `Svaret är klart. ${words}` }));
})"""


def asking(assistant: Assistant) -> None:
    """The place where questions are asked; every visitor has a dialogue of their own."""

    def reply(
        question: str, exchanges: list[Exchange], request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        asker = user_of(request, assistant.settings.user_header)
        for exchange, writing in _exchanges(question, exchanges, assistant, asker):
            yield _shown([*exchanges, exchange], assistant, writing=writing)

    exchanges = gr.State([])
    gr.HTML('<h2 class="dold" tabindex="-1">Fråga</h2>')
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=280):
            dialogue = gr.HTML(views.conversation([]), elem_id="samtal", js_on_load=PRESSED)
            taking_opinions(dialogue, exchanges, assistant)
            with gr.Row(elem_classes="forslag"):
                follow_ups = [gr.Button(visible=False, size="sm") for _ in range(FOLLOW_UPS)]
            question = gr.Textbox(
                label="Er fråga",
                placeholder=f"Till exempel: {_example(assistant)}",
                lines=2,
                max_lines=10,
                elem_classes="fraga-ruta",
            )
            if assistant.model_in_use:
                gr.HTML(what_is_sent(assistant.model_in_use, SENT))
            send = gr.Button("Fråga", variant="primary", elem_id="skicka")
            stop = gr.Button(STOP, visible=False, elem_id="avbryt")
            if assistant.learning.examples:
                gr.HTML('<h2 class="dold">Exempel på frågor</h2>')
            asked_often = examples(assistant.learning.examples)
        with gr.Column(scale=2, min_width=280):
            panel = gr.HTML(views.sources(None, assistant.library), elem_id="kallor")
    shown = [exchanges, dialogue, panel, question, stop, *follow_ups]
    asked = gr.on(
        [send.click, question.submit],
        reply,
        [question, exchanges],
        shown,
        api_visibility="private",
        show_progress="minimal",
    )
    pressed = [
        button.click(
            reply, [button, exchanges], shown, api_visibility="private", show_progress="minimal"
        )
        for button in (*asked_often, *follow_ups)
    ]
    for one in (asked, *pressed):
        one.then(js=ANSWERED)
    stop.click(
        lambda before: (views.conversation(before), gr.Button(visible=False)),
        exchanges,
        [dialogue, stop],
        cancels=[asked, *pressed],
        api_visibility="private",
        show_progress="hidden",
    )


def _example(assistant: Assistant) -> str:
    """A question to begin with: one that stands beside the edition, or one that any edition answers."""
    roles = assistant.learning.examples
    nouns = assistant.library.guidance.edition.nouns
    number = assistant.library.guidance.commitments[-1].number
    return roles[0].questions[0] if roles else f"Hur lyder {nouns.numbered(number)}?"


def _exchanges(
    question: str, before: Sequence[Exchange], assistant: Assistant, asker: str
) -> Iterator[tuple[Exchange, bool]]:
    """The exchange as the answer grows, and whether a language model is still at work on it."""
    history = [turn for exchange in before for turn in _turns(exchange)]
    key = token_hex()
    exchange = Exchange(question, None, UNEXPECTED)
    try:
        steps = assistant.ask_in_steps(question, history, asker=asker or None, owner=asker)
        for outcome in steps:
            exchange = Exchange(question, outcome, key=key)
            if assistant.model_in_use:
                yield exchange, True
    except KlimatkontraktError as error:
        exchange = Exchange(question, None, str(error))
    except Exception:  # noqa: BLE001  no traceback reaches the page
        exchange = Exchange(question, None, UNEXPECTED)
    yield exchange, False


def _turns(exchange: Exchange) -> tuple[Turn, ...]:
    if exchange.outcome is None:
        return ()
    return (
        Turn("user", exchange.question),
        Turn("assistant", to_markdown(exchange.outcome.body)),
    )


def _shown(exchanges: list[Exchange], assistant: Assistant, *, writing: bool) -> tuple[Any, ...]:
    outcome = exchanges[-1].outcome
    asked_next = outcome.follow_ups if outcome else ()
    buttons = [
        gr.Button(asked_next[n], visible=True) if n < len(asked_next) else gr.Button(visible=False)
        for n in range(FOLLOW_UPS)
    ]
    kept = exchanges[-1].question if outcome is None else ""
    return (
        exchanges,
        views.conversation(exchanges, assistant.model_in_use if writing else None),
        views.sources(outcome, assistant.library),
        kept,
        gr.Button(visible=writing),
        *buttons,
    )
