"""Lets the model write a draft anew, clause by clause, and tells what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.domain.drafts import Draft, Remark, RemarkKind
from assistant.domain.guidance import Guidance
from assistant.domain.language_models import Contribution
from assistant.domain.local_text import WrittenBy
from assistant.domain.nouns import Nouns
from assistant.domain.running_text import RunningForm
from assistant.drafting.voice import Voice
from assistant.language_model import ConfiguredModel
from assistant.rephrasing.clauses import ClauseRephraser
from assistant.rephrasing.gate import Gate
from assistant.rephrasing.masks import masked
from assistant.rephrasing.words import meaning
from assistant.wording.tokens import TOKEN


@dataclass(frozen=True)
class DraftRephraser:
    """Utkastsformulerare: writes the clauses of one draft with a model."""

    draft: Draft
    model: ConfiguredModel
    gate: Gate
    guidance: Guidance
    forms: Mapping[str, RunningForm]

    def drafts(self, commitments: frozenset[int] | None = None) -> Iterator[Draft]:
        """The draft after each clause; only those of `commitments`, where they are given."""
        draft = self.draft
        for number, clause in enumerate(self.draft.clauses):
            if clause.commitment is None or (commitments and clause.commitment not in commitments):
                continue
            # What a person has written is not a model's to change.
            if any(sentence.written_by is WrittenBy.PERSON for sentence in clause.local):
                continue
            known = masked(clause, self.draft, self._written_forms)
            if not meaning(TOKEN.sub(" ", known.text)):
                continue
            writer = ClauseRephraser(
                clause, known, self.draft, self.model, self.gate, self.guidance
            )
            new, told = writer.rephrased()
            clauses = (*draft.clauses[:number], new, *draft.clauses[number + 1 :])
            draft = replace(
                draft,
                clauses=clauses,
                remarks=(*draft.remarks, *_remarks(told, draft.edition.nouns)),
                contributions=(*draft.contributions, told),
            )
            yield draft

    @cached_property
    def _written_forms(self) -> dict[str, tuple[str, ...]]:
        voice = Voice.of(self.draft.order.municipality, self.draft.edition)
        return {
            point: (voice.spoken(form.clause), voice.spoken(form.short))
            for point, form in self.forms.items()
        }


def _remarks(told: Contribution, nouns: Nouns) -> Iterator[Remark]:
    """What whoever ordered the draft should know of the model's part in a clause."""
    number = told.commitment
    named = "Utkastet" if number is None else nouns.heading(number)
    if not told.used:
        message = f"{named} är skrivet utan språkmodell. {told.fault}"
        yield Remark(RemarkKind.MODEL, message, number)
    elif told.dropped:
        message = (
            f"{named}: meningar från språkmodellen är strukna av följande skäl: {told.reasons}."
        )
        yield Remark(RemarkKind.MODEL, message, number)
