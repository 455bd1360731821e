"""Findings about what stands in a file without being shown: struck out, hidden or deleted."""

from collections.abc import Callable, Iterable, Iterator

from assistant.domain.documents import Manner, Unshown
from assistant.domain.reviews import Finding, FindingKind, Severity
from assistant.guidance.library import Library
from assistant.reviewing.messages import message

LONGEST_SHOWN = 80


def unshown_findings(
    unshown: Iterable[Unshown], numbers_in: Callable[[str], list[int]], library: Library
) -> Iterator[Finding]:
    """Each commitment that only stands where it does not count, and other text that is not shown."""
    for stretch in unshown:
        numbers = numbers_in(stretch.text)
        manner = stretch.manner.value
        for number in numbers:
            yield Finding(
                FindingKind.UNSHOWN_TEXT,
                Severity.WARNING,
                stretch.start,
                stretch.start,
                message("unshown_pledge", library.words, number=number, manner=manner),
                quoted=library.wording(number),
            )
        # A tracked deletion is on its way out by itself, the others stay in the file.
        if not numbers and stretch.manner is not Manner.DELETED:
            text = " ".join(stretch.text.split())
            shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rstrip()} …"
            yield Finding(
                FindingKind.UNSHOWN_TEXT,
                Severity.ADVICE,
                stretch.start,
                stretch.start,
                message("unshown_text", manner=manner, text=shown),
            )
