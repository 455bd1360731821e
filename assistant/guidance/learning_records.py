"""The shape of the corpus files for who is new to the guidance."""

from pydantic import Field

from assistant.guidance.records import Record, Text


class ExplanationRecord(Record):
    """Our words about a term that the guidance only mentions."""

    term: Text
    explanation: Text
    see: tuple[Text, ...] = ()


class RoleRecord(Record):
    """Questions to begin with."""

    role: Text
    questions: tuple[Text, ...] = Field(min_length=3, max_length=3)


class ReadingRecord(Record):
    """A day of the reading path."""

    title: Text
    why: Text
    passages: tuple[Text, ...] = Field(min_length=1)


class PhaseMeaningRecord(Record):
    """Where the guidance says what a step means."""

    phase: Text
    passages: tuple[Text, ...] = Field(min_length=1)


class UnsaidRecord(Record):
    """What the guidance does not say, the nearest it does, and whom to ask."""

    asked: Text
    said: tuple[Text, ...] = ()
    advice: Text


class ProcessRecord(Record):
    """The round of the contract."""

    now: tuple[Text, ...] = ()
    phases: tuple[PhaseMeaningRecord, ...] = ()
    unsaid: tuple[UnsaidRecord, ...] = ()
