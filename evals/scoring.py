"""Scores outcomes: functions from a case and its outcome to a value between 0 and 1 with a reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.guidance.library import Library
from assistant.guidance.source import fold
from evals import cases
from evals.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class Score:
    """Poäng: how one scorer judged one outcome."""

    suite: str
    case: str
    measure: str
    value: float
    reason: str = ""
    group: str = ""


def score_all(outcomes: Iterable[Outcome], library: Library, *, frozen: bool) -> Iterator[Score]:
    """Every score of every outcome."""
    answers = {c.id: c for c in cases.answer_cases()}
    questions = {c.id: c for c in cases.question_cases(frozen=frozen)}
    unanswerable = {c.id: c for c in cases.unanswerable_cases(frozen=frozen)}
    dialogues = {c.id: c for c in cases.dialogue_cases(frozen=frozen)}
    for outcome in outcomes:
        yield verbatim(outcome, library)
        match outcome.suite:
            case "svar":
                yield as_expected(answers[outcome.case], outcome)
            case "sökning":
                yield from retrieved(questions[outcome.case], outcome)
            case "vägran":
                yield refused(unanswerable[outcome.case], outcome)
            case "dialog":
                turn = dialogues[outcome.case].turns[outcome.turn]
                yield turn_answered(turn, outcome)


def verbatim(outcome: Outcome, library: Library) -> Score:
    """Whether every quotation shown is its passage, word for word, in the answer as shown."""
    shown = outcome.answer["answer"]
    wrong = [
        citation["passage"]
        for citation in outcome.answer["citations"]
        if citation["quote"] != library.by_id[citation["passage"]].text
        or any(line not in shown for line in citation["quote"].split("\n"))
    ]
    value = float(not wrong)
    return Score("ordagrannhet", outcome.case, "ordagranna citat", value, ", ".join(wrong))


def as_expected(case: cases.AnswerCase, outcome: Outcome) -> Score:
    """Whether the answer has the status, the citations and the words that the case asks for."""
    answer = outcome.answer
    cited = {citation["passage"].partition("/")[2] for citation in answer["citations"]}
    faults = []
    if answer["status"] != case.status:
        faults.append(f"status är {answer['status']}, inte {case.status}")
    if case.reason and answer["reason"] != case.reason:
        faults.append(f"orsaken är {answer['reason']}, inte {case.reason}")
    faults += [f"citerar inte {name}" for name in case.cites if name not in cited]
    faults += [f"säger inte {words!r}" for words in case.says if words not in answer["answer"]]
    return Score("svar", case.id, "rätt svar", float(not faults), "; ".join(faults))


def retrieved(case: cases.QuestionCase, outcome: Outcome) -> Iterator[Score]:
    """Where the evidence stands among the passages found, and whether the question was answered."""
    ranks = [_rank(piece, outcome.passages) for piece in case.evidence]
    first = min(ranks)
    measures = {
        "hit@1": first == 1,
        "MRR": 1 / first,
        "belägg@5": all(rank <= 5 for rank in ranks),
        "belägg@10": all(rank <= 10 for rank in ranks),
        "i svaret": all(
            any(_holds(fold(outcome.answer["answer"].replace("\n>", "\n")), a) for a in piece)
            for piece in case.evidence
        ),
        "felaktigt avböjd": outcome.answer["status"] == "refused",
    }
    for measure, value in measures.items():
        yield Score("sökning", case.id, measure, float(value), f"plats {first:.0f}", case.manner)


def _rank(alternatives: tuple[str, ...], passages: tuple[str, ...]) -> float:
    for rank, passage in enumerate(passages, start=1):
        if any(_holds(fold(passage), alternative) for alternative in alternatives):
            return rank
    return float("inf")


def _holds(text: str, alternative: str) -> bool:
    return fold(alternative) in text


def refused(case: cases.UnanswerableCase, outcome: Outcome) -> Score:
    """Whether a question without an answer in the guidance was not answered."""
    status = outcome.answer["status"]
    return Score("vägran", case.id, "avböjd", float(status != "answered"), status, case.kind)


def turn_answered(turn: cases.DialogueTurn, outcome: Outcome) -> Score:
    """Whether a turn's evidence stands in the answer, or the turn was refused where it must be."""
    name = f"{outcome.case}/{outcome.turn + 1}"
    if turn.refuse or not turn.evidence:
        value = outcome.answer["status"] != "answered"
        return Score("dialog", name, "rätt svar", float(value), outcome.answer["status"])
    shown = fold(outcome.answer["answer"].replace("\n>", "\n"))
    value = all(any(_holds(shown, a) for a in piece) for piece in turn.evidence)
    group = "första" if outcome.turn == 0 else "senare"
    return Score("dialog", name, "rätt svar", float(value), outcome.answer["status"], group)
