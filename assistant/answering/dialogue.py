"""What a question means after the dialogue before it: ellipsis, pronouns, change of commitment."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from assistant.answering.patterns import (
    CONTINUING_WITH,
    CORRECTION,
    DEFINITION,
    EXAMPLE_WORDS,
    FIRST_STEP,
    FORMULATION,
    IN_ENGLISH,
    LAST_STEP,
    LEADING,
    NEXT_POINT,
    NEXT_STEP,
    POINT_WORDS,
    POINTING,
    PREVIOUS_POINT,
    PREVIOUS_STEP,
    SAME_STEP,
    WHICH_COMMITMENT,
)
from assistant.answering.references import NUMBER, NUMBERS, references_in
from assistant.answering.understanding import Intent, Understanding, understand
from assistant.domain.answers import Turn
from assistant.domain.guidance import Guidance, Phase
from assistant.search.analysis import folded_text, words

SOURCE_LINE = re.compile(r"Källa: (?P<place>[^\n]+)")
ONE_OF_THEM = re.compile(rf"\b(?:den|det|number|nummer|the)\s+({NUMBER})\b(?!\s*\w*steg)")
CARRIED = frozenset(
    {Intent.STEP, Intent.OVERVIEW, Intent.EXAMPLES, Intent.WORDING, Intent.REWORDING}
)
LISTS = frozenset({Intent.MANDATORY, Intent.VOLUNTARY, Intent.COMMITMENTS})
SHORT = 4
"""Words of a question that can hardly stand alone, such as "och för åtagande 6?"."""
STANDS_ALONE = 4
"""Content words from which a question says itself what it is about."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Samtal: what was last understood, and the commitment and step under discussion."""

    last: Understanding
    commitments: tuple[int, ...]
    phase: Phase | None
    guidance: Guidance
    point: str | None = None
    """The first point that the last answer quoted."""

    def then(self, found: Understanding) -> "Dialogue":
        """The dialogue after another question; what it does not name stays under discussion."""
        return replace(
            self,
            last=found,
            commitments=found.commitments or self.commitments,
            phase=found.phase or self.phase,
        )

    def answered(self, text: str) -> "Dialogue":
        """The dialogue after an answer: what it quotes first is under discussion."""
        source = SOURCE_LINE.search(text)
        first = references_in(source.group("place") if source else "", self.guidance)
        answered = replace(self, point=next(iter(first.points), None))
        if not first.commitments or self.last.commitments:
            return answered
        phase = self.last.phase or next(iter(first.phases), None)
        return replace(answered, commitments=first.commitments[:1], phase=phase)

    @property
    def topic(self) -> str:
        """The words that say what it is about: those of the last question, and the titles."""
        known = (self.guidance.commitment(number) for number in self.commitments)
        return " ".join((self.last.topic, *(c.title for c in known if c))).strip()


@dataclass(frozen=True, slots=True)
class Elliptic:
    """Ofullständig fråga: a question as it stands, and the dialogue before it."""

    found: Understanding
    before: Dialogue

    @property
    def folded(self) -> str:
        """The question as the patterns expect it."""
        return folded_text(self.found.text)

    @property
    def is_short(self) -> bool:
        """Whether it begins like a continuation or is too short to stand alone."""
        return LEADING.match(self.folded) is not None or len(words(self.folded)) <= SHORT

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The steps of the edition."""
        return self.before.guidance.edition.phases


def understand_in_dialogue(text: str, history: Iterable[Turn], guidance: Guidance) -> Understanding:
    """Understand a question after its history."""
    dialogue: Dialogue | None = None
    for turn in history:
        if turn.role == "assistant":
            dialogue = dialogue.answered(turn.content) if dialogue else None
        elif words(turn.content):
            found = _after(understand(turn.content, guidance), dialogue)
            started = Dialogue(found, found.commitments, found.phase, guidance)
            dialogue = dialogue.then(found) if dialogue else started
    return _after(understand(text, guidance), dialogue)


def _after(found: Understanding, dialogue: Dialogue | None) -> Understanding:
    if dialogue is None:
        return found
    elliptic = Elliptic(found, dialogue)
    for resolve in RULES:
        resolved = resolve(elliptic)
        if resolved is not None:
            return replace(resolved, follows=True)
    return found


def _again(elliptic: Elliptic) -> Understanding | None:
    """Ask the same in another language: the guidance has one, and the answer says so."""
    return elliptic.before.last if IN_ENGLISH.match(elliptic.folded) else None


def _correction(elliptic: Elliptic) -> Understanding | None:
    """Say which of two readings was meant ("nej, jag menade punkten")."""
    match = CORRECTION.search(elliptic.folded)
    before = re.search(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])", elliptic.before.last.text)
    if match is None or before is None or elliptic.found.commitments or elliptic.found.points:
        return None
    number, guidance = before.group(), elliptic.before.guidance
    if match.group("kind").startswith(("punkt", "point")):
        return replace(elliptic.found, intent=Intent.POINTS, points=(number,), topic="")
    of_section = tuple(c.number for c in guidance.commitments if c.section == number)
    if not of_section:
        return None
    return replace(elliptic.found, intent=Intent.WORDING, commitments=of_section, topic="")


def _a_listed_one(elliptic: Elliptic) -> Understanding | None:
    """Ask for one of the commitments just listed ("den andra av dem")."""
    match = ONE_OF_THEM.search(elliptic.folded)
    if elliptic.before.last.intent not in LISTS or match is None or elliptic.found.commitments:
        return None
    guidance = elliptic.before.guidance
    kinds = {Intent.MANDATORY: guidance.mandatory, Intent.VOLUNTARY: guidance.voluntary}
    listed = kinds.get(elliptic.before.last.intent, guidance.commitments)
    number = int(match.group(1)) if match.group(1).isdigit() else NUMBERS[match.group(1)]
    if not 1 <= number <= len(listed):
        return None
    return replace(elliptic.found, intent=Intent.WORDING, commitments=(listed[number - 1].number,))


def _a_step_just_listed(elliptic: Elliptic) -> Understanding | None:
    """Ask what one of the steps means after they were listed ("vad betyder det mittersta?")."""
    if elliptic.before.last.intent not in {Intent.PHASES, Intent.PHASE}:
        return None
    phase = _step(elliptic)
    if phase is None or elliptic.found.commitments:
        return None
    return replace(elliptic.found, intent=Intent.PHASE, phase=phase)


def _other_step(elliptic: Elliptic) -> Understanding | None:
    """Ask for a step of the commitment under discussion ("och Etablera?", "nästa steg?")."""
    found, before = elliptic.found, elliptic.before
    if found.commitments or found.points:
        return None
    named = found.phase if not DEFINITION.match(elliptic.folded) else None
    phase = _step(elliptic) or named
    if phase is None:
        return None
    if found.topic:
        # Another topic in the same step: which commitment that is, the search decides.
        said_which = SAME_STEP.search(elliptic.folded)
        return replace(found, intent=Intent.STEP, phase=phase) if said_which else None
    if not before.commitments:
        return None
    return replace(found, intent=Intent.STEP, commitments=before.commitments, phase=phase)


def _step(elliptic: Elliptic) -> Phase | None:
    """The step that the question points at, seen from the one under discussion."""
    folded, phases, now = elliptic.folded, elliptic.phases, elliptic.before.phase
    place = phases.index(now) if now in phases else None
    if not phases:
        return None
    if SAME_STEP.search(folded):
        return now
    if NEXT_STEP.search(folded):
        place = 0 if place is None else place + 1
        return phases[place] if place < len(phases) else None
    if PREVIOUS_STEP.search(folded) and place:
        return phases[place - 1]
    if LAST_STEP.search(folded):
        return phases[-1]
    if re.search(r"\bmittersta\b|\bmittensteget\b", folded):
        return phases[len(phases) // 2]
    nth = ONE_OF_THEM.search(folded)
    if nth and elliptic.before.last.intent in {Intent.PHASE, Intent.PHASES, Intent.STEP}:
        number = int(nth.group(1)) if nth.group(1).isdigit() else NUMBERS[nth.group(1)]
        return phases[number - 1] if 1 <= number <= len(phases) else None
    if FIRST_STEP.search(folded):
        return phases[0]
    return None


def _numbered_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for a point of the commitment under discussion ("punkt 4 då?", "3.7 om det")."""
    found, before = elliptic.found, elliptic.before
    if found.intent is Intent.TWO_READINGS and found.number:
        if int(found.number.partition(".")[0]) in before.commitments:
            return replace(found, intent=Intent.POINTS, points=(found.number,))
        return None
    match = re.search(r"\bpunkt(?:en)?\s+(\d{1,2})\b(?!\.\d)", elliptic.folded)
    if not match or found.commitments or not before.commitments:
        return None
    points = tuple(f"{number}.{match.group(1)}" for number in before.commitments)
    return replace(found, intent=Intent.POINTS, commitments=before.commitments, points=points)


def _neighbouring_point(elliptic: Elliptic) -> Understanding | None:
    """Ask for the point before or after the last one ("och nästa?")."""
    found, last = elliptic.found, elliptic.before.last
    point = last.points[-1] if last.intent is Intent.POINTS else elliptic.before.point
    names_step = elliptic.found.phase or re.search(r"\bsteg|\bfas", elliptic.folded)
    says_point = last.intent is Intent.POINTS or re.search(r"\bpunkt", elliptic.folded)
    if point is None or not says_point or found.topic or found.commitments or names_step:
        return None
    move = 1 if NEXT_POINT.search(elliptic.folded) else 0
    move = move or (-1 if PREVIOUS_POINT.search(elliptic.folded) else 0)
    commitment, _, number = point.partition(".")
    point = f"{commitment}.{int(number) + move}"
    if not move or elliptic.before.guidance.point(point) is None:
        return None
    return replace(found, intent=Intent.POINTS, points=(point,))


def _same_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask something else about the commitment ("finns det exempel?", "hur lyder den?")."""
    found, commitments = elliptic.found, elliptic.before.commitments
    if found.commitments or not commitments:
        return None
    if WHICH_COMMITMENT.search(elliptic.folded) and len(found.topic.split()) <= 1:
        return replace(found, intent=Intent.WORDING, commitments=commitments)
    if found.topic:
        return None
    if found.intent is Intent.REWORDING:
        return replace(found, commitments=commitments)
    if found.intent is not Intent.OPEN:
        return None
    for pattern, intent in (
        (EXAMPLE_WORDS, Intent.EXAMPLES),
        (POINT_WORDS, Intent.OVERVIEW),
        (FORMULATION, Intent.WORDING),
    ):
        if pattern.search(elliptic.folded):
            return replace(found, intent=intent, commitments=commitments)
    return None


def _other_commitment(elliptic: Elliptic) -> Understanding | None:
    """Ask the same about another commitment ("och för åtagande 6?", "och för upphandling?")."""
    found, last = elliptic.found, elliptic.before.last
    if found.topic and not found.commitments:
        continues = CONTINUING_WITH.match(elliptic.folded) and len(found.topic.split()) <= 2
        if not continues or last.intent not in CARRIED or found.intent is not Intent.OPEN:
            return None
        return replace(found, intent=last.intent, phase=elliptic.before.phase)
    asks_anew = found.intent is not Intent.WORDING or FORMULATION.search(elliptic.folded)
    if not (found.commitments and elliptic.is_short) or found.topic or asks_anew:
        return None
    if last.intent is Intent.OPEN and last.topic:
        return replace(found, intent=Intent.OPEN, topic=last.topic)
    intent = last.intent if last.intent in CARRIED else Intent.WORDING
    return replace(found, intent=intent, phase=last.phase)


def _same_topic(elliptic: Elliptic) -> Understanding | None:
    """Take along what the dialogue is about ("vad betyder det?", "och vem?")."""
    found, before = elliptic.found, elliptic.before
    points_back = elliptic.is_short or POINTING.search(elliptic.folded)
    own = len(found.topic.split())
    if found.intent is not Intent.OPEN or found.commitments or not before.topic:
        return None
    if own == 0:
        about = before.commitments
        return replace(found, text=before.topic, topic=before.topic, commitments=about)
    if own >= STANDS_ALONE or not (points_back or own == 1):
        return None
    return replace(found, before=before.topic)


RULES: tuple[Callable[[Elliptic], Understanding | None], ...] = (
    _again,
    _correction,
    _a_listed_one,
    _a_step_just_listed,
    _neighbouring_point,
    _other_step,
    _numbered_point,
    _same_commitment,
    _other_commitment,
    _same_topic,
)
"""Tried in order; the first that applies decides. None: the question stands on its own."""
