"""The commitments and sections of a reading, in the shape of the corpus files."""

import re
from collections.abc import Sequence

from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.items import ends_a_sentence
from assistant.ingestion.milestones import Data, is_timetable, slug
from assistant.ingestion.pattern import Pattern
from assistant.ingestion.places import Desk, all_rows
from assistant.ingestion.points import Entry
from assistant.ingestion.reading import ReadCommitment
from assistant.ingestion.running_text import ReadSection


def commitment_data(read: ReadCommitment, phases: Sequence[str], opening: str, desk: Desk) -> Data:
    """A file of `commitments/`; `phases` are the keys of the steps, in order."""
    head = read.table.opening
    place = f"åtagande {head.number}"
    doubts = desk.doubts
    _check_official(read, opening, place, doubts)
    rows = [
        *head.heading,
        *read.official.rows,
        *(row for column in read.table.columns for row in column.head),
        *(row for step in read.steps for entry in step for row in all_rows(entry)),
        *(row for entry in read.examples for row in all_rows(entry)),
    ]
    desk.lines.of(rows)
    if head.section is None:
        doubts.add(
            DoubtKind.EDITION,
            head.heading[0].first,
            place,
            head.title,
            f"Rubriken har inget avsnittsnummer. Skrivet som ”{head.number}”.",
        )
    return {
        "number": head.number,
        "section": head.section or str(head.number),
        "title": head.title,
        "mandatory": _is_mandatory(read, desk.pattern, doubts),
        "pages": sorted({row.first.page for row in rows}),
        "official_wording": read.official.text,
        "points": [
            {
                "id": entry.id,
                "phase": key,
                "text": entry.text,
                **_bullets(entry),
                "source_lines": desk.lines.of(all_rows(entry)),
            }
            for key, step in zip(phases, read.steps, strict=True)
            for entry in step
        ],
        "examples": [
            {"text": entry.text, **_bullets(entry)} for entry in read.examples if entry.text
        ],
    }


def _check_official(read: ReadCommitment, opening: str, place: str, doubts: Doubts) -> None:
    text = read.official.text
    where = (read.official.rows or read.table.opening.heading)[0].first
    if not text.startswith(opening):
        doubts.add(
            DoubtKind.OFFICIAL,
            where,
            place,
            text,
            f"Formuleringen börjar inte med ”{opening}”. Så länge den inte gör det går mappen inte "
            "att öppna: rätta formuleringen, eller pledge_opening i edition.yaml.",
        )
    if not ends_a_sentence(text):
        doubts.add(
            DoubtKind.OFFICIAL,
            where,
            place,
            text,
            "Formuleringen slutar inte med punkt. Hör mer dit?",
        )
    if re.search(r"[.!?] \w", text):
        doubts.add(
            DoubtKind.OFFICIAL,
            where,
            place,
            text,
            "Formuleringen har mer än en mening. Hör allt till den?",
        )
    if len({row.first.page for row in read.official.rows}) > 1:
        doubts.add(DoubtKind.OFFICIAL, where, place, text, "Formuleringen går över ett sidbyte.")


def _is_mandatory(read: ReadCommitment, pattern: Pattern, doubts: Doubts) -> bool:
    """As the pattern says of the commitment with that title; the PDF says it only in prose."""
    head = read.table.opening
    for commitment in pattern.library.guidance.commitments:
        if commitment.title == head.title:
            return commitment.mandatory
    doubts.add(
        DoubtKind.EDITION,
        head.heading[0].first,
        f"åtagande {head.number}",
        head.title,
        f"Titeln finns inte i utgåvan {pattern.record.label}. Åtagandet är satt som frivilligt "
        "(mandatory: false). Ändra om det gäller alla.",
    )
    return False


def _bullets(entry: Entry) -> Data:
    found = [{"text": b.text, **_bullets(b)} for b in entry.entries if b.text]
    return {"bullets": found} if found else {}


def section_data(sections: Sequence[ReadSection], desk: Desk) -> list[Data]:
    """`sections.yaml`; a section that has the headings of one of the pattern's keeps its key."""
    old = {
        (s.heading_verbatim, s.subheading): s.key for s in desk.pattern.library.guidance.sections
    }
    keys: set[str] = set()
    found = []
    for section in sections:
        key = old.get((section.heading, section.subheading)) or slug(
            section.subheading or section.heading
        )
        while key in keys:
            key += "-2"
        keys.add(key)
        rows = [*section.rows, *(row for block in section.blocks for row in block.rows)]
        desk.lines.of(rows)
        heading = section.heading.removesuffix(":")
        data: Data = {"key": key}
        if section.number:
            data["number"] = section.number
        data["heading"] = heading
        if heading != section.heading:
            data["heading_verbatim"] = section.heading
        if section.subheading:
            data["subheading"] = section.subheading
        data["pages"] = sorted({row.first.page for row in rows})
        if is_timetable(section):
            data["timetable"] = True
        data["blocks"] = [
            {"type": b.type.value, **({"marker": b.marker} if b.marker else {}), "text": b.text}
            for b in section.blocks
            if b.text
        ]
        found.append(data)
    return found
