"""The faults of a draft, by what they are faults of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from assistant.domain.drafts import Clause, Draft, Length
from assistant.domain.local_text import LocalText, Origin
from assistant.domain.passages import Quotation
from assistant.domain.running_text import RunningForm
from assistant.drafting.shortening import LONGEST_SHORT, word_count
from assistant.guidance.library import Library
from assistant.wording.drafts import draft_markdown
from evals.drafts.swedish import licensed_words, sentence_faults, unlicensed, voice_faults

OFFICIAL, STRUCTURE, GAPS = "officiella meningar", "uppbyggnad", "luckor"
SWEDISH, INVENTED = "svenska", "inget påhittat"


def faults_in(
    draft: Draft,
    library: Library,
    forms: Mapping[str, RunningForm],
    official: Mapping[int, str],
) -> dict[str, tuple[str, ...]]:
    """What a rule can see to be wrong; `official` are the sentences as the cases have them."""
    licensed = licensed_words(draft, library, forms)
    local = [s for clause in draft.clauses for s in clause.local]
    municipality = draft.order.municipality
    return {
        OFFICIAL: tuple(_of_official(draft, official)),
        STRUCTURE: tuple(_of_structure(draft, forms)),
        GAPS: tuple(_of_gaps(draft)),
        SWEDISH: (
            *(fault for sentence in local for fault in sentence_faults(sentence)),
            *(fault for c in draft.clauses for fault in voice_faults(c, municipality)),
        ),
        INVENTED: tuple(fault for sentence in local for fault in unlicensed(sentence, licensed)),
    }


def _of_official(draft: Draft, official: Mapping[int, str]) -> Iterator[str]:
    written = [s.text for c in draft.clauses for s in c.sentences if isinstance(s, Quotation)]
    expected = [official[ordered.commitment.number] for ordered in draft.order.commitments]
    if sorted(written) != sorted(expected):
        yield "de officiella meningarna är inte de beställda åtagandenas, en gång var"
    markdown = draft_markdown(draft)
    yield from (f"saknas i Markdown: {text}" for text in expected if text not in markdown)


def _of_structure(draft: Draft, forms: Mapping[str, RunningForm]) -> Iterator[str]:
    for clause in draft.commitments:
        if not clause.local[0].text.startswith(draft.order.municipality.own_name):
            yield f"{clause.heading}: texten börjar inte med kommunens namn"
        words = word_count(clause.local)
        if draft.order.length is Length.SHORT and words > LONGEST_SHORT:
            yield f"{clause.heading}: {words} ord"
    for clause in draft.clauses:
        yield from _of_neighbours(clause, draft, forms)
    yield from _repeated(draft.commitments)


def _of_neighbours(clause: Clause, draft: Draft, forms: Mapping[str, RunningForm]) -> Iterator[str]:
    """What reads badly side by side, though each sentence is right."""
    opened = [
        " ".join(p[0].text.split()[:2]) for p in clause.paragraphs if isinstance(p[0], LocalText)
    ]
    if clause.commitment and len(set(opened)) < len(opened):
        yield f"{clause.heading}: två stycken börjar lika: {opened}"
    for paragraph in clause.paragraphs:
        local = [s for s in paragraph if isinstance(s, LocalText)]
        for one, other in pairwise(local):
            both = {w.lower() for w in one.text.split()} & {w.lower() for w in other.text.split()}
            if "också" in both and one.points:
                yield f"{clause.heading}: ”också” två gånger: {one.text} {other.text}"
    full = draft.order.length is Length.FULL
    for sentence in clause.local:
        shown = [forms[p].clause if full else forms[p].short for p in sentence.points]
        verbs = [text.split()[0] for text in shown]
        # A sentence that only refers to points has none of their verbs.
        written = all(f"({point})" in sentence.text for point in sentence.points)
        if written and len(set(verbs)) < len(verbs):
            yield f"{clause.heading}: samma verb två gånger: {sentence.text}"


def _repeated(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        texts = [s.text for s in clause.local]
        for text, times in Counter(texts).items():
            if times > 1:
                yield f"{clause.heading}: meningen står {times} gånger: {text}"


def _of_gaps(draft: Draft) -> Iterator[str]:
    own = [
        s.text for clause in draft.clauses for s in clause.local if s.origin is not Origin.GUIDANCE
    ]
    shown = Counter(mark for text in own for mark in re.findall(r"\[[^\]]+\]", text))
    listed = Counter(gap.placeholder for gap in draft.gaps if gap.placeholder)
    if shown != listed:
        yield f"saknade uppgifter i texten {dict(shown)} och i listan {dict(listed)} skiljer sig"
