"""Sets a guidance as a flat OpenDocument text and lets LibreOffice make the PDF."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from assistant.domain.guidance import Block, BlockType, Guidance, Section
from evals.ingestion.layouts import FOOT, HEAD, WATERMARK, Layout, Line, cells, heads, with_headings
from evals.ingestion.office_styles import styles
from evals.ingestion.syllables import softened

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
MOST_SECONDS = 120


def set_in_office(guidance: Guidance, layout: Layout, target: Path, soffice: str) -> None:
    """Write the PDF; `soffice` is the path of LibreOffice."""
    document = target.with_suffix(".fodt")
    document.write_text(open_document(guidance, layout), encoding="utf-8")
    profile = (target.parent / "profil").as_uri()
    subprocess.run(  # noqa: S603  the installed LibreOffice on our own file
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(target.parent),
            str(document),
        ],
        check=True,
        capture_output=True,
        timeout=MOST_SECONDS,
    )


def open_document(guidance: Guidance, layout: Layout) -> str:
    """The whole document as flat OpenDocument XML."""
    head = HEAD.format(contract=guidance.edition.contract, label=guidance.edition.label)
    body = "\n".join((*_running_text(guidance.sections), *_commitments(guidance, layout)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties
 style:font-name="Liberation Sans" fo:font-family="'Liberation Sans'" fo:font-size="11pt"
 fo:language="sv" fo:country="SE"/></style:default-style></office:styles>
<office:automatic-styles>{styles(layout)}</office:automatic-styles>
<office:master-styles>
{_master("Standard", "Tall", head, layout)}{_master("Wide", "Wide", head, layout)}
</office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""


def _master(name: str, page: str, head: str, layout: Layout) -> str:
    marks = "".join(
        f'<draw:custom-shape draw:style-name="Box" text:anchor-type="paragraph" '
        f'draw:transform="rotate(0.785) translate({25 + 18 * n}mm {150 - 20 * n}mm)" '
        f'svg:width="60mm" svg:height="25mm"><text:p text:style-name="Mark">{part}</text:p>'
        '<draw:enhanced-geometry draw:type="rectangle" '
        'draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N" '
        'svg:viewBox="0 0 21600 21600"/></draw:custom-shape>'
        for n, part in enumerate(WATERMARK)
        if layout.watermark
    )
    shown = escape(head) if layout.furniture else ""
    foot = f"{FOOT} <text:page-number/>" if layout.furniture else ""
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{page}">'
        f'<style:header><text:p text:style-name="Small">{marks}{shown}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Small">{foot}</text:p></style:footer>'
        "</style:master-page>"
    )


def _paragraph(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _running_text(sections: tuple[Section, ...]) -> Iterator[str]:
    for place, (heading, section) in enumerate(with_headings(sections)):
        if heading:
            yield _paragraph("Head" if place else "Title", escape(heading))
        if section.subheading:
            yield _paragraph("Sub", escape(section.subheading))
        yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    text = escape(block.text)
    match block.type:
        case BlockType.BULLET | BlockType.SUB_BULLET:
            level = int(block.type is BlockType.SUB_BULLET)
            return _paragraph(f"Item{level}", f"{block.marker or '●'}<text:tab/>{text}")
        case BlockType.CAPTION:
            return _paragraph("Caption", text)
        case _:
            return _paragraph("Text", text)


def _commitments(guidance: Guidance, layout: Layout) -> Iterator[str]:
    columns = "".join(
        f'<table:table-column table:style-name="Column{n}"/>' for n in range(len(layout.widths))
    )
    names = "".join(
        _cell(
            _paragraph("ColumnHead", escape(name))
            + (_paragraph("ColumnAbout", escape(about)) if about else "")
        )
        for name, about in heads(guidance)
    )
    row = f"<table:table-row>{names}</table:table-row>"
    if layout.repeated:
        row = f"<table:table-header-rows>{row}</table:table-header-rows>"
    for commitment in guidance.commitments:
        title = f"{commitment.section} {layout.noun} {commitment.number}: {commitment.title}"
        filled = "".join(
            _cell("".join(_line(line, layout) for line in column) or _paragraph("Cell", ""))
            for column in cells(commitment, guidance)
        )
        yield _paragraph("Opens", escape(title))
        yield (
            f"<table:table>{columns}{row}<table:table-row>{filled}</table:table-row></table:table>"
        )


def _cell(content: str) -> str:
    return f'<table:table-cell table:style-name="Cells">{content}</table:table-cell>'


def _line(line: Line, layout: Layout) -> str:
    text = escape(softened(line.text) if layout.hyphens else line.text)
    if not line.marker:
        return _paragraph("Cell", text)
    if not layout.hanging:
        return _paragraph("Cell", f"{line.marker} {text}")
    style = f"Mark{line.level}" if line.marker == "-" else "Point"
    return _paragraph(style, f"{line.marker}<text:tab/>{text}")
