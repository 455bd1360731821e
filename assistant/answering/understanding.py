"""What a question wants, decided before anything is searched for."""

import re
from dataclasses import replace

from assistant.answering.asides import without_asides
from assistant.answering.asked_of_commitments import (
    SENTENCE,
    about_commitment,
    about_commitments,
    edge_step,
    place_of_step,
)
from assistant.answering.commitment_names import about_alone, matter_of
from assistant.answering.intents import Intent, Understanding
from assistant.answering.known_nouns import with_known_nouns
from assistant.answering.named_lists import believes_a_number, named_by_number
from assistant.answering.patterns import (
    ABILITIES,
    ABOUT_COMMITMENTS,
    ALL_COMMITMENTS,
    CHOICE,
    DIFFERENCE,
    FORMULATION,
    GREETING,
    GUESS,
    MANDATORY,
    PHASES,
    REWORDING,
    THANKS,
    TIMETABLE,
    VOLUNTARY,
)
from assistant.answering.point_places import point_of
from assistant.answering.references import References, chapters_in, references_in
from assistant.answering.term_names import defined_in, term_named
from assistant.answering.topic import topic_of
from assistant.domain.guidance import Guidance
from assistant.search.analysis import folded_text, words

MOST_OF_A_BELIEF = 3
"""Words of a topic beside a number that is believed: "åtta åtaganden att ansluta sig till, stämmer det?"."""
NAMING = 2
"""Words of a topic that may be nothing but what a commitment or a step is about: "medborgare, vad gör man
först?", "det fjärde steget efter …"."""
OF_THE_VOLUNTARY = re.compile(f"resten$|ovriga$|{VOLUNTARY.pattern}")
"""Words that ask for nothing besides the voluntary: "resten då, är de valfria?"."""
OF_A_LIST = re.compile(
    f"{OF_THE_VOLUNTARY.pattern}|obligatorisk|tvingande|bindande|mandatory|compulsory"
)
"""Words that ask for nothing besides the list that they name: "obligatoriska åtaganden, antal"."""


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
    text = without_asides(text)
    folded = with_known_nouns(folded_text(text), guidance.edition.nouns)
    references = references_in(text, guidance)
    topic = topic_of(folded, references, guidance)
    return _named(text, folded, references, topic, guidance)


def _named(
    text: str, folded: str, references: References, topic: str, guidance: Guidance
) -> Understanding:
    phase = references.phases[0] if references.phases else None
    by_section = tuple(c.number for c in guidance.commitments if c.section in references.sections)
    commitments = references.commitments or by_section
    if topic and GUESS.search(folded):
        commitments = ()
    common = Understanding(Intent.OPEN, text, commitments, references.points, phase, topic=topic)
    if references.unknown_step and len(topic.split()) <= NAMING:
        return replace(common, intent=Intent.PHASES, number=str(references.unknown_step))
    if references.bare_numbers and not _settled(references):
        return replace(common, intent=Intent.TWO_READINGS, number=references.bare_numbers[0])
    if references.bare_numbers:
        common = replace(common, points=(*references.points, *references.bare_numbers))
    if point := point_of(folded, commitments, phase, guidance):
        return replace(common, intent=Intent.POINTS, points=(point,))
    if common.points:
        return replace(common, intent=Intent.POINTS)
    if commitments:
        return about_commitments(common, folded, references, guidance)
    last = SENTENCE.split(folded)[-1]
    listed = _listed(folded, topic, guidance)
    if not listed and last != folded and ABOUT_COMMITMENTS.search(last):
        # What is told before the question does not say which list it asks for.
        listed = _listed(last, topic_of(last, references, guidance), guidance)
    if listed:
        alone = all(OF_A_LIST.match(word) for word in topic.split())
        return replace(common, intent=listed, topic="" if alone else topic)
    if len(references.phases) > 1 and DIFFERENCE.search(folded):
        return replace(common, intent=Intent.PHASES, phase=None)
    return _of_no_commitment(common, folded, references, guidance)


def _of_no_commitment(
    common: Understanding, folded: str, references: References, guidance: Guidance
) -> Understanding:
    """A question about a step, a term or a matter that may be that of a commitment."""
    text, topic, phase = common.text, common.topic, common.phase
    if not topic and (chapters := chapters_in(folded)):
        return replace(common, intent=Intent.CHAPTER, chapters=chapters)
    if matter := next((m for word in words(folded) if (m := matter_of(word, guidance))), ""):
        asked_for = phase or edge_step(folded, references, guidance)
        intent = Intent.STEP if asked_for else about_commitment(folded, topic)
        return replace(common, intent=intent, matter=matter, phase=asked_for)
    number = about_alone(topic, guidance) if len(topic.split()) <= NAMING else None
    if number and not phase and (first := place_of_step(folded, guidance)):
        more = topic if len(topic.split()) > 1 else ""
        return replace(common, intent=Intent.STEP, commitments=(number,), phase=first, topic=more)
    definition = defined_in(folded_text(text))
    if phase and (definition or references.names_a_step) and not topic:
        return replace(common, intent=Intent.PHASE)
    if phase and references.names_a_step and topic:
        return replace(common, intent=Intent.STEP)
    if term := term_named(definition or folded_text(text), guidance):
        return replace(common, intent=Intent.TERM, term=term)
    if REWORDING.search(folded) and FORMULATION.search(folded):
        return replace(common, intent=Intent.REWORDING)
    if topic and FORMULATION.search(folded):
        return replace(common, intent=Intent.WORDING)
    return common


def _settled(references: References) -> bool:
    """Whether the question says elsewhere that its number is a point: by commitment or step."""
    number = references.bare_numbers[0]
    commitment = int(number.partition(".")[0])
    return commitment in references.commitments or bool(references.phases)


def _listed(folded: str, topic: str, guidance: Guidance) -> Intent | None:
    few = len(topic.split()) <= 2
    if len(topic.split()) <= MOST_OF_A_BELIEF and believes_a_number(folded):
        return Intent.COMMITMENTS
    if CHOICE.search(folded) and ABOUT_COMMITMENTS.search(folded):
        return Intent.CHOICE
    if not few:
        return None
    counted = named_by_number(folded, guidance)
    if MANDATORY.search(folded) or (counted and counted == guidance.mandatory):
        return Intent.MANDATORY
    if counted:
        return Intent.COMMITMENTS if counted == guidance.commitments else Intent.VOLUNTARY
    if VOLUNTARY.search(folded) and all(OF_THE_VOLUNTARY.match(word) for word in topic.split()):
        return Intent.VOLUNTARY
    if PHASES.search(folded) and not topic:
        return Intent.PHASES
    if ALL_COMMITMENTS.search(folded) and not topic:
        return Intent.COMMITMENTS
    if TIMETABLE.search(folded):
        return Intent.TIMETABLE
    return None
