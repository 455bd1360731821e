"""A memo as Word and HTML, in the same styles as the draft that it goes with."""

from collections.abc import Iterator
from html import escape

from docx import Document
from docx.document import Document as WordDocument

from assistant.domain.memos import Block, Bullets, Memo, Table
from assistant.domain.redlines import Mark, Redline
from assistant.export.html_parts import bullets, notices, page, table
from assistant.export.redlines import add_redline
from assistant.export.styles import NOTICE, prepare
from assistant.export.word_parts import add_table, saved


def memo_word(memo: Memo) -> bytes:
    """The memo as the bytes of a .docx file."""
    document = Document()
    prepare(document, memo.title, memo.notices[0])
    document.add_paragraph(memo.title, style="Title")
    for notice in memo.notices:
        document.add_paragraph(notice, style=NOTICE)
    for line in memo.particulars:
        document.add_paragraph(line, style="Body Text")
    for section in memo.sections:
        document.add_paragraph(section.heading, style="Heading 1")
        for block in section.blocks:
            _add(document, block)
    return saved(document)


def _add(document: WordDocument, block: Block) -> None:
    if isinstance(block, Bullets):
        for line in block.lines:
            document.add_paragraph(line, style="List Bullet")
    elif isinstance(block, Table):
        add_table(document, block.head, block.widths, block.rows)
    elif isinstance(block, Redline):
        add_redline(document, block)
    else:
        document.add_paragraph(block, style="Body Text")


def memo_html(memo: Memo) -> str:
    """The memo as a page in Swedish."""
    return page(memo.title, _body(memo))


def _body(memo: Memo) -> Iterator[str]:
    yield f"<h1>{escape(memo.title)}</h1>"
    yield notices(memo.notices)
    yield from (f"<p>{escape(line)}</p>" for line in memo.particulars)
    for section in memo.sections:
        yield f"<h2>{escape(section.heading)}</h2>"
        for block in section.blocks:
            if isinstance(block, Bullets):
                yield bullets(block.lines)
            elif isinstance(block, Table):
                yield table(block.title, block.head, block.rows)
            elif isinstance(block, Redline):
                yield _redline(block)
            else:
                yield f"<p>{escape(block)}</p>"


TAGS = {Mark.KEPT: "", Mark.DELETED: "del", Mark.INSERTED: "ins"}


def _redline(shown: Redline) -> str:
    lead = f"{escape(shown.lead)} " if shown.lead else ""
    written = "".join(_marked(escape(s.text), TAGS[s.mark]) for s in shown.stretches)
    return f"<p>{lead}{written}</p>".replace("\n", "<br>")


def _marked(text: str, tag: str) -> str:
    return f"<{tag}>{text}</{tag}>" if tag else text
