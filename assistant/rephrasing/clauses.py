"""Lets the model write the text between the locked words of one clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.domain.drafts import Clause, Draft, Sentence
from assistant.domain.errors import ModelFault
from assistant.domain.guidance import Guidance
from assistant.domain.language_models import Contribution, Dropped, Prompt
from assistant.domain.passages import Quotation
from assistant.drafting.voice import frame_texts
from assistant.language_model import ConfiguredModel, as_data, prompt_file, tokens_in
from assistant.rephrasing.attempts import Attempt, Refused, attempts, refuse_pledges
from assistant.rephrasing.gate import Gate
from assistant.rephrasing.grounds import Grounds
from assistant.rephrasing.masks import Masked, Slot
from assistant.rephrasing.placing import misplaced, wrong_steps
from assistant.rephrasing.words import meaning
from assistant.wording import token
from assistant.wording.sentences import NEVER_LAST
from assistant.wording.tokens import SIGN, TOKEN

PROMPT = "utkast"
WORD_OR_FIGURE = re.compile(r"\w")
SENTENCE_END = re.compile(r"(?<=[.!?⟧])\s+(?=[A-ZÅÄÖ⟦])")
MOST_WORDS = 1.5
"""Own words of the new text for each of the old one's: it is to flow better, not to say more."""
SPARE_WORDS = 15
LONGEST_FACT = 400


@dataclass(frozen=True)
class ClauseRephraser:
    """Avtalsdelsformulerare: one clause, its tokens, and what the model makes of it."""

    clause: Clause
    masked: Masked
    draft: Draft
    model: ConfiguredModel
    gate: Gate
    guidance: Guidance

    def rephrased(self) -> tuple[Clause, Contribution]:
        """The clause as the model wrote it, or as it was, and what the model did."""
        fault: str | None = None
        dropped: list[Dropped] = []
        clause = self.clause
        for attempt in attempts(self.model.seconds):
            try:
                clause = replace(self.clause, paragraphs=self._written(attempt, dropped))
            except Refused as error:
                attempt.correction, fault = error.correction, str(error)
            except ModelFault as error:
                fault = str(error)
                break
            else:
                fault = None
                break
        return clause, Contribution(
            self.model.in_use,
            prompt_file(PROMPT).label,
            used=fault is None,
            dropped=tuple(dropped),
            fault=fault,
            commitment=self.clause.commitment,
        )

    def _prompt(self, correction: str) -> Prompt:
        prompt = prompt_file(PROMPT).filled(
            heading=self.clause.heading,
            slots="\n".join(_explained(name, slot) for name, slot in self.masked.slots.items()),
            correction=correction,
            text=self.masked.text,
        )
        if tokens_in(prompt.system + prompt.request) > self.model.prompt_tokens:
            raise ModelFault("Texten är för lång för språkmodellen.")
        return prompt

    def _written(
        self, attempt: Attempt, dropped: list[Dropped]
    ) -> tuple[tuple[Sentence, ...], ...]:
        """The paragraphs that the model writes; `Refused` when they cannot stand for the old."""
        prompt = self._prompt(attempt.correction)
        reply = "".join(self.model.port.write(prompt, attempt.seconds)).strip()
        if TOKEN.findall(reply) != list(self.masked.slots) or SIGN.search(TOKEN.sub("", reply)):
            order = ", ".join(map(token, self.masked.slots))
            raise Refused(
                "Språkmodellen behöll inte alla märken.",
                f"Ditt förra svar hade inte alla märken en gång i rätt ordning: {order}.",
            )
        paragraphs = [
            list(_sentences(part)) for part in re.split(r"\n\s*\n", reply) if part.strip()
        ]
        kept = [[s for s in group if self._may_stand(s, dropped)] for group in paragraphs]
        self._judge([s for group in kept for s in group])
        written = tuple(
            tuple(self.masked.filled(TOKEN.findall(s), s) for s in group) for group in kept if group
        )
        self._judge_pledges(written)
        return written

    def _may_stand(self, sentence: str, dropped: list[Dropped]) -> bool:
        """Whether a sentence is kept; one that is not, and holds tokens, cannot be done without."""
        names = TOKEN.findall(sentence)
        why = misplaced(sentence, names, self.masked, self.draft.order.municipality)
        own = " ".join(TOKEN.sub(" ", sentence).split())
        if why is None and WORD_OR_FIGURE.search(own):
            why = self.gate.fault_of(own, self._grounds)
            if why is None and names and self._grounds.share_of(meaning(own)) < 1:
                why = "säger mer om uppgifterna än texten"
            if why is None and not (sentence[:1].isupper() or TOKEN.match(sentence)):
                why = "är ingen hel mening"
        if why is None:
            return True
        dropped.append(Dropped(sentence, why))
        if names:
            raise Refused(
                f"En mening som språkmodellen skrev {why}.",
                f"Meningen ”{sentence}” i ditt förra svar {why}. Ändra den.",
            )
        return False

    @cached_property
    def _grounds(self) -> Grounds:
        """The clause's own words, and those of the reviewed frames that all drafts are written with."""
        municipality = self.draft.order.municipality
        return Grounds(
            (
                TOKEN.sub(" ", self.masked.text),
                *frame_texts(self.draft.edition.nouns),
                municipality.own_name,
                municipality.short_form,
                *(phase.name for phase in self.draft.edition.phases),
            ),
            asked=self.clause.heading,
        )

    def _judge(self, sentences: list[str]) -> None:
        names = [(s, TOKEN.findall(s)) for s in sentences]
        if fault := next(wrong_steps(names, self.masked, self.guidance), None):
            raise Refused(fault, f"{fault} Behåll stegen som de är i texten.")
        words = sum(len(TOKEN.sub(" ", s).split()) for s in sentences)
        most = MOST_WORDS * len(TOKEN.sub(" ", self.masked.text).split()) + SPARE_WORDS
        if words > most:
            raise Refused(
                "Språkmodellens text är för lång.", "Ditt förra svar var för långt. Skriv kortare."
            )

    def _judge_pledges(self, written: tuple[tuple[Sentence, ...], ...]) -> None:
        """Refuse a text that as a whole reads as more pledges than the clause had."""
        if any(
            len(group) > 1 and any(isinstance(s, Quotation) for s in group) for group in written
        ):
            raise Refused(
                "Språkmodellen flyttade den officiella meningen.",
                "Låt ⟦officiell⟧ stå ensam i ett stycke.",
            )
        own = " ".join(s.text for group in written for s in group if not isinstance(s, Quotation))
        refuse_pledges(own, self.gate)


def _explained(name: str, slot: Slot) -> str:
    """What a token stands for; a fact is a user's text and is fenced in as data."""
    shown = as_data(slot.text, LONGEST_FACT) if slot.fact else slot.text
    return f"{token(name)}: {shown}"


def _sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph; a stop of an abbreviation does not end one."""
    waiting = ""
    for part in SENTENCE_END.split(" ".join(paragraph.split())):
        waiting = f"{waiting} {part}".strip()
        if waiting.split()[-1].rstrip(".").lower() not in NEVER_LAST:
            yield waiting
            waiting = ""
    if waiting:
        yield waiting
