"""Questions that go on to another step, or point at one ("och Etablera?", "nästa steg?")."""

import re
from dataclasses import replace

from assistant.answering.commitment_names import about_alone
from assistant.answering.following.elliptic import ONE_OF_THEM, STEPS, Elliptic, counted_in
from assistant.answering.intents import Intent, Understanding
from assistant.answering.patterns import (
    DEFINITION,
    FIRST_STEP,
    LAST_SHOWN,
    LAST_STEP,
    MIDDLE,
    MIDDLE_STEP,
    NEXT_STEP,
    PREVIOUS_STEP,
    SAME_STEP,
)
from assistant.domain.guidance import Phase

OF_ANOTHER = re.compile(r"\b(?:for|om|inom|kring|nar det galler|about|in)\b")


def a_step_just_listed(elliptic: Elliptic) -> Understanding | None:
    """Ask what one of the steps means after they were listed ("vad betyder det mittersta?")."""
    if elliptic.before.last.intent not in STEPS:
        return None
    phase = _step(elliptic)
    if (
        phase is None
        and elliptic.phases
        and MIDDLE.search(elliptic.folded)
        and not elliptic.found.topic
    ):
        phase = elliptic.phases[len(elliptic.phases) // 2]
    of_a_commitment = elliptic.found.commitments or about_alone(
        elliptic.found.topic, elliptic.before.guidance
    )
    if phase is None or of_a_commitment:
        return None
    return replace(elliptic.found, intent=Intent.PHASE, phase=phase)


def other_step(elliptic: Elliptic) -> Understanding | None:
    """Ask for a step of the commitment under discussion ("och Etablera?", "nästa steg?")."""
    found, before = elliptic.found, elliptic.before
    if found.commitments and before.phase and SAME_STEP.search(elliptic.folded):
        return replace(found, intent=Intent.STEP, phase=before.phase)
    if found.commitments and elliptic.counts_steps and not found.topic:
        if phase := _step(elliptic):
            return replace(found, intent=Intent.STEP, phase=phase)
        return None
    if found.commitments or found.points:
        return None
    named = found.phase if not DEFINITION.match(elliptic.folded) else None
    phase = _step(elliptic) or named
    if phase is None:
        return None
    commitments = before.commitments
    if found.topic:
        listed = before.last.intent in STEPS
        if not elliptic.says_step and not named and not listed:
            return None
        number = about_alone(found.topic, before.guidance)
        if (
            number is None
            and SAME_STEP.search(elliptic.folded)
            and OF_ANOTHER.search(elliptic.folded)
        ):
            # Which commitment that is, the search decides.
            return replace(found, intent=Intent.STEP, phase=phase)
        commitments = (number,) if number else commitments
    if not commitments:
        return None
    return replace(found, intent=Intent.STEP, commitments=commitments, phase=phase, topic="")


def _step(elliptic: Elliptic) -> Phase | None:
    """The step that the question points at, seen from the one under discussion."""
    folded, phases, now = elliptic.folded, elliptic.phases, elliptic.before.phase
    place = phases.index(now) if now in phases else None
    if not phases or ("punkt" in folded and not elliptic.says_step):
        return None
    if SAME_STEP.search(folded):
        return now
    moves = elliptic.moves_on if elliptic.before.last.intent is Intent.STEP else 0
    if NEXT_STEP.search(folded) or moves > 0:
        place = 0 if place is None else place + 1
        return phases[place] if place < len(phases) else None
    if (PREVIOUS_STEP.search(folded) or moves < 0) and place:
        return phases[place - 1]
    of_a_list = LAST_SHOWN.search(folded) and elliptic.before.shown[1:] and not elliptic.says_step
    if LAST_STEP.search(folded) and (elliptic.counts_steps or not of_a_list):
        return phases[-1]
    if MIDDLE_STEP.search(folded):
        return phases[len(phases) // 2]
    nth = ONE_OF_THEM.search(folded)
    if nth and elliptic.before.last.intent in STEPS | {Intent.STEP}:
        number = counted_in(nth)
        return phases[number - 1] if 1 <= number <= len(phases) else None
    if FIRST_STEP.search(folded):
        return phases[0]
    return None
