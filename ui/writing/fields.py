"""The fields of the form as one thing: from their values to what is kept, and back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.domain.drafts import FactKind, Length
from assistant.domain.guidance import Commitment
from assistant.domain.nouns import Nouns
from assistant.domain.saved_drafts import DraftForm, GivenCommitment, GivenMeeting, GivenMemo
from assistant.saved_drafts.forms import facts_in, fields_of
from ui.writing.document_parts import DocumentParts

QUESTIONS = {
    FactKind.RESPONSIBLE: ("Vem ansvarar för {}?", "Till exempel: tekniska nämnden"),
    FactKind.TIME: ("När ska arbetet med {} vara klart?", "Till exempel: senast 2028"),
    FactKind.GOAL: (
        "Vilket mål har kommunen för {}?",
        "Till exempel: att halvera utsläppen",
    ),
    FactKind.RESOURCES: (
        "Vilka resurser avsätts för {}?",
        "Till exempel: två årsarbetskrafter",
    ),
    FactKind.COLLABORATION: (
        "Vilka samverkar kommunen med i {}?",
        "Till exempel: näringslivet",
    ),
    FactKind.FOLLOW_UP: ("Hur följs {} upp?", "Till exempel: årligen i årsredovisningen"),
    FactKind.OTHER: (
        "Vad mer ska stå om {}? En uppgift på varje rad.",
        "Till exempel: Kravet gäller även bolagen.",
    ),
}
OF_ALL = "Hur och hur ofta följs hela kontraktet upp?"
STAGES = ("nämnd", "styrelse", "fullmäktige", "signering")
"""What the usual meetings are called where none is filled in."""


def asked(number: int | None, kind: FactKind, nouns: Nouns) -> str:
    """What the field for a kind of fact asks; about the whole contract it is how it is followed up."""
    return QUESTIONS[kind][0].format(nouns.numbered(number)) if number else OF_ALL


@dataclass(frozen=True, slots=True)
class CommitmentFields:
    """The fields of one commitment."""

    commitment: Commitment
    column: gr.Column
    steps: gr.CheckboxGroup
    points: gr.CheckboxGroup
    facts: tuple[gr.Textbox, ...]

    @property
    def inputs(self) -> list[Any]:
        """The fields in the order their values come."""
        return [self.steps, self.points, *self.facts]

    def given(self, values: Sequence[Any], before: DraftForm) -> GivenCommitment:
        """What is in the fields; steps and points in the order of the guidance."""
        steps, points, *texts = values
        told = before.about(self.commitment.number).facts
        phases = dict.fromkeys(p.phase.key for p in self.commitment.points if p.phase)
        return GivenCommitment(
            self.commitment.number,
            tuple(phase for phase in phases if phase in (steps or ())),
            tuple(p.id for p in self.commitment.points if p.id in (points or ())),
            tuple(
                fact
                for kind, text in zip(QUESTIONS, texts, strict=True)
                for fact in facts_in(kind, text or "", told)
            ),
        )

    def values(self, form: DraftForm) -> list[Any]:
        """What the fields are to show."""
        given = form.about(self.commitment.number)
        texts = [fields_of(given.facts, kind) for kind in QUESTIONS]
        return [list(given.steps), list(given.points), *texts]


@dataclass(frozen=True, slots=True)
class Fields:
    """Every field of the form."""

    municipality: gr.Textbox
    length: gr.Radio
    chosen: gr.CheckboxGroup
    follow_up: gr.Textbox
    commitments: tuple[CommitmentFields, ...]
    memo: tuple[gr.Textbox, ...]
    answers: gr.UploadButton
    documents: DocumentParts

    @property
    def inputs(self) -> list[Any]:
        """The fields in the order their values come."""
        fields = [self.municipality, self.length, self.chosen, self.follow_up]
        return [*fields, *(f for one in self.commitments for f in one.inputs), *self.memo]

    @property
    def texts(self) -> list[gr.Textbox]:
        """Those that are written in."""
        return [field for field in self.inputs if isinstance(field, gr.Textbox)]

    @property
    def choices(self) -> list[Any]:
        """Those that are chosen in."""
        return [field for field in self.inputs if not isinstance(field, gr.Textbox)]

    def form_in(self, values: Sequence[Any], before: DraftForm) -> DraftForm:
        """The form that the values make up; a fact that is left as it was keeps its source."""
        municipality, length, chosen, follow_up, *rest = values
        form = replace(
            before,
            municipality=municipality or "",
            length=Length(length),
            chosen=tuple(sorted(chosen or ())),
            follow_up=facts_in(FactKind.FOLLOW_UP, follow_up or "", before.follow_up),
        )
        for one in self.commitments:
            size = len(one.inputs)
            form = form.told(one.given(rest[:size], before))
            rest = rest[size:]
        return replace(form, memo=_memo_in([value or "" for value in rest]))

    def shown(self, form: DraftForm) -> dict[Any, Any]:
        """What every field is to show, and which commitments have theirs on the page."""
        follow_up = fields_of(form.follow_up, FactKind.FOLLOW_UP)
        values = [form.municipality, form.length.value, list(form.chosen), follow_up]
        values += [value for one in self.commitments for value in one.values(form)]
        values += _memo_values(form.memo)
        return dict(zip(self.inputs, values, strict=True)) | self.columns(form.chosen)

    def columns(self, chosen: Sequence[int]) -> dict[Any, Any]:
        """Which of the voluntary commitments have their fields on the page."""
        optional = (one for one in self.commitments if not one.commitment.mandatory)
        return {one.column: gr.Column(visible=one.commitment.number in chosen) for one in optional}


def _memo_in(values: Sequence[str]) -> GivenMemo:
    administration, officer, *rest = values
    meetings = [GivenMeeting(*rest[place : place + 3]) for place in range(0, len(rest), 3)]
    while meetings and meetings[-1] == GivenMeeting():
        meetings.pop()
    return GivenMemo(administration, officer, tuple(meetings))


def _memo_values(memo: GivenMemo) -> list[str]:
    empty = (GivenMeeting(),) * (len(STAGES) - len(memo.meetings))
    values = [memo.administration, memo.officer]
    for meeting in (*memo.meetings, *empty):
        values += [meeting.body, meeting.day, meeting.lead_days]
    return values
