"""From the JSON of an order to an `Order`; a fault names the field and what is allowed."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from pydantic import ValidationError

from assistant.domain.drafts import LocalFact, Order, OrderedCommitment
from assistant.domain.errors import InputFault, quoted
from assistant.domain.guidance import Commitment, Guidance, Phase
from assistant.domain.municipalities import Municipality
from assistant.drafting.faults import fault_of, shown
from assistant.drafting.records import CommitmentRecord, FactRecord, OrderRecord
from assistant.drafting.voice import listed
from assistant.guidance.municipalities import municipality_named

UNREADABLE = {"Cc", "Cs", "Co", "Cn"}
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
"""Signs that make text read in another order than it is written."""


def order_of(
    record: Mapping[str, Any], guidance: Guidance, municipalities: tuple[Municipality, ...]
) -> Order:
    """The order of a JSON object."""
    try:
        read = OrderRecord.model_validate(dict(record))
    except ValidationError as error:
        raise InputFault(fault_of(error.errors()[0])) from error
    if read.edition not in {None, guidance.edition.id}:
        raise InputFault(
            f"edition: beställningen gäller utgåvan {quoted(read.edition)}, men programmet skriver ur "
            f"{quoted(guidance.edition.id)}. Se över beställningen, och ändra eller ta bort fältet."
        )
    try:
        municipality = municipality_named(read.municipality, municipalities)
    except InputFault as error:
        raise InputFault(f"municipality: {error}") from error
    numbers = count(1)
    common = tuple(
        _fact(fact, f"facts[{place}]", next(numbers), None, guidance)
        for place, fact in enumerate(read.facts)
        if fact.confirmed
    )
    chosen: dict[int, OrderedCommitment] = {}
    for place, commitment in enumerate(read.commitments):
        path = f"commitments[{place}]"
        ordered = _commitment(commitment, path, numbers, guidance)
        if ordered.commitment.number in chosen:
            named = guidance.edition.nouns.numbered(commitment.number)
            raise InputFault(f"{path}.number: {named} står två gånger.")
        chosen[ordered.commitment.number] = ordered
    _check_omitted(read.omit, chosen, guidance)
    for mandatory in guidance.mandatory:
        if mandatory.number not in chosen and mandatory.number not in read.omit:
            points = () if guidance.edition.phases else tuple(p.id for p in mandatory.points)
            chosen[mandatory.number] = OrderedCommitment(mandatory, points, asked_for=False)
    if not chosen:
        own = guidance.edition.nouns
        raise InputFault(f"Beställningen har inga {own.many}. Ange minst {own.article}.")
    return Order(
        municipality=municipality,
        length=read.length,
        commitments=tuple(chosen[number] for number in sorted(chosen)),
        facts=common,
        omitted=tuple(sorted(set(read.omit))),
        unconfirmed=sum(
            not fact.confirmed
            for facts in (read.facts, *(commitment.facts for commitment in read.commitments))
            for fact in facts
        ),
    )


def _commitment(
    record: CommitmentRecord, path: str, numbers: "Iterator[int]", guidance: Guidance
) -> OrderedCommitment:
    commitment = guidance.commitment(record.number)
    if commitment is None:
        known = listed([str(c.number) for c in guidance.commitments])
        words = guidance.edition.nouns.words
        raise InputFault(
            f"{path}.number: det finns {words['inget']} {words['sådant']} {words['åtagande']}. "
            f"De som finns är {known}."
        )
    phases = [
        _phase(name, f"{path}.steps[{place}]", guidance) for place, name in enumerate(record.steps)
    ]
    named = tuple(
        _point(point, f"{path}.points[{place}]", commitment, guidance)
        for place, point in enumerate(record.points)
    )
    points = _chosen(commitment, phases, named, guidance)
    facts = tuple(
        _fact(fact, f"{path}.facts[{place}]", next(numbers), commitment, guidance)
        for place, fact in enumerate(record.facts)
        if fact.confirmed
    )
    return OrderedCommitment(commitment, points, facts)


def _chosen(
    commitment: Commitment, phases: list[Phase], named: tuple[str, ...], guidance: Guidance
) -> tuple[str, ...]:
    """The points named, and all points of each step that none was named of; without steps, all."""
    if not guidance.edition.phases:
        return tuple(p.id for p in commitment.points if p.id in named or not named)
    steps_named = {p.phase for p in commitment.points if p.id in named}
    return tuple(
        p.id
        for phase in guidance.edition.phases
        for p in commitment.points
        if p.phase == phase and (p.id in named or (phase in phases and phase not in steps_named))
    )


def _phase(name: str, path: str, guidance: Guidance) -> Phase:
    for phase in guidance.edition.phases:
        if name.casefold() in {phase.key.casefold(), phase.name.casefold()}:
            return phase
    if not guidance.edition.phases:
        own = guidance.edition.nouns.words
        raise InputFault(f"{path}: {own['vägledningen']} har inga steg. Ange punkter i stället.")
    known = listed([phase.key for phase in guidance.edition.phases])
    raise InputFault(f"{path}: steget {shown(name)} finns inte. De som finns är {known}.")


def _point(point: str, path: str, commitment: Commitment, guidance: Guidance) -> str:
    if any(p.id == point for p in commitment.points):
        return point
    nouns = guidance.edition.nouns
    first, last = commitment.points[0].id, commitment.points[-1].id
    own = f"{nouns.heading(commitment.number)} har punkterna {first}–{last}."
    other = guidance.point(point)
    if other:
        raise InputFault(
            f"{path}: punkt {point} hör till {nouns.numbered(other.commitment)}, inte till "
            f"{nouns.numbered(commitment.number)}. {own}"
        )
    raise InputFault(f"{path}: punkt {shown(point)} finns inte. {own}")


def _fact(
    record: FactRecord, path: str, number: int, commitment: Commitment | None, guidance: Guidance
) -> LocalFact:
    if commitment is None and (record.steps or record.points):
        field = "steps" if record.steps else "points"
        raise InputFault(
            f"{path}.{field}: en uppgift om hela kontraktet kan inte gälla ett steg eller en punkt. "
            f"Flytta den till facts under {guidance.edition.nouns.the}."
        )
    return LocalFact(
        number=number,
        kind=record.kind,
        text=readable(record.text, f"{path}.text"),
        source=readable(record.source, f"{path}.source") if record.source else None,
        phases=tuple(
            _phase(name, f"{path}.steps[{place}]", guidance)
            for place, name in enumerate(record.steps)
        ),
        points=tuple(
            _point(point, f"{path}.points[{place}]", commitment, guidance)
            for place, point in enumerate(record.points)
            if commitment
        ),
    )


def readable(text: str, path: str) -> str:
    """The text on one line; `InputFault` when it has signs that are not text."""
    composed = unicodedata.normalize("NFC", text)
    for sign in composed:
        if sign in TURNING or (unicodedata.category(sign) in UNREADABLE and sign not in "\n\r\t"):
            raise InputFault(
                f"{path}: texten innehåller tecknet U+{ord(sign):04X}, som inte går att visa. Ta bort det."
            )
    folded = " ".join(composed.split())
    if not any(sign.isalnum() for sign in folded):
        raise InputFault(f"{path}: texten har inga ord. Skriv uppgiften, eller ta bort den.")
    return folded


def _check_omitted(
    omitted: tuple[int, ...], chosen: Mapping[int, OrderedCommitment], guidance: Guidance
) -> None:
    nouns = guidance.edition.nouns
    mandatory = [c.number for c in guidance.mandatory]
    for place, number in enumerate(omitted):
        if number not in mandatory:
            known = listed([str(n) for n in mandatory]) or "inga"
            raise InputFault(
                f"omit[{place}]: {number} kan inte utelämnas. Bara de {nouns.many} som annars läggs "
                f"till kan det: {known}."
            )
        if number in chosen:
            raise InputFault(
                f"omit[{place}]: {nouns.numbered(number)} är både beställt och utelämnat."
            )
