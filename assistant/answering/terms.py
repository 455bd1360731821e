"""What the guidance says about a word of its vocabulary, or about a step."""

import re

from assistant.answering.intents import Intent, Understanding
from assistant.answering.patterns import MEANING
from assistant.answering.phrases import phrase
from assistant.answering.term_names import defined_in, is_named
from assistant.domain.answers import Answer, Refusal, RefusalReason
from assistant.domain.guidance import Term, TermKind
from assistant.guidance.library import Library
from assistant.search.analysis import folded_text, words

LONGEST_TERM = 4
"""Words: with more, the question asks for something about the term, not what it means."""
NUMBERS_OF_A_NAME = re.compile(r"\d+")


def term_answer(understood: Understanding, library: Library) -> Answer | Refusal | None:
    """Quote what the guidance says about the term or step; None where it has no such term.

    Asked what a term means that the guidance uses without explaining it, it refuses, and shows the use.
    """
    terms = library.guidance.terms
    name = understood.phase.name if understood.intent is Intent.PHASE and understood.phase else None
    term = understood.term or next((t for t in terms if t.term == name), None)
    if term is None:
        return None
    if name:
        introduction = phrase("phase_meaning", library.words, phase=name)
    elif is_unexplained(term, understood.text):
        return unexplained(term, library)
    else:
        introduction = phrase("term_defined", library.words, term=term.term)
    return Answer((introduction, library.quote(library.term(term))))


def is_unexplained(term: Term, question: str) -> bool:
    """Whether a question asks what a term means that the guidance only uses."""
    if term.kind is not TermKind.MENTIONED:
        return False
    folded = folded_text(question)
    asked = words(defined_in(folded) or "")
    if 0 < len(asked) <= LONGEST_TERM and is_named(term, question):
        return True
    # "80 och 8, är det åldrar?" names the 80-/8-årsperspektiv, and nothing else.
    numbers = NUMBERS_OF_A_NAME.findall(term.term)
    return (
        len(numbers) > 1
        and numbers == NUMBERS_OF_A_NAME.findall(folded)[: len(numbers)]
        and MEANING.search(folded) is not None
    )


def unexplained(term: Term, library: Library) -> Refusal:
    """The guidance does not explain the term; how it uses it is the nearest that it says."""
    passage = library.term(term)
    return Refusal(
        RefusalReason.NOT_COVERED,
        (phrase("term_mentioned", library.words, term=term.term), library.quote(passage)),
        nearest=(passage,),
    )
