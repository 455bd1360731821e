"""Which text of a new edition is which of the old one: by number and by words.

The same words are the same text wherever they stand. Of what is left, the pairs most alike belong
together; the same number speaks for a pair, and so does the same commitment.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from assistant.wording.redlines import in_common

ALIKE = 0.5
"""Share of words in common from which two texts are one that was changed."""
ALIKE_IN_PLACE = 0.35
"""The same for texts with the same number."""
SAME_NUMBER, SAME_GROUP = 0.2, 0.05
"""What a place in common weighs when several texts are alike."""


@dataclass(frozen=True, slots=True)
class Item:
    """Jämförd post: a text with its number, and the group that it belongs to."""

    key: Hashable
    group: Hashable
    text: str


def matched(old: Sequence[Item], new: Sequence[Item], *, by_key: bool = False) -> dict[int, int]:
    """For each old item that has a successor, the place of both in their sequences.

    `by_key` is for what its key names, such as a step: the same key is then the same thing, however
    its text has changed.
    """
    pairs: dict[int, int] = {}
    left = set(range(len(new)))
    rules = (_same_place, _same_group, _same_text, *((_same_key,) if by_key else ()))
    for same in rules:
        for at, item in enumerate(old):
            if at in pairs:
                continue
            found = next((n for n in sorted(left) if same(item, new[n])), None)
            if found is not None:
                pairs[at] = found
                left.discard(found)
    unmatched = [at for at in range(len(old)) if at not in pairs]
    for _, at, found in sorted(_alike(old, new, unmatched, sorted(left)), key=lambda c: -c[0]):
        if at not in pairs and found in left:
            pairs[at] = found
            left.discard(found)
    return pairs


def _same_place(one: Item, other: Item) -> bool:
    return one.text == other.text and one.key == other.key


def _same_group(one: Item, other: Item) -> bool:
    return one.text == other.text and one.group == other.group


def _same_text(one: Item, other: Item) -> bool:
    return one.text == other.text


def _same_key(one: Item, other: Item) -> bool:
    return one.key == other.key


def _alike(
    old: Sequence[Item], new: Sequence[Item], among_old: list[int], among_new: list[int]
) -> Iterator[tuple[float, int, int]]:
    for at in among_old:
        for found in among_new:
            one, other = old[at], new[found]
            likeness = in_common(one.text, other.text)
            same_number = one.key == other.key
            if likeness >= (ALIKE_IN_PLACE if same_number else ALIKE):
                weight = SAME_NUMBER * same_number + SAME_GROUP * (one.group == other.group)
                yield likeness + weight, at, found
