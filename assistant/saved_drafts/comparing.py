"""Compares two versions of a draft word by word, clause by clause."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.domain.drafts import Clause, Draft
from assistant.domain.passages import Quotation
from assistant.domain.redlines import Mark, Stretch
from assistant.domain.saved_drafts import ComparedClause

WORDS = re.compile(r"\n\n|\S+")
PARAGRAPH = "\n\n"


def compared(before: Draft, after: Draft) -> tuple[ComparedClause, ...]:
    """The clauses that differ, in the order of `after`, those that are gone last."""
    old = {clause.key: clause for clause in before.clauses}
    new = {clause.key: clause for clause in after.clauses}
    found = []
    for key in dict.fromkeys((*new, *old)):
        theirs, ours = _words(old.get(key)), _words(new.get(key))
        if theirs != ours:
            heading = (new.get(key) or old[key]).heading
            found.append(ComparedClause(heading, tuple(_stretches(theirs, ours))))
    return tuple(found)


def _words(clause: Clause | None) -> list[str]:
    if clause is None:
        return []
    paragraphs = []
    for group in clause.paragraphs:
        # As they are shown: an official wording before the own text of its paragraph.
        paragraphs += [s.text for s in group if isinstance(s, Quotation)]
        paragraphs.append(" ".join(s.text for s in group if not isinstance(s, Quotation)))
    return WORDS.findall(PARAGRAPH.join(part for part in paragraphs if part))


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        if before[i:j] == after[k:m]:
            yield Stretch(Mark.KEPT, _joined(before[i:j]))
            continue
        if before[i:j]:
            yield Stretch(Mark.DELETED, _joined(before[i:j]))
        if after[k:m]:
            yield Stretch(Mark.INSERTED, _joined(after[k:m]))


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(f" {PARAGRAPH}", PARAGRAPH).replace(f"{PARAGRAPH} ", PARAGRAPH)
