"""The anchoring pack: a tjänsteskrivelse with proposed decision and a timetable.

Dates are those that the user gives or that follow from them, and say which; nothing is invented.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any, TypeAlias

from pydantic import Field, ValidationError

from assistant.domain.anchoring import Anchoring, Meeting
from assistant.domain.drafts import Draft
from assistant.domain.errors import InputFault
from assistant.domain.memos import Block, Bullets, Memo, MemoSection, Table
from assistant.drafting.faults import fault_of
from assistant.drafting.reading import readable
from assistant.drafting.records import Record, Text
from assistant.drafting.voice import listed
from assistant.wording.drafts import gap_rows, marking, notice, status

STAGES = ("nämnd", "styrelse", "fullmäktige", "signering")
MISSING_DAY, MISSING_DUE = "[datum]", "[sista dag för handlingar]"
NO_PAPERS = "–"
"""Nothing is handed in before a signing, unless the user says so."""


Day: TypeAlias = date


class MeetingRecord(Record):
    """Ett sammanträde. Dagarna är hur lång tid före som handlingarna ska vara inne."""

    body: Text
    date: Day | None = None
    lead_days: int | None = Field(default=None, ge=0, le=365)


class AnchoringRecord(Record):
    """Förankringens sammanträden i ordning, med signeringen sist."""

    meetings: tuple[MeetingRecord, ...] = ()
    administration: Text | None = None
    officer: Text | None = None


def anchoring_of(record: Mapping[str, Any]) -> Anchoring:
    """The meetings of a JSON object; the usual stages, without dates, when none is given."""
    try:
        read = AnchoringRecord.model_validate(dict(record))
    except ValidationError as error:
        raise InputFault(fault_of(error.errors()[0])) from error
    meetings = tuple(
        Meeting(readable(m.body, f"meetings[{place}].body"), m.date, m.lead_days)
        for place, m in enumerate(read.meetings)
    )
    return Anchoring(
        meetings=meetings or tuple(Meeting(stage) for stage in STAGES),
        administration=readable(read.administration, "administration")
        if read.administration
        else None,
        officer=readable(read.officer, "officer") if read.officer else None,
    )


def anchoring_memo(draft: Draft, anchoring: Anchoring, today: date) -> Memo:
    """The tjänsteskrivelse: proposed decision, matter, timetable and what is missing."""
    return Memo(
        title=f"Tjänsteskrivelse: {draft.edition.contract}, {draft.order.municipality.own_name}",
        notices=(notice(draft.edition), marking(draft)),
        particulars=(
            f"Förvaltning: {anchoring.administration or '[förvaltning]'}",
            f"Handläggare: {anchoring.officer or '[handläggare]'}",
            "Diarienummer: [diarienummer]",
        ),
        sections=tuple(_sections(draft, anchoring, today)),
    )


def _sections(draft: Draft, anchoring: Anchoring, today: date) -> Iterator[MemoSection]:
    yield MemoSection("Förslag till beslut", _decisions(draft))
    yield MemoSection("Ärendet", (_matter(draft), status(draft.edition)))
    yield MemoSection("Tidsplan", (_timetable(anchoring),))
    warnings = tuple(_warnings(anchoring, today))
    if warnings:
        yield MemoSection("Att se över", (Bullets(warnings),))
    if draft.gaps:
        rows = tuple((about, question, ask) for about, _, question, ask in gap_rows(draft))
        head = ("Gäller", "Fråga", "Fråga till")
        missing = Table("Uppgifter som saknas i utkastet", head, rows, (2.5, 8.5, 5))
        yield MemoSection(missing.title, (missing,))
    yield MemoSection("Bilaga", ("Utkast till kontraktstext.",))


def _matter(draft: Draft) -> str:
    municipality = draft.order.municipality
    return (
        f"{municipality.own_name} avser att ansluta sig till {draft.edition.contract}. Utkastet till "
        f"kontraktstext omfattar {_numbers(draft)}. De officiella formuleringarna är hämtade ordagrant "
        f"ur {draft.edition.nouns.document} och kan inte ändras. Det som är särskilt för "
        f"{municipality.short_form} står i egen text under dem."
    )


def _decisions(draft: Draft) -> tuple[Block, ...]:
    name = draft.order.municipality.own_name
    council = "Regionfullmäktige" if _is_region(draft) else "Kommunfullmäktige"
    return (
        f"{council} föreslås besluta",
        Bullets(
            (
                f"att {name} ansluter sig till {draft.edition.contract} med {_numbers(draft)},",
                "att godkänna kontraktstexten enligt bilagan, och",
                "att ge [befattning] i uppdrag att underteckna kontraktet.",
            )
        ),
    )


def _is_region(draft: Draft) -> bool:
    return draft.order.municipality.short_form == "regionen"


def _numbers(draft: Draft) -> str:
    numbers = [str(c.commitment) for c in draft.commitments]
    nouns = draft.edition.nouns
    return f"{nouns.those if numbers[1:] else nouns.one} {listed(numbers)}"


def _timetable(anchoring: Anchoring) -> Table:
    rows = []
    for meeting in anchoring.meetings:
        due = meeting.papers_due
        missing = NO_PAPERS if meeting.body == STAGES[-1] else MISSING_DUE
        shown = f"{due.isoformat()} (beräknat)" if due else missing
        rows.append((meeting.body, shown, meeting.day.isoformat() if meeting.day else MISSING_DAY))
    head = ("Steg", "Handlingar inne senast", "Sammanträde")
    return Table("Tidsplan", head, tuple(rows), (6, 6, 4))


def _warnings(anchoring: Anchoring, today: date) -> Iterator[str]:
    dated = [(m.body, m.day, m.papers_due) for m in anchoring.meetings if m.day]
    for body, day, due in dated:
        if day < today:
            yield f"Dagen för {body} ({day}) har passerat."
        elif due and due < today:
            yield f"Sista dag för handlingar till {body} ({due}) har passerat."
    for (early, early_day, _), (late, late_day, due) in pairwise(dated):
        if late_day < early_day:
            yield f"{late} ({late_day}) ligger före {early} ({early_day})."
        elif due and due < early_day and due < late_day:
            yield (
                f"Handlingarna till {late} ska vara inne {due}, före beslutet i {early} ({early_day})."
            )
