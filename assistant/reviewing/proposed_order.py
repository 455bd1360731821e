"""An order read from a contract, so that last round's text becomes this round's start."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from assistant.domain.guidance import Guidance
from assistant.domain.municipalities import Municipality
from assistant.domain.reviews import Review
from assistant.reviewing.own_municipality import name_key, own_names
from assistant.reviewing.reference_findings import NUMBER, POINTS
from assistant.wording.sentences import sentences_of

IN_PARENTHESES = re.compile(r"\((?P<list>\d{1,2}\.\d{1,2}(?:(?:,|\s+och)\s+\d{1,2}\.\d{1,2})*)\)")


def proposed_order(
    review: Review, guidance: Guidance, municipalities: Sequence[Municipality]
) -> dict[str, Any]:
    """The order's JSON: the municipality if it is named, the commitments found, the points cited."""
    cited = dict.fromkeys(_cited(review.text))
    record: dict[str, Any] = {"edition": guidance.edition.id}
    municipality = _municipality(review.text, guidance, municipalities)
    if municipality:
        record["municipality"] = municipality.own_name
    found = {p.commitment for p in review.pledges}
    commitments = []
    for commitment in guidance.commitments:
        if commitment.number not in found:
            continue
        ordered: dict[str, Any] = {"number": commitment.number}
        if points := [p.id for p in commitment.points if p.id in cited]:
            ordered["points"] = points
        commitments.append(ordered)
    return {**record, "commitments": commitments}


def _cited(text: str) -> Iterator[str]:
    for pattern in (POINTS, IN_PARENTHESES):
        for match in pattern.finditer(text):
            yield from NUMBER.findall(match.group("list"))


def _municipality(
    text: str, guidance: Guidance, municipalities: Sequence[Municipality]
) -> Municipality | None:
    """The one municipality of the list whose contract it is; in doubt none."""
    edition = guidance.edition
    sentences = tuple(sentences_of(text, edition.pledge_opening))
    keys = own_names(sentences, edition.contract, municipalities)
    found = [
        m
        for m in municipalities
        if name_key(re.split(r"[ -]", m.short_name)[-1]) in keys and m.short_name in text
    ]
    return found[0] if len(found) == 1 else None
