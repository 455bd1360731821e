"""A climate roadmap of sixty pages with planted facts, as a file that LibreOffice makes PDF and Word of.

`roadmap.yaml` holds what is planted; between its pages stand pages of filler, tables, heads and feet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from xml.sax.saxutils import escape

import yaml

from assistant.domain.drafts import FactKind

FILE = Path(__file__).with_name("roadmap.yaml")
FILLER_AFTER = 3
"""Pages with planted facts between the pairs of pages without."""
LINES = 4
"""Sentences of filler before and after what is planted."""

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0"
 xmlns:table="{OFFICE}:table:1.0" xmlns:style="{OFFICE}:style:1.0"
 xmlns:fo="{OFFICE}:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1">
<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.25cm"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="New" style:family="paragraph" style:parent-style-name="Heading_20_1">
<style:paragraph-properties fo:break-before="page"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin="2.5cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p>%(name)s</text:p></style:header>
<style:footer><text:p>Håbo kommun,
 dnr KS 2023/00412, sida <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
"""
TAIL = "</office:text></office:body></office:document>\n"


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


def planted() -> tuple[Planted, ...]:
    """Every planted fact; those of every other page are held out."""
    return tuple(
        Planted(item["fact"], FactKind(item["kind"]), frozenset(item["about"]), number, at % 2 == 1)
        for at, (number, page) in enumerate(_numbered())
        for item in _items(page)
        if "fact" in item
    )


def planted_in_rows() -> tuple[Planted, ...]:
    """Every planted fact of a table: the measure of the row, and the cell, with the heads of both."""
    return tuple(
        Planted(
            f"{table['head'][at_measure]}: {row['cells'][at_measure]}; {head}: {cell}",
            FactKind(row["facts"][head]),
            frozenset(row["about"]),
            number,
            at % 2 == 1,
        )
        for at, (number, page) in enumerate(_numbered())
        if (table := page.get("table"))
        for at_measure in [_measure(table)]
        for row in table["rows"]
        for head, cell in zip(table["head"], row["cells"], strict=True)
        if head in row.get("facts", {})
    )


def pages_by_heading() -> dict[str, int]:
    """The number of each page with something planted, by its heading: Word has no pages."""
    return {page["heading"]: number for number, page in _numbered()}


def traps() -> frozenset[str]:
    """Sentences that look like facts and are none."""
    return frozenset(
        item["trap"] for _, page in _numbered() for item in _items(page) if "trap" in item
    )


def held_out_pages() -> frozenset[int]:
    """The pages that no rule is fitted on."""
    return frozenset(number for at, (number, _) in enumerate(_numbered()) if at % 2 == 1)


def pages() -> Iterator[RoadmapPage]:
    """Every page in order."""
    depths = iter(_read()["depths"])
    planted_pages = dict(_numbered())
    for number in range(1, max(planted_pages) + 3):
        page = planted_pages.get(number)
        chosen = Random(number).sample(_read()["filler"], 2 * LINES)  # noqa: S311  hides nothing
        lead, close = tuple(chosen[:LINES]), tuple(chosen[LINES:])
        if page is None:
            heading = f"Fördjupning om {next(depths)}"
            yield RoadmapPage(number, heading, (lead, close), _rows(_read()["table"]))
            continue
        told = tuple(tuple(_text(item) for item in paragraph) for paragraph in page["paragraphs"])
        table = page.get("table")
        rows = _rows({**table, "rows": [r["cells"] for r in table["rows"]]}) if table else ()
        yield RoadmapPage(number, page["heading"], (lead, *told, close), rows)


def write_roadmap(target: Path) -> Path:
    """Write the roadmap as a flat OpenDocument text."""
    body = "".join(_page(page) for page in pages())
    target.write_text(HEAD % {"name": _read()["name"]} + body + TAIL, encoding="utf-8")
    return target


@cache
def _read() -> dict[str, Any]:
    return dict(yaml.safe_load(FILE.read_text(encoding="utf-8")))


@cache
def _numbered() -> tuple[tuple[int, dict[str, Any]], ...]:
    """The pages with something planted, with their numbers in the whole."""
    return tuple(
        (at + 1 + 2 * (at // FILLER_AFTER), page) for at, page in enumerate(_read()["pages"])
    )


def _items(page: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (i for paragraph in page["paragraphs"] for i in paragraph if isinstance(i, dict))


def _text(item: str | dict[str, Any]) -> str:
    return item if isinstance(item, str) else str(item.get("fact") or item["trap"])


def _page(page: RoadmapPage) -> str:
    style = "New" if page.number > 1 else "Heading_20_1"
    heading = (
        f'<text:h text:style-name="{style}" text:outline-level="1">{escape(page.heading)}</text:h>'
    )
    paragraphs = "".join(
        f'<text:p text:style-name="Standard">{escape(" ".join(sentences))}</text:p>'
        for sentences in page.paragraphs
    )
    return f"{heading}\n{paragraphs}\n{_table(page.table)}"


def _measure(table: dict[str, Any]) -> int:
    """The column with the measures: the first that is not a number."""
    return next(at for at, cell in enumerate(table["rows"][0]["cells"]) if not cell.isdigit())


def _rows(table: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, row)) for row in (table["head"], *table["rows"]))


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    if not rows:
        return ""
    written = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f"<table:table>{columns}{written}</table:table>\n"
