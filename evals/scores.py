"""What a scorer says: one value between 0 and 1, the higher the better, with a reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Poäng: how one scorer judged one outcome."""

    suite: str
    case: str
    measure: str
    value: float
    reason: str = ""
    group: str = ""
    generated: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """Bedömning: a score before its suite and case are known; `part` names a part of the case."""

    measure: str
    value: float
    reason: str = ""
    part: str = ""
    group: str | None = None
