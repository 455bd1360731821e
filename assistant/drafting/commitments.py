"""Writes the clause of one commitment: official sentence, steps, local facts and visible gaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.domain.drafts import (
    Clause,
    FactKind,
    Gap,
    Length,
    LocalFact,
    Order,
    OrderedCommitment,
    Remark,
    Sentence,
)
from assistant.domain.guidance import Phase
from assistant.domain.local_text import LocalText, Origin
from assistant.domain.running_text import RunningForm
from assistant.drafting.facts import GAP_OF, WORK, FactWriter, belongs_to_step, scope_of
from assistant.drafting.fitting import frame_of, phrase_of
from assistant.drafting.gaps import gap, point_gap, step_gap
from assistant.drafting.shortening import (
    LONGEST_SHORT,
    by_step,
    fewer,
    remarks_on_length,
    word_count,
)
from assistant.drafting.steps import StepWriter, WovenTime
from assistant.drafting.voice import Voice, framed, listed, points_named
from assistant.guidance.library import Library


@dataclass(frozen=True, slots=True)
class Written:
    """Skrivet: a clause with its gaps and remarks."""

    clause: Clause
    gaps: tuple[Gap, ...]
    forms: tuple[RunningForm, ...]
    """The running forms that it is written from."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentWriter:
    """Åtagandeskrivare: writes the clauses of an order, one commitment at a time."""

    order: Order
    library: Library
    forms: Mapping[str, RunningForm]

    def written(self, ordered: OrderedCommitment) -> Written:
        """The clause; in the short form points are left to a reference until the words suffice."""
        chosen = ordered.points
        result = self._with(ordered, chosen)
        if self.order.length is Length.FULL:
            return result
        while word_count(result.clause.local) > LONGEST_SHORT and len(chosen) > 1:
            chosen = fewer(ordered, chosen, self.forms)
            result = self._with(ordered, chosen)
        remarks = remarks_on_length(
            ordered, chosen, result.clause.local, self.forms, self._voice.nouns
        )
        return replace(result, remarks=tuple(remarks))

    def _with(self, ordered: OrderedCommitment, chosen: tuple[str, ...]) -> Written:
        number = ordered.commitment.number
        official = self.library.quote(self.library.wording(number))
        paragraphs: list[tuple[Sentence, ...]] = []
        if not ordered.commitment.mandatory:
            paragraphs.append((official,))
        gaps: list[Gap] = []
        if ordered.points:
            paragraphs += self._steps(ordered, chosen)
            missing = tuple(self._missing(ordered))
            gaps += [self._gap(kind, number) for kind in missing]
        else:
            missing = ()
            edition = self.library.guidance.edition
            asked = step_gap(number, edition.phases, self.order.municipality, edition.nouns)
            gaps.append(asked)
            variables = {**self._voice.variables, "gap": asked.placeholder}
            paragraphs.append((LocalText(framed("no_step", number, **variables)),))
        closing = tuple(self._closing(ordered, chosen, missing))
        if closing:
            paragraphs.append(closing)
        gaps += self._left_open(number, chosen)
        clause = Clause(
            key=f"åtagande-{number}",
            heading=f"{self._voice.nouns.heading(number)}: {ordered.commitment.title}",
            paragraphs=tuple(paragraphs),
            commitment=number,
            official=official,
        )
        used = tuple(self.forms[point] for point in chosen)
        return Written(clause, tuple(gaps), used)

    @property
    def _voice(self) -> Voice:
        return Voice.of(self.order.municipality, self.library.guidance.edition)

    def _steps(
        self, ordered: OrderedCommitment, chosen: tuple[str, ...]
    ) -> Iterator[tuple[Sentence, ...]]:
        number = ordered.commitment.number
        writer = StepWriter(self._voice, self.order.length, self.forms, number)
        for before, (phase, points) in enumerate(by_step(ordered, chosen)):
            facts = self._facts_of(ordered, phase, points)
            times = tuple(self._woven(writer, facts, points, ordered, chosen))
            woven = {time.fact for time in times}
            sentences = writer.step(phase, points, before=before, times=times)
            told = FactWriter(self._voice, number + before)
            said = [told.said(f, scope_of(f)) for f in facts if f.number not in woven]
            yield (*sentences, *told.sentences(said))
        left = tuple(point for point in ordered.points if point not in chosen)
        if left:
            refer = self._referred(ordered, chosen, left)
            text = framed("referred", number, **self._voice.variables, refer=refer)
            yield (LocalText(text, Origin.GUIDANCE, points=left),)

    def _referred(
        self, ordered: OrderedCommitment, chosen: tuple[str, ...], left: tuple[str, ...]
    ) -> str:
        """The points that are only referred to; a step that has no other points is named."""
        written = {phase for phase, _ in by_step(ordered, chosen)}
        steps = by_step(ordered, left)
        whole = [
            f"steget {phase.name} ({points_named(list(points))})"
            for phase, points in steps
            if phase and phase not in written
        ]
        rest = [point for phase, points in steps if phase in written for point in points]
        return listed([*whole, *([points_named(rest)] if rest else [])], "samt")

    def _facts_of(
        self, ordered: OrderedCommitment, phase: Phase | None, points: tuple[str, ...]
    ) -> list[LocalFact]:
        return [f for f in ordered.facts if belongs_to_step(f, phase, points)]

    def _woven(
        self,
        writer: StepWriter,
        facts: list[LocalFact],
        points: tuple[str, ...],
        ordered: OrderedCommitment,
        chosen: tuple[str, ...],
    ) -> Iterator[WovenTime]:
        """The times that belong to exactly the points of one sentence: they go into it."""
        rows = [frozenset(row) for row in writer.rows(points)]
        general = [f for f in ordered.facts if not f.points and not f.phases]
        if points == chosen == ordered.points:
            facts = [*facts, *general]
        taken: set[frozenset[str]] = set()
        for fact in facts:
            if fact.kind is not FactKind.TIME or frame_of(fact) is None:
                continue
            covered = frozenset(fact.points or points)
            if covered in rows and covered not in taken:
                taken.add(covered)
                yield WovenTime(phrase_of(fact), fact.number, covered)

    def _closing(
        self, ordered: OrderedCommitment, chosen: tuple[str, ...], missing: tuple[FactKind, ...]
    ) -> Iterator[LocalText]:
        """What is true of the commitment as a whole, and what is missing."""
        number = ordered.commitment.number
        placed = set()
        writer = StepWriter(self._voice, self.order.length, self.forms, number)
        for phase, points in by_step(ordered, chosen):
            facts = self._facts_of(ordered, phase, points)
            placed |= {f.number for f in facts}
            placed |= {t.fact for t in self._woven(writer, facts, points, ordered, chosen)}
        told = FactWriter(self._voice, number)
        said = [told.said(f, scope_of(f)) for f in ordered.facts if f.number not in placed]
        said += [told.missing(kind, self._gap(kind, number).placeholder, WORK) for kind in missing]
        yield from told.sentences(said)

    def _missing(self, ordered: OrderedCommitment) -> Iterator[FactKind]:
        known = {f.kind for f in (*ordered.facts, *self.order.facts)}
        yield from (kind for kind in GAP_OF if kind not in known)

    def _gap(self, kind: FactKind, number: int) -> Gap:
        return gap(GAP_OF[kind], number, self.order.municipality, self._voice.nouns)

    def _left_open(self, number: int, chosen: tuple[str, ...]) -> Iterator[Gap]:
        for point in chosen:
            if question := self.forms[point].question:
                yield point_gap(point, number, question, self.order.municipality)
