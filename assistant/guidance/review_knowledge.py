"""What is written beside the guidance for the review: how commitments are recognised, terms misused."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.errors import CorpusFault, quoted
from assistant.domain.passages import Passage
from assistant.domain.reviews import MisusedTerm, Profile
from assistant.guidance.library import Library
from assistant.guidance.reading import read_records
from assistant.guidance.records import EditionRecord, ReviewRecord
from assistant.guidance.shelf import editions_in

FILE = "review.yaml"


@dataclass(frozen=True, slots=True)
class ReviewKnowledge:
    """Granskningskunskap: reviewed data beside an edition; empty for one that has none yet."""

    profiles: tuple[Profile, ...] = ()
    leading_verbs: tuple[str, ...] = ()
    terms: tuple[MisusedTerm, ...] = ()


def load_review_knowledge(folder: Path, library: Library) -> ReviewKnowledge:
    """Read the file and check that every commitment and passage it names exists."""
    if not (folder / FILE).is_file():
        return ReviewKnowledge()
    record = read_records(folder / FILE, ReviewRecord)
    for profile in record.profiles:
        if library.guidance.commitment(profile.commitment) is None:
            raise CorpusFault(f"{FILE}, profiles: nummer {profile.commitment} finns inte")
    return ReviewKnowledge(
        profiles=tuple(
            Profile(p.commitment, p.actions, p.object, p.details) for p in record.profiles
        ),
        leading_verbs=record.leading_verbs,
        terms=tuple(
            MisusedTerm(t.words, t.advice, _passage(t.passage, library.passages))
            for t in record.terms
        ),
    )


def _passage(name: str, passages: Iterable[Passage]) -> Passage:
    for passage in passages:
        if passage.id.partition("/")[2] == name:
            return passage
    raise CorpusFault(f"{FILE}, terms: stycket {quoted(name)} finns inte")


def earlier_editions(folder: Path) -> tuple[Library, ...]:
    """The editions beside this one, of the same contract and older, the latest first."""
    own = read_records(folder / "edition.yaml", EditionRecord)
    earlier = [
        one.folder
        for one in editions_in(folder.parent)
        if one.folder != folder
        and one.record.contract == own.contract
        and (one.record.year, one.record.id) < (own.year, own.id)
    ]
    return tuple(Library.from_folder(path) for path in reversed(earlier))
