"""Which commitment a text is about, as the passages nearest to it say."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.search.index import PassageIndex

CONSIDERED = 10
"""Passages that have a say."""


def leading_commitment(text: str, index: "PassageIndex", share: float) -> int | None:
    """The commitment whose passages and questions have at least this share of the score; or None."""
    votes: dict[int, float] = {}
    for hit in index.nearest(text, CONSIDERED, lambda p: p.commitment is not None):
        number = hit.passage.commitment
        if number is not None:
            votes[number] = votes.get(number, 0.0) + hit.score
    if not votes:
        return None
    best = max(votes, key=lambda number: votes[number])
    return best if votes[best] >= share * sum(votes.values()) else None
