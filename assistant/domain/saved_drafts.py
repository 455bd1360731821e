"""What is kept of a draft that someone works on: what they gave, and each version of it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from assistant.domain.drafts import Draft, FactKind, Length
from assistant.domain.local_text import Origin, WrittenBy
from assistant.domain.redlines import Stretch


@dataclass(frozen=True, slots=True)
class GivenFact:
    """Lämnad uppgift: what a user wrote in a field, as it was written; `source` if it came in a form."""

    kind: FactKind
    text: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class GivenCommitment:
    """Ifyllt åtagande: the keys of its steps, its points and what the user told about it."""

    number: int
    steps: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    facts: tuple[GivenFact, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenMeeting:
    """Ifyllt sammanträde: who meets, when and how many days before papers must be in, as written."""

    body: str = ""
    day: str = ""
    lead_days: str = ""


@dataclass(frozen=True, slots=True)
class GivenMemo:
    """Ifyllt om tjänsteskrivelsen: what its head and its timetable are to say."""

    administration: str = ""
    officer: str = ""
    meetings: tuple[GivenMeeting, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftForm:
    """Formulär: everything that a user has given for a draft, whole or not.

    `commitments` has every commitment that something is told about; of the voluntary ones those in
    `chosen` are in the draft.
    """

    municipality: str = ""
    length: Length = Length.SHORT
    chosen: tuple[int, ...] = ()
    follow_up: tuple[GivenFact, ...] = ()
    commitments: tuple[GivenCommitment, ...] = ()
    memo: GivenMemo = GivenMemo()

    def about(self, number: int) -> GivenCommitment:
        """What is told about a commitment; nothing where it has not been touched."""
        found = (one for one in self.commitments if one.number == number)
        return next(found, GivenCommitment(number))

    def told(self, given: GivenCommitment) -> "DraftForm":
        """The form with this told about a commitment, instead of what was."""
        others = [one for one in self.commitments if one.number != given.number]
        kept = [*others, given] if given != GivenCommitment(given.number) else others
        return replace(self, commitments=tuple(sorted(kept, key=lambda one: one.number)))


@dataclass(frozen=True, slots=True)
class OfficialMark:
    """Märke för en officiell formulering: stands in an edit where the wording stands; never its words."""

    passage: str


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """Egen mening: a sentence of an edit, who wrote it, and what it rests on.

    `facts` are the texts of the local facts that it states, since their numbers change with the form.
    """

    text: str
    origin: Origin = Origin.OWN
    written_by: WrittenBy = WrittenBy.PERSON
    points: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


EditedParagraph: TypeAlias = tuple[OwnSentence | OfficialMark, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Textändring: a clause as a person or a model has left it, official wordings as marks."""

    clause: str
    heading: str
    paragraphs: tuple[EditedParagraph, ...]

    @property
    def by_person(self) -> bool:
        """Whether a person has written any of it."""
        own = (s for group in self.paragraphs for s in group if isinstance(s, OwnSentence))
        return any(s.written_by is WrittenBy.PERSON for s in own)


@dataclass(frozen=True, slots=True)
class DraftContent:
    """Underlag: what a draft is composed from, each time anew; `edition` is that of the edits."""

    edition: str
    form: DraftForm = DraftForm()
    edits: tuple[Edit, ...] = ()

    def with_form(self, form: DraftForm) -> "DraftContent":
        """The content with another form."""
        return replace(self, form=form)

    def edit_of(self, clause: str) -> Edit | None:
        """The edit of that clause, if there is one."""
        return next((edit for edit in self.edits if edit.clause == clause), None)

    def with_edit(self, edit: Edit) -> "DraftContent":
        """The content with this edit of its clause, instead of any other."""
        return replace(self, edits=(*self._others(edit.clause), edit))

    def without_edit(self, clause: str) -> "DraftContent":
        """The content with the clause as the program writes it."""
        return replace(self, edits=self._others(clause))

    def _others(self, clause: str) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.edits if edit.clause != clause)


@dataclass(frozen=True, slots=True)
class Revision:
    """Version: a draft as it was left at a time, what was changed then, and its name if it has one."""

    number: int
    parent: int | None
    at: datetime
    what: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """Sparat utkast: its name, which version is the present one, and what can be undone and redone.

    `crossed` is the version that another window made in between, when a change did not build on it;
    `unchanged` says that a change changed nothing, so that there is no new version.
    """

    id: str
    name: str
    revision: Revision
    content: DraftContent
    redo: Revision | None = None
    crossed: Revision | None = None
    unchanged: bool = False

    @property
    def title(self) -> str:
        """The name that it was given, or the municipality it is for."""
        return self.name or self.content.form.municipality.strip() or "Utkast utan kommun"


@dataclass(frozen=True, slots=True)
class HeldEdit:
    """Ändring som inte får plats: it is kept, and `why` says in one sentence why it is not in the text."""

    edit: Edit
    why: str


@dataclass(frozen=True, slots=True)
class ComposedDraft:
    """Sammansatt utkast: a draft with the edits that it could take, and those that it could not."""

    draft: Draft
    edits: tuple[Edit, ...] = ()
    held: tuple[HeldEdit, ...] = ()

    def edit_of(self, clause: str) -> Edit | None:
        """The edit that the text of the clause is, if it is one."""
        return next((edit for edit in self.edits if edit.clause == clause), None)


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """Jämförd avtalsdel: a clause that two versions have in different words."""

    heading: str
    stretches: tuple[Stretch, ...]
