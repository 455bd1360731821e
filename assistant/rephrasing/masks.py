"""Takes out of a clause what a model may not touch, and puts it back as it was.

Official sentences, the points in their reviewed running form, local facts and visible gaps leave as
tokens. What is left is the text between them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.drafts import Clause, Draft, GapKind, LocalFact, Sentence
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.drafting.fitting import phrase_of
from assistant.wording import token
from assistant.wording.tokens import TOKEN


@dataclass(frozen=True, slots=True)
class Slot:
    """Lucka: what a token of a clause stands for.

    `text` is put in its place; `sentence` is a whole sentence that stands by itself.
    """

    text: str
    point: str | None = None
    fact: LocalFact | None = None
    gap: GapKind | None = None
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """Maskerad avtalsdel: its text with tokens, what they stand for in order, and its own words."""

    text: str
    slots: Mapping[str, Slot]

    def filled(self, names: list[str], text: str) -> Sentence:
        """A sentence of a model with its tokens exchanged, and the sources that these bring."""
        slots = [self.slots[name] for name in names]
        if len(slots) == 1 and slots[0].sentence is not None:
            return slots[0].sentence
        for name, slot in zip(names, slots, strict=True):
            text = text.replace(token(name), slot.text)
        points = tuple(slot.point for slot in slots if slot.point)
        facts = tuple(slot.fact.number for slot in slots if slot.fact)
        origin = Origin.GUIDANCE if points else Origin.MUNICIPAL if facts else Origin.OWN
        begun = text[:1].upper() + text[1:]
        return LocalText(begun, origin, WrittenBy.MODEL, points, facts)


def masked(clause: Clause, draft: Draft, forms: Mapping[str, tuple[str, ...]]) -> Masked:
    """The clause with tokens; `forms` are the ways in which each point may be written in it."""
    slots: dict[str, Slot] = {}
    gaps = [g for g in draft.gaps if g.commitment == clause.commitment and g.placeholder]
    facts = {fact.number: fact for _, fact in draft.order.all_facts()}

    def locked(sentence: Sentence, name: str = "") -> str:
        """The token of a sentence that stays whole."""
        count = sum(slot.sentence is not None for slot in slots.values()) + 1
        name = name or f"mening {count}"
        slots[name] = Slot(sentence.text, sentence=sentence)
        return token(name)

    def mask(sentence: Sentence) -> str:
        if isinstance(sentence, Quotation):
            return locked(sentence, "officiell")
        text = sentence.text
        found: dict[str, Slot] = {}
        for point in sentence.points:
            form = next((f for f in forms.get(point, ()) if f"{f} ({point})" in text), None)
            if form is None:
                return locked(sentence)
            whole = f"{form} ({point})"
            found[point] = Slot(whole, point=point)
            text = text.replace(whole, token(point), 1)
        for number in sentence.facts:
            said = phrase_of(facts[number])
            if text.count(said) != 1:
                return locked(sentence)
            name = f"uppgift {number}"
            found[name] = Slot(said, fact=facts[number])
            text = text.replace(said, token(name))
        for gap in gaps:
            name = f"saknas: {gap.placeholder.strip('[]')}"
            if gap.placeholder in text and name not in slots:
                found[name] = Slot(gap.placeholder, gap=gap.kind)
                text = text.replace(gap.placeholder, token(name), 1)
        if "[" in text or set(found) & set(slots):
            return locked(sentence)
        slots.update(found)
        return text

    text = "\n\n".join(" ".join(map(mask, paragraph)) for paragraph in clause.paragraphs)
    return Masked(text, {name: slots[name] for name in TOKEN.findall(text)})
