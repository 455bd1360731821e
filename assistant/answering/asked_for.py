"""Questions that ask for a particular which alone decides: without it, there is no answer."""

from collections.abc import Iterable

from assistant.domain.passages import Passage
from assistant.search.particulars import Particular, asked_for


def missing_particular(question: str, shown: Iterable[Passage]) -> Particular | None:
    """The particular with a phrase that is asked for and that no passage shown holds, if any."""
    passages = tuple(shown)
    for kind in asked_for(question):
        if kind.phrase and not any(kind.given_by(passage) for passage in passages):
            return kind
    return None
