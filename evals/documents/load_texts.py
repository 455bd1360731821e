"""The documents of the municipalities that `load` adds and searches."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from assistant.domain.own_documents import Holder
from evals.documents.roadmap import HABO, Roadmap

PASSAGES = 350
LARGE, FILES = 20_000, 20
"""Passages of the one municipality that has very many, and the files they come in."""


def document(holder: Holder) -> str:
    """A document of as many passages as a roadmap has, in an order of the municipality's own."""
    chance = Random(holder.municipality.code)  # noqa: S311  hides nothing
    return "\n\n".join(_paragraphs(chance, holder.municipality.own_name))


def _paragraphs(chance: Random, name: str, count: int = PASSAGES) -> Iterator[str]:
    roadmap = Roadmap.from_file(HABO)
    facts = [fact.sentence for fact in roadmap.planted()]
    for number in range(count):
        if number % 10 == 0:
            yield f"## {number // 10 + 1} Åtgärder i {name}"
        yield " ".join(
            (chance.choice(facts), *chance.sample(roadmap.filler, 5), f"Det är åtgärd {number}.")
        )


def large_files(holder: Holder, folder: Path) -> list[Path]:
    """Very many passages of one municipality, as files in a folder."""
    chance = Random(LARGE)  # noqa: S311  hides nothing
    files = []
    for number in range(FILES):
        file = folder / f"stor-{number}.md"
        paragraphs = _paragraphs(chance, holder.municipality.own_name, LARGE // FILES)
        file.write_text("\n\n".join(paragraphs), encoding="utf-8")
        files.append(file)
    return files
