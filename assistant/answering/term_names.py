"""Which term of the shared vocabulary a question asks about, also inflected."""

from functools import lru_cache

from assistant.answering.patterns import DEFINED_AFTER, DEFINITION
from assistant.domain.guidance import Guidance, Term
from assistant.search.analysis import fold, shared_start, words


def defined_in(folded: str) -> str | None:
    """The words whose meaning is asked for, of a text in lower case without diacritics.

    >>> defined_in("vad betyder citylab?"), defined_in("citylab, vad ar det?"), defined_in("nar ar citylab?")
    ('citylab', 'citylab', None)
    """
    after = DEFINED_AFTER.match(folded)
    named = after["what"] if after else None
    before = DEFINITION.match(named or folded)
    return before["what"] if before else named


def term_named(asked: str, guidance: Guidance) -> Term | None:
    """The term that the words are a form of; None where they are more, or other."""
    wanted = tuple(words(fold(asked)))
    if not 1 <= len(wanted) <= 7:
        return None
    named = [(term.term, term) for term in guidance.terms]
    formed = [(form, term) for term in guidance.terms for form in term.forms]
    for exact in (True, False):
        for form, term in (*named, *formed):
            if _same_words(wanted, _words_of(form), exact=exact):
                return term
    return None


def is_named(term: Term, question: str) -> bool:
    """Whether a form of the term stands in a question, among other words."""
    asked = words(fold(question.lower()))
    return any(
        all(any(_same_stem(word, one) for one in asked) for word in _words_of(form))
        for form in (term.term, *term.forms)
    )


@lru_cache(maxsize=10_000)
def _words_of(form: str) -> tuple[str, ...]:
    """Kept, since every question is compared with every form of every term."""
    return tuple(words(fold(form.lower())))


def _same_words(wanted: tuple[str, ...], form: tuple[str, ...], *, exact: bool) -> bool:
    if exact:
        return wanted == form
    return len(wanted) == len(form) and all(
        _same_stem(a, b) for a, b in zip(wanted, form, strict=True)
    )


def _same_stem(one: str, other: str) -> bool:
    """Whether two words differ in their endings only (three letters at most)."""
    shared = shared_start(one, other)
    return one == other or (
        shared >= 4
        and max(len(one), len(other)) - shared <= 3
        and shared >= min(len(one), len(other)) - 1
    )
