"""A compared text as a Word paragraph with tracked changes, to be accepted or turned down in Word."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assistant.domain.redlines import Mark, Redline, Stretch
from assistant.export.word_runs import SPACE

AUTHOR, INITIALS = "Klimatkontraktsassistenten", "KA"
TAGS = {Mark.DELETED: ("w:del", "w:delText"), Mark.INSERTED: ("w:ins", "w:t")}


def add_redline(document: WordDocument, shown: Redline) -> None:
    """Add the paragraph: accepted, it is the new wording to the letter; turned down, the old."""
    paragraph = document.add_paragraph(style="Body Text")
    if shown.lead:
        paragraph.add_run(f"{shown.lead} ").bold = True
    tracked = [f".//{qn(tag)}" for tag, _ in TAGS.values()]
    numbers = count(sum(len(document.element.body.findall(path)) for path in tracked))
    for stretch in shown.stretches:
        if stretch.mark is Mark.KEPT:
            paragraph.add_run(stretch.text)
        else:
            change = _change(stretch, next(numbers))
            paragraph._p.append(change)  # noqa: SLF001  python-docx tracks no changes


def _change(stretch: Stretch, number: int) -> Any:  # noqa: ANN401  an element of lxml
    outer, inner = TAGS[stretch.mark]
    change = OxmlElement(outer)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, value in (("w:id", str(number)), ("w:author", AUTHOR), ("w:date", now)):
        change.set(qn(name), value)
    run = OxmlElement("w:r")
    for at, line in enumerate(stretch.text.split("\n")):
        if at:
            run.append(OxmlElement("w:br"))
        text = OxmlElement(inner)
        text.text = line
        text.set(SPACE, "preserve")
        run.append(text)
    change.append(run)
    return change
