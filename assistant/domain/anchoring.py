"""What a draft needs on its way to a decision: the meetings, and the dates before them."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Meeting:
    """Sammanträde: who meets, when if it is known, and how many days before papers must be in."""

    body: str
    day: date | None = None
    lead_days: int | None = None

    @property
    def papers_due(self) -> date | None:
        """The last day for papers; None where the meeting or the lead is not known."""
        if self.day is None or self.lead_days is None:
            return None
        return self.day - timedelta(days=self.lead_days)


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Förankring: the meetings that a draft goes through, in order, ending with the signing."""

    meetings: tuple[Meeting, ...]
    administration: str | None = None
    officer: str | None = None
