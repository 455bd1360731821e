"""A draft as a Word file: real styles, Swedish, official sentences locked where they stand."""

import io
from collections.abc import Iterable, Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from assistant.domain.drafts import Clause, Draft
from assistant.domain.passages import Quotation
from assistant.export.styles import CAPTION, NOTICE, OFFICIAL, prepare
from assistant.wording.drafts import (
    GAPS,
    ORIGINS,
    REMARKS,
    SOURCES,
    commitments_heading,
    correction_lines,
    gap_rows,
    mark,
    marking,
    notice,
    origin_of,
    sources_of,
    status,
)


def draft_word(draft: Draft) -> bytes:
    """The whole contract draft as the bytes of a .docx file."""
    document = Document()
    prepare(document, draft.title, notice(draft.edition))
    document.add_paragraph(draft.title, style="Title")
    for note in (notice(draft.edition), marking(draft), status(draft.edition)):
        document.add_paragraph(note, style=NOTICE)
    headed = False
    locked = 0
    for clause in draft.clauses:
        if clause.commitment is not None and not headed:
            document.add_paragraph(commitments_heading(draft), style="Heading 1")
            headed = True
        locked = _clause(document, clause, locked)
    _appendices(document, draft)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _clause(document: WordDocument, clause: Clause, locked: int) -> int:
    style = "Heading 2" if clause.commitment is not None else "Heading 1"
    document.add_paragraph(clause.heading, style=style)
    for group in clause.paragraphs:
        own = None
        for sentence in group:
            if isinstance(sentence, Quotation):
                locked += 1
                _quotation(document, sentence, locked)
                continue
            own = own or document.add_paragraph(style="Body Text")
            if own.runs:
                own.add_run(" ")
            own.add_run(sentence.text)
            if sentence.facts:
                own.add_run(" " + mark(sentence)).font.size = Pt(8)
    return locked


def _quotation(document: WordDocument, quotation: Quotation, number: int) -> None:
    """The official sentence in its own style, inside a content control that cannot be changed."""
    paragraph = document.add_paragraph(style=OFFICIAL)
    for place, line in enumerate(quotation.text.split("\n")):
        if place:
            paragraph.add_run().add_break()
        paragraph.add_run(line)
    _lock(paragraph, number, quotation)
    document.add_paragraph(f"Källa: {quotation.location}", style=CAPTION)


def _lock(paragraph: Paragraph, number: int, quotation: Quotation) -> None:
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    for tag, value in (
        ("w:alias", "Officiell formulering"),
        ("w:tag", quotation.passage.id),
        ("w:id", str(number)),
        ("w:lock", "sdtContentLocked"),
    ):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        properties.append(element)
    content = OxmlElement("w:sdtContent")
    element = paragraph._p  # noqa: SLF001  python-docx has no content controls of its own
    element.addprevious(control)
    content.append(element)
    control.append(properties)
    control.append(content)


def _appendices(document: WordDocument, draft: Draft) -> None:
    if draft.gaps:
        document.add_paragraph(GAPS, style="Heading 1")
        _table(
            document,
            ("Gäller", "I texten", "Fråga", "Fråga till"),
            (2.5, 3, 6, 4.5),
            gap_rows(draft),
        )
    lines = [*(remark.message for remark in draft.remarks), *correction_lines(draft)]
    if lines:
        document.add_paragraph(REMARKS, style="Heading 1")
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    document.add_paragraph(SOURCES, style="Heading 1")
    _table(document, ("Mening", "Slag", "Källa"), (9, 3, 4), _source_rows(draft))


def _source_rows(draft: Draft) -> Iterator[tuple[str, ...]]:
    for clause in draft.clauses:
        for sentence in clause.sentences:
            yield sentence.text, ORIGINS[origin_of(sentence)], sources_of(sentence, draft)


def _table(
    document: WordDocument,
    head: tuple[str, ...],
    widths: tuple[float, ...],
    rows: Iterable[tuple[str, ...]],
) -> None:
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no header rows
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
