"""A roadmap as a flat OpenDocument text, which LibreOffice makes PDF and Word of."""

from pathlib import Path
from xml.sax.saxutils import escape

from evals.documents.roadmap import Roadmap, RoadmapPage

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
<style:footer><text:p>%(foot)s, sida <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
"""
TAIL = "</office:text></office:body></office:document>\n"


def write_roadmap(roadmap: Roadmap, folder: Path) -> Path:
    """Write a roadmap into a folder, as a file of its name, a page for each of its pages."""
    told = {"name": escape(roadmap.name), "foot": escape(roadmap.foot)}
    body = "".join(_page(page) for page in roadmap.pages())
    target = folder / f"{roadmap.name}.fodt"
    target.write_text(HEAD % told + body + TAIL, encoding="utf-8")
    return target


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
