"""The texts of an edition, part by part, with what they are matched by and where they stand.

Where something stands is told in the terms of the new edition: a point of a commitment that has got
another number has not moved, as long as it is still that commitment's third point in the same step.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from assistant.domain.editions import Wording
from assistant.domain.guidance import Phase
from assistant.domain.passages import Passage, PassageKind
from assistant.editions.matching import Item, matched
from assistant.guidance.library import Library
from assistant.guidance.passages import place_of


@dataclass(frozen=True, slots=True)
class Placed:
    """Placerad text: a text with what it is matched by, and where it counts as standing."""

    item: Item
    wording: Wording
    position: Hashable
    """Texts that belong together are moved when this is not the same."""


@dataclass(frozen=True, slots=True)
class Places:
    """Placeringar: what the commitments and steps of the old edition are in the new one."""

    old: Library
    commitments: dict[int, int]
    phases: dict[str, str]

    @classmethod
    def of(cls, old: Library, new: Library, commitments: dict[int, int]) -> "Places":
        """The places of two editions, whose commitments have been matched."""
        ours, theirs = old.guidance.edition.phases, new.guidance.edition.phases
        pairs = matched([*map(_step, ours)], [*map(_step, theirs)], by_key=True)
        return cls(
            old, commitments, {ours[at].key: theirs[found].key for at, found in pairs.items()}
        )

    def steps(self, library: Library) -> list[Placed]:
        """The steps, with their names and what is said of them."""
        return [
            Placed(_step(phase), Wording(f"Steget {phase.name}", _shown(phase)), number)
            for number, phase in enumerate(library.guidance.edition.phases)
        ]

    def points(self, library: Library) -> list[Placed]:
        """The points."""
        return [
            self._placed(
                library.point(point.id),
                library,
                point.id.partition(".")[2],
                self._phase(point.phase, library),
            )
            for commitment in library.guidance.commitments
            for point in commitment.points
        ]

    def examples(self, library: Library) -> list[Placed]:
        """The examples, whose numbers are ours and say nothing."""
        return [
            self._placed(passage, library)
            for commitment in library.guidance.commitments
            for passage in library.examples(commitment.number)
        ]

    def sections(self, library: Library) -> list[Placed]:
        """The paragraphs of the running text; which one under its heading says nothing."""
        return [
            Placed(
                Item(_name(passage, library), passage.heading, passage.text),
                Wording(_place(passage, library), passage.text, passage=passage),
                _name(passage, library).rpartition("/")[0],
            )
            for passage in library.passages
            if passage.kind is PassageKind.SECTION
        ]

    def terms(self, library: Library) -> list[Placed]:
        """The terms with the sentences about them."""
        return [
            Placed(
                Item(term.term, term.term, library.term(term).text),
                Wording(f"Begreppet ”{term.term}”", passage.text, passage=passage),
                None,
            )
            for term in library.guidance.terms
            for passage in (library.term(term),)
        ]

    def milestones(self, library: Library) -> list[Placed]:
        """The dated steps of the round."""
        return [
            Placed(
                Item(milestone.key, None, passage.text),
                Wording("Tidplanen", passage.text, passage=passage),
                None,
            )
            for milestone, passage in zip(
                library.guidance.milestones, library.milestones, strict=True
            )
        ]

    def _placed(self, passage: Passage, library: Library, *within: Hashable) -> Placed:
        commitment = passage.commitment or 0
        # One that is gone is no commitment of the new edition.
        now = self.commitments.get(commitment, -commitment) if library is self.old else commitment
        return Placed(
            Item((now, *within[:1]), now, passage.text),
            Wording(_place(passage, library), passage.text, passage.commitment, passage),
            (now, *within),
        )

    def _phase(self, phase: Phase | None, library: Library) -> str | None:
        if phase is None:
            return None
        return self.phases.get(phase.key, phase.key) if library is self.old else phase.key


def _step(phase: Phase) -> Item:
    return Item(phase.key, None, _shown(phase))


def _shown(phase: Phase) -> str:
    return f"{phase.name}: {phase.descriptor}"


def _name(passage: Passage, library: Library) -> str:
    return passage.id.removeprefix(f"{library.guidance.edition.id}/")


def _place(passage: Passage, library: Library) -> str:
    return place_of(passage, library.guidance.edition)


def facts(library: Library) -> Iterator[Placed]:
    """What an edition says of itself, but for which one it is."""
    edition = library.guidance.edition
    nouns = edition.nouns
    called = f"{nouns.article} {nouns.one}, {nouns.the}, {nouns.many}, {nouns.those}"
    for name, text in (
        ("Titel", edition.title),
        ("Kontrakt", edition.contract),
        ("Omgång", edition.round),
        ("Ägare", edition.owner),
        ("Status", edition.status),
        ("Så börjar de officiella formuleringarna", edition.pledge_opening),
        ("Benämningar", called),
        ("Dokumentet kallas", nouns.document),
    ):
        yield Placed(Item(name, name, text), Wording(name, text), None)
