"""Markdown's bold and italic marks, as far as they are only typography."""

import re

EMPHASIS = re.compile(r"\*{1,3}|_{1,3}")


def paired_marks(text: str, opened: str) -> list[tuple[int, int]]:
    """The marks that come in pairs around whole words; a lone one may be a footnote's.

    `opened` is a mark that began before the text.
    """
    waiting: dict[str, tuple[int, int]] = {opened: (0, 0)} if opened else {}
    pairs: list[tuple[int, int]] = []
    for match in EMPHASIS.finditer(text):
        mark, (start, end) = match.group(), match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if mark in waiting and before.strip() and not after.isalnum():
            pairs += [waiting.pop(mark), (start, end)]
        elif after.strip() and not before.isalnum():
            waiting[mark] = (start, end)
    return pairs
