"""How a point reads in running text: reviewed data beside the guidance, never a quotation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Ändring: words of the point and what stands for them in running text."""

    source: str
    clause: str


@dataclass(frozen=True, slots=True)
class RunningForm:
    """Löptextform: what follows "kommunen ska" when a point is written into a sentence.

    `clause` is an infinitive phrase without a final stop; `short` is the same with words left out;
    `continuation` are sentences that follow in the long form. `{kommunen}`, `{kommunens}`,
    `{kommun}` and `{kommunkoncernen}` stand for what the municipality calls itself and its group.
    `corrected` are faults of the source that running text must not repeat.
    """

    point: str
    clause: str
    short: str
    continuation: tuple[str, ...] = ()
    rewritten: bool = False
    corrected: tuple[Change, ...] = ()
    question: str | None = None
    """What the guidance leaves for the municipality to answer."""
