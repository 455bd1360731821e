"""What a question means after the dialogue before it: ellipsis, pronouns, change of commitment."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from assistant.answering.patterns import (
    DEFINITION,
    EXAMPLE_WORDS,
    FORMULATION,
    LEADING,
    NEXT_STEP,
    POINT_WORDS,
    POINTING,
    PREVIOUS_STEP,
)
from assistant.answering.references import references_in
from assistant.answering.understanding import Intent, Understanding, folded_text, understand
from assistant.domain.answers import Turn
from assistant.domain.guidance import Guidance, Phase
from assistant.search.analysis import words

SOURCE_LINE = re.compile(r"Källa: (?P<place>[^\n]+)")
CARRIED = frozenset(
    {Intent.STEP, Intent.OVERVIEW, Intent.EXAMPLES, Intent.WORDING, Intent.REWORDING}
)
SHORT = 4
"""Words of a question that can hardly stand alone, such as "och för åtagande 6?"."""


@dataclass(frozen=True, slots=True)
class Elliptic:
    """Ofullständig fråga: a question as it stands, what was understood before it, the guidance."""

    found: Understanding
    before: Understanding
    guidance: Guidance

    @property
    def folded(self) -> str:
        """The question as the patterns expect it."""
        return folded_text(self.found.text)

    @property
    def is_short(self) -> bool:
        """Whether it begins like a continuation or is too short to stand alone."""
        return LEADING.match(self.folded) is not None or len(words(self.folded)) <= SHORT


def understand_in_dialogue(text: str, history: Iterable[Turn], guidance: Guidance) -> Understanding:
    """Understand a question after its history."""
    before: Understanding | None = None
    for turn in history:
        if turn.role == "user" and words(turn.content):
            before = _after(understand(turn.content, guidance), before, guidance)
        elif turn.role == "assistant" and before is not None:
            before = _with_place(before, turn.content, guidance)
    return _after(understand(text, guidance), before, guidance)


def _with_place(before: Understanding, answered: str, guidance: Guidance) -> Understanding:
    """Add the commitment and step that the answer quoted first, where the question named none."""
    source = SOURCE_LINE.search(answered)
    if source is None or before.commitments:
        return before
    references = references_in(source.group("place"), guidance)
    phase = before.phase or next(iter(references.phases), None)
    return replace(before, commitments=references.commitments[:1], phase=phase)


def _after(found: Understanding, before: Understanding | None, guidance: Guidance) -> Understanding:
    if before is None:
        return found
    elliptic = Elliptic(found, before, guidance)
    for resolve in RULES:
        resolved = resolve(elliptic)
        if resolved is not None:
            return resolved
    return found


def _other_step(elliptic: Elliptic) -> Understanding | None:
    """Ask for another step of the same commitment ("och Etablera?", "nästa steg?")."""
    found, before = elliptic.found, elliptic.before
    if found.commitments or not before.commitments or found.points:
        return None
    phase = _neighbour(before.phase, elliptic.folded, elliptic.guidance.edition.phases)
    if phase is None:
        asks_for_meaning = DEFINITION.match(elliptic.folded) is not None
        if found.phase is None or found.topic or asks_for_meaning:
            return None
        phase = found.phase
    return replace(
        found, intent=Intent.STEP, commitments=before.commitments, phase=phase, follows=True
    )


def _neighbour(phase: Phase | None, folded: str, phases: tuple[Phase, ...]) -> Phase | None:
    if phase is None:
        return phases[0] if phases and NEXT_STEP.search(folded) else None
    place = phases.index(phase)
    if NEXT_STEP.search(folded) and place + 1 < len(phases):
        return phases[place + 1]
    if PREVIOUS_STEP.search(folded) and place > 0:
        return phases[place - 1]
    return None


def _numbered_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for a point of the commitment under discussion ("punkt 4 då?")."""
    match = re.search(r"\bpunkt(?:en)?\s+(\d{1,2})\b(?!\.\d)", elliptic.folded)
    if not match or elliptic.found.commitments or not elliptic.before.commitments:
        return None
    points = tuple(f"{number}.{match.group(1)}" for number in elliptic.before.commitments)
    return replace(
        elliptic.found,
        intent=Intent.POINTS,
        commitments=elliptic.before.commitments,
        points=points,
        follows=True,
    )


def _same_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask something else about the same commitment ("finns det exempel?", "hur lyder den?")."""
    found, before = elliptic.found, elliptic.before
    if found.commitments or not before.commitments or found.topic:
        return None
    if found.intent is Intent.REWORDING:
        return replace(found, commitments=before.commitments, follows=True)
    if found.intent is not Intent.OPEN:
        return None
    for pattern, intent in (
        (EXAMPLE_WORDS, Intent.EXAMPLES),
        (POINT_WORDS, Intent.OVERVIEW),
        (FORMULATION, Intent.WORDING),
    ):
        if pattern.search(elliptic.folded):
            return replace(found, intent=intent, commitments=before.commitments, follows=True)
    return None


def _other_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask the same about another commitment ("och för åtagande 6?")."""
    found, before = elliptic.found, elliptic.before
    asks_anew = found.intent is not Intent.WORDING or FORMULATION.search(elliptic.folded)
    if not (found.commitments and elliptic.is_short) or found.topic or asks_anew:
        return None
    if before.intent is Intent.OPEN and before.topic:
        return replace(found, intent=Intent.OPEN, topic=before.topic, follows=True)
    intent = before.intent if before.intent in CARRIED else Intent.WORDING
    return replace(found, intent=intent, phase=before.phase, follows=True)


def _same_topic(elliptic: Elliptic) -> Understanding | None:
    """Take the words of the question before along ("vad betyder det?", "och vem?")."""
    found, before = elliptic.found, elliptic.before
    points_back = elliptic.is_short or POINTING.search(elliptic.folded)
    if found.intent is not Intent.OPEN or found.commitments or not points_back:
        return None
    if len(found.topic.split()) > 3 or not (before.topic or before.commitments):
        return None
    topic = f"{found.topic} {before.topic}".strip()
    return replace(found, topic=topic, commitments=before.commitments, follows=True)


RULES: tuple[Callable[[Elliptic], Understanding | None], ...] = (
    _other_step,
    _numbered_point,
    _same_commitment,
    _other_commitment,
    _same_topic,
)
"""Tried in order; the first that applies decides. None: the question stands on its own."""
