"""What is kept of an answer that a person has an opinion of."""

from importlib.metadata import version
from typing import Any

from assistant.domain.answers import Answer, Refusal
from assistant.domain.guidance import Edition
from assistant.domain.opinions import Opinion
from assistant.wording import citations


def of_opinion(
    question: str, outcome: Answer | Refusal, opinion: Opinion, edition: Edition
) -> dict[str, Any]:
    """The question, what it ended in, with which sources, and the opinion; not the answer's words.

    The words follow from question, edition and program.
    """
    return {
        "question": question,
        "understood_as": outcome.understood_as,
        "status": "answered" if isinstance(outcome, Answer) else "refused",
        "reason": outcome.reason.value if isinstance(outcome, Refusal) else None,
        "sources": [citation.passage.id for citation in citations(outcome.body)],
        "edition": edition.id,
        "version": version("klimatkontrakt"),
        "helpful": opinion.helpful,
        "why": opinion.why.value if opinion.why else None,
        "text": opinion.text,
    }
