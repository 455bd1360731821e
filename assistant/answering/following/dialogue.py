"""What a question means after the dialogue before it: ellipsis, pronouns, change of commitment."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from assistant.answering.following.commitments import (
    neighbouring_commitment,
    other_commitment,
    same_commitment,
    whether_for_all,
)
from assistant.answering.following.conversation import Dialogue, known_in
from assistant.answering.following.counted_commitments import (
    a_listed_one,
    a_numbered_one,
    another_number,
    how_many,
)
from assistant.answering.following.counted_points import counted_point
from assistant.answering.following.dates import neighbouring_date
from assistant.answering.following.elliptic import ONE_OF_THEM, Elliptic
from assistant.answering.following.examples import a_shown_example, examples_in_a_point
from assistant.answering.following.points import a_shown_one, neighbouring_point, numbered_point
from assistant.answering.following.steps import a_step_just_listed, other_step
from assistant.answering.following.which_commitment import commitment_of_topic
from assistant.answering.intents import Intent, Understanding
from assistant.answering.patterns import (
    BACK_TO_FIRST,
    CORRECTION,
    IN_ENGLISH,
    IS_IT_IN,
    LAST_SHOWN,
    POINTING,
    SHOW_AGAIN,
    WHERE_SHOWN,
)
from assistant.answering.understanding import understand
from assistant.domain.answers import Turn
from assistant.domain.guidance import Guidance
from assistant.search.analysis import folded_text, words

STANDS_ALONE = 4
"""Content words from which a question says itself what it is about."""


def understand_in_dialogue(text: str, history: Iterable[Turn], guidance: Guidance) -> Understanding:
    """Understand a question after its history."""
    dialogue: Dialogue | None = None
    opening: Dialogue | None = None
    for turn in history:
        if turn.role == "assistant":
            dialogue = dialogue.answered(turn.content) if dialogue else None
            opening = opening or (dialogue if dialogue and dialogue.shown else None)
        elif words(turn.content):
            found = _understood(turn.content, dialogue, opening, guidance)
            known = known_in(found.commitments, guidance)
            started = Dialogue(found, known, found.phase, guidance)
            dialogue = dialogue.then(found) if dialogue else started
    return _understood(text, dialogue, opening, guidance)


def _understood(
    text: str, dialogue: Dialogue | None, opening: Dialogue | None, guidance: Guidance
) -> Understanding:
    """Understand a question after the dialogue, or after its opening when it goes back there."""
    back = BACK_TO_FIRST.search(folded_text(text)) if opening else None
    if back is None:
        return _after(understand(text, guidance), dialogue)
    said = " ".join(unicodedata.normalize("NFC", text).split())
    rest = f"{said[: back.start()]} {said[back.end() :]}".strip(" ,.")
    if not words(rest) and opening:
        return opening.last
    return _after(understand(rest, guidance), opening)


def _after(found: Understanding, dialogue: Dialogue | None) -> Understanding:
    if dialogue is None or found.intent is Intent.CHAPTER:
        return found
    elliptic = Elliptic(found, dialogue)
    for resolve in RULES:
        resolved = resolve(elliptic)
        if resolved is not None:
            return replace(resolved, follows=True)
    return replace(found, shown=dialogue.places)


def _again(elliptic: Elliptic) -> Understanding | None:
    """Ask the same in another language: the guidance has one, and the answer says so."""
    return elliptic.before.last if IN_ENGLISH.match(elliptic.folded) else None


def _shown_again(elliptic: Elliptic) -> Understanding | None:
    """Ask for the words of what was just shown, or where it stands ("citera", "i vilket steg?")."""
    found = elliptic.found
    if found.commitments or found.points:
        return None
    if WHERE_SHOWN.fullmatch(elliptic.folded) or (found.phase and IS_IT_IN.match(elliptic.folded)):
        return elliptic.before.last
    if found.topic or found.phase or elliptic.move > 0:
        return None
    of_them = elliptic.place_among(len(elliptic.before.shown))
    if of_them and len(elliptic.before.shown) > 1:
        return None
    return elliptic.before.last if SHOW_AGAIN.search(elliptic.folded) else None


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


def _same_topic(elliptic: Elliptic) -> Understanding | None:
    """Take along what the dialogue is about ("vad betyder det?", "och vem?")."""
    found, before = elliptic.found, elliptic.before
    points_back = elliptic.is_short or POINTING.search(elliptic.folded)
    own = len(found.topic.split())
    if found.intent is not Intent.OPEN or found.commitments or not before.topic:
        return None
    if own == 0 and (ONE_OF_THEM.search(elliptic.folded) or LAST_SHOWN.search(elliptic.folded)):
        return before.last
    if own == 0:
        # What it asks, such as "hur många?", stands first: only there is it known for that.
        if before.last.intent is Intent.OPEN:
            return replace(before.last, text=f"{found.text} {before.last.text}")
        text = f"{found.text} {before.topic}"
        about = before.commitments
        return replace(found, text=text, topic=before.topic, commitments=about, shown=before.places)
    if own >= STANDS_ALONE or not (points_back or own == 1):
        return None
    return replace(found, before=before.topic, shown=before.places)


RULES: tuple[Callable[[Elliptic], Understanding | None], ...] = (
    _again,
    _correction,
    _shown_again,
    whether_for_all,
    counted_point,
    how_many,
    a_listed_one,
    a_numbered_one,
    a_shown_one,
    a_shown_example,
    examples_in_a_point,
    a_step_just_listed,
    neighbouring_date,
    neighbouring_point,
    other_step,
    numbered_point,
    neighbouring_commitment,
    another_number,
    commitment_of_topic,
    same_commitment,
    other_commitment,
    _same_topic,
)
"""Tried in order; the first that applies decides. None: the question stands on its own."""
