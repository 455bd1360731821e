"""A pattern that knows what an edition is, but none of its texts: the hardest case for a reading."""

from dataclasses import replace
from pathlib import Path

from assistant.domain.guidance import Guidance
from assistant.guidance.library import Library
from assistant.guidance.reading import read_records
from assistant.guidance.records import EditionRecord
from assistant.ingestion.pattern import Pattern


def without_texts(folder: Path, guidance: Guidance) -> Pattern:
    """The edition in `folder` with its commitments, sections and what is written beside them gone.

    So no word of the document that is read back is known beforehand.
    """
    record = read_records(folder / "edition.yaml", EditionRecord)
    empty = replace(guidance, commitments=(), sections=(), terms=(), milestones=())
    return Pattern(folder / "tom", record, Library(empty, ()))
