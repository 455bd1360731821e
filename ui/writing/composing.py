"""Composes a draft anew from what is kept of it."""

from functools import lru_cache

from assistant.domain.drafts import Draft, Order
from assistant.domain.editions import AffectedText, EditionDiff
from assistant.domain.errors import InputFault
from assistant.domain.renewals import Renewal, Renewed
from assistant.domain.saved_drafts import ComposedDraft, DraftContent
from assistant.editions.comparing import compare
from assistant.opening import Assistant
from assistant.renewing.carrying import Carrier
from assistant.renewing.standing import renewal
from assistant.saved_drafts.edits import with_edits
from assistant.saved_drafts.forms import named_fault, order_record

MISSING = (
    "Utkastet är skrivet med utgåvan {}, som inte finns här eller inte är hel. Lägg tillbaka dess mapp "
    "bredvid den utgåva som används. Inget i utkastet är ändrat."
)


class Composer:
    """Sammansättare: from the content of a draft to the draft; `InputFault` where the form is not whole."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self.gaps = lru_cache(maxsize=256)(self._gaps)
        """How many facts a draft lacks; None where it cannot be composed."""
        self._renewal = lru_cache(maxsize=256)(self._composed_renewal)
        self.compared = lru_cache(maxsize=16)(self._compared)
        """The edition of that id compared with the one in use."""

    def is_present(self, content: DraftContent) -> bool:
        """Whether a draft is written with the edition in use; only then can it be changed."""
        return content.edition == self.assistant.library.guidance.edition.id

    def writer(self, content: DraftContent) -> Assistant:
        """The assistant of the edition that a draft is written with."""
        found = self.assistant.in_edition(content.edition)
        if found is None:
            raise InputFault(MISSING.format(content.edition))
        return found

    def order(self, content: DraftContent) -> Order:
        """The order that the form makes up; a fault names the commitment that it is about."""
        writer = self.writer(content)
        guidance = writer.library.guidance
        record = order_record(content.form, guidance)
        try:
            return writer.order(record)
        except InputFault as error:
            raise named_fault(error, record, guidance.edition.nouns) from error

    def composed(self, content: DraftContent) -> ComposedDraft:
        """The draft with its edits, from the edition that it is written with."""
        return self.edited(self.writer(content).composed(self.order(content)), content)

    @staticmethod
    def edited(draft: Draft, content: DraftContent) -> ComposedDraft:
        """The draft with the edits of that content."""
        return with_edits(draft, content.edits)

    def shown(self, content: DraftContent) -> ComposedDraft | None:
        """The draft, or None where the form is not whole."""
        try:
            return self.composed(content)
        except InputFault:
            return None

    def carried(self, content: DraftContent) -> Renewed:
        """The content in the edition in use."""
        old, new = self.writer(content).library, self.assistant.library
        return Carrier(old.guidance, new.guidance, self.compared(content.edition)).carried(content)

    def renewal(self, content: DraftContent) -> Renewal | None:
        """What of a draft of another edition is old; None where the two cannot be compared."""
        writer = self.assistant.in_edition(content.edition)
        contract = self.assistant.library.guidance.edition.contract
        # An edition that is not there may be put back: that is not remembered.
        if writer is None or writer.library.guidance.edition.contract != contract:
            return None
        return self._renewal(content)

    def _composed_renewal(self, content: DraftContent) -> Renewal:
        before, now = self.writer(content).library.guidance, self.assistant.library.guidance
        diff = self.compared(content.edition)
        composed = self.shown(content)
        if composed is None:
            return Renewal(diff, AffectedText("", (), 0))
        return renewal(composed.draft, content.form, before, now, diff)

    def _compared(self, edition: str) -> EditionDiff:
        old = self.assistant.in_edition(edition)
        if old is None:
            raise InputFault(MISSING.format(edition))
        return compare(old.library, self.assistant.library)

    def _gaps(self, content: DraftContent) -> int | None:
        composed = self.shown(content)
        return len(composed.draft.gaps) if composed else None
