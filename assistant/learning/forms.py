"""Where a text names a term of the vocabulary, in any of the forms that the guidance uses."""

import re

from assistant.domain.guidance import Term


def spans_of(term: Term, text: str) -> tuple[tuple[int, int], ...]:
    """Where the text names the term, as whole words, in order."""
    lowered = text.lower()
    forms = [form for form in {term.term, *term.forms} if form.lower() in lowered]
    if not forms:
        return ()
    longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    pattern = rf"(?<!\w)(?:{longest_first})(?!\w)"
    return tuple(match.span() for match in re.finditer(pattern, text, re.IGNORECASE))
