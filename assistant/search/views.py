"""The ways to find a passage: its own text, and the questions and everyday words beside it.

Writing the likely questions down beside each text is document expansion (Nogueira et al. 2019,
doc2query), here by hand and reviewed, not by a model.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.domain.passages import Passage, UncoveredTopic
from assistant.guidance.records import Knowledge


@dataclass(frozen=True, slots=True)
class Entry:
    """Post: something that a question can find, by any of its views."""

    target: Passage | UncoveredTopic
    views: tuple[str, ...]
    questions: tuple[str, ...] = ()
    """Those of the views that somebody may ask."""


def entries_of(
    passages: Iterable[Passage],
    knowledge: Mapping[str, Knowledge],
    uncovered: Iterable[UncoveredTopic],
) -> Iterator[Entry]:
    """An entry for every passage and every topic that no passage covers."""
    for passage in passages:
        text = f"{passage.context}\n{passage.text}"
        beside = knowledge.get(passage.id)
        if beside is None:
            yield Entry(passage, (text,))
        else:
            words = ", ".join(beside.everyday)
            questions = (*beside.questions, *beside.english)
            yield Entry(passage, (text, *beside.questions, words, *beside.english), questions)
    for topic in uncovered:
        yield Entry(topic, (*topic.questions, ", ".join(topic.words)), topic.questions)
