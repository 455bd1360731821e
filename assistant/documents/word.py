"""The text of a Word file, paragraph by paragraph, as its reader sees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from assistant.documents.word_file import Element, W, WordFile, open_word
from assistant.documents.word_formatting import Formatting
from assistant.documents.word_tables import Written, table_rows
from assistant.domain.documents import Document, Place, TableRow, Unshown

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
SIGNS[f"{W}softHyphen"] = "\u00ad"

NOTES = ((f"{W}footnote", "fotnot"), (f"{W}endnote", "slutkommentar"))


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """Stycke i en Word-fil: its element, the mark put before its text, and its text."""

    element: Element
    mark: str
    text: str
    unshown: tuple[Unshown, ...]
    """What stands in it without being shown; the places are those of its own text."""
    formatting: Formatting

    def nodes(self) -> Iterator[tuple[Element, str]]:
        """The nodes that show its text, with what they show; they may have been cut since."""
        return _shown(self.element, self.formatting)


def read_word(data: bytes, name: str) -> Document:
    """The text of a Word file; list items get a mark and headings their level in #.

    Footnotes and endnotes follow after the body. Headers and footers are not text of the contract.
    """
    file = open_word(data, name)
    reading = _Reading()
    written: list[Written] = []
    for number, paragraph in enumerate(paragraphs(file), start=1):
        start = reading.add(paragraph, f"stycke {number}")
        written.append(Written(paragraph.element, start, paragraph.text))
    for tag, kind in NOTES:
        for root in file.notes:
            notes = [n for n in root.iter(tag) if n.get(f"{W}type") in {None, "normal"}]
            for number, note in enumerate(notes, start=1):
                for paragraph in _paragraphs(note, file.formatting):
                    reading.add(paragraph, f"{kind} {number}")
    return reading.done(tuple(table_rows(file.body, written)))


class _Reading:
    """Collects the text of paragraphs and where each of them stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[Place] = []
        self._unshown: list[Unshown] = []
        self._position = 0

    def add(self, paragraph: WordParagraph, name: str) -> int:
        """Add a paragraph; where its text begins."""
        start = self._position
        if paragraph.text.strip() or paragraph.unshown:
            self._places.append(Place(self._position, name))
        first = self._position + len(paragraph.mark)
        self._unshown += [Unshown(first + u.start, u.text, u.manner) for u in paragraph.unshown]
        text = f"{paragraph.mark}{paragraph.text}\n\n"
        self._pieces.append(text)
        self._position += len(text)
        return start

    def done(self, rows: tuple[TableRow, ...]) -> Document:
        return Document("".join(self._pieces), tuple(self._places), tuple(self._unshown), rows)


def paragraphs(file: WordFile) -> Iterator[WordParagraph]:
    """Every paragraph of the body in order, also those in tables and text boxes, each once."""
    return _paragraphs(file.body, file.formatting)


def _paragraphs(root: Element, formatting: Formatting) -> Iterator[WordParagraph]:
    for element in root.iter(f"{W}p"):
        if any(ancestor.tag == FALLBACK for ancestor in element.iterancestors()):
            continue
        text = "".join(shown for _, shown in _shown(element, formatting))
        unshown = tuple(_unshown(element, formatting))
        yield WordParagraph(element, _mark(element) if text else "", text, unshown, formatting)


def _shown(paragraph: Element, formatting: Formatting) -> Iterator[tuple[Element, str]]:
    for node, text in _texts(paragraph):
        if formatting.unshown(node, paragraph) is None:
            yield node, text


def _unshown(paragraph: Element, formatting: Formatting) -> Iterator[Unshown]:
    """Stretches that are struck, hidden or deleted, at the place in the text where they stand."""
    nodes = [(formatting.unshown(n, paragraph), text) for n, text in _texts(paragraph)]
    position = 0
    for manner, stretch in groupby(nodes, key=lambda node: node[0]):
        text = "".join(piece for _, piece in stretch)
        if manner is None:
            position += len(text)
        elif text.strip():
            yield Unshown(position, text, manner)


def _texts(paragraph: Element) -> Iterator[tuple[Element, str]]:
    for node in paragraph.iter():
        if node.tag in (f"{W}t", f"{W}delText"):
            text = node.text or ""
        elif node.tag == f"{W}sym":
            text = _symbol(node)
        elif node.tag in SIGNS and node.getparent().tag == f"{W}r":
            text = SIGNS[node.tag]
        else:
            continue
        if text and _own(node, paragraph):
            yield node, text


def _symbol(node: Element) -> str:
    code = node.get(f"{W}char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _own(node: Element, paragraph: Element) -> bool:
    """Whether the node is the paragraph's own and not of a text box in it."""
    for ancestor in node.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag in {f"{W}p", FALLBACK}:
            return False
    return False


def _mark(paragraph: Element) -> str:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return ""
    style = properties.find(f"{W}pStyle")
    name = str(style.get(f"{W}val")) if style is not None else ""
    if name.startswith(("Heading", "Rubrik")) and name[-1:].isdigit():
        return "#" * min(int(name[-1]) or 1, 6) + " "
    if name in {"Title", "Rubrik"}:
        return "# "
    if properties.find(f"{W}numPr") is not None or name.startswith(("List", "Lista", "Punktlista")):
        return "- "
    return ""
