"""Examples of questions in Fråga, for the role that one chooses."""

from collections.abc import Sequence

import gradio as gr

from assistant.domain.learning import Role


def examples(roles: Sequence[Role]) -> list[gr.Button]:
    """A choice of roles, and a button for each question of the one chosen."""
    if not roles:
        return []
    questions = {role.name: role.questions for role in roles}
    first = roles[0]
    chosen = gr.Radio(
        list(questions),
        value=first.name,
        label="Visa exempel på frågor för",
        elem_classes="roller",
    )
    with gr.Row(elem_classes="forslag"):
        buttons = [gr.Button(question, size="sm") for question in first.questions]
    chosen.input(
        lambda name: list(questions[name]),
        chosen,
        buttons,
        api_visibility="private",
        show_progress="hidden",
    )
    return buttons
