"""Cuts a guidance into passages, each with its id, its place and its context."""

import re
from collections.abc import Iterable, Iterator

from assistant.domain.guidance import (
    Block,
    BlockType,
    Bullet,
    Commitment,
    Edition,
    Guidance,
    Section,
    Term,
)
from assistant.domain.passages import Passage, PassageKind


def passages_of(guidance: Guidance) -> tuple[Passage, ...]:
    """Every quotable unit, in the order of the document; milestones and terms last.

    A list belongs to the sentence that leads into it; a list without one is a passage of its own.
    """
    edition = guidance.edition
    placed = [
        *(p for section in guidance.sections for p in _of_section(edition, section)),
        *(p for commitment in guidance.commitments for p in _of_commitment(edition, commitment)),
    ]
    placed += _of_milestones(guidance)
    return (*placed, *(_of_term(edition, term, placed) for term in guidance.terms))


def _of_commitment(edition: Edition, commitment: Commitment) -> Iterator[Passage]:
    number = commitment.number
    named = edition.nouns.heading(number)
    heading = f"{named}: {commitment.title}"
    section = f" (avsnitt {commitment.section})" if commitment.section else ""
    yield Passage(
        id=f"{edition.id}/åtagande/{number}",
        kind=PassageKind.WORDING,
        text=commitment.official_wording,
        location=_placed(edition, f"{named}{section}"),
        heading=heading,
        commitment=number,
    )
    for point in commitment.points:
        step = f" ({point.phase.name})" if point.phase else ""
        yield Passage(
            id=f"{edition.id}/punkt/{point.id}",
            kind=PassageKind.POINT,
            text="\n".join((point.text, *_lines(point.bullets))),
            location=_placed(edition, f"{named}, punkt {point.id}{step}"),
            heading=heading,
            commitment=number,
            phase=point.phase.name if point.phase else None,
        )
    for example in commitment.examples:
        yield Passage(
            id=f"{edition.id}/åtagande/{number}/exempel/{example.number}",
            kind=PassageKind.EXAMPLE,
            text="\n".join((example.text, *_lines(example.bullets))),
            location=_placed(edition, f"{named}, exempel {example.number} på insatser"),
            heading=heading,
            commitment=number,
        )


def _of_section(edition: Edition, section: Section) -> Iterator[Passage]:
    if section.timetable:
        return
    title = section.subheading or section.heading
    place = f"Kapitel {section.number}, ”{title}”" if section.number else f"”{title}”"
    heading = section.heading + (f": {section.subheading}" if section.subheading else "")
    name = "/".join(part for part in (section.number, section.key) if part)
    for number, blocks in enumerate(_units(section.blocks), start=1):
        yield Passage(
            id=f"{edition.id}/avsnitt/{name}/{number}",
            kind=PassageKind.SECTION,
            text="\n".join(f"{b.marker} {b.text}" if b.marker else b.text for b in blocks),
            location=_placed(edition, f"{place}, stycke {number}"),
            heading=heading,
        )


def _units(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    unit: list[Block] = []
    for block in blocks:
        continues_list = block.type in {BlockType.BULLET, BlockType.SUB_BULLET}
        if unit and not continues_list:
            yield unit
            unit = []
        unit.append(block)
    if unit:
        yield unit


def _of_term(edition: Edition, term: Term, placed: Iterable[Passage]) -> Passage:
    hosts = {
        host.id: place_of(host, edition)
        for quote in term.quotes
        for host in placed
        if any(quote in line for line in host.text.split("\n"))
    }
    return Passage(
        id=f"{edition.id}/begrepp/{term_id(term)}",
        kind=PassageKind.TERM,
        text="\n".join(term.quotes),
        location=_placed(edition, "; ".join(hosts.values()) or "Rubrik eller tabellhuvud"),
        heading=f"Begreppet ”{term.term}”",
    )


def _of_milestones(guidance: Guidance) -> Iterator[Passage]:
    section = next((s for s in guidance.sections if s.timetable), None)
    heading = section.heading if section else "Tidplan"
    for milestone in guidance.milestones:
        yield Passage(
            id=f"{guidance.edition.id}/hålltid/{milestone.key}",
            kind=PassageKind.MILESTONE,
            text=f"{milestone.date_text}: {milestone.text}",
            location=_placed(guidance.edition, f"Tidplanen ”{heading}”"),
            heading=heading,
        )


def term_id(term: Term) -> str:
    """The term as the last part of its passage's id.

    "80-/8-årsperspektiv" becomes "80-8-årsperspektiv".
    """
    return re.sub(r"\W+", "-", term.term.lower()).strip("-")


def _lines(bullets: Iterable[Bullet]) -> Iterator[str]:
    for bullet in bullets:
        yield f"{bullet.marker} {bullet.text}"
        yield from _lines(bullet.bullets)


def place_of(passage: Passage, edition: Edition) -> str:
    """Where the passage stands, for a reader who knows which edition it is."""
    return passage.location.removesuffix(_edition_suffix(edition))


def _placed(edition: Edition, place: str) -> str:
    return place + _edition_suffix(edition)


def _edition_suffix(edition: Edition) -> str:
    return f", {edition.nouns.document} {edition.label}"
