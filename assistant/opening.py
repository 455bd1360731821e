"""Opens the assistant: the one place where its parts are put together."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import cached_property, partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.answering.flow import answer, usable
from assistant.answering.own_documents import said_beside
from assistant.answering.several import found_together
from assistant.domain.answers import Answer, Outcome, Question, Turn
from assistant.domain.documents import Document
from assistant.domain.drafts import Draft, Order
from assistant.domain.errors import CorpusFault, SettingsFault
from assistant.domain.language_models import ModelInUse
from assistant.domain.municipalities import Municipality
from assistant.domain.passages import Hit
from assistant.domain.reviews import Review
from assistant.domain.running_text import RunningForm
from assistant.drafting import compose
from assistant.drafting.reading import order_of
from assistant.feedback import Feedback
from assistant.guidance.library import Library
from assistant.guidance.municipalities import load_municipalities
from assistant.guidance.running_text import load_running_forms
from assistant.guidance.shelf import editions_beside
from assistant.journal import Journal, of_answer, of_draft
from assistant.language_model import chosen_model
from assistant.learning.material import Material
from assistant.own_documents import FOLDER
from assistant.saved_drafts import SavedDrafts
from assistant.settings import Settings, read_settings, shipped

if TYPE_CHECKING:
    from assistant.own_documents.proposed import Proposer
    from assistant.own_documents.shelf import Shelf
    from assistant.rephrasing.rephrasing import Rephrasing
    from assistant.reviewing.reviewer import Reviewer
    from assistant.search.index import PassageIndex

Progress = Callable[[int, int], None]


def _silent(done: int, of: int) -> None:
    """Show nothing while an index is built."""


Step = TypeVar("Step")


def last(steps: Iterator[Step]) -> Step:
    """The last of some steps, of which there is at least one."""
    *_, result = steps
    return result


class Assistant:
    """Klimatkontraktsassistenten.

    `Assistant.open()` reads and checks the corpus. The search index is opened, and built when it is
    missing or old, at the first question that needs it.
    """

    def __init__(self, library: Library, settings: Settings, progress: Progress) -> None:
        self.library = library
        self.settings = settings
        self._model = chosen_model(settings)
        self._progress = progress
        self._opening = Lock()
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
            raise SettingsFault(
                "Ingen språkmodell är inställd. Ange en med KLIMATKONTRAKT_MODEL, till exempel "
                "ollama:gemma3."
            )
        return self._rephrasing

    @property
    def model_in_use(self) -> ModelInUse | None:
        """The language model that is configured, if there is one."""
        return self._model.in_use if self._model else None

    @cached_property
    def _journal(self) -> Journal | None:
        if not self.settings.journal:
            return None
        return Journal(self.settings.data_dir, self.settings.journal_days)

    @cached_property
    def feedback(self) -> Feedback:
        """What people think of the answers; kept as long as the journal would be."""
        return Feedback(self.settings.data_dir, self.settings.journal_days)

    @cached_property
    def saved_drafts(self) -> SavedDrafts:
        """The drafts that are worked on, kept with every version of them."""
        return SavedDrafts(self.settings.data_dir, self.library.guidance.edition.nouns)

    @cached_property
    def _rephrasing(self) -> "Rephrasing | None":
        if self._model is None:
            return None
        from assistant.rephrasing.rephrasing import Rephrasing  # noqa: PLC0415  only with a model

        return Rephrasing.of(
            self._model.opened(),
            self.library,
            self.reviewer,
            self._running_forms,
            self.settings.edition,
        )

    @cached_property
    def learning(self) -> Material:
        """The vocabulary, examples, a reading path and the round: for who is new to the guidance."""
        return Material(self.library, self.settings.edition)

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Sweden's municipalities."""
        return load_municipalities(shipped("corpus") / "municipalities.csv")

    @property
    def own_documents(self) -> "Shelf | None":
        """The own documents that there are; None before the first, so that nothing is opened in vain."""
        return self.shelf if (self.settings.data_dir / FOLDER).is_dir() else None

    @cached_property
    def shelf(self) -> "Shelf":
        """What the municipalities have brought themselves, to be added to, searched and removed from."""
        from assistant.own_documents.shelf import Shelf  # noqa: PLC0415  Chroma takes a second

        return Shelf.of(self.settings.data_dir, self.settings.chroma, self.settings.encoder)

    @cached_property
    def proposer(self) -> "Proposer":
        """What the own documents state that a contract could say, for people to confirm."""
        from assistant.own_documents.proposed import Proposer  # noqa: PLC0415  likewise

        guidance = self.library.guidance
        return Proposer(self.shelf, guidance, self.municipalities, lambda: self.index)

    @cached_property
    def _running_forms(self) -> dict[str, RunningForm]:
        return load_running_forms(self.settings.edition, self.library.guidance)

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

    @cached_property
    def reviewer(self) -> "Reviewer":
        """The reviewer of this edition, which also knows the editions before it."""
        from assistant.editions.comparing import compare  # noqa: PLC0415  only a review needs it
        from assistant.guidance.review_knowledge import (  # noqa: PLC0415
            earlier_editions,
            load_review_knowledge,
        )
        from assistant.reviewing.reviewer import Reviewer  # noqa: PLC0415

        folder = self.settings.edition
        return Reviewer(
            self.library,
            load_review_knowledge(folder, self.library),
            [compare(earlier, self.library) for earlier in earlier_editions(folder)],
            self.municipalities,
        )

    @property
    def index(self) -> "PassageIndex":
        """The search index, opened once, also when several threads ask for it at the same time."""
        with self._opening:
            return self._index

    @cached_property
    def _index(self) -> "PassageIndex":
        from assistant.guidance.knowledge import load_knowledge, load_uncovered  # noqa: PLC0415
        from assistant.search.index import PassageIndex  # noqa: PLC0415  Chroma takes a second
        from assistant.search.views import entries_of  # noqa: PLC0415

        passages = self.library.passages
        folder = self.settings.edition
        entries = entries_of(
            passages, load_knowledge(folder, passages), load_uncovered(folder, passages)
        )
        return PassageIndex.open(
            tuple(entries), self.settings.data_dir / "index", self.settings.encoder, self._progress
        )
