"""The gate: what a run must hold for a change to be let through."""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.baseline import Compared
from evals.measures import Measured

WHOLE: dict[str, tuple[str, ...] | None] = {
    "ordagrannhet": None,
    "granskning": ("ändrad mening upptäckt", "återgiven mening godtagen"),
    "angrepp": None,
}
"""Suites, or measures of them, that must be 100 %: a promise that is kept nearly always is broken."""
LIMIT = 0.05
"""How likely by chance a fall may be and still count as a fall, adjusted for the number of tests."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Grindens utslag: what fails, and what could not be compared."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether a change is let through."""
        return not self.faults


def must_be_whole(suite: str, measure: str) -> bool:
    """Whether a measure must be 100 %."""
    if suite not in WHOLE:
        return False
    measures = WHOLE[suite]
    return measures is None or measure in measures


def judge(rows: Iterable[Measured], compared: tuple[Compared, ...] | None) -> Verdict:
    """What the numbers mean for a change; `compared` is None where no run has been accepted."""
    faults = [
        f"{row.suite}: {row.measure} är inte 100 procent ({row.short} av {row.count} fall faller)."
        for row in rows
        if not row.group and must_be_whole(row.suite, row.measure) and row.short
    ]
    if compared is None:
        note = "Ingen körning är godtagen än, så det finns inget att jämföra med."
        return Verdict(tuple(faults), (note,))
    faults += [
        f"{c.suite}: {c.measure} är säkert lägre än i den godtagna körningen "
        f"({c.after:.3f} mot {c.before:.3f} på samma {c.pairs} fall, p = {c.chance:.3f})."
        for c in compared
        if c.after < c.before and c.chance < LIMIT
    ]
    notes = () if compared else ("Inga fall är desamma som i den godtagna körningen.",)
    return Verdict(tuple(faults), notes)
