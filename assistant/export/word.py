"""A draft as a Word file: real styles, Swedish, official sentences locked where they stand."""

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from assistant.domain.drafts import Clause, Draft
from assistant.domain.passages import Quotation
from assistant.export.styles import CAPTION, NOTICE, OFFICIAL, prepare
from assistant.export.word_parts import add_table, saved
from assistant.wording.drafts import (
    GAPS,
    REMARKS,
    SOURCES,
    commitments_heading,
    correction_lines,
    gap_rows,
    mark,
    marking,
    notice,
    source_rows,
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
            document.add_paragraph(
                commitments_heading(draft.order.municipality, draft.edition), style="Heading 1"
            )
            headed = True
        locked = _clause(document, clause, locked)
    _appendices(document, draft)
    return saved(document)


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
        add_table(
            document,
            ("Gäller", "I texten", "Fråga", "Fråga till"),
            (2.9, 2.8, 5.9, 4.4),
            gap_rows(draft),
        )
    lines = [*(remark.message for remark in draft.remarks), *correction_lines(draft)]
    if lines:
        document.add_paragraph(REMARKS, style="Heading 1")
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    document.add_paragraph(SOURCES, style="Heading 1")
    add_table(document, ("Mening", "Slag", "Källa"), (8.2, 3.8, 4), source_rows(draft))
