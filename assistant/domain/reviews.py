"""What a review of a contract text finds."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.passages import Passage


class PledgeStatus(StrEnum):
    """How a pledge relates to the official wordings; part of the published output."""

    VERBATIM = "verbatim"
    CHANGED = "changed"
    INVENTED = "invented"


class Effect(StrEnum):
    """Verkan: what a difference does to the official wording; part of the published output."""

    NEGATED = "negated"
    WEAKENED = "weakened"
    SUBJECT = "subject_changed"
    NARROWED = "narrowed"
    WIDENED = "widened"
    CLAUSE_DROPPED = "clause_dropped"
    CLAUSE_ADDED = "clause_added"
    MOVED = "moved"
    FORM = "form_changed"
    HIDDEN = "hidden_characters"
    PUNCTUATION = "punctuation_changed"
    WORDS = "words_changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """Skillnad: what stands in the text instead of official words, and what that does."""

    official: str
    actual: str
    effect: Effect
    start: int
    end: int

    @property
    def operation(self) -> str:
        """Whether official words are missing, others are added, or both."""
        if not self.official:
            return "insert"
        return "replace" if self.actual else "delete"


@dataclass(frozen=True, slots=True)
class Pledge:
    """Åtagandemening: a sentence of the text in which the municipality pledges something.

    `start` and `end` are code points of the text as given, the end exclusive. `commitment` is whose
    wording it is or comes from; an invented pledge has none.
    """

    start: int
    end: int
    status: PledgeStatus
    commitment: int | None = None
    differences: tuple[Difference, ...] = ()
    listed: bool = False
    """An item of a list whose lead opens the pledge, so that the opening is not its own."""


class Severity(StrEnum):
    """Allvarsgrad: whether a finding must be dealt with, should be, or may be."""

    FAULT = "fel"
    WARNING = "varning"
    ADVICE = "råd"


class FindingKind(StrEnum):
    """What a finding is about; part of the published output."""

    CHANGED_WORDING = "changed_wording"
    INVENTED_PLEDGE = "invented_pledge"
    LIFTED_POINT = "lifted_point"
    EARLIER_EDITION = "earlier_edition"
    MISPLACED = "misplaced"
    MISSING_MANDATORY = "missing_mandatory"
    NO_SUCH_POINT = "no_such_point"
    NO_SUCH_COMMITMENT = "no_such_commitment"
    OTHER_POINT = "other_point"
    OPEN_GAP = "open_gap"
    FIGURE_WITHOUT_SOURCE = "figure_without_source"
    YEAR_WITHOUT_SOURCE = "year_without_source"
    LAW_WITHOUT_SOURCE = "law_without_source"
    MISUSED_TERM = "misused_term"
    HARD_TO_READ = "hard_to_read"
    UNSHOWN_TEXT = "unshown_text"


@dataclass(frozen=True, slots=True)
class Finding:
    """Anmärkning: what is found where, why it matters, and what to do.

    `quoted` is what the guidance says about it; `suggestion` is the text to put in its place, or
    None where only the municipality can write it.
    """

    kind: FindingKind
    severity: Severity
    start: int
    end: int
    message: str
    suggestion: str | None = None
    quoted: Passage | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Granskning: the pledges and findings of one text, in order of appearance.

    `edition` is the id of the edition that the findings quote.
    """

    edition: str
    text: str
    pledges: tuple[Pledge, ...]
    missing_mandatory: tuple[int, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Kännetecken: how a commitment is recognised when its words are other than the official.

    Its actions and its object are what makes a sentence this commitment; the details weigh in.
    """

    commitment: int
    actions: tuple[str, ...]
    object: tuple[str, ...]
    details: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MisusedTerm:
    """Felanvänt begrepp: words that do not mean what the guidance means, and what does."""

    words: tuple[str, ...]
    advice: str
    passage: Passage
