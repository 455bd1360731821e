"""What of a saved draft is not the same in the edition in use."""

from collections.abc import Iterator

from assistant.domain.drafts import Draft
from assistant.domain.editions import EditionChange, EditionDiff, Part
from assistant.domain.guidance import Guidance, Point
from assistant.domain.renewals import Renewal
from assistant.domain.saved_drafts import DraftForm
from assistant.editions.affecting import affected_clauses
from assistant.saved_drafts.forms import whole_steps


def renewal(
    draft: Draft, form: DraftForm, old: Guidance, new: Guidance, diff: EditionDiff
) -> Renewal:
    """The sentences and points of a draft that are old, and the new points of steps chosen whole.

    `draft` is composed from `form` in the edition that it was written with, which is `old`.
    """
    whole = set()
    for ordered in draft.order.commitments:
        now = diff.successors.get(f"{old.edition.id}/åtagande/{ordered.commitment.number}")
        if now:
            steps = whole_steps(form.about(ordered.commitment.number), ordered.commitment)
            whole |= {(now.commitment, step) for step in steps}
    added = tuple(
        change
        for change, point in new_points(new, diff)
        if point.phase and (point.commitment, point.phase.key) in whole
    )
    return Renewal(diff, affected_clauses("", draft, diff), added)


def new_points(new: Guidance, diff: EditionDiff) -> Iterator[tuple[EditionChange, Point]]:
    """The points that only the new edition has."""
    for change in diff.of(Part.POINT):
        passage = change.new.passage if change.new and change.old is None else None
        point = new.point(passage.name) if passage else None
        if point:
            yield change, point
