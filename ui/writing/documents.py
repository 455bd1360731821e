"""The municipality's own documents in Skriv: listed, added and removed, beside the draft and apart from it.

What is done here waits for nothing that is saved, and what is saved waits for nothing here.
"""

from collections.abc import Hashable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillReading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.domain.errors import InputFault
from assistant.domain.own_documents import Holder
from assistant.domain.saved_drafts import DraftForm
from assistant.guidance.municipalities import municipality_named
from assistant.opening import Assistant
from assistant.own_documents.names import shown_name
from assistant.saved_drafts.offering import offers
from ui.uploads import removed
from ui.views import documents as views
from ui.views.parts import fault, fault_text
from ui.views.proposals import ProposalViews, searching
from ui.writing.desk import Desk
from ui.writing.window import Data

PAUSE = 0.3
"""Seconds between two looks at how far the reading has come."""
Seen = Hashable
"""What a window shows of the documents; as long as it is the same, nothing is drawn anew."""


def own_documents(desk: Desk, pressed: gr.HTML, changes: Sequence[Any], after: str) -> None:
    """What happens when files are added and removed, and after each of the `changes` of the draft.

    `after` is the JavaScript that says what was done.
    """
    documents = Documents(desk)
    at, parts = desk.parts.at, desk.parts.fields.documents
    seen = gr.State(None)
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    # By themselves: who saves a draft does not wait for what is read, whoever reads it.
    reading = {**quiet, "concurrency_id": "dokument", "concurrency_limit": 2}
    listing = {**quiet, "concurrency_id": "dokumentlistan", "concurrency_limit": 4}

    def remove(place: str, event: gr.EventData, request: gr.Request) -> str:
        return documents.remove(place, event._data, request)  # noqa: SLF001  Gradio gives it no other name

    added = parts.upload.upload(
        documents.add, [at, parts.upload], parts.told, trigger_mode="multiple", **reading
    )
    removed = pressed.delete(remove, at, parts.told, trigger_mode="multiple", **reading)
    for change in (*changes, added, removed):
        change.then(documents.shown, [at, seen], [parts.listed, seen], **listing).then(js=after)


@dataclass(frozen=True)
class Documents:
    """Dokumenten: those of the municipality that a window's draft is for."""

    desk: Desk

    @property
    def assistant(self) -> Assistant:
        """Whose shelf they lie on."""
        return self.desk.assistant

    def shown(self, place: str, seen: Seen, request: gr.Request) -> Iterator[tuple[Any, Seen]]:
        """The list and the proposals, where they are not what the window shows already."""
        try:
            window = self.desk.window(place, request)
            holder = window.holder
            shelf = self.assistant.own_documents
            generation = shelf.generation(holder) if shelf and holder else None
            form = window.present().content.form if generation else DraftForm()
            now = (holder, generation, form.chosen, form.commitments, form.follow_up)
            if now == seen:
                yield gr.skip(), gr.skip()
            elif holder is None:
                yield views.alone(views.NO_MUNICIPALITY), now
            elif shelf is None or generation is None:
                if shelf:
                    # What was proposed from documents that are gone is not kept.
                    self.assistant.proposer.known(holder)
                yield views.listing(holder.municipality, ()), now
            else:
                documents = views.listing(holder.municipality, shelf.documents(holder))
                for proposals in self._proposals(holder, form):
                    yield documents + proposals, now
        except Exception as error:  # noqa: BLE001  no traceback reaches the page
            # Not read out: the form says the same of a municipality that there is none of.
            yield views.alone(fault_text(error)), str(error)

    def _proposals(self, holder: Holder, form: DraftForm) -> Iterator[str]:
        """The proposals; first what is told where they take a while to read."""
        proposer, guidance = self.assistant.proposer, self.assistant.library.guidance
        proposed = proposer.known(holder)
        if new := proposed is None:
            yield searching()
            proposed = proposer.proposed(holder)
        yield ProposalViews(guidance).shown(offers(proposed, form, guidance), new=new)

    def add(self, place: str, files: Sequence[str], request: gr.Request) -> Iterator[str]:
        """What is told while files are read, and when they are."""
        paths = [Path(file) for file in files]
        try:
            holder = self.desk.window(place, request).holder
            yield from self._reading(holder, paths)
        except Exception as error:  # noqa: BLE001  likewise
            yield fault(error)
        finally:
            for path in paths:
                removed(path)

    def _reading(self, holder: Holder | None, paths: Sequence[Path]) -> Iterator[str]:
        if holder is None:
            raise InputFault(views.NO_MUNICIPALITY)
        names = [shown_name(path) for path in paths]
        come = (0, 0)

        def progress(done: int, of: int) -> None:
            nonlocal come
            come = (done, of)

        # A file that is being read cannot be asked how far it has come: the reading tells, on its thread.
        with ThreadPoolExecutor(1) as reader:
            outcome = reader.submit(self.assistant.shelf.add, holder, paths, progress)
            yield views.reading(names, *come)
            while True:
                try:
                    yield views.received(outcome.result(PAUSE))
                except StillReading:
                    yield views.reading(names, *come)
                else:
                    return

    def remove(self, place: str, data: Data, request: gr.Request) -> str:
        """What is told when a document has been removed."""
        try:
            owner = self.desk.window(place, request).owner
            known = self.assistant.municipalities
            holder = Holder(municipality_named(data["kommun"], known), owner)
            self.assistant.shelf.remove(holder, data["varde"])
            return views.removed(data["varde"])
        except Exception as error:  # noqa: BLE001  likewise
            return fault(error)
