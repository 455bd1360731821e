"""From a PDF of a new edition to a folder for review, in steps."""

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.documents.reading import file_bytes, is_pdf
from assistant.domain.errors import CorpusFault, InputFault, quoted
from assistant.domain.ingestion import Doubt
from assistant.guidance.checking import check_ids, check_texts
from assistant.guidance.knowledge import LABELLED
from assistant.guidance.loading import read_guidance, source_of
from assistant.guidance.passages import passages_of
from assistant.guidance.reading import read_records
from assistant.guidance.records import EditionRecord
from assistant.ingestion.carrying import Carried, carried_files, carried_terms
from assistant.ingestion.commitments import commitment_data, section_data
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.editions import edition_data, pledge_opening, read_steps
from assistant.ingestion.milestones import Data, milestone_data
from assistant.ingestion.pattern import Pattern
from assistant.ingestion.places import Desk, SourceLines
from assistant.ingestion.reading import Reading, read
from assistant.ingestion.review_list import FILE, ReviewList
from assistant.ingestion.writing import write_yaml
from assistant.storage import swap_in


@dataclass(frozen=True, slots=True)
class Proposal:
    """Förslag: an edition as it was read, before anyone has reviewed it."""

    reading: Reading
    edition: Data
    commitments: tuple[Data, ...]
    sections: tuple[Data, ...]
    milestones: tuple[Data, ...]
    source: str
    doubts: tuple[Doubt, ...]


def ingest(pdf: Path, target: Path, pattern: Pattern) -> Proposal:
    """Write what the PDF says as the folder `target`, which must not exist."""
    _refuse_existing(target)
    proposal = proposed(file_bytes(pdf), pdf.name, pattern)
    try:
        swap_in(target, partial(_write, proposal, pattern))
    except OSError as error:
        raise InputFault(
            f"Mappen {quoted(target)} går inte att skriva. Ange en annan plats med --out."
        ) from error
    return proposal


def proposed(data: bytes, name: str, pattern: Pattern) -> Proposal:
    """What a PDF says, in the shape of the corpus files."""
    if not is_pdf(data):
        raise InputFault(f"Filen {quoted(name)} är ingen PDF. Ange vägledningen som PDF-fil.")
    doubts = Doubts()
    reading = read(data, name, pattern.texts(), doubts)
    desk = Desk(pattern, SourceLines(reading), doubts)
    steps = read_steps(reading, pattern, doubts)
    opening = pledge_opening(reading, pattern, doubts)
    commitments = tuple(
        commitment_data(read_one, steps.keys, opening, desk) for read_one in reading.commitments
    )
    sections = tuple(section_data(reading.sections, desk))
    edition = edition_data(reading, steps, opening, desk)
    milestones = tuple(milestone_data(reading, edition["year"], doubts))
    desk.lines.note_left_over(doubts)
    return Proposal(
        reading, edition, commitments, sections, milestones, desk.lines.text, tuple(doubts.found)
    )


def _refuse_existing(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise InputFault(
            f"Mappen {quoted(target)} finns redan och skrivs inte över. Ange en ny mapp med --out."
        )


def _write(proposal: Proposal, pattern: Pattern, folder: Path) -> None:
    (folder / "source.txt").write_bytes(proposal.source.encode("utf-8"))
    write_yaml(folder / "edition.yaml", proposal.edition)
    write_yaml(folder / "sections.yaml", list(proposal.sections))
    write_yaml(folder / "timeline.yaml", list(proposal.milestones))
    for commitment in proposal.commitments:
        write_yaml(folder / "commitments" / f"{commitment['number']:02d}.yaml", commitment)
    carried, fault = _carry_over(folder, pattern)
    listed = ReviewList(
        edition=proposal.edition,
        commitments=proposal.commitments,
        doubts=proposal.doubts,
        joins=proposal.reading.joins,
        carried=carried,
        furniture=proposal.reading.furniture,
        fault=fault,
        pattern=pattern.record.label,
    )
    (folder / FILE).write_text(listed.written(), encoding="utf-8")


def _carry_over(folder: Path, pattern: Pattern) -> tuple[list[Carried], str | None]:
    """Take over what still stands; and why the folder cannot be opened yet, if so."""
    write_yaml(folder / "glossary.yaml", [])
    try:
        edition = read_records(folder / "edition.yaml", EditionRecord)
        source = source_of(folder, edition)
        carried = []
        terms = carried_terms(pattern, source)
        if terms:
            write_yaml(folder / terms.file, terms.data)
            carried.append(terms)
        guidance = read_guidance(folder, edition)
        names = [term.term for term in guidance.terms]
        for item in carried_files(pattern, passages_of(guidance), names):
            carried.append(item)
            if item.kept:
                write_yaml(folder / item.file, item.data)
        if (labelled := pattern.folder / LABELLED).is_file():
            shutil.copyfile(labelled, folder / LABELLED)
    except CorpusFault as fault:
        return [], str(fault)
    try:
        check_ids(guidance)
        check_texts(guidance, source)
    except CorpusFault as fault:
        return carried, str(fault)
    return carried, None
