"""Sets a guidance as a web page and prints it with Chromium."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from assistant.domain.guidance import Block, BlockType, Guidance, Section
from evals.ingestion.layouts import FOOT, HEAD, WATERMARK, Layout, Line, cells, heads, with_headings
from evals.ingestion.syllables import softened

STYLE = """
@page { size: A4 portrait; margin: 22mm 20mm }
@page wide { size: A4 %(orientation)s; margin: 20mm 15mm }
body { font: 11pt/1.35 "Liberation Sans", Arial, sans-serif; margin: 0 }
h1 { font-size: 20pt } h2 { font-size: 15pt } h3 { font-size: 12pt; margin-bottom: 2pt }
p { margin: 0 0 7pt } .caption { font-size: 9pt; font-style: italic }
.item { display: flex } .item > span:first-child { flex: 0 0 16pt } .sub { margin-left: 18pt }
.commitment { page: wide; break-before: page }
.commitment h3 { font-size: 13pt; margin: 0 0 8pt }
table { border-collapse: collapse; width: 100%%; table-layout: fixed;
  font-size: %(points)spt; line-height: 1.25 }
td, th { vertical-align: top; padding: 3pt 5pt; overflow-wrap: break-word; %(border)s }
th { font-weight: normal; text-align: %(align)s } th b { display: block }
td p { margin: 0 0 4pt; text-align: %(body)s; hyphens: manual }
td .item { margin: 0 0 4pt } td .item > span:first-child { flex: 0 0 %(indent)s }
td .item > span:last-child { flex: 1 1 0; min-width: 0; text-align: %(body)s }
thead { display: %(repeated)s }
.watermark { position: fixed; left: 30mm; top: 60mm; font-size: 70pt; color: #ddd; z-index: -1 }
.watermark span { position: absolute; transform: rotate(-45deg) }
"""


def set_in_chromium(guidance: Guidance, layout: Layout, target: Path, path: str) -> None:
    """Write the PDF; `path` is that of the browser."""
    # In a thread of its own, since Playwright refuses a second browser in one that has one already.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(_set, guidance, layout, target, path).result()


def _set(guidance: Guidance, layout: Layout, target: Path, path: str) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only this renderer needs it

    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=path, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        try:
            page = browser.new_page()
            page.set_content(web_page(guidance, layout))
            small = "font-size:8px;width:100%;margin:0 15mm"
            head = HEAD.format(contract=guidance.edition.contract, label=guidance.edition.label)
            page.pdf(
                path=target,
                prefer_css_page_size=True,
                display_header_footer=layout.furniture,
                header_template=f'<div style="{small}">{escape(head)}</div>',
                footer_template=f'<div style="{small}">{FOOT} <span class="pageNumber"></span></div>',
            )
        finally:
            browser.close()


def web_page(guidance: Guidance, layout: Layout) -> str:
    """The whole document as HTML."""
    style = STYLE % {
        "orientation": "landscape" if layout.landscape else "portrait",
        "points": layout.points,
        "border": "border: 0.5pt solid #444" if layout.grid else "",
        "align": "center" if layout.centred else "left",
        "body": "justify" if layout.justified else "left",
        "indent": f"{layout.points * 2.4}pt",
        "repeated": "table-header-group" if layout.repeated else "table-row-group",
    }
    letters = "".join(
        f'<span style="left:{18 * n}mm;top:{150 - 22 * n}mm">{part}</span>'
        for n, part in enumerate(WATERMARK)
    )
    parts = [
        f'<!doctype html><html lang="sv"><meta charset="utf-8"><style>{style}</style>',
        f'<div class="watermark">{letters}</div>' if layout.watermark else "",
        *_running_text(guidance.sections),
        *_commitments(guidance, layout),
    ]
    return "\n".join(parts)


def _running_text(sections: tuple[Section, ...]) -> Iterator[str]:
    for place, (heading, section) in enumerate(with_headings(sections)):
        if heading:
            level = 2 if place else 1
            yield f"<h{level}>{escape(heading)}</h{level}>"
        if section.subheading:
            yield f"<h3>{escape(section.subheading)}</h3>"
        yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    text = escape(block.text)
    if block.type in {BlockType.BULLET, BlockType.SUB_BULLET}:
        sub = " sub" if block.type is BlockType.SUB_BULLET else ""
        marker = escape(block.marker or "●")
        return f'<div class="item{sub}"><span>{marker}</span><span>{text}</span></div>'
    return f'<p class="{block.type.value}">{text}</p>'


def _commitments(guidance: Guidance, layout: Layout) -> Iterator[str]:
    names = "".join(
        f'<th style="width:{width}%"><b>{escape(name)}</b>{escape(about)}</th>'
        for (name, about), width in zip(heads(guidance), layout.widths, strict=True)
    )
    for commitment in guidance.commitments:
        columns = "".join(
            f"<td>{''.join(_line(line, layout) for line in column)}</td>"
            for column in cells(commitment, guidance)
        )
        title = f"{commitment.section} {layout.noun} {commitment.number}: {commitment.title}"
        yield (
            f'<div class="commitment"><h3>{escape(title)}</h3><table><thead><tr>{names}</tr></thead>'
            f"<tbody><tr>{columns}</tr></tbody></table></div>"
        )


def _line(line: Line, layout: Layout) -> str:
    text = escape(softened(line.text) if layout.hyphens else line.text)
    indent = line.level * layout.points * (1.2 if layout.hanging else 0)
    style = f'style="margin-left:{indent}pt"'
    if not line.marker:
        return f"<p>{text}</p>"
    if layout.hanging:
        narrow = ' style="flex-basis:0.9em"' if line.marker == "-" else ""
        marked = f"<span{narrow}>{line.marker}</span><span>{text}</span>"
        return f'<div class="item" {style}>{marked}</div>'
    return f"<p {style}>{line.marker} {text}</p>"
