"""Opens the assistant: the one place where its parts are put together."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.answering.flow import answer, usable
from assistant.answering.own_documents import said_beside
from assistant.answering.several import found_together
from assistant.domain.answers import Answer, Outcome, Question, Turn
from assistant.domain.documents import Document
from assistant.domain.drafts import Draft, Order
from assistant.domain.errors import CorpusFault, SettingsFault
from assistant.domain.passages import Hit
from assistant.domain.reviews import Review
from assistant.drafting import compose
from assistant.drafting.reading import order_of
from assistant.guidance.library import Library
from assistant.guidance.shelf import editions_beside
from assistant.journal import of_answer, of_draft
from assistant.language_model import NO_MODEL
from assistant.parts import Parts, Progress
from assistant.settings import Settings, read_settings

if TYPE_CHECKING:
    from assistant.rephrasing.rephrasing import Rephrasing


def _silent(done: int, of: int) -> None:
    """Show nothing while an index is built."""


Step = TypeVar("Step")


def last(steps: Iterator[Step]) -> Step:
    """The last of some steps, of which there is at least one."""
    *_, result = steps
    return result


class Assistant(Parts):
    """Klimatkontraktsassistenten.

    `Assistant.open()` reads and checks the corpus. The search index is opened, and built when it is
    missing or old, at the first question that needs it.
    """

    def __init__(self, library: Library, settings: Settings, progress: Progress) -> None:
        super().__init__(library, settings, progress)
        self._others: dict[str, Assistant] = {}
        self._opening_others = Lock()

    @classmethod
    def open(cls, settings: Settings | None = None, progress: Progress = _silent) -> "Assistant":
        """Open with the settings in force. `progress(done, of)` is called while an index is built."""
        settings = settings or read_settings()
        return cls(Library.from_folder(settings.edition), settings, progress)

    def in_edition(self, edition: str) -> "Assistant | None":
        """The same with another edition, by its id; None where it is not beside this one, or not whole."""
        if edition == self.library.guidance.edition.id:
            return self
        with self._opening_others:
            if edition not in self._others:
                try:
                    beside = editions_beside(self.settings.edition)
                    folder = next(one.folder for one in beside if one.record.id == edition)
                    settings = self.settings.model_copy(update={"edition": folder})
                    self._others[edition] = Assistant.open(settings)
                except (StopIteration, CorpusFault):
                    return None
            return self._others[edition]

    def search(self, question: str, limit: int = 10) -> tuple[Hit, ...]:
        """The passages nearest to a question, best first."""
        asked = self.index.mended(usable(question))
        return found_together(asked, self.index, limit)

    def ask(
        self, question: str, history: Iterable[Turn] = (), municipality: str | None = None
    ) -> Outcome:
        """An answer in the guidance's own words, a refusal, or a question back."""
        return last(self.ask_in_steps(question, history, municipality))

    def ask_in_steps(
        self,
        question: str,
        history: Iterable[Turn] = (),
        municipality: str | None = None,
        asker: str | None = None,
        owner: str = "",
    ) -> Generator[Outcome, None, None]:
        """The outcome without a language model at once, then as a model's sentences come.

        Without a model there is one outcome. Closing the generator cancels the model. `asker` is who
        the journal says that asked, where one is kept; `owner` is whose own documents may be read. A
        model never sees those: they are joined to what it has written.
        """
        asked = Question(question, tuple(history), municipality, owner)

        def steps() -> Generator[Outcome, None, None]:
            outcome = answer(asked, self.library, self, date.today())  # noqa: DTZ011  the user's own day
            joined = said_beside(asked, self.library, self)
            yield joined(outcome)
            if self._rephrasing and isinstance(outcome, Answer):
                with closing(self._rephrasing.answers(outcome, question)) as written:
                    yield from map(joined, written)

        yield from self._kept(steps(), partial(of_answer, asked), asker)

    def order(self, record: Mapping[str, Any]) -> Order:
        """The order of a JSON object; `InputFault` names the field and what is allowed."""
        return order_of(record, self.library.guidance, self.municipalities)

    def draft(self, order: Order) -> Draft:
        """A contract draft: official sentences by reference, local text, gaps and remarks."""
        return last(self.draft_in_steps(order))

    def composed(self, order: Order) -> Draft:
        """The draft as the reviewed templates write it, whether there is a language model or not."""
        return compose(order, self.library, self._running_forms, date.today())  # noqa: DTZ011  likewise

    def draft_in_steps(
        self,
        order: Order,
        asker: str | None = None,
        edited: Callable[[Draft], Draft] = lambda draft: draft,
    ) -> Generator[Draft, None, None]:
        """The draft without a language model at once, then with each clause that a model has written.

        Without a model there is one draft. Closing the generator cancels the model. `edited` puts back
        what was changed in it before.
        """

        def steps() -> Generator[Draft, None, None]:
            draft = edited(self.composed(order))
            yield draft
            if self._rephrasing:
                yield from self._rephrasing.drafts(draft)

        yield from self._kept(steps(), of_draft, asker)

    def _kept(
        self,
        steps: Generator[Step, None, None],
        entry_of: Callable[[Step], dict[str, Any]],
        asker: str | None,
    ) -> Generator[Step, None, None]:
        """The steps as they come; the last that was shown goes into the journal, where one is kept."""
        shown: Step | None = None
        try:
            with closing(steps):
                for shown in steps:
                    yield shown
        finally:
            if self._journal and shown is not None:
                self._journal.write(entry_of(shown), asker)

    def rephrasing(self) -> "Rephrasing":
        """The configured language model behind its gate; `SettingsFault` when there is none."""
        if self._rephrasing is None:
            raise SettingsFault(NO_MODEL)
        return self._rephrasing

    def review(self, text: str) -> Review:
        """What is official in a contract text, what was changed, made up or is missing."""
        return self.reviewer.review(text)

    def review_document(self, document: Document) -> Review:
        """The review of a file's text, which also says what stands in the file without being shown."""
        return self.reviewer.review(document.text, document.unshown)

    def proposed_order(self, review: Review) -> dict[str, Any]:
        """The JSON of an order read from a reviewed contract: what is in it, and nothing else."""
        from assistant.reviewing.proposed_order import proposed_order  # noqa: PLC0415

        return proposed_order(review, self.library.guidance, self.municipalities)
