"""What a person thinks of an answer in Fråga: pressed, explained, changed and taken back."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.domain.answers import Answer, Refusal
from assistant.domain.opinions import Opinion, WhyNot
from assistant.feedback.entries import of_opinion
from assistant.opening import Assistant
from ui.users import user_of
from ui.views.asking import Exchange, conversation
from ui.views.parts import fault, said

PRESSED = (Path(__file__).parent / "feedback.js").read_text(encoding="utf-8")
SAID = """() => requestAnimationFrame(() => {
  const detail = document.querySelector('#omdome-besked [data-besked]')?.dataset.besked;
  if (detail) document.dispatchEvent(new CustomEvent('besked', { detail }));
})"""
KEPT = "Tack, omdömet är sparat."
ASKED_WHY = "Omdömet är sparat. Berätta gärna varför svaret inte hjälpte."
WITHDRAWN = "Omdömet är borttaget."


def taking_opinions(dialogue: gr.HTML, exchanges: gr.State, assistant: Assistant) -> None:
    """Let the buttons under each answer of the dialogue do what they say."""

    def judged(before: list[Exchange], event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        try:
            asker = user_of(request, assistant.settings.user_header)
            after, told = _judged(before, event._data, asker, assistant)  # noqa: SLF001  Gradio gives it no other name
        except Exception as error:  # noqa: BLE001  no traceback reaches the page
            # What was pressed is shown as it was before.
            return gr.skip(), conversation(before), fault(error)
        return after, gr.skip(), said(told)

    told = gr.HTML("", elem_id="omdome-besked")
    dialogue.click(
        judged,
        exchanges,
        [exchanges, dialogue, told],
        api_visibility="private",
        show_progress="hidden",
    ).then(js=SAID)


def _judged(
    before: list[Exchange], given: Mapping[str, Any], asker: str, assistant: Assistant
) -> tuple[list[Exchange], str]:
    """The dialogue with a new opinion of one answer, kept or removed, and what to tell."""
    number = int(given["answer"])
    exchange = before[number]
    outcome = exchange.outcome
    if not isinstance(outcome, Answer | Refusal):
        raise TypeError(f"answer {number} is no answer and no refusal")
    opinion = _opinion(given)
    if opinion is None:
        assistant.feedback.withdraw(exchange.key, asker)
        told = WITHDRAWN
    else:
        edition = assistant.library.guidance.edition
        entry = of_opinion(exchange.question, outcome, opinion, edition)
        assistant.feedback.keep(exchange.key, asker, entry)
        told = KEPT if opinion.helpful or opinion.explained else ASKED_WHY
    after = [*before]
    after[number] = replace(exchange, opinion=opinion)
    return after, told


def _opinion(given: Mapping[str, Any]) -> Opinion | None:
    if not given["opinion"]:
        return None
    why = given.get("why")
    return Opinion(
        given["opinion"] == "ja", WhyNot(why) if why else None, str(given.get("text", "")).strip()
    )
