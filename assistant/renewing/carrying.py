"""The content of a draft in another edition: the same choices and texts by their new numbers.

What is local comes along as it is. An official wording is a mark, so that it is the new edition's from then
on. What the new edition has no place for is told; it stays in the version before.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.domain.editions import EditionDiff
from assistant.domain.guidance import Commitment, Guidance
from assistant.domain.local_text import Origin
from assistant.domain.passages import Passage
from assistant.domain.renewals import Renewed
from assistant.domain.saved_drafts import (
    DraftContent,
    DraftForm,
    Edit,
    GivenCommitment,
    OfficialMark,
    OwnSentence,
)
from assistant.renewing.standing import new_points
from assistant.saved_drafts.forms import chosen, points_of, whole_steps

CLAUSE = "åtagande-"
"""What the key of a commitment's clause begins with, before its number."""


@dataclass(frozen=True)
class Carrier:
    """Överföring: from one edition to another, by what has taken the place of what."""

    old: Guidance
    new: Guidance
    diff: EditionDiff

    def carried(self, content: DraftContent) -> Renewed:
        """The content in the new edition."""
        left: list[str] = []
        form = content.form
        mandatory = {c.number for c in self.new.mandatory}
        before = {c.number for c in self.old.mandatory} | set(form.chosen)
        numbers = {number for n in before if (number := self._number(n))}
        new_form = replace(form, chosen=tuple(sorted(numbers - mandatory)), commitments=())
        points: dict[int, set[str]] = {}
        for given in form.commitments:
            new_form = new_form.told(self._facts(given, left))
            for point in self._points(given, left):
                points.setdefault(point.commitment or 0, set()).add(point.name)
        for number, ids in points.items():
            new_form = self._with_points(new_form, number, frozenset(ids))
        edits = tuple(self._edit(edit) for edit in content.edits)
        carried = replace(content, edition=self.new.edition.id, form=new_form, edits=edits)
        return Renewed(carried, tuple(dict.fromkeys(left)))

    def _successor(self, kind: str, name: int | str) -> Passage | None:
        return self.diff.successors.get(f"{self.old.edition.id}/{kind}/{name}")

    def _number(self, number: int) -> int | None:
        now = self._successor("åtagande", number)
        return now.commitment if now else None

    def _facts(self, given: GivenCommitment, left: list[str]) -> GivenCommitment:
        number = self._number(given.number)
        if number is None:
            nouns = self.old.edition.nouns
            left.append(
                f"{nouns.heading(given.number)} finns inte i version {self.new.edition.label}, så det "
                "som står i formuläret om det följer inte med."
            )
            return GivenCommitment(0)
        return GivenCommitment(number, facts=given.facts)

    def _points(self, given: GivenCommitment, left: list[str]) -> Iterator[Passage]:
        """What has taken the place of each point that is chosen, and the new points of whole steps."""
        before = self.old.commitment(given.number)
        if before is None:
            return
        for point in sorted(points_of(given, before)):
            now = self._successor("punkt", point)
            if now:
                yield now
            elif self._number(given.number):
                left.append(
                    f"Punkt {point} finns inte i version {self.new.edition.label} och följer inte med."
                )
        whole = whole_steps(given, before)
        for change, added in new_points(self.new, self.diff):
            of_it = added.commitment == self._number(given.number)
            if of_it and added.phase and added.phase.key in whole and change.new:
                yield from filter(None, (change.new.passage,))

    def _with_points(self, form: DraftForm, number: int, points: frozenset[str]) -> DraftForm:
        commitment: Commitment | None = self.new.commitment(number)
        if commitment is None:
            return form
        steps, own = chosen(commitment, points, self.new)
        return form.told(replace(form.about(number), steps=steps, points=own))

    def _edit(self, edit: Edit) -> Edit:
        clause, number = edit.clause, edit.clause.removeprefix(CLAUSE)
        if clause != number:
            # One that is gone gets a key that no other has: what has its number now is something else.
            gone = f"{number}-{self.old.edition.id}"
            clause = f"{CLAUSE}{(number.isdecimal() and self._number(int(number))) or gone}"
        paragraphs = tuple(tuple(self._sentence(one) for one in group) for group in edit.paragraphs)
        return replace(edit, clause=clause, paragraphs=paragraphs)

    def _sentence(self, one: OwnSentence | OfficialMark) -> OwnSentence | OfficialMark:
        if isinstance(one, OfficialMark):
            now = self.diff.successors.get(one.passage)
            return OfficialMark(now.id) if now else one
        points = [self._successor("punkt", point) for point in one.points]
        kept = tuple(point.name for point in points if point)
        # What rested on a point that is gone rests on nothing but itself.
        origin = one.origin if len(kept) == len(points) else Origin.OWN
        return replace(one, points=kept, origin=origin)
