"""Made-up climate roadmaps with planted facts: what is planted, and the pages that it stands on.

Each is a file of data. One has pages of filler, tables and sentences of filler around what is planted;
the other is told as a whole, by a hand that knew nothing of the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Self

import yaml

from assistant.domain.drafts import FactKind

HABO = Path(__file__).with_name("roadmap.yaml")
HUDIKSVALL = Path(__file__).with_name("roadmap-hudiksvall.yaml")
FILLER_AFTER = 3
"""Pages with planted facts between the pairs of pages without, in a roadmap with filler."""
LINES = 4
"""Sentences of filler before and after what is planted."""


@dataclass(frozen=True, slots=True)
class Planted:
    """Planterad uppgift: a sentence, its kind, the commitments it can belong to, and its page."""

    sentence: str
    kind: FactKind
    about: frozenset[int]
    page: int
    held_out: bool


@dataclass(frozen=True, slots=True)
class RoadmapPage:
    """Sida: its number, its heading and its paragraphs of sentences."""

    number: int
    heading: str
    paragraphs: tuple[tuple[str, ...], ...]
    table: tuple[tuple[str, ...], ...] = ()
    """Its rows, the heads of the columns first."""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Påhittad färdplan: its file, its name, whose it is, and what stands at the foot of its pages."""

    file: Path
    name: str
    municipality: str
    foot: str
    content: dict[str, Any]
    """The file as it is parsed: `pages`, and `filler`, `depths` and `table` where there is filler."""

    @classmethod
    def from_file(cls, file: Path) -> Self:
        """The roadmap that a file describes."""
        content = dict(yaml.safe_load(file.read_text(encoding="utf-8")))
        return cls(file, content["name"], content["municipality"], content["foot"], content)

    @property
    def filler(self) -> tuple[str, ...]:
        """Sentences that state nothing, to stand around what is planted."""
        return tuple(self.content.get("filler", ()))

    def planted(self) -> tuple[Planted, ...]:
        """Every planted fact; those of every other page are held out."""
        return tuple(
            Planted(
                item["fact"], FactKind(item["kind"]), frozenset(item["about"]), number, at % 2 == 1
            )
            for at, (number, page) in enumerate(self._numbered())
            for item in _items(page)
            if "fact" in item
        )

    def planted_in_rows(self) -> tuple[Planted, ...]:
        """Every planted fact of a table: the measure of the row, and the cell, with the heads of both."""
        return tuple(
            Planted(
                f"{table['head'][at_measure]}: {row['cells'][at_measure]}; {head}: {cell}",
                FactKind(row["facts"][head]),
                frozenset(row["about"]),
                number,
                at % 2 == 1,
            )
            for at, (number, page) in enumerate(self._numbered())
            if (table := page.get("table"))
            for at_measure in [_measure(table)]
            for row in table["rows"]
            for head, cell in zip(table["head"], row["cells"], strict=True)
            if head in row.get("facts", {})
        )

    def pages_by_heading(self) -> dict[str, int]:
        """The number of each page with something planted, by its heading: Word has no pages."""
        return {page["heading"]: number for number, page in self._numbered()}

    def traps(self) -> frozenset[str]:
        """Sentences that look like facts and are none."""
        return frozenset(
            item["trap"] for _, page in self._numbered() for item in _items(page) if "trap" in item
        )

    def held_out_pages(self) -> frozenset[int]:
        """The pages that no rule is fitted on."""
        return frozenset(number for at, (number, _) in enumerate(self._numbered()) if at % 2 == 1)

    def pages(self) -> Iterator[RoadmapPage]:
        """Every page in order."""
        numbered = self._numbered()
        if not self.filler:
            yield from (_told(number, page) for number, page in numbered)
            return
        depths = iter(self.content["depths"])
        planted_pages = dict(numbered)
        for number in range(1, max(planted_pages) + 3):
            chosen = Random(number).sample(self.filler, 2 * LINES)  # noqa: S311  hides nothing
            lead, close = tuple(chosen[:LINES]), tuple(chosen[LINES:])
            if number in planted_pages:
                yield _told(number, planted_pages[number], (lead,), (close,))
            else:
                heading = f"Fördjupning om {next(depths)}"
                yield RoadmapPage(number, heading, (lead, close), _rows(self.content["table"]))

    def _numbered(self) -> tuple[tuple[int, dict[str, Any]], ...]:
        """The pages that are told, with their numbers in the whole."""
        between = 2 if self.filler else 0
        return tuple(
            (at + 1 + between * (at // FILLER_AFTER), page)
            for at, page in enumerate(self.content["pages"])
        )


def _told(
    number: int,
    page: dict[str, Any],
    lead: tuple[tuple[str, ...], ...] = (),
    close: tuple[tuple[str, ...], ...] = (),
) -> RoadmapPage:
    told = tuple(tuple(_text(item) for item in paragraph) for paragraph in page["paragraphs"])
    table = page.get("table")
    rows = _rows({**table, "rows": [r["cells"] for r in table["rows"]]}) if table else ()
    return RoadmapPage(number, page["heading"], (*lead, *told, *close), rows)


def _items(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (i for paragraph in page["paragraphs"] for i in paragraph if isinstance(i, dict))


def _text(item: str | dict[str, Any]) -> str:
    return item if isinstance(item, str) else str(item.get("fact") or item["trap"])


def _measure(table: dict[str, Any]) -> int:
    """The column with the measures: the first that is not a number."""
    return next(at for at, cell in enumerate(table["rows"][0]["cells"]) if not cell.isdigit())


def _rows(table: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, row)) for row in (table["head"], *table["rows"]))
