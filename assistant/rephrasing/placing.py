"""Whether tokens stand where they mean what they meant: a point after "ska", a goal as a goal."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.guidance import Guidance
from assistant.domain.municipalities import Municipality
from assistant.rephrasing.masks import Masked, Slot
from assistant.rephrasing.words import of_list, written_words
from assistant.wording.tokens import LEFT, RIGHT, TOKEN

POINT = rf"{LEFT}\d+\.\d+{RIGHT}"
BETWEEN = rf"(?:också|även|dessutom|vidare|därefter|sedan|först|{LEFT}uppgift \d+{RIGHT})"
IN_A_ROW = re.compile(rf"{POINT}\s*(?:,|,?\s*(?:och|samt))(?:\s+{BETWEEN})*\s*$")


def misplaced(
    sentence: str, names: Sequence[str], clause: Masked, municipality: Municipality
) -> str | None:
    """Why the tokens of a sentence do not mean there what they did; None when they do."""
    slots = [clause.slots[name] for name in names]
    if any(slot.sentence is not None for slot in slots):
        alone = TOKEN.fullmatch(sentence.strip()) is not None
        return None if alone else "har ett märke för en hel mening inne i en annan"
    if any(slot.point for slot in slots) and not _calls_itself(sentence, municipality):
        return "säger inte att det är kommunen som ska göra det"
    for match in TOKEN.finditer(sentence):
        slot = clause.slots[match.group(1)]
        if slot.point and not _is_to_be_done(sentence[: match.start()], municipality):
            return f"har punkt {slot.point} på annat ställe än efter ska"
        if (kind := _kind(slot)) and not _has_cue(kind, sentence):
            return f"säger inte att {match.group()} är {kind}"
    return None


def _kind(slot: Slot) -> str | None:
    if slot.fact:
        return slot.fact.kind.value
    return slot.gap.value if slot.gap else None


def _has_cue(kind: str, sentence: str) -> bool:
    cues = of_list(f"cues_{kind}")
    if not cues.pattern:
        return True
    own = TOKEN.sub(" ", sentence)
    return any(cues.fullmatch(word.lower()) for word in written_words(own))


def _calls_itself(sentence: str, municipality: Municipality) -> bool:
    return municipality.own_name in sentence or municipality.short_form in sentence.lower()


def _is_to_be_done(before: str, municipality: Municipality) -> bool:
    """Whether what stands before a point makes it something that the municipality "ska" do."""
    own = f"(?:{re.escape(municipality.own_name)}|{municipality.short_form})"
    done = re.compile(rf"\bska(?:\s+(?:{own}|{BETWEEN}))*\s*$", re.IGNORECASE)
    return done.search(before) is not None or IN_A_ROW.search(before) is not None


def wrong_steps(
    sentences: Iterable[tuple[str, Sequence[str]]], clause: Masked, guidance: Guidance
) -> Iterator[str]:
    """Sentences that place a point in another step than its own, and steps that are lost."""
    steps = [phase.name for phase in guidance.edition.phases]
    said: set[str] = set()
    for sentence, names in sentences:
        own = TOKEN.sub(" ", sentence)
        named = {step for step in steps if re.search(rf"\b{step}\b", own)}
        said |= named
        points = [guidance.point(p) for name in names if (p := clause.slots[name].point)]
        if points and not named <= {p.phase.name for p in points if p and p.phase}:
            yield "Ett steg är nämnt för en punkt som hör till ett annat."
    own = TOKEN.sub(" ", clause.text)
    if {step for step in steps if re.search(rf"\b{step}\b", own)} != said:
        yield "Stegen är inte desamma som i texten."
