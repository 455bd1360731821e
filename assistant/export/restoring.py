"""Puts official wordings back in a reviewed text, from the corpus and never from the text itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.errors import InputFault
from assistant.domain.reviews import PledgeStatus, Review
from assistant.guidance.library import Library


@dataclass(frozen=True, slots=True)
class Restoration:
    """Återställning: an official wording to put in place of a stretch of the reviewed text."""

    start: int
    end: int
    official: str


def restorations(review: Review, library: Library) -> Iterator[Restoration]:
    """What can be put back, in order; a list item whose lead-in is changed is left to a person."""
    following = [*review.pledges[1:], None]
    for pledge, after in zip(review.pledges, following, strict=True):
        if pledge.status is not PledgeStatus.CHANGED or pledge.commitment is None:
            continue
        official = library.wording(pledge.commitment).text
        end = pledge.end
        # Two pledges in one sentence become two sentences: what joined them goes.
        if after and "\n" not in review.text[pledge.start : after.start]:
            between = review.text[end : after.start]
            if len(between) < 30 and review.text[end - 1] not in ".!?":
                end, official = after.start, f"{official} "
        if pledge.listed:
            outside = any(d.start < pledge.start for d in pledge.differences)
            if outside or not pledge.differences:
                continue
            official = official.removeprefix(library.guidance.edition.pledge_opening).strip()
        yield Restoration(pledge.start, end, official)


def restored(review: Review, sentence: str, library: Library) -> str:
    """The reviewed text with the official wording in place of the first such changed sentence."""
    for restoration in restorations(review, library):
        pledge = next(p for p in review.pledges if p.start == restoration.start)
        if review.text[pledge.start : pledge.end] == sentence:
            before, after = review.text[: restoration.start], review.text[restoration.end :]
            return f"{before}{restoration.official}{after}"
    raise InputFault("Meningen finns inte längre i texten. Granska texten igen.")


def added(text: str, commitment: int, library: Library) -> str:
    """The text with the official wording of a commitment as a paragraph of its own at the end."""
    return f"{text.rstrip()}\n\n{library.wording(commitment).text}\n"
