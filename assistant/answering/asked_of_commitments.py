"""What a question that names commitments wants of them: wording, step, points, examples, for whom."""

import re
from dataclasses import replace

from assistant.answering.commitment_names import about_alone
from assistant.answering.intents import Intent, Understanding
from assistant.answering.named_lists import asks_whether_for_all
from assistant.answering.patterns import (
    ASKS_FOR_COMMITMENT,
    CHECK,
    EDGE,
    EXAMPLE_WORDS,
    FIRST_STEP,
    FORMULATION,
    LAST_STEP,
    MIDDLE_STEP,
    POINT_WORDS,
    PROMISED,
    REWORDING,
)
from assistant.answering.references import References
from assistant.answering.topic import topic_of
from assistant.domain.guidance import Guidance, Phase

SENTENCE = re.compile(r"(?<=[.!?])\s+")


def about_commitments(
    common: Understanding, folded: str, references: References, guidance: Guidance
) -> Understanding:
    """What is asked of the commitments that the question names."""
    if common.topic and CHECK.search(folded):
        matter = about_alone(common.topic, guidance)
        numbers = dict.fromkeys((*common.commitments, matter or common.commitments[0]))
        return replace(common, intent=Intent.WORDING, commitments=tuple(numbers))
    if asks_whether_for_all(folded, common.topic):
        return replace(common, intent=list_with(common.commitments[0], guidance))
    if asked_for := common.phase or edge_step(folded, references, guidance):
        return replace(common, intent=Intent.STEP, phase=asked_for)
    asked = SENTENCE.split(folded)[-1]
    if FORMULATION.search(asked) and not topic_of(asked, references, guidance):
        # What is told before the question is not what is sought in the commitment.
        return replace(common, intent=about_commitment(asked, ""))
    return replace(common, intent=about_commitment(folded, common.topic))


def list_with(number: int, guidance: Guidance) -> Intent:
    """The list that a commitment stands in: those for all, or the voluntary."""
    mandatory = {commitment.number for commitment in guidance.mandatory}
    return Intent.MANDATORY if number in mandatory else Intent.VOLUNTARY


def about_commitment(folded: str, topic: str) -> Intent:
    """Which kind of answer is asked for, of a commitment; `topic` is what is sought in it."""
    if EXAMPLE_WORDS.search(folded):
        return Intent.EXAMPLES
    if REWORDING.search(folded):
        return Intent.REWORDING
    if PROMISED.search(folded):
        return Intent.WORDING
    if topic and not ASKS_FOR_COMMITMENT.search(folded):
        return Intent.OPEN
    if POINT_WORDS.search(folded):
        return Intent.OVERVIEW
    return Intent.WORDING


def edge_step(folded: str, references: References, guidance: Guidance) -> Phase | None:
    """The step that is asked for by its place: "vad gör man först?", "och sist?"."""
    asked = SENTENCE.split(folded)[-1]
    if topic_of(asked, references, guidance) and not EDGE.search(asked):
        return None
    return place_of_step(asked, guidance)


def place_of_step(folded: str, guidance: Guidance) -> Phase | None:
    """The first, the middle or the last step, if the text asks for it by its place."""
    phases = guidance.edition.phases
    if not phases:
        return None
    if MIDDLE_STEP.search(folded):
        return phases[len(phases) // 2]
    if FIRST_STEP.search(folded):
        return phases[0]
    return phases[-1] if LAST_STEP.search(folded) else None
