"""The dated steps of a reading: the section that is a list of dates, in the shape of the corpus file."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias

from assistant.domain.guidance import BlockType
from assistant.domain.ingestion import DoubtKind
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.reading import Reading
from assistant.ingestion.running_text import ReadSection
from assistant.ingestion.stretches import Row
from assistant.wording.dates import MONTHS

Data: TypeAlias = dict[str, Any]
"""What a file of the corpus holds."""
FEWEST_MILESTONES = 2
MONTH = "|".join(MONTHS)
DATED = re.compile(
    rf"(?P<when>(?:(?P<day>\d{{1,2}})(?:\s*[–-]\s*(?P<to_day>\d{{1,2}}))?\s+)?(?P<month>{MONTH})"
    rf"(?:\s*[–-]\s*(?:(?P<last_day>\d{{1,2}})\s+)?(?P<last>{MONTH}))?(?:\s+(?P<year>\d{{4}}))?)"
    r"\s*:\s*(?P<text>\S.*)",
    re.IGNORECASE,
)


def slug(text: str) -> str:
    """A text as a readable part of a passage's id.

    >>> slug("Mål och ambitioner i linje med EUs Fit for 55")
    'mål-och-ambitioner-i-linje'
    """
    return "-".join(re.findall(r"\w+", text.lower())[:5])


def is_timetable(section: ReadSection) -> bool:
    """Whether a section is a list of dates."""
    dated = [b for b in section.blocks if b.type is BlockType.BULLET and DATED.fullmatch(b.text)]
    return len(dated) >= FEWEST_MILESTONES and len(dated) * 2 > len(section.blocks)


def milestone_data(reading: Reading, year: int, doubts: Doubts) -> list[Data]:
    """`timeline.yaml`, from the section that is a list of dates."""
    found: list[Data] = []
    for section in filter(is_timetable, reading.sections):
        for block in section.blocks:
            match = DATED.fullmatch(block.text)
            days = _days(match, year) if match else None
            if match is None or days is None:
                _note_milestone(
                    block.rows, block.text, "Raden har ingen tid som går att läsa.", doubts
                )
                continue
            found.append(
                {
                    "key": slug(match["when"]),
                    "start": days[0].isoformat(),
                    "end": days[1].isoformat(),
                    "date_text": match["when"],
                    "text": match["text"],
                }
            )
        if found:
            note = f"Året är satt till {year}. Ändra det om raderna gäller ett annat år."
            _note_milestone(section.rows, section.heading, note, doubts)
    return found


def _days(match: re.Match[str], year: int) -> tuple[date, date] | None:
    year = int(match["year"] or year)
    month = MONTHS.index(match["month"].lower()) + 1
    last = MONTHS.index(match["last"].lower()) + 1 if match["last"] else month
    first_day = int(match["day"] or 1)
    day = match["last_day"] or match["to_day"] or (None if match["last"] else match["day"])
    try:
        start = date(year, month, first_day)
        until = year + (last < month)
        if day:
            return start, date(until, last, int(day))
        following = date(until + last // 12, last % 12 + 1, 1)
        return start, date.fromordinal(following.toordinal() - 1)
    except ValueError:
        return None


def _note_milestone(rows: Sequence[Row], text: str, chosen: str, doubts: Doubts) -> None:
    doubts.add(DoubtKind.MILESTONES, rows[0].first if rows else None, "tidplanen", text, chosen)
