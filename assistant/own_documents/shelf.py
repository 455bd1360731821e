"""The documents of every holder: added, listed, searched and removed, each holder's by itself."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from filelock import FileLock

from assistant.domain.errors import InputFault, quoted
from assistant.domain.own_documents import Holder, OwnDocument, OwnHit, Received
from assistant.own_documents import FOLDER, generations
from assistant.own_documents.faults import busy, missing
from assistant.own_documents.generations import Generation
from assistant.own_documents.names import key_of, owner_folder, shown_name
from assistant.own_documents.receiving import check_size, received
from assistant.search.own_texts import ranked
from assistant.search.shelves import VectorShelves

KEPT_OPEN = 64
"""Holders whose documents stay in memory; a municipality's 350 passages take about a megabyte."""
ATTEMPTS = 5
"""Times that a search meets a change by another process before it gives up."""

Progress = Callable[[int, int], None]


def _silent(done: int, of: int) -> None:
    """Show nothing."""


class Shelf:
    """Hylla: the own documents in one data folder."""

    def __init__(self, folder: Path, shelves: VectorShelves) -> None:
        self._folder = folder
        self._shelves = shelves
        self._open: OrderedDict[tuple[str, str], Generation] = OrderedDict()
        self._opening = Lock()

    @classmethod
    def of(cls, data_dir: Path, server: str | None, encoder_name: str | None) -> "Shelf":
        """The documents in a data folder; their vectors are at the Chroma server, where there is one."""
        folder = data_dir / FOLDER
        return cls(folder, VectorShelves(folder, server, encoder_name))

    def documents(self, holder: Holder) -> tuple[OwnDocument, ...]:
        """The documents of a holder, in the order in which they were added."""
        code, _ = key_of(holder)
        for _ in range(ATTEMPTS):
            name = generations.current(self._home(holder))
            if name is None:
                return ()
            try:
                return generations.documents_in(self._home(holder), name, code)
            except FileNotFoundError:
                continue
        raise busy(holder)

    def generation(self, holder: Holder) -> str | None:
        """The name of what is in force, another after each change; None where there are no documents."""
        return generations.current(self._home(holder))

    def codes(self, owner: str) -> frozenset[str]:
        """The codes of the municipalities for which this owner has documents."""
        folder = owner_folder(owner)
        homes = self._folder.glob(f"[0-9][0-9][0-9][0-9]/{folder}/{generations.POINTER}")
        return frozenset(home.parent.parent.name for home in homes)

    def add(
        self, holder: Holder, files: Sequence[Path], progress: Progress = _silent
    ) -> tuple[Received, ...]:
        """Add files: a name that is there is replaced, what cannot be read is told and left out.

        `progress` is called with (done, of), first for files and then for passages.
        """
        names = Counter(shown_name(file) for file in files)
        twice = next((name for name, times in names.items() if times > 1), None)
        if twice:
            raise InputFault(f"Två av filerna heter {quoted(twice)}. Byt namn på den ena.")
        with self._changing(holder):
            kept = {document.name: document for document in self.documents(holder)}
            outcomes = []
            for done, file in enumerate(files, start=1):
                outcomes.append(received(file, kept, holder))
                document = outcomes[-1].document
                if document is not None:
                    kept[document.name] = document
                progress(done, len(files))
            if any(one.document is not None for one in outcomes):
                check_size(kept.values())
                self._replace(holder, kept.values(), progress)
        return tuple(outcomes)

    def remove(self, holder: Holder, name: str) -> None:
        """Remove a document and every trace of it; `InputFault` when there is none of that name."""
        wanted = shown_name(name)
        with self._changing(holder):
            kept = {document.name: document for document in self.documents(holder)}
            if wanted not in kept:
                raise missing(wanted, holder)
            del kept[wanted]
            self._replace(holder, kept.values(), _silent)
            self._shelves.scrub()

    def document(self, holder: Holder, name: str) -> OwnDocument:
        """The document of that name; `InputFault` when there is none."""
        wanted = shown_name(name)
        found = next((d for d in self.documents(holder) if d.name == wanted), None)
        if found is None:
            raise missing(wanted, holder)
        return found

    def search(self, holder: Holder, text: str, limit: int) -> tuple[OwnHit, ...]:
        """The passages of the holder's documents that fit a question best, best first."""
        for _ in range(ATTEMPTS):
            generation = self._generation(holder)
            if generation is None:
                return ()
            found = ranked(text, generation.words, generation.vectors, self._shelves, limit)
            if found is not None:
                return tuple(
                    OwnHit(
                        generation.passages[hit.number].passage,
                        hit.score,
                        hit.coverage,
                        hit.nearness,
                    )
                    for hit in found
                )
            self._forget(holder)
        raise busy(holder)

    def _generation(self, holder: Holder) -> Generation | None:
        """The generation in force, opened; the pointer is read each time: others may have moved it."""
        home, key = self._home(holder), key_of(holder)
        for _ in range(ATTEMPTS):
            name = generations.current(home)
            if name is None:
                self._forget(holder)
                return None
            with self._opening:
                known = self._open.get(key)
                if known and known.name == name:
                    self._open.move_to_end(key)
                    return known
            try:
                opened = generations.opened(home, name, key[0], self._shelves)
                if opened is None:
                    self._mend(holder, name)
                    continue
            except FileNotFoundError:
                continue
            with self._opening:
                self._open[key] = opened
                while len(self._open) > KEPT_OPEN:
                    self._open.popitem(last=False)
            return opened
        raise busy(holder)

    def _mend(self, holder: Holder, name: str) -> None:
        """Write vectors that are missing: made with another encoder, or kept at another server."""
        home = self._home(holder)
        with self._changing(holder):
            if generations.current(home) == name:
                documents = generations.documents_in(home, name, key_of(holder)[0])
                generations.write_vectors(home, name, documents, self._shelves, _silent)

    def _replace(
        self, holder: Holder, documents: Iterable[OwnDocument], progress: Progress
    ) -> None:
        code, _ = key_of(holder)
        generations.replace(self._home(holder), code, documents, self._shelves, progress)
        self._forget(holder)

    def _forget(self, holder: Holder) -> None:
        with self._opening:
            self._open.pop(key_of(holder), None)

    @contextmanager
    def _changing(self, holder: Holder) -> Iterator[None]:
        """One change of a holder's documents at a time, over all processes."""
        home = self._home(holder)
        try:
            home.mkdir(parents=True, exist_ok=True)
            with FileLock(home / ".lås"):
                yield
        except OSError as error:
            raise InputFault(
                f"Mappen {home} går inte att skriva i ({error}). Rätta rättigheterna eller ange en "
                "annan med KLIMATKONTRAKT_DATA_DIR."
            ) from error

    def _home(self, holder: Holder) -> Path:
        code, owner = key_of(holder)
        return self._folder / code / owner
