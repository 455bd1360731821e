"""What a window of the page has open, and what it is to show when something is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from assistant.domain.errors import InputFault, UnknownDraft
from assistant.domain.own_documents import Holder
from assistant.domain.saved_drafts import DraftContent, SavedDraft
from assistant.guidance.municipalities import municipality_named
from assistant.saved_drafts import SavedDrafts
from assistant.saved_drafts.versions import Place
from assistant.wording.templates import worded
from ui.writing.composing import Composer

Data: TypeAlias = Mapping[str, Any]
"""What a button of the page says of itself."""

Change: TypeAlias = Callable[[DraftContent], DraftContent]
OTHER_EDITION = (
    "Utkastet är skrivet med en annan version av $vägledningen. Gå först över till den som används, högst "
    "upp i utkastet."
)
NAME, LIST, DRAFT = "#utkastnamn", "#mina-utkast summary", "#utkastet"
"""Where focus goes: to the name of the draft that is open, to the list, or to the draft itself."""
UNTOUCHED = ""
"""The view stays as it is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Utfall: the draft that is open now, and what the page is to do about it.

    `view` is shown instead of the draft; None for the draft itself. `fields` says that the form is to
    show other values, `every` that all versions are listed.
    """

    draft: SavedDraft | None
    said: str = ""
    focus: str = ""
    fields: bool = False
    view: str | None = None
    every: bool = False
    standing: bool = False
    """Whether what is said stays on the page."""
    question: str = ""
    """A window that asks before anything is done, as HTML."""


@dataclass(frozen=True)
class Window:
    """Fönster: whose it is, and which draft it has open."""

    drafts: SavedDrafts
    composer: Composer
    owner: str
    place: Place

    @property
    def empty(self) -> DraftContent:
        """What a new draft holds."""
        return DraftContent(self.composer.assistant.library.guidance.edition.id)

    @property
    def holder(self) -> Holder | None:
        """Whose documents are the draft's; None while it names no municipality."""
        try:
            named = self.present().content.form.municipality.strip()
        except UnknownDraft:
            return None
        if not named:
            return None
        return Holder(municipality_named(named, self.composer.assistant.municipalities), self.owner)

    def present(self) -> SavedDraft:
        """The draft that is open."""
        return self.drafts.opened(self.owner, self.place.draft)

    def only_present(self, change: Change) -> Change:
        """The change, refused for a draft of another edition: the form has other fields than that."""

        def changed(content: DraftContent) -> DraftContent:
            if not self.composer.is_present(content):
                nouns = self.composer.assistant.library.guidance.edition.nouns
                raise InputFault(worded(OTHER_EDITION, nouns))
            return change(content)

        return changed

    def changed(self, change: Change) -> SavedDraft:
        """The draft after a change; a first change, or one to a draft that is gone, makes a new."""
        change = self.only_present(change)
        try:
            return self.drafts.changed(self.owner, self.place, change)
        except UnknownDraft:
            # The id of what has been removed is not used again.
            wanted = self.place.draft if self.place.revision == 0 else ""
            made = self.drafts.created(self.owner, self.empty, wanted=wanted)
            place = Place(made.id, made.revision.number, self.place.window)
            # It is new to the window, also when there is nothing in it yet.
            return replace(self.drafts.changed(self.owner, place, change), unchanged=False)


def told_after(what: str) -> str:
    """A description of a change, as it is told after a colon."""
    return what[:1].lower() + what[1:]
