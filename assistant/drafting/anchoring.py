"""The anchoring pack: a tjänsteskrivelse with proposed decision and a timetable, as Markdown.

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
from assistant.drafting.faults import fault_of
from assistant.drafting.reading import readable
from assistant.drafting.records import Record, Text
from assistant.drafting.voice import listed
from assistant.wording.drafts import marking, notice, status
from assistant.wording.rendering import escaped, paragraph

STAGES = ("nämnd", "styrelse", "fullmäktige", "signering")
MISSING_DAY, MISSING_DUE = "[datum]", "[sista dag för handlingar]"


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


def anchoring_markdown(draft: Draft, anchoring: Anchoring, today: date) -> str:
    """The tjänsteskrivelse: matter, proposed decision, background, timetable and what is missing."""
    return "\n\n".join(_parts(draft, anchoring, today)) + "\n"


def _parts(draft: Draft, anchoring: Anchoring, today: date) -> Iterator[str]:
    name = draft.order.municipality.own_name
    contract = draft.edition.contract
    yield f"# Tjänsteskrivelse: {escaped(contract)}, {escaped(name)}"
    yield f"*{escaped(notice(draft.edition))} {escaped(marking(draft))}*"
    yield paragraph(f"Förvaltning: {anchoring.administration or '[förvaltning]'}")
    yield paragraph(f"Handläggare: {anchoring.officer or '[handläggare]'}")
    yield paragraph("Diarienummer: [diarienummer]")
    yield "## Förslag till beslut"
    yield from _decisions(draft)
    yield "## Ärendet"
    yield paragraph(
        f"{name} avser att ansluta sig till {contract}. Utkastet till kontraktstext omfattar "
        f"{_numbers(draft)}. De officiella formuleringarna är hämtade ordagrant ur vägledningen och kan "
        f"inte ändras. Det som är särskilt för {draft.order.municipality.short_form} står i egen text "
        "under dem."
    )
    yield paragraph(status(draft.edition))
    yield "## Tidsplan"
    yield _timetable(anchoring)
    warnings = tuple(_warnings(anchoring, today))
    if warnings:
        yield "## Att se över"
        yield "\n".join(f"- {escaped(line)}" for line in warnings)
    if draft.gaps:
        yield "## Uppgifter som saknas i utkastet"
        yield "\n".join(f"- {escaped(g.question)} Fråga {escaped(g.ask)}." for g in draft.gaps)
    yield "## Bilaga"
    yield "Utkast till kontraktstext."


def _decisions(draft: Draft) -> Iterator[str]:
    name = draft.order.municipality.own_name
    contract = draft.edition.contract
    council = "Regionfullmäktige" if _is_region(draft) else "Kommunfullmäktige"
    yield paragraph(f"{council} föreslås besluta")
    yield "\n".join(
        (
            f"- att {escaped(name)} ansluter sig till {escaped(contract)} med {_numbers(draft)},",
            "- att godkänna kontraktstexten enligt bilagan, och",
            "- att ge [befattning] i uppdrag att underteckna kontraktet.",
        )
    )


def _is_region(draft: Draft) -> bool:
    return draft.order.municipality.short_form == "regionen"


def _numbers(draft: Draft) -> str:
    numbers = [str(c.commitment) for c in draft.commitments]
    return f"{'åtagandena' if numbers[1:] else 'åtagande'} {listed(numbers)}"


def _timetable(anchoring: Anchoring) -> str:
    rows = ["| Steg | Handlingar inne senast | Sammanträde |", "| --- | --- | --- |"]
    for meeting in anchoring.meetings:
        due = meeting.papers_due
        shown = f"{due.isoformat()} (beräknat)" if due else MISSING_DUE
        day = meeting.day.isoformat() if meeting.day else MISSING_DAY
        rows.append(f"| {escaped(meeting.body)} | {shown} | {day} |")
    return "\n".join(rows)


def _warnings(anchoring: Anchoring, today: date) -> Iterator[str]:
    dated = [(m.body, m.day, m.papers_due) for m in anchoring.meetings if m.day]
    for body, day, due in dated:
        if day < today:
            yield f"Sammanträdet {body} ({day}) har passerat."
        elif due and due < today:
            yield f"Sista dag för handlingar till {body} ({due}) har passerat."
    for (early, early_day, _), (late, late_day, due) in pairwise(dated):
        if late_day < early_day:
            yield f"{late} ({late_day}) ligger före {early} ({early_day})."
        elif due and due < early_day and due < late_day:
            yield (
                f"Handlingarna till {late} ska vara inne {due}, före beslutet i {early} ({early_day})."
            )
