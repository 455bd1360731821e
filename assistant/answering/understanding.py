"""What a question wants, decided before anything is searched for."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.answering.known_nouns import with_known_nouns
from assistant.answering.named_lists import asks_whether_for_all, named_by_number
from assistant.answering.patterns import (
    ABILITIES,
    ABOUT_COMMITMENTS,
    ALL_COMMITMENTS,
    ASKS_FOR_COMMITMENT,
    CHOICE,
    DEFINITION,
    DIFFERENCE,
    EDGE,
    EXAMPLE_WORDS,
    FIRST_STEP,
    FORMULATION,
    GREETING,
    LAST_STEP,
    MANDATORY,
    PHASES,
    POINT_WORDS,
    REWORDING,
    THANKS,
    TIMETABLE,
    VOLUNTARY,
)
from assistant.answering.references import References, references_in
from assistant.answering.term_names import term_named
from assistant.answering.topic import topic_of
from assistant.domain.guidance import Guidance, Phase, Term
from assistant.search.analysis import folded_text

SENTENCE = re.compile(r"(?<=[.!?])\s+")


class Intent(StrEnum):
    """Avsikt: which kind of answer a question asks for."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABILITIES = "abilities"
    WORDING = "wording"
    REWORDING = "rewording"
    POINTS = "points"
    STEP = "step"
    OVERVIEW = "overview"
    EXAMPLES = "examples"
    PHASE = "phase"
    PHASES = "phases"
    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"
    COMMITMENTS = "commitments"
    TIMETABLE = "timetable"
    TERM = "term"
    CHOICE = "choice"
    TWO_READINGS = "two_readings"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Understanding:
    """Tolkning: the intent, what it is about, and the words left to search for."""

    intent: Intent
    text: str
    commitments: tuple[int, ...] = ()
    points: tuple[str, ...] = ()
    phase: Phase | None = None
    term: Term | None = None
    number: str | None = None
    topic: str = ""
    """The words that say what the question is about, when no number does."""
    before: str = ""
    """What the dialogue was about before, when the question rests on it."""
    shown: frozenset[str] = frozenset()
    """Where the passages stand that were shown last, when the question may be about them."""
    follows: bool = False
    """Whether something was taken over from the dialogue."""


def understand(text: str, guidance: Guidance) -> Understanding:
    """Understand a question on its own, without the dialogue around it."""
    folded = with_known_nouns(folded_text(text), guidance.edition.nouns)
    bare = folded.strip(" ?!.,")
    if GREETING.fullmatch(bare):
        return Understanding(Intent.GREETING, text)
    if THANKS.fullmatch(bare):
        return Understanding(Intent.THANKS, text)
    if ABILITIES.search(bare) and len(bare.split()) <= 8:
        return Understanding(Intent.ABILITIES, text)
    references = references_in(text, guidance)
    topic = topic_of(folded, references, guidance)
    return _named(text, folded, references, topic, guidance)


def _named(
    text: str, folded: str, references: References, topic: str, guidance: Guidance
) -> Understanding:
    phase = references.phases[0] if references.phases else None
    by_section = tuple(c.number for c in guidance.commitments if c.section in references.sections)
    commitments = references.commitments or by_section
    common = Understanding(Intent.OPEN, text, commitments, references.points, phase, topic=topic)
    if references.bare_numbers and not _settled(references):
        return replace(common, intent=Intent.TWO_READINGS, number=references.bare_numbers[0])
    if references.bare_numbers:
        common = replace(common, points=(*references.points, *references.bare_numbers))
    if common.points:
        return replace(common, intent=Intent.POINTS)
    if commitments:
        return _about_commitments(common, folded, references, guidance)
    if listed := _listed(folded, topic, guidance):
        return replace(common, intent=listed)
    if len(references.phases) > 1 and DIFFERENCE.search(folded):
        return replace(common, intent=Intent.PHASES, phase=None)
    definition = DEFINITION.match(folded_text(text))
    if phase and (definition or references.names_a_step) and not topic:
        return replace(common, intent=Intent.PHASE)
    if phase and references.names_a_step and topic:
        return replace(common, intent=Intent.STEP)
    asked = definition.group("what") if definition else folded_text(text)
    if term := term_named(asked, guidance):
        return replace(common, intent=Intent.TERM, term=term)
    if REWORDING.search(folded) and FORMULATION.search(folded):
        return replace(common, intent=Intent.REWORDING)
    if FORMULATION.search(folded) and topic:
        return replace(common, intent=Intent.WORDING)
    return common


def _settled(references: References) -> bool:
    """Whether the question says elsewhere that its number is a point: by commitment or step."""
    number = references.bare_numbers[0]
    commitment = int(number.partition(".")[0])
    return commitment in references.commitments or bool(references.phases)


def _about_commitments(
    common: Understanding, folded: str, references: References, guidance: Guidance
) -> Understanding:
    if asks_whether_for_all(folded, common.topic):
        return replace(common, intent=list_with(common.commitments[0], guidance))
    if asked_for := common.phase or _edge_step(folded, references, guidance):
        return replace(common, intent=Intent.STEP, phase=asked_for)
    return replace(common, intent=_about_commitment(folded, common.topic))


def list_with(number: int, guidance: Guidance) -> Intent:
    """The list that a commitment stands in: those for all, or the voluntary."""
    mandatory = {commitment.number for commitment in guidance.mandatory}
    return Intent.MANDATORY if number in mandatory else Intent.VOLUNTARY


def _about_commitment(folded: str, topic: str) -> Intent:
    if EXAMPLE_WORDS.search(folded):
        return Intent.EXAMPLES
    if REWORDING.search(folded):
        return Intent.REWORDING
    if topic and not ASKS_FOR_COMMITMENT.search(folded):
        return Intent.OPEN
    if POINT_WORDS.search(folded):
        return Intent.OVERVIEW
    return Intent.WORDING


def _edge_step(folded: str, references: References, guidance: Guidance) -> Phase | None:
    """The step that is asked for by its place: "vad gör man först?", "och sist?"."""
    phases = guidance.edition.phases
    asked = SENTENCE.split(folded)[-1]
    if not phases or (topic_of(asked, references, guidance) and not EDGE.search(asked)):
        return None
    if FIRST_STEP.search(asked):
        return phases[0]
    return phases[-1] if LAST_STEP.search(asked) else None


def _listed(folded: str, topic: str, guidance: Guidance) -> Intent | None:
    few = len(topic.split()) <= 2
    if CHOICE.search(folded) and ABOUT_COMMITMENTS.search(folded):
        return Intent.CHOICE
    if not few:
        return None
    counted = named_by_number(folded, guidance)
    if MANDATORY.search(folded) or (counted and counted == guidance.mandatory):
        return Intent.MANDATORY
    if counted:
        return Intent.VOLUNTARY
    if VOLUNTARY.search(folded) and all(VOLUNTARY.match(word) for word in topic.split()):
        return Intent.VOLUNTARY
    if PHASES.search(folded) and not topic:
        return Intent.PHASES
    if ALL_COMMITMENTS.search(folded) and not topic:
        return Intent.COMMITMENTS
    if TIMETABLE.search(folded):
        return Intent.TIMETABLE
    return None
