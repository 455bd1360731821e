"""The gate: what a run must hold for a change to be let through."""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.baseline import Compared
from evals.measures import Measured
from evals.promises import must_be_whole

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
