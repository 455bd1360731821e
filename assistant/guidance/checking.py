"""Whether an edition is whole: every id once, every text in the source."""

from collections import Counter
from collections.abc import Iterable, Iterator

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.guidance import Bullet, Commitment, Guidance, Point
from assistant.guidance.source import SourceText


def check_ids(guidance: Guidance) -> None:
    """Refuse an edition without commitments, or with the same id twice."""
    if not guidance.commitments:
        raise CorpusFault("commitments: mappen har ingen fil, så utgåvan är tom")
    ids = [
        *(("commitments, number", str(c.number)) for c in guidance.commitments),
        *(
            (f"commitments/{c.number:02d}.yaml, punkt", p.id)
            for c in guidance.commitments
            for p in c.points
        ),
        *(("sections.yaml, avsnitt", s.key) for s in guidance.sections),
        *(("glossary.yaml, begrepp", t.term) for t in guidance.terms),
        *(("timeline.yaml, hålltid", m.key) for m in guidance.milestones),
    ]
    for (place, name), times in Counter(ids).items():
        if times > 1:
            raise CorpusFault(f"{place} {name}: samma id förekommer mer än en gång")


def check_texts(guidance: Guidance, source: SourceText) -> None:
    """Refuse an edition with a text that its source does not contain."""
    for place, text in verbatim_texts(guidance):
        if not source.contains(text):
            raise CorpusFault(f"{place}: texten står inte i källan: {quoted(text)}")


def verbatim_texts(guidance: Guidance) -> Iterator[tuple[str, str]]:
    """Every text that must stand in the source, with the file and item it comes from."""
    for commitment in guidance.commitments:
        yield from _of_commitment(commitment, guidance.edition.pledge_opening)
    for section in guidance.sections:
        place = f"sections.yaml, {section.key}"
        yield f"{place}, rubrik", section.heading_verbatim
        if section.subheading:
            yield f"{place}, underrubrik", section.subheading
        for number, block in enumerate(section.blocks, start=1):
            yield f"{place}, block {number}", block.text
    interrupted = {p.text for c in guidance.commitments for p in c.points if p.interrupted_after}
    for term in guidance.terms:
        for quote in term.quotes:
            if not any(quote in text for text in interrupted):
                yield f"glossary.yaml, {term.term}", quote
    for milestone in guidance.milestones:
        yield f"timeline.yaml, {milestone.key}", f"{milestone.date_text}: {milestone.text}"


def _of_commitment(commitment: Commitment, opening: str) -> Iterator[tuple[str, str]]:
    place = f"commitments/{commitment.number:02d}.yaml"
    yield f"{place}, title", commitment.title
    yield f"{place}, official_wording", commitment.official_wording
    if not commitment.official_wording.startswith(opening):
        raise CorpusFault(
            f"{place}, official_wording: formuleringen börjar inte med {quoted(opening)}"
        )
    for point in commitment.points:
        for part in _uninterrupted(point):
            yield f"{place}, punkt {point.id}", part
        for text in _bullet_texts(point.bullets):
            yield f"{place}, punkt {point.id}, underpunkt", text
    for example in commitment.examples:
        yield f"{place}, exempel {example.number}", example.text
        for text in _bullet_texts(example.bullets):
            yield f"{place}, exempel {example.number}, underpunkt", text


def _uninterrupted(point: Point) -> tuple[str, ...]:
    if point.interrupted_after is None:
        return (point.text,)
    head, mark, tail = point.text.partition(point.interrupted_after)
    if not mark:
        raise CorpusFault(
            f"commitments/{point.commitment:02d}.yaml, punkt {point.id}: "
            f"interrupted_after {quoted(point.interrupted_after)} står inte i punktens text"
        )
    return (head + mark, tail.strip())


def _bullet_texts(bullets: Iterable[Bullet]) -> Iterator[str]:
    for bullet in bullets:
        yield bullet.text
        yield from _bullet_texts(bullet.bullets)
