"""The gap list as a Word form by responsible function, whose answers can be read back."""

import io
from itertools import groupby
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assistant.domain.drafts import Draft, Gap, GapKind
from assistant.domain.errors import InputFault
from assistant.export.styles import NOTICE, prepare
from assistant.export.word_parts import saved
from assistant.wording.drafts import about, notice

AT_SIGNING = {GapKind.SIGNATORY, GapKind.SIGNING}
"""What is filled in by hand when the contract is signed."""
PROMPT = "Skriv svaret här."
LEAD = "Frågor att besvara"
ABOUT = (
    "Svara i fälten och skicka tillbaka filen. Ett fält som lämnas som det är räknas som obesvarat."
)


def gap_form(draft: Draft) -> bytes:
    """The questions of a draft, grouped by whom to ask, each with a field for the answer."""
    document = Document()
    prepare(document, f"{LEAD}: {draft.title}", notice(draft.edition))
    document.add_paragraph(f"{LEAD}: {draft.title}", style="Title")
    document.add_paragraph(ABOUT, style=NOTICE)
    number = 0
    asked = [gap for gap in draft.gaps if gap.kind not in AT_SIGNING]
    for whom, gaps in groupby(sorted(asked, key=lambda gap: gap.ask), lambda gap: gap.ask):
        document.add_paragraph(f"Till {whom}", style="Heading 1")
        for gap in gaps:
            number += 1
            asked_about = about(gap, draft.edition)
            question = document.add_paragraph(f"{asked_about}: {gap.question}", style="Body Text")
            question.paragraph_format.keep_with_next = True
            _field(document, gap, number)
    return saved(document)


def _field(document: WordDocument, gap: Gap, number: int) -> None:
    paragraph = document.add_paragraph(style="Body Text")
    run = paragraph.add_run(PROMPT)
    control = OxmlElement("w:sdt")
    properties = OxmlElement("w:sdtPr")
    for tag, value in (("w:alias", gap.question), ("w:tag", gap.id), ("w:id", str(number))):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        properties.append(element)
    properties.append(OxmlElement("w:showingPlcHdr"))
    properties.append(OxmlElement("w:text"))
    content = OxmlElement("w:sdtContent")
    element = run._r  # noqa: SLF001  python-docx has no content controls of its own
    element.addprevious(control)
    content.append(element)
    control.append(properties)
    control.append(content)


def answers_in(form: bytes) -> dict[str, str]:
    """The answers of a form that came back, by the id of the gap."""
    try:
        document = Document(io.BytesIO(form))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise InputFault("Filen är inte ett Word-dokument som går att läsa.") from error
    answers: dict[str, str] = {}
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is None:
            continue
        text = " ".join("".join(t.text or "" for t in control.iter(qn("w:t"))).split())
        if text and text != PROMPT:
            answers[tag.get(qn("w:val"))] = text
    return answers
