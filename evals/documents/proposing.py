"""How many of the planted facts are proposed, and how much of what is proposed was planted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assistant.domain.drafts import FactKind
from assistant.domain.passages import Quotation
from evals.documents.roadmap import Planted, Roadmap

Stated: TypeAlias = tuple[FactKind, str, int]
"""A kind, what is stated, and the page."""


@dataclass(frozen=True, slots=True)
class Share:
    """Andel: how many of how many."""

    right: int
    of: int

    def __str__(self) -> str:
        """As a table shows it: "9 av 10"."""
        return f"{self.right} av {self.of}"


@dataclass(frozen=True, slots=True)
class Row:
    """Rad: the precision and recall of one kind, on the pages tuned on or on those held out."""

    kind: FactKind
    held_out: bool
    precision: Share
    recall: Share


def page_of(quotation: Quotation) -> int:
    """The page on which a quotation of a PDF begins."""
    return int(quotation.location.rpartition("sida ")[2].partition("–")[0])


def scored(proposed: Iterable[tuple[FactKind, Quotation]], roadmap: Roadmap) -> list[Row]:
    """A row for each kind and half; right are sentence, kind and page together."""
    return _rows(_stated(proposed), roadmap.planted(), roadmap.held_out_pages())


def scored_in_rows(proposed: Iterable[tuple[FactKind, Quotation]], roadmap: Roadmap) -> list[Row]:
    """The same for what is proposed from rows of tables, in Word, where the heading tells the page."""
    pages = roadmap.pages_by_heading()
    facts = roadmap.planted_in_rows()
    measures = {fact.sentence.partition("; ")[0].partition(": ")[0] for fact in facts}
    found = {
        (kind, q.text, pages[q.passage.heading])
        for kind, q in proposed
        if q.text.partition(": ")[0] in measures
    }
    return _rows(found, facts, roadmap.held_out_pages())


def of_another_kind(
    proposed: Iterable[tuple[FactKind, Quotation]], roadmap: Roadmap, *, held_out: bool
) -> int:
    """How many planted sentences are proposed on their page, but only as another kind."""
    found = _stated(proposed)
    places = {(sentence, page) for _, sentence, page in found}
    return sum(
        (fact.sentence, fact.page) in places and (fact.kind, fact.sentence, fact.page) not in found
        for fact in roadmap.planted()
        if fact.held_out == held_out
    )


def _stated(proposed: Iterable[tuple[FactKind, Quotation]]) -> set[Stated]:
    return {(kind, q.text, page_of(q)) for kind, q in proposed}


def _rows(found: set[Stated], facts: Sequence[Planted], held_out: frozenset[int]) -> list[Row]:
    rows = []
    for half in (False, True):
        wanted = {(p.kind, p.sentence, p.page) for p in facts if p.held_out == half}
        given = {one for one in found if (one[2] in held_out) == half}
        for kind in FactKind:
            right = len({one for one in wanted & given if one[0] is kind})
            of_given = sum(one[0] is kind for one in given)
            of_wanted = sum(one[0] is kind for one in wanted)
            if of_given or of_wanted:
                rows.append(Row(kind, half, Share(right, of_given), Share(right, of_wanted)))
    return rows


def total(rows: Iterable[Row]) -> tuple[float, float]:
    """Precision and recall over rows."""
    kept = list(rows)
    right = sum(row.precision.right for row in kept)
    return right / sum(row.precision.of for row in kept), right / sum(row.recall.of for row in kept)
