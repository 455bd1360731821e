"""Asks the assistant one question and writes down what came of it."""

import re
from collections.abc import Iterable, Iterator

from assistant.answering.phrases import wording_of
from assistant.domain.answers import Outcome, Turn
from assistant.guidance.library import Library
from assistant.guidance.source import fold
from assistant.opening import Assistant
from assistant.published.outcomes import outcome_record
from assistant.wording import to_markdown
from evals.cases import Evidence, HistoryTurn
from evals.outcomes import Answered, Cited
from evals.scores import Judgement
from evals.source import stands_in_source

LIST_MARK = re.compile(r"(?:(?<=\s)|^)- ?(?=\S)")
STATUSES = {"answered": "besvarad", "refused": "avböjd", "clarify": "motfråga"}


def ask(
    assistant: Assistant, question: str, history: Iterable[HistoryTurn] = (), found: int = 0
) -> Answered:
    """What the assistant answers, with the texts of the `found` passages that it finds."""
    turns = [Turn(turn.role, turn.content) for turn in history]
    hits = assistant.search(question, found) if found else ()
    return answered(assistant.ask(question, turns), (hit.passage.text for hit in hits))


def is_reserved(observed: Answered, library: Library) -> bool:
    """Whether an answer says that it may not be one."""
    return wording_of("found_unsure", library.words) in observed.answer


def answered(outcome: Outcome, found: Iterable[str] = ()) -> Answered:
    """An outcome as the command line prints it."""
    record = outcome_record(outcome)
    return Answered(
        status=record["status"],
        reason=record["reason"],
        answer=to_markdown(outcome.body),
        citations=tuple(Cited.model_validate(cited) for cited in record["citations"]),
        found=tuple(found),
    )


def faithful(observed: Answered, library: Library, part: str = "") -> Iterator[Judgement]:
    """Whether each quotation stands in the source and, code point for code point, in the answer."""
    unquoted = observed.answer.replace("\\", "")
    for cited in observed.citations:
        faults = []
        passage = library.by_id.get(cited.passage)
        if passage is None or passage.text != cited.quote:
            faults.append("är inte styckets text")
        if not stands_in_source(cited.quote, library):
            faults.append("står inte i källan")
        if any(line.replace("\\", "") not in unquoted for line in cited.quote.split("\n")):
            faults.append("visas inte med samma ord")
        told = f"{cited.location}: citatet {', '.join(faults)}" if faults else ""
        yield Judgement("citat i svar", float(not faults), told, f"{part}{cited.passage}")


def holds(text: str, alternatives: Iterable[str]) -> bool:
    r"""Whether a text has one of the strings, however its lines are wrapped and its lists marked.

    >>> holds("Testa modeller:\n\n- Massvis.se", ["Testa modeller: -Massvis.se"])
    True
    """
    folded = fold(LIST_MARK.sub("", text))
    return any(fold(LIST_MARK.sub("", string)) in folded for string in alternatives)


def shows(observed: Answered, evidence: Evidence) -> bool:
    """Whether the answer shows one alternative of every piece of evidence."""
    shown = observed.answer.replace("\n>", "\n")
    return all(holds(shown, piece) for piece in evidence)


def evidence_lines(evidence: Evidence) -> str:
    """The pieces of evidence as a reader sees them."""
    return "\n".join(" – eller – ".join(f"”{text}”" for text in piece) for piece in evidence)
