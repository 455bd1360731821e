"""From the files of an edition's folder to a checked `Guidance`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.guidance import (
    Block,
    Bullet,
    Commitment,
    Edition,
    Example,
    Guidance,
    Milestone,
    Phase,
    Point,
    Section,
    Term,
)
from assistant.domain.nouns import Nouns
from assistant.guidance.checking import check_ids, check_texts
from assistant.guidance.reading import read_records
from assistant.guidance.records import (
    BulletRecord,
    CommitmentRecord,
    EditionRecord,
    MilestoneRecord,
    SectionRecord,
    TermRecord,
)
from assistant.guidance.source import SourceText


def load_guidance(folder: Path) -> Guidance:
    """Read the edition in `folder` and check it whole; `CorpusFault` names file, item and fault."""
    edition = read_records(folder / "edition.yaml", EditionRecord)
    guidance = read_guidance(folder, edition)
    source = source_of(folder, edition)
    check_ids(guidance)
    check_texts(guidance, source)
    return guidance


def read_guidance(folder: Path, edition: EditionRecord) -> Guidance:
    """The guidance as its files are, not yet compared with its source."""
    phases = {p.key: Phase(p.key, p.name, p.descriptor) for p in edition.phases}
    return Guidance(
        edition=Edition(
            id=edition.id,
            label=edition.label,
            title=edition.title,
            contract=edition.contract,
            round=edition.round,
            year=edition.year,
            owner=edition.owner,
            status=edition.status,
            pledge_opening=edition.pledge_opening,
            nouns=Nouns(**edition.nouns.model_dump()),
            phases=tuple(phases.values()),
        ),
        commitments=tuple(_commitments(folder, phases)),
        sections=tuple(_sections(folder)),
        terms=tuple(_terms(folder)),
        milestones=tuple(_milestones(folder)),
    )


def source_of(folder: Path, edition: EditionRecord) -> SourceText:
    """The source text that the edition names, with its hash checked."""
    path = folder / edition.source
    if not path.is_file():
        raise CorpusFault(f"{path.name}: filen saknas i {folder.name}")
    joins = [(j.text, j.broken_after) for j in edition.source_joins]
    return SourceText.from_file(path, edition.sha256, joins)


def _commitments(folder: Path, phases: dict[str, Phase]) -> Iterator[Commitment]:
    if not (folder / "commitments").is_dir():
        raise CorpusFault(f"commitments: mappen saknas i {folder.name}")
    for path in sorted((folder / "commitments").glob("*.yaml")):
        record = read_records(path, CommitmentRecord)
        for point in record.points:
            if point.phase is None and phases:
                raise CorpusFault(
                    f"{path.name}, punkt {point.id}, phase: fältet saknas; "
                    f"utgåvan har {', '.join(phases)}"
                )
            if point.phase is not None and point.phase not in phases:
                raise CorpusFault(
                    f"{path.name}, punkt {point.id}, phase: steget {quoted(point.phase)} finns inte; "
                    f"utgåvan har {', '.join(phases) or 'inga steg'}"
                )
            if point.id.partition(".")[0] != str(record.number):
                raise CorpusFault(
                    f"{path.name}, punkt {point.id}: numret hör inte till nummer {record.number}"
                )
        yield Commitment(
            number=record.number,
            section=record.section,
            title=record.title,
            mandatory=record.mandatory,
            pages=record.pages,
            official_wording=record.official_wording,
            points=tuple(
                Point(
                    id=p.id,
                    commitment=record.number,
                    phase=phases[p.phase] if p.phase else None,
                    text=p.text,
                    bullets=_bullets(p.bullets),
                    interrupted_after=p.interrupted_after,
                )
                for p in record.points
            ),
            examples=tuple(
                Example(record.number, number, e.text, _bullets(e.bullets))
                for number, e in enumerate(record.examples, start=1)
            ),
            links=tuple(link.url for link in record.links),
        )


def _bullets(records: Iterable[BulletRecord]) -> tuple[Bullet, ...]:
    return tuple(Bullet(r.text, bullets=_bullets(r.bullets)) for r in records)


def _sections(folder: Path) -> Iterator[Section]:
    for record in read_records(folder / "sections.yaml", tuple[SectionRecord, ...]):
        yield Section(
            key=record.key,
            number=record.number,
            heading=record.heading,
            heading_verbatim=record.heading_verbatim or record.heading,
            subheading=record.subheading,
            pages=record.pages,
            blocks=tuple(Block(b.type, b.text, b.marker) for b in record.blocks),
            timetable=record.timetable,
        )


def _terms(folder: Path) -> Iterator[Term]:
    for record in read_records(folder / "glossary.yaml", tuple[TermRecord, ...]):
        yield Term(record.term, record.kind, record.forms, record.quotes)


def _milestones(folder: Path) -> Iterator[Milestone]:
    for record in read_records(folder / "timeline.yaml", tuple[MilestoneRecord, ...]):
        yield Milestone(record.key, record.start, record.end, record.date_text, record.text)
