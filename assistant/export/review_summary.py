"""The summary of a review as a Word page or as Markdown, by the file's name."""

import io
from pathlib import Path

from docx import Document
from docx.shared import Cm, Pt

from assistant.domain.errors import InputFault, quoted
from assistant.export.files import write_file
from assistant.export.styles import NOTICE, prepare
from assistant.wording.review_summary import (
    FAULTS,
    OTHERS,
    ReviewSummary,
    summary_markdown,
)

WIDTHS = (1.0, 9.5, 5.5)


def write_summary(summary: ReviewSummary, target: Path) -> None:
    """Write the summary in the format of the file's name."""
    suffix = target.suffix.lower()
    if suffix == ".docx":
        write_file(target, summary_word(summary))
    elif suffix == ".md":
        write_file(target, summary_markdown(summary).encode("utf-8"))
    else:
        raise InputFault(
            f"Sammanfattningen {quoted(target.name)} har ett filslag som inte går att skriva. "
            "Välj .docx eller .md."
        )


def summary_word(summary: ReviewSummary) -> bytes:
    """The summary as the bytes of a .docx file."""
    document = Document()
    prepare(document, summary.title, summary.notes[0])
    for name in ("Normal", "List Bullet"):
        style = document.styles[name]
        style.font.size = Pt(10)
        style.paragraph_format.space_after = Pt(2)
    document.styles["Title"].font.size = Pt(18)
    page = document.sections[0]
    page.top_margin = page.bottom_margin = Cm(1.8)
    document.add_paragraph(summary.title, style="Title")
    for note in summary.notes:
        document.add_paragraph(note, style=NOTICE)
    document.add_paragraph(summary.heading, style="Heading 2")
    table = document.add_table(rows=1, cols=len(summary.head), style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, summary.head, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for row in summary.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for column, width in zip(table.columns, WIDTHS, strict=True):
        for cell in column.cells:
            cell.width = Cm(width)
    for heading, lines in ((FAULTS, summary.faults), (OTHERS, summary.others)):
        if lines:
            document.add_paragraph(heading, style="Heading 2")
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
