"""What the guidance says about a word of its vocabulary, or about a step."""

from assistant.answering.phrases import phrase
from assistant.answering.understanding import Intent, Understanding
from assistant.domain.answers import Answer
from assistant.domain.guidance import TermKind
from assistant.guidance.library import Library


def term_answer(understood: Understanding, library: Library) -> Answer | None:
    """Quote what the guidance says about the term or step; None where it has no such term."""
    terms = library.guidance.terms
    name = understood.phase.name if understood.intent is Intent.PHASE and understood.phase else None
    term = understood.term or next((t for t in terms if t.term == name), None)
    if term is None:
        return None
    if name:
        introduction = phrase("phase_meaning", phase=name)
    elif term.kind is TermKind.MENTIONED:
        introduction = phrase("term_mentioned", term=term.term)
    else:
        introduction = phrase("term_defined", term=term.term)
    return Answer((introduction, library.quote(library.term(term))))
