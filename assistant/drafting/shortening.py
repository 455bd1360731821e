"""Keeps a commitment within the short form, and says what that leaves out."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from assistant.domain.drafts import OrderedCommitment, Remark, RemarkKind
from assistant.domain.guidance import Phase
from assistant.domain.local_text import LocalText
from assistant.domain.nouns import Nouns
from assistant.domain.running_text import RunningForm
from assistant.drafting.voice import points_named

LONGEST_SHORT = 120
"""Words of local text that a commitment may have in the short form."""


def word_count(sentences: tuple[LocalText, ...]) -> int:
    """The words of local text, with the marks that point at facts."""
    return sum(len(s.text.split()) + 2 * len(s.facts) for s in sentences)


def by_step(
    ordered: OrderedCommitment, points: tuple[str, ...]
) -> list[tuple[Phase | None, tuple[str, ...]]]:
    """The points by step, in the order of the commitment; all together where there are no steps."""
    chosen = [point for point in ordered.commitment.points if point.id in points]
    return [
        (phase, tuple(point.id for point in group))
        for phase, group in groupby(chosen, lambda point: point.phase)
    ]


def fewer(
    ordered: OrderedCommitment, chosen: tuple[str, ...], forms: Mapping[str, RunningForm]
) -> tuple[str, ...]:
    """The points without the longest one of the step that has most, so that every step keeps one."""
    steps = [points for _, points in by_step(ordered, chosen)]
    most = max(len(points) for points in steps)
    candidates = [point for points in steps if len(points) == most for point in points]
    longest = max(candidates, key=lambda point: len(forms[point].short.split()))
    return tuple(point for point in chosen if point != longest)


def remarks_on_length(
    ordered: OrderedCommitment,
    chosen: tuple[str, ...],
    local: tuple[LocalText, ...],
    forms: Mapping[str, RunningForm],
    nouns: Nouns,
) -> Iterator[Remark]:
    """What the short form leaves out of the points, and what does not fit into it."""
    number = ordered.commitment.number
    named = nouns.heading(number)
    left = [point for point in ordered.points if point not in chosen]
    if left:
        message = (
            f"{named}: alla punkter ryms inte på {LONGEST_SHORT} ord. Texten hänvisar därför "
            f"bara till {points_named(left)}. Välj utförlig längd eller färre punkter."
        )
        yield Remark(RemarkKind.REFERRED, message, number)
    shortened = [point for point in chosen if is_shortened(forms[point])]
    if shortened:
        message = (
            f"{named}: i kort form återges bara delar av {points_named(shortened)}. "
            "Välj utförlig längd om hela punkterna ska stå i texten."
        )
        yield Remark(RemarkKind.SHORTENED, message, number)
    words = word_count(local)
    if words > LONGEST_SHORT:
        message = (
            f"{named}: uppgifterna gör texten {words} ord lång, och kort form har högst "
            f"{LONGEST_SHORT}. Korta uppgifterna eller välj utförlig längd."
        )
        yield Remark(RemarkKind.TOO_LONG, message, number)


def is_shortened(form: RunningForm) -> bool:
    """Whether the short form of a point leaves out something that its long form says."""
    return form.short != form.clause or bool(form.continuation)
