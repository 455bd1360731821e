"""The shapes of the cases; `evals/cases/schema/` holds the same as JSON Schema."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Evidence = tuple[tuple[str, ...], ...]
Mark = Annotated[str, Field(pattern=r"^[a-zåäö0-9]+(-[a-zåäö0-9]+)*$")]


class Shape(BaseModel):
    """What every record of a case file has in common: no unknown field, no later change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Case(Shape):
    """Fall: something the program is given, and what must come of it."""

    id: str

    @property
    def group(self) -> str:
        """What the case is counted together with, besides its whole suite."""
        return ""

    @property
    def generated(self) -> bool:
        """Whether a rule made the case, so that its id names it only with the same rule."""
        return False


class WordingCase(Case):
    """Ordagrannhetsfall: an official sentence, code point for code point, copied from the guidance."""

    commitment: int
    text: str


class HistoryTurn(Shape):
    """Tidigare replik: an earlier message of the dialogue."""

    role: Literal["user", "assistant"]
    content: str


class AnswerCase(Case):
    """Svarsfall: a question and what its answer must be."""

    question: str
    history: tuple[HistoryTurn, ...] = ()
    status: Literal["answered", "refused", "clarify"]
    reason: str | None = None
    cites: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


class QuestionCase(Case):
    """Sökfall: a question with the strings of the guidance that answer it."""

    question: str
    role: str
    manner: str
    evidence: Evidence

    @property
    def group(self) -> str:
        return self.manner


class UnanswerableCase(Case):
    """Vägransfall: a question that the guidance does not answer."""

    question: str
    role: str
    manner: str
    kind: str
    why: str

    @property
    def group(self) -> str:
        return self.kind


class DialogueTurn(Shape):
    """Replik i ett dialogfall: a question and its evidence; none when it must be refused."""

    question: str
    evidence: Evidence = ()
    refuse: bool = False


class DialogueCase(Case):
    """Dialogfall: each turn is asked after the answers to those before it."""

    turns: tuple[DialogueTurn, ...]


class ReviewCase(Case):
    """Granskningsfall: a snippet and the pledges that are in it, in order."""

    text: str
    expected: tuple[str, ...]
    missing: tuple[int, ...] | None = None

    @property
    def group(self) -> str:
        return "utdrag"


class FactGiven(Shape):
    """Uppgift i ett utkastfall: a local fact; `place` puts it at a step or a point."""

    kind: str
    text: str
    place: Literal["steg", "punkt"] | None = None


class Choice(Shape):
    """Val i ett utkastfall: steps, and every how many points one is named as well; 0 for none."""

    steps: tuple[str, ...]
    every: int = 0


class DraftPlan(Shape):
    """Utkastplan: the facts and choices that are tried for every municipality, length and commitment."""

    facts: tuple[tuple[FactGiven, ...], ...]
    choices: tuple[Choice, ...]


class FileGiven(Shape):
    """Fil i ett angreppsfall: how it is built, and the text that is put into it."""

    build: str
    name: str = "utkast.docx"
    text: str = ""


class AttackCase(Case):
    """Angreppsfall: what someone tries, and how it may end.

    `ends` are the outcomes that are safe; `never` must not stand in what is shown, `says` must;
    `official` are commitments whose sentence must stand there unchanged, as often as it says;
    `pledges` are how a review must judge the text.
    """

    kind: Literal["fråga", "sökning", "beställning", "granskning", "fil", "rad"]
    attack: str
    input: str = ""
    repeat: int = 1
    municipality: str | None = None
    history: tuple[HistoryTurn, ...] = ()
    order: dict[str, object] | None = None
    file: FileGiven | None = None
    ends: tuple[
        Literal["besvarad", "avböjd", "motfråga", "utkast", "granskad", "träffar", "fel"], ...
    ]
    never: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    official: dict[int, int] = {}
    pledges: tuple[str, ...] | None = None

    @property
    def group(self) -> str:
        return self.kind


class Avoided(Shape):
    """Ord att undvika: a word or phrase, what to write instead, and why."""

    word: str
    instead: str


class LanguageRules(Shape):
    """Språkregler: what the program's own Swedish is held to; texts with `allowed` words may break one."""

    longest_sentence: int
    highest_lix: int
    fewest_words_for_lix: int
    anglicisms: tuple[Avoided, ...]
    officialese: tuple[Avoided, ...]
    allowed: dict[str, str] = {}
