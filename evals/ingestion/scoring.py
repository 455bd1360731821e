"""Compares what was read from a PDF with the reviewed edition that it was set from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.domain.guidance import Bullet, Commitment, Guidance
from assistant.domain.ingestion import Doubt
from assistant.ingestion.ingest import Proposal


@dataclass(frozen=True, slots=True)
class Fault:
    """Läsfel: an item that is not read as the reviewed edition has it."""

    kind: str
    place: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """Läsresultat: how many items of each kind there are, and which are wrong."""

    totals: dict[str, int]
    faults: tuple[Fault, ...]
    doubts: int
    listed: int
    """How many of the faults a reviewer is told of."""

    def right(self, kind: str) -> int:
        """How many items of a kind are exactly right."""
        return self.totals[kind] - sum(fault.kind == kind for fault in self.faults)


OFFICIAL, POINTS, STEPS, EXAMPLES, SECTIONS = (
    "formuleringar",
    "punkter",
    "steg",
    "exempel",
    "avsnitt",
)


def compared(proposal: Proposal, guidance: Guidance) -> ReadingScore:
    """Judge a proposal, item by item."""
    totals = {
        OFFICIAL: len(guidance.commitments),
        POINTS: sum(len(c.points) for c in guidance.commitments),
        STEPS: sum(len(c.points) for c in guidance.commitments),
        EXAMPLES: sum(len(c.examples) for c in guidance.commitments),
        SECTIONS: len(guidance.sections),
    }
    read = {data["number"]: data for data in proposal.commitments}
    faults = [
        *(f for c in guidance.commitments for f in _of_commitment(c, read.get(c.number))),
        *_of_sections(proposal, guidance),
    ]
    return ReadingScore(
        totals=totals,
        faults=tuple(faults),
        doubts=len(proposal.doubts),
        listed=sum(is_listed(fault, proposal.doubts) for fault in faults),
    )


def is_listed(fault: Fault, doubts: Iterable[Doubt]) -> bool:
    """Whether a doubt is about the item, or shows some of its text."""
    return any(
        doubt.place == fault.place
        or (len(doubt.text) > 3 and doubt.text in fault.expected)
        or (len(fault.expected) > 3 and fault.expected[:40] in doubt.text)
        or _shares_text(doubt, fault)
        for doubt in doubts
    )


def _shares_text(doubt: Doubt, fault: Fault) -> bool:
    """A divided word stands in the item in one of the ways in which it can be written."""
    parts = doubt.text.split()
    return 1 < len(parts) < 4 and all(part.strip("-") in fault.expected for part in parts)


def _of_commitment(commitment: Commitment, data: dict[str, Any] | None) -> Iterator[Fault]:
    place = f"åtagande {commitment.number}"
    official = data["official_wording"] if data else ""
    if official != commitment.official_wording:
        yield Fault(OFFICIAL, place, commitment.official_wording, official)
    points = {point["id"]: point for point in data["points"]} if data else {}
    for point in commitment.points:
        found = points.get(point.id)
        shown, expected = _shown(found), f"{point.text}{_bullets(point.bullets)}"
        if shown != expected:
            yield Fault(POINTS, f"punkt {point.id}", expected, shown)
        step = point.phase.key if point.phase else None
        if found is None or found.get("phase") != step:
            yield Fault(STEPS, f"punkt {point.id}", point.text, str(found and found.get("phase")))
    examples = data["examples"] if data else []
    for number, example in enumerate(commitment.examples):
        shown = _shown(examples[number] if number < len(examples) else None)
        expected = f"{example.text}{_bullets(example.bullets)}"
        if shown != expected:
            yield Fault(EXAMPLES, f"{place}, exempel", expected, shown)


def _shown(data: dict[str, Any] | None) -> str:
    if data is None:
        return ""
    below = "".join(f" [{_shown(bullet)}]" for bullet in data.get("bullets", ()))
    return f"{data['text']}{below}"


def _bullets(bullets: Iterable[Bullet]) -> str:
    return "".join(f" [{bullet.text}{_bullets(bullet.bullets)}]" for bullet in bullets)


def _of_sections(proposal: Proposal, guidance: Guidance) -> Iterator[Fault]:
    read = {
        (data.get("heading_verbatim", data["heading"]), data.get("subheading")): data
        for data in proposal.sections
    }
    for section in guidance.sections:
        data = read.get((section.heading_verbatim, section.subheading))
        found = [(b["type"], b.get("marker"), b["text"]) for b in data["blocks"]] if data else []
        expected = [(b.type.value, b.marker, b.text) for b in section.blocks]
        if found != expected:
            wrong = [block for block in expected if block not in found]
            text = wrong[0][2] if wrong else section.heading
            yield Fault(SECTIONS, f"avsnittet {section.key}", text, str(found))
