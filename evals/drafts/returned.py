"""What the reviewer of contracts says of our own drafts, as text and as files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from assistant.documents.reading import read_document
from assistant.domain.drafts import Draft
from assistant.domain.reviews import PledgeStatus, Review
from assistant.export import write_draft
from assistant.opening import Assistant

SUFFIXES = (".docx", ".md", ".html")


def faults_of_review(draft: Draft, review: Review, form: str) -> Iterator[str]:
    """What the reviewer has against a draft of our own, in one of its forms."""
    ordered = sorted(o.commitment.number for o in draft.order.commitments)
    statuses = {p.status for p in review.pledges}
    if statuses != {PledgeStatus.VERBATIM}:
        yield f"{form}: granskningen ser {sorted(s.value for s in statuses)}"
    if sorted({p.commitment or 0 for p in review.pledges}) != ordered:
        yield f"{form}: granskningen hittar inte just de beställda åtagandena"
    if review.missing_mandatory:
        yield f"{form}: granskningen saknar {review.missing_mandatory}"


def faults_of_files(draft: Draft, assistant: Assistant) -> Iterator[str]:
    """The same for every kind of file that a draft can be exported to."""
    for suffix, text in texts_of_files(draft):
        yield from faults_of_review(draft, assistant.review(text), suffix)


def texts_of_files(draft: Draft) -> Iterator[tuple[str, str]]:
    """The draft written to each kind of file, and what is read from the file again."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in SUFFIXES:
            path = Path(folder) / f"utkast{suffix}"
            write_draft(draft, path)
            yield suffix, read_document(path).text
