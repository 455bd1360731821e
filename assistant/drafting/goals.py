"""Finds goals in an order that contradict each other, or that hold for different things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from assistant.domain.drafts import FactKind, LocalFact, Remark, RemarkKind

YEAR = re.compile(r"(?<![\d.,])(20\d\d)(?!\d|[.,]\d| (?:kronor|kr|ton|kWh|MWh|bostäder))")
PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*(?:procent|%)")
SCOPES = {
    "staden eller det geografiska området": (
        r"\b(?:stad|staden|stadens|stads|geografisk\w*|området|hela samhället)\b"
    ),
    "kommunen": r"\b(?:kommun|kommunen|kommunens|kommuns)\b",
    "koncernen eller den egna organisationen": (
        r"\b(?:\w*koncern|\w*koncernen|\w*koncernens|organisationen|egna verksamheten|bolagen)\b"
    ),
}
GOAL_SUBJECTS = {
    "klimatneutralitet": r"klimatneutral|nettonoll|netto-noll|klimatpositiv|noll nettoutsläpp",
    "fossilfrihet": r"fossilfri|fossiloberoende",
    "minskade utsläpp": r"utsläpp",
}
Placed = tuple[int | None, LocalFact]
"""A fact with the commitment it was given for, None for the whole contract."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Mål: what a fact, or a part of it, wants to reach."""

    commitment: int | None
    fact: int
    text: str
    subject: str

    @property
    def years(self) -> set[str]:
        """The years that are named."""
        return set(YEAR.findall(self.text))

    @property
    def shares(self) -> set[str]:
        """The percentages that are named."""
        return set(PERCENT.findall(self.text))

    @property
    def scopes(self) -> frozenset[str]:
        """What the goal is said to hold for."""
        return _scopes(self.text)


def remarks_on_goals(facts: tuple[Placed, ...]) -> Iterator[Remark]:
    """Goals for the same thing with different years or shares, together or by scope."""
    goals = [
        Goal(number, fact.number, part, subject)
        for number, fact in facts
        for part in _parts(fact)
        for subject in [_subject(part)]
        if subject and (fact.kind is FactKind.GOAL or YEAR.search(part))
    ]
    for one, other in combinations(goals, 2):
        if one.subject == other.subject and one.text != other.text:
            found = _clash(one, other)
            if found:
                kind, message = found
                where = other.commitment if other.commitment == one.commitment else None
                yield Remark(kind, message, where)


def _clash(one: Goal, other: Goal) -> tuple[RemarkKind, str] | None:
    numbers = sorted({one.fact, other.fact})
    who = f"Uppgift {' och '.join(str(number) for number in numbers)}"
    years = f"{_row(one.years)} och {_row(other.years)}"
    apart = bool(one.years and other.years and not one.years & other.years)
    if apart and one.scopes != other.scopes:
        message = (
            f"{who} anger olika år för {one.subject} ({years}) för olika avgränsningar: "
            f"{_scope_row(one.scopes)} respektive {_scope_row(other.scopes)}. Skriv ut vad varje "
            "mål gäller."
        )
        return RemarkKind.SCOPE, message
    if apart and not (one.shares or other.shares):
        message = f"{who} anger olika år för {one.subject}: {years}. Vilket gäller?"
        return RemarkKind.GOALS, message
    same_year = one.years & other.years and one.scopes == other.scopes
    if same_year and one.shares and other.shares and not one.shares & other.shares:
        message = (
            f"{who} anger olika nivå för {one.subject} samma år: {_row(one.shares)} och "
            f"{_row(other.shares)} procent. Vilket gäller?"
        )
        return RemarkKind.GOALS, message
    return None


def _parts(fact: LocalFact) -> list[str]:
    """The fact, or its halves where one subject has two scopes ("staden 2030, kommunen 2040")."""
    halves = [h.strip() for h in re.split(r",|;| och | men ", fact.text) if YEAR.search(h)]
    subject = _subject(fact.text)
    if len(halves) > 1 and subject and sum(bool(_scopes(h)) for h in halves) > 1:
        return [h if _subject(h) else f"{h} {subject}" for h in halves]
    return [fact.text]


def _subject(text: str) -> str | None:
    folded = text.casefold()
    return next((name for name, p in GOAL_SUBJECTS.items() if re.search(p, folded)), None)


def _scopes(text: str) -> frozenset[str]:
    folded = text.casefold()
    return frozenset(name for name, pattern in SCOPES.items() if re.search(pattern, folded))


def _row(values: set[str]) -> str:
    return ", ".join(sorted(values))


def _scope_row(scopes: frozenset[str]) -> str:
    return " / ".join(sorted(scopes)) or "utan avgränsning"
