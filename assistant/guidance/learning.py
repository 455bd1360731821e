"""What is written beside the guidance for who is new to it: examples, explanations, a path, the round."""

from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.guidance import Guidance, Phase, Term, TermKind
from assistant.domain.learning import Explanation, ReadingDay, Role
from assistant.domain.process import PhaseMeaning, ProcessKnowledge, Unsaid
from assistant.guidance.learning_records import (
    ExplanationRecord,
    ProcessRecord,
    ReadingRecord,
    RoleRecord,
)
from assistant.guidance.library import Library
from assistant.guidance.reading import read_records

EXAMPLES = "examples.yaml"
EXPLANATIONS = "explanations.yaml"
READING_PATH = "reading-path.yaml"
PROCESS = "process.yaml"


def load_examples(folder: Path) -> tuple[Role, ...]:
    """The roles with their questions; none for an edition without the file."""
    if not (folder / EXAMPLES).is_file():
        return ()
    records = read_records(folder / EXAMPLES, tuple[RoleRecord, ...])
    names = [record.role for record in records]
    for name in names:
        if names.count(name) > 1:
            raise CorpusFault(f"{EXAMPLES}, {name}: står två gånger")
    return tuple(Role(record.role, record.questions) for record in records)


def load_explanations(folder: Path, library: Library) -> dict[str, Explanation]:
    """Our explanation of each term that has one; none for an edition without the file."""
    if not (folder / EXPLANATIONS).is_file():
        return {}
    explanations: dict[str, Explanation] = {}
    for record in read_records(folder / EXPLANATIONS, tuple[ExplanationRecord, ...]):
        place = f"{EXPLANATIONS}, {record.term}"
        term = _term(record.term, place, library.guidance)
        if term.kind is not TermKind.MENTIONED:
            raise CorpusFault(f"{place}: begreppet förklaras i vägledningen")
        if term.term in explanations:
            raise CorpusFault(f"{place}: står två gånger")
        see = tuple(_term(name, f"{place}, see", library.guidance) for name in record.see)
        explanations[term.term] = Explanation(record.explanation, see)
    return explanations


def load_reading_path(folder: Path, library: Library) -> tuple[ReadingDay, ...]:
    """What to read, day by day; nothing for an edition without the file."""
    if not (folder / READING_PATH).is_file():
        return ()
    return tuple(
        ReadingDay(
            record.title,
            record.why,
            tuple(
                library.named(name, f"{READING_PATH}, {record.title}") for name in record.passages
            ),
        )
        for record in read_records(folder / READING_PATH, tuple[ReadingRecord, ...])
    )


def load_process(folder: Path, library: Library) -> ProcessKnowledge:
    """What is said about the round, and what is not; nothing for an edition without the file."""
    if not (folder / PROCESS).is_file():
        return ProcessKnowledge()
    record = read_records(folder / PROCESS, ProcessRecord)
    return ProcessKnowledge(
        now=tuple(library.named(name, f"{PROCESS}, now") for name in record.now),
        phases=tuple(
            PhaseMeaning(
                _phase(meaning.phase, library.guidance),
                tuple(library.named(n, f"{PROCESS}, {meaning.phase}") for n in meaning.passages),
            )
            for meaning in record.phases
        ),
        unsaid=tuple(
            Unsaid(
                unsaid.asked,
                tuple(library.named(n, f"{PROCESS}, {unsaid.asked}") for n in unsaid.said),
                unsaid.advice,
            )
            for unsaid in record.unsaid
        ),
    )


def _term(name: str, place: str, guidance: Guidance) -> Term:
    for term in guidance.terms:
        if term.term == name:
            return term
    raise CorpusFault(f"{place}: begreppet {quoted(name)} finns inte i glossary.yaml")


def _phase(key: str, guidance: Guidance) -> Phase:
    for phase in guidance.edition.phases:
        if phase.key == key:
            return phase
    raise CorpusFault(f"{PROCESS}, phases: steget {quoted(key)} finns inte")
