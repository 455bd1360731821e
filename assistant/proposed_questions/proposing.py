"""From an edition whose passages lack questions to proposals for review, in steps that can be repeated."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from assistant.domain.errors import ModelFault
from assistant.domain.passages import Passage
from assistant.guidance.knowledge import load_knowledge, written_knowledge
from assistant.guidance.library import Library
from assistant.guidance.records import Knowledge
from assistant.ingestion.carrying import new_names
from assistant.language_model import ConfiguredModel
from assistant.proposed_questions import filing
from assistant.proposed_questions.asking import Asker
from assistant.proposed_questions.listing import FILE, QuestionList
from assistant.proposed_questions.official import OfficialSentences
from assistant.proposed_questions.replies import key_of
from assistant.storage import write_whole

FAULTS_IN_A_ROW = 3
"""Passages for which the model does not answer before the run gives up: the next ones would wait in vain."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class QuestionWork:
    """Frågearbete: an edition's folder, and its library."""

    folder: Path
    library: Library

    def waiting(self) -> list[Passage]:
        """The passages beside which nothing is written, in order."""
        written = written_knowledge(self.folder, self.library.passages)
        return [passage for passage in self.library.passages if passage.id not in written]

    def carried_over(self, pattern_folder: Path, pattern: Library) -> int:
        """Take over what is reviewed beside an earlier edition's passages of word for word the same text."""
        known = load_knowledge(pattern_folder, pattern.passages)
        names = new_names(pattern.passages, self.library.passages)
        old = {
            names[record.passage]: record for record in known.values() if record.passage in names
        }
        carried: dict[str, list[Knowledge]] = defaultdict(list)
        for passage in self.waiting():
            name = filing.name_of(passage)
            if name in old:
                moved = old[name].model_copy(update={"passage": name})
                carried[filing.file_of(passage)].append(moved)
        return sum(filing.add(self.folder, file, records) for file, records in carried.items())

    def proposed(self, model: ConfiguredModel, progress: Progress) -> tuple[int, int]:
        """Ask the model about each passage that waits; how many got questions, and how many did not.

        Each is kept at once. `ModelFault` when the model does not answer any more; what was kept
        before that stands.
        """
        filing.sweep(self.folder)
        asker = Asker(model, OfficialSentences(self.library))
        written = written_knowledge(self.folder, self.library.passages)
        taken = {key_of(question) for question in _questions(written.values())}
        waiting = self.waiting()
        kept = faults = done = 0
        for done, passage in enumerate(waiting, start=1):
            if not filing.stands(self.folder, passage):
                try:
                    found = asker.asked(passage, taken)
                    faults = 0
                except ModelFault as fault:
                    found = None
                    faults += 1
                    if faults == min(FAULTS_IN_A_ROW, len(waiting)):
                        raise _given_up(fault) from fault
                if found:
                    record = asker.record(passage, found)
                    kept += filing.add(self.folder, filing.file_of(passage), [record])
                    taken.update(key_of(question) for question in _questions((record,)))
            progress(done, len(waiting))
        return kept, len(self.waiting())

    def write_list(self) -> Path:
        """Write the list of what is to be reviewed, as things stand; where it lies."""
        written = written_knowledge(self.folder, self.library.passages)
        listed = QuestionList(
            self.library.guidance.edition,
            tuple(self._unreviewed(written)),
            tuple(p for p in self.library.passages if p.id not in written),
        )
        target = self.folder / FILE
        write_whole(target, listed.written().encode())
        return target

    def _unreviewed(self, written: dict[str, Knowledge]) -> Iterator[tuple[Passage, Knowledge]]:
        for passage in self.library.passages:
            record = written.get(passage.id)
            if record and record.unreviewed:
                yield passage, record


def _questions(records: Iterable[Knowledge]) -> Iterator[str]:
    return chain.from_iterable((*record.questions, *record.english) for record in records)


def _given_up(fault: ModelFault) -> ModelFault:
    return ModelFault(
        f"{fault} Det som är klart ligger kvar: kör kommandot igen för att fortsätta."
    )
