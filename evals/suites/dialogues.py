"""Dialog: every turn is asked after the answers to those before it."""

from collections.abc import Iterator

from assistant.guidance.library import Library
from assistant.opening import Assistant
from evals.case_files import cases_of
from evals.cases import DialogueCase, DialogueTurn, HistoryTurn
from evals.outcomes import Answered, Conversed
from evals.scores import Judgement
from evals.suites.asking import STATUSES, ask, evidence_lines, faithful, shows
from evals.suites.suite import Suite, Told


def produce(case: DialogueCase, assistant: Assistant) -> Conversed:
    """Ask the turns in order."""
    history: list[HistoryTurn] = []
    turns = []
    for turn in case.turns:
        turns.append(ask(assistant, turn.question, history))
        history.append(HistoryTurn(role="user", content=turn.question))
        history.append(HistoryTurn(role="assistant", content=turns[-1].answer))
    return Conversed(turns=tuple(turns))


def score(case: DialogueCase, observed: Conversed, library: Library) -> Iterator[Judgement]:
    """Each turn by itself."""
    for number, (turn, answered) in enumerate(
        zip(case.turns, observed.turns, strict=True), start=1
    ):
        yield from faithful(answered, library, f"{number}/")
        fault = _fault(turn, answered)
        group = "första repliken" if number == 1 else "senare repliker"
        yield Judgement("rätt svar", float(not fault), fault, str(number), group)


def _fault(turn: DialogueTurn, answered: Answered) -> str:
    if turn.refuse or not turn.evidence:
        return "frågan besvaras" if answered.status == "answered" else ""
    if shows(answered, turn.evidence):
        return ""
    return f"belägget visas inte; frågan är {STATUSES[answered.status]}"


def tell(case: DialogueCase, observed: Conversed) -> Told:
    """The dialogue, turn by turn, with the evidence of each."""
    for number, (turn, answered) in enumerate(
        zip(case.turns, observed.turns, strict=True), start=1
    ):
        yield f"Fråga {number}", turn.question
        yield f"Belägg {number}", evidence_lines(turn.evidence) or "Frågan ska avböjas."
        yield f"Svar {number}", answered.answer


DIALOGUES = Suite(
    name="dialog",
    cases=lambda _assistant, frozen: cases_of("dialogues.jsonl", DialogueCase, frozen=frozen),
    produce=produce,
    score=score,
    tell=tell,
)
