"""Writes local facts as sentences: who, when, with what, with whom and how it is followed up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.domain.drafts import FactKind, GapKind, LocalFact
from assistant.domain.guidance import Phase
from assistant.domain.local_text import LocalText, Origin
from assistant.drafting.fitting import frame_of, phrase_of
from assistant.drafting.voice import Voice, framed, listed, sentence

GOAL, RESPONSIBLE, TIME = FactKind.GOAL, FactKind.RESPONSIBLE, FactKind.TIME
RESOURCES, TOGETHER = FactKind.RESOURCES, FactKind.COLLABORATION
FOLLOW_UP, OTHER = FactKind.FOLLOW_UP, FactKind.OTHER
ORDERS = (
    (GOAL, FOLLOW_UP, RESPONSIBLE, TIME, RESOURCES, TOGETHER, OTHER),
    (RESPONSIBLE, TIME, TOGETHER, RESOURCES, GOAL, FOLLOW_UP, OTHER),
    (GOAL, TIME, RESPONSIBLE, FOLLOW_UP, RESOURCES, TOGETHER, OTHER),
)
"""Orders that read well, so that one commitment does not end like the next."""
FIRST_OF_TWO = {GOAL, RESPONSIBLE}
SECOND_OF_TWO = {TIME, FOLLOW_UP}
"""Neighbours that read well in one sentence: "Ansvaret ligger hos …, och arbetet ska vara klart …"."""

WORK = "arbetet"
CONTRACT = "arbetet med kontraktet"


def scope_of(fact: LocalFact) -> str:
    """What a fact that names steps or points is about, as a noun.

    >>> scope_of(LocalFact(1, FactKind.TIME, "2027", points=("6.1", "6.2")))
    'arbetet med punkterna 6.1 och 6.2'
    """
    if fact.points:
        noun = "punkterna" if len(fact.points) > 1 else "punkt"
        return f"arbetet med {noun} {listed(list(fact.points))}"
    if fact.phases:
        noun = "stegen" if len(fact.phases) > 1 else "steget"
        return f"arbetet i {noun} {listed([p.name for p in fact.phases])}"
    return WORK


@dataclass(frozen=True, slots=True)
class Said:
    """Sagt: a main clause without capital and stop, and the fact it states, if it states one."""

    text: str
    kind: FactKind
    scope: str
    fact: int | None
    whole: bool = False
    """Whether it is a sentence of its own and cannot be joined with another."""


@dataclass(frozen=True, slots=True)
class FactWriter:
    """Uppgiftsskrivare: turns local facts, and visible gaps for missing ones, into sentences."""

    voice: Voice
    turn: int

    def said(self, fact: LocalFact, scope: str) -> Said:
        """A fact as a main clause, or verbatim when it fits no frame."""
        frame = frame_of(fact)
        if frame is None:
            return Said(sentence(fact.text), fact.kind, scope, fact.number, whole=True)
        text = self._framed(frame, phrase_of(fact), scope)
        return Said(text, fact.kind, scope, fact.number)

    def missing(self, kind: FactKind, placeholder: str, scope: str) -> Said:
        """A main clause with a placeholder where the fact should stand."""
        frame = {
            FactKind.RESPONSIBLE: "ansvarig_saknas",
            FactKind.GOAL: "mål_saknas",
            FactKind.TIME: "tid_klart",
            FactKind.RESOURCES: "resurser_saknas",
            FactKind.FOLLOW_UP: "uppföljning_sätt",
        }[kind]
        shown = f"senast {placeholder}" if kind is FactKind.TIME else placeholder
        return Said(self._framed(frame, shown, scope), kind, scope, None)

    def _framed(self, frame: str, text: str, scope: str) -> str:
        of = "" if scope in {WORK, CONTRACT} else f" för {scope}"
        return framed(frame, self.turn, **self.voice.variables, fact=text, scope=scope, of=of)

    def sentences(self, said: Iterable[Said]) -> Iterator[LocalText]:
        """What is said as sentences, in a fixed order, two in one where they belong together."""
        order = ORDERS[self.turn % len(ORDERS)]
        waiting = sorted(said, key=lambda one: order.index(one.kind))
        while waiting:
            one = waiting.pop(0)
            if waiting and _reads_well(one, waiting[0]):
                other = waiting.pop(0)
                yield _local(sentence(_joined(one, other)), one, other)
            else:
                yield _local(sentence(one.text), one)


def _reads_well(one: Said, other: Said) -> bool:
    return (
        one.kind in FIRST_OF_TWO
        and other.kind in SECOND_OF_TWO
        and one.scope == other.scope
        and not (one.whole or other.whole)
    )


def _joined(one: Said, other: Said) -> str:
    """Two clauses in one sentence, which names what they are about only once."""
    first, second = one.text, other.text
    if one.kind is not RESPONSIBLE:
        return f"{first}, och {second.replace(one.scope, WORK, 1)}"
    if not second.startswith(other.scope):
        return f"{first}, och {second.replace(f' av {other.scope}', '', 1)}"
    if first.startswith(f"för {one.scope} ") or first.endswith(f" ansvarar för {one.scope}"):
        return f"{first}, och det{second.removeprefix(other.scope)}"
    return f"{first.replace(f' för {one.scope}', '', 1)}, och {second}"


def _local(text: str, *said: Said) -> LocalText:
    facts = tuple(one.fact for one in said if one.fact is not None)
    return LocalText(text, Origin.MUNICIPAL if facts else Origin.OWN, facts=facts)


GAP_OF = {
    FactKind.RESPONSIBLE: GapKind.RESPONSIBLE,
    FactKind.TIME: GapKind.TIME,
    FactKind.GOAL: GapKind.GOAL,
    FactKind.RESOURCES: GapKind.RESOURCES,
    FactKind.FOLLOW_UP: GapKind.FOLLOW_UP,
}
"""The kinds of fact that a commitment should not be without."""


def belongs_to_step(fact: LocalFact, phase: Phase | None, points: tuple[str, ...]) -> bool:
    """Whether a fact names this step, or points that are written in it."""
    if fact.points:
        return fact.points[-1] in points
    return bool(fact.phases) and fact.phases[-1] == phase
