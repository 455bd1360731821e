"""Composes a draft anew from what is kept of it."""

from functools import lru_cache

from assistant.domain.drafts import Draft, Order
from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import ComposedDraft, DraftContent
from assistant.opening import Assistant
from assistant.saved_drafts.edits import with_edits
from assistant.saved_drafts.forms import named_fault, order_record


class Composer:
    """Sammansättare: from the content of a draft to the draft; `InputFault` where the form is not whole."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.gaps = lru_cache(maxsize=256)(self._gaps)
        """How many facts a draft lacks; None where it cannot be composed."""

    def order(self, content: DraftContent) -> Order:
        """The order that the form makes up; a fault names the commitment that it is about."""
        record = order_record(content.form, self.assistant.library.guidance)
        try:
            return self.assistant.order(record)
        except InputFault as error:
            raise named_fault(
                error, record, self.assistant.library.guidance.edition.nouns
            ) from error

    def composed(self, content: DraftContent) -> ComposedDraft:
        """The draft with its edits."""
        return self.edited(self.assistant.composed(self.order(content)), content)

    @staticmethod
    def edited(draft: Draft, content: DraftContent) -> ComposedDraft:
        """The draft with the edits of that content."""
        return with_edits(draft, content.edits, content.edition)

    def shown(self, content: DraftContent) -> ComposedDraft | None:
        """The draft, or None where the form is not whole."""
        try:
            return self.composed(content)
        except InputFault:
            return None

    def _gaps(self, content: DraftContent) -> int | None:
        composed = self.shown(content)
        return len(composed.draft.gaps) if composed else None
