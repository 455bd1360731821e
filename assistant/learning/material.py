"""All that an edition has for who is new to it, read when it is first asked for."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from assistant.domain.learning import ReadingDay, Role, TermEntry
from assistant.domain.process import Process, ProcessKnowledge
from assistant.guidance.learning import (
    load_examples,
    load_explanations,
    load_process,
    load_reading_path,
)
from assistant.guidance.library import Library
from assistant.learning.process import process_on
from assistant.learning.vocabulary import vocabulary


@dataclass(frozen=True)
class Material:
    """Läromaterial: of the edition in a folder."""

    library: Library
    folder: Path

    @cached_property
    def vocabulary(self) -> tuple[TermEntry, ...]:
        """The terms of the guidance, each with its sentences and places, in alphabetical order."""
        return vocabulary(self.library, load_explanations(self.folder, self.library))

    @cached_property
    def examples(self) -> tuple[Role, ...]:
        """Questions to begin with, by who asks."""
        return load_examples(self.folder)

    @cached_property
    def reading_path(self) -> tuple[ReadingDay, ...]:
        """What to read in the first week, day by day."""
        return load_reading_path(self.folder, self.library)

    def process(self, today: date) -> Process:
        """The round's timetable as it stands today, what it asks for and what it leaves open."""
        return process_on(today, self.library, self._process_knowledge)

    @cached_property
    def _process_knowledge(self) -> ProcessKnowledge:
        return load_process(self.folder, self.library)
