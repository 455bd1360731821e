"""Cuts the runs of a Word paragraph at given places, and wraps what lies between in changes."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assistant.documents.word import WordParagraph

Element = Any
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut_at(paragraph: WordParagraph, offset: int) -> None:
    """Make sure that a run ends at an offset of the paragraph's text."""
    position = 0
    for node, text in paragraph.nodes():
        if position < offset < position + len(text):
            following = deepcopy(node)
            _set_text(node, text[: offset - position])
            _set_text(following, text[offset - position :])
            node.addnext(following)
            _cut_run_before(following)
            return
        if position == offset:
            _cut_run_before(node)
            return
        position += len(text)


def runs_between(paragraph: WordParagraph, start: int, end: int) -> list[Element]:
    """The runs that hold the text between two offsets at which runs were cut."""
    runs: list[Element] = []
    position = 0
    for node, text in paragraph.nodes():
        if start <= position < end and node.getparent() not in runs:
            runs.append(node.getparent())
        position += len(text)
    return runs


def mark_deleted(runs: Sequence[Element], attributes: dict[str, str]) -> None:
    """Wrap each run in a tracked deletion."""
    for run in runs:
        change = _change("w:del", attributes)
        run.addprevious(change)
        change.append(run)
        for text in run.findall(qn("w:t")):
            deleted = OxmlElement("w:delText")
            deleted.text = text.text
            deleted.set(SPACE, "preserve")
            text.getparent().replace(text, deleted)


def insert_text(after: Element, like: Element, text: str, attributes: dict[str, str]) -> None:
    """Put a tracked insertion after an element, set as the run `like` is."""
    change = _change("w:ins", attributes)
    run = OxmlElement("w:r")
    properties = like.find(qn("w:rPr"))
    if properties is not None:
        run.append(deepcopy(properties))
    node = OxmlElement("w:t")
    _set_text(node, text)
    run.append(node)
    change.append(run)
    after.addnext(change)


def _change(tag: str, attributes: dict[str, str]) -> Element:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element


def _set_text(node: Element, text: str) -> None:
    node.text = text
    node.set(SPACE, "preserve")


def _cut_run_before(node: Element) -> None:
    run = node.getparent()
    children = list(run)
    at = children.index(node)
    if not any(child.tag != qn("w:rPr") for child in children[:at]):
        return
    following = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        following.append(deepcopy(properties))
    for child in children[at:]:
        following.append(child)
    run.addnext(following)
