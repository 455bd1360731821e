"""A guidance and its passages, with the ways to pick passages out by what they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.guidance import Guidance, Phase, Term
from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.guidance.loading import load_guidance
from assistant.guidance.passages import passages_of, term_id


@dataclass(frozen=True)
class Library:
    """Samling: one edition, cut into passages."""

    guidance: Guidance
    passages: tuple[Passage, ...]

    @classmethod
    def from_folder(cls, folder: Path) -> "Library":
        """Load and check the edition in `folder`."""
        guidance = load_guidance(folder)
        return cls(guidance, passages_of(guidance))

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """Every passage by its id."""
        return {passage.id: passage for passage in self.passages}

    @property
    def words(self) -> Mapping[str, str]:
        """What the edition calls its commitments and itself, for our own sentences."""
        return self.guidance.edition.nouns.words

    def named(self, name: str, place: str) -> Passage:
        """The passage that a file of the corpus names without the edition; `place` is where it does."""
        passage = self.by_id.get(f"{self.guidance.edition.id}/{name}")
        if passage is None:
            raise CorpusFault(f"{place}: stycket {quoted(name)} finns inte")
        return passage

    def quote(self, passage: Passage) -> Quotation:
        """The passage as a quotation that cites every place with word for word the same text."""
        same = tuple(
            other
            for other in self.passages
            if other.text == passage.text
            and other.id != passage.id
            and PassageKind.TERM not in (other.kind, passage.kind)
        )
        return Quotation(passage, same)

    def wording(self, commitment: int) -> Passage:
        """The official wording of a commitment that exists."""
        return self._named(f"åtagande/{commitment}")

    def point(self, point_id: str) -> Passage:
        """A point that exists."""
        return self._named(f"punkt/{point_id}")

    def term(self, term: Term) -> Passage:
        """What the guidance says about a term."""
        return self._named(f"begrepp/{term_id(term)}")

    def points(self, commitment: int, phase: Phase | None) -> tuple[Passage, ...]:
        """The points of a commitment in a step, in order; with None where the edition has no steps."""
        found = self.guidance.commitment(commitment)
        points = found.points if found else ()
        return tuple(self.point(p.id) for p in points if p.phase == phase)

    def examples(self, commitment: int) -> tuple[Passage, ...]:
        """The examples of a commitment, in order."""
        return tuple(
            p for p in self.passages if p.kind is PassageKind.EXAMPLE and p.commitment == commitment
        )

    def around(self, passage: Passage) -> tuple[Passage, ...]:
        """The passage among those it stands with: its section, or its step of its commitment.

        An official wording stands with its points, a term with the passages that hold its sentences.
        """
        if passage.kind is PassageKind.TERM:
            lines = passage.text.split("\n")
            hosts = tuple(
                p
                for p in self.passages
                if p.kind is not PassageKind.TERM and any(line in p.text for line in lines)
            )
            return hosts or (passage,)
        if passage.kind is PassageKind.WORDING:
            points = (p for p in self.passages if p.kind is PassageKind.POINT)
            return (passage, *(p for p in points if p.commitment == passage.commitment))
        return tuple(
            p
            for p in self.passages
            if p.kind is passage.kind and p.heading == passage.heading and p.phase == passage.phase
        )

    @property
    def milestones(self) -> tuple[Passage, ...]:
        """The dated steps of the round, in order."""
        return tuple(p for p in self.passages if p.kind is PassageKind.MILESTONE)

    def section_naming(self, names: tuple[str, ...]) -> Passage | None:
        """The first passage of the running text that has every one of the names in a list."""
        for passage in self.passages:
            lines = passage.text.split("\n")[1:]
            if (
                names
                and passage.kind is PassageKind.SECTION
                and all(any(name in line for line in lines) for name in names)
            ):
                return passage
        return None

    def _named(self, name: str) -> Passage:
        return self.by_id[f"{self.guidance.edition.id}/{name}"]
