"""The source text as a judge: what is quoted must stand there, whatever the corpus says."""

import re
from functools import cache

from assistant.guidance.library import Library
from assistant.guidance.source import fold
from assistant.settings import shipped

EDITION = "klimatkontrakt-2025-1"
MARK = re.compile(r"^(?:-|\d{1,2}\.) ")


@cache
def source_text() -> str:
    """The shipped source with white space folded and its one kept hyphen joined."""
    path = shipped("corpus") / EDITION / "source.txt"
    return fold(path.read_text(encoding="utf-8")).replace(
        "utbildnings- material", "utbildnings-material"
    )


def stands_in_source(quote: str, library: Library) -> bool:
    """Whether every line of a quotation stands in the source.

    A point that a page break interrupts stands there in two parts; both must be there.
    """
    return all(_line_stands(fold(line), library) for line in quote.split("\n"))


def _line_stands(line: str, library: Library) -> bool:
    # The source may have another mark before an item of a list, or no space after it ("10.Kommunikation").
    if line in source_text() or MARK.sub("", line) in source_text():
        return True
    for commitment in library.guidance.commitments:
        for point in commitment.points:
            mark = point.interrupted_after
            head, _, tail = line.partition(mark) if mark else ("", "", "")
            if mark and mark in line:
                return f"{head}{mark}" in source_text() and tail.strip() in source_text()
    return False
