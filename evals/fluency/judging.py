"""Lets a model judge texts of a run, three times each."""

from collections.abc import Callable, Sequence

from assistant.domain.errors import ModelFault
from assistant.language_model import ConfiguredModel, as_data, prompt_file, tokens_in
from evals.fluency.excerpts import LONGEST, Excerpt
from evals.fluency.opinions import JudgedText, Opinion
from evals.fluency.replies import opinion_of

PROMPT = "bedomning"
ROUNDS = 3


def judged(
    texts: Sequence[Excerpt], model: ConfiguredModel, progress: Callable[[], None]
) -> tuple[JudgedText, ...]:
    """Every text with its opinions, a round at a time; `progress` is told of each reply.

    `ModelFault` when already the first text gets no reply, since the others would only wait in vain.
    """
    rounds: list[list[Opinion]] = []
    for _ in range(ROUNDS):
        opinions = []
        for one in texts:
            try:
                opinions.append(_opinion(one.text, model))
            except ModelFault as fault:
                if not (rounds or opinions):
                    raise
                opinions.append(Opinion(reason=str(fault)))
            progress()
        rounds.append(opinions)
    return tuple(
        JudgedText(suite=one.suite, case=one.case, text=one.text, opinions=opinions)
        for one, opinions in zip(texts, zip(*rounds, strict=True), strict=True)
    )


def _opinion(text: str, model: ConfiguredModel) -> Opinion:
    data = as_data(text, LONGEST)
    prompt = prompt_file(PROMPT).filled(text=data)
    if tokens_in(prompt.system + prompt.request) > model.prompt_tokens:
        return Opinion(reason="Texten är för lång för språkmodellen.")
    return opinion_of("".join(model.port.write(prompt, model.seconds)), data)
