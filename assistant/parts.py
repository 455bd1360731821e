"""The parts that the assistant is put together of, each opened when it is first needed."""

from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from assistant.domain.language_models import ModelInUse
from assistant.domain.municipalities import Municipality
from assistant.domain.running_text import RunningForm
from assistant.feedback import Feedback
from assistant.guidance.library import Library
from assistant.guidance.municipalities import load_municipalities
from assistant.guidance.running_text import load_running_forms
from assistant.journal import Journal
from assistant.language_model import chosen_model
from assistant.learning.material import Material
from assistant.own_documents import FOLDER
from assistant.saved_drafts import SavedDrafts
from assistant.settings import Settings, shipped

if TYPE_CHECKING:
    from assistant.own_documents.proposed import Proposer
    from assistant.own_documents.shelf import Shelf
    from assistant.rephrasing.rephrasing import Rephrasing
    from assistant.reviewing.reviewer import Reviewer
    from assistant.search.index import PassageIndex

Progress = Callable[[int, int], None]


class Parts:
    """Assistentens delar: of one edition, with the settings in force.

    `progress(done, of)` is called while an index is built.
    """

    def __init__(self, library: Library, settings: Settings, progress: Progress) -> None:
        self.library = library
        self.settings = settings
        self._model = chosen_model(settings)
        self._progress = progress
        self._opening = Lock()

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
        from assistant.guidance.knowledge import (  # noqa: PLC0415
            labelled_questions,
            load_knowledge,
            load_uncovered,
        )
        from assistant.search.index import PassageIndex  # noqa: PLC0415  Chroma takes a second
        from assistant.search.views import entries_of  # noqa: PLC0415

        passages = self.library.passages
        folder = self.settings.edition
        entries = entries_of(
            passages, load_knowledge(folder, passages), load_uncovered(folder, passages)
        )
        return PassageIndex.open(
            tuple(entries),
            labelled_questions(folder),
            self.settings.data_dir / "index",
            self.settings.encoder,
            self._progress,
        )
