"""What is written beside the guidance for the search: reviewed data, in our own words.

It holds the questions that each passage answers, the questions that no passage answers, and a great many
more of both kinds that teach the search to tell them apart.
"""

from collections.abc import Iterable
from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.passages import LabelledQuestion, LabelledQuestions, Passage, UncoveredTopic
from assistant.guidance.reading import read_lines, read_records
from assistant.guidance.records import Knowledge, LabelledRecord, UncoveredRecord

LABELLED = "labelled.jsonl"


def load_knowledge(folder: Path, passages: Iterable[Passage]) -> dict[str, Knowledge]:
    """The reviewed knowledge beside each passage, by passage id; empty for an edition that has none yet.

    What a program has proposed and no person has read is no knowledge.
    """
    written = written_knowledge(folder, passages)
    return {id_: record for id_, record in written.items() if record.unreviewed is None}


def written_knowledge(folder: Path, passages: Iterable[Passage]) -> dict[str, Knowledge]:
    """All that is written beside each passage, reviewed or not, by passage id.

    The files name passages without the edition ("punkt/6.1"), so that a new edition can carry
    them over.
    """
    by_name = _by_name(passages)
    knowledge: dict[str, Knowledge] = {}
    for path in sorted((folder / "questions").glob("*.yaml")):
        for record in read_records(path, tuple[Knowledge, ...]):
            passage = by_name.get(record.passage)
            if passage is None:
                raise CorpusFault(f"questions/{path.name}, {record.passage}: stycket finns inte")
            if passage.id in knowledge:
                raise CorpusFault(f"questions/{path.name}, {record.passage}: står två gånger")
            knowledge[passage.id] = record
    return knowledge


def load_uncovered(folder: Path, passages: Iterable[Passage]) -> tuple[UncoveredTopic, ...]:
    """The topics that the guidance does not answer; none for an edition without the file."""
    path = folder / "not-covered.yaml"
    if not path.is_file():
        return ()
    by_name = _by_name(passages)
    topics: dict[str, UncoveredTopic] = {}
    for record in read_records(path, tuple[UncoveredRecord, ...]):
        missing = [name for name in record.nearest if name not in by_name]
        if missing:
            raise CorpusFault(f"{path.name}, {record.key}: stycket {quoted(missing[0])} finns inte")
        if record.key in topics:
            raise CorpusFault(f"{path.name}, {record.key}: står två gånger")
        topics[record.key] = UncoveredTopic(
            key=record.key,
            kind=record.kind,
            topic=record.topic,
            nearest=tuple(by_name[name] for name in record.nearest),
            questions=record.questions,
            words=record.words,
        )
    return tuple(topics.values())


def load_labelled(folder: Path) -> tuple[LabelledQuestion, ...]:
    """The questions that are labelled as answered or not; none for an edition without the file."""
    path = folder / LABELLED
    if not path.is_file():
        return ()
    return tuple(LabelledQuestion(r.question, r.answered) for r in read_lines(path, LabelledRecord))


def labelled_questions(folder: Path) -> LabelledQuestions:
    """The same, to be read when they are needed: tens of thousands take half a second."""
    path = folder / LABELLED
    fingerprint = path.read_bytes() if path.is_file() else b""
    return LabelledQuestions(fingerprint, lambda: load_labelled(folder))


def _by_name(passages: Iterable[Passage]) -> dict[str, Passage]:
    return {passage.id.partition("/")[2]: passage for passage in passages}
