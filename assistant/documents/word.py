"""The text of a Word file, paragraph by paragraph; the file is not trusted."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from assistant.domain.documents import Document, Place
from assistant.domain.errors import InputFault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BODY = "word/document.xml"
LARGEST_PART = 60 * 1024 * 1024
LARGEST_RATIO = 200
"""Times smaller: text is packed some ten times, a bomb a thousand."""
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
SIGNS[f"{W}softHyphen"] = "\u00ad"

Element = Any


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """Stycke i en Word-fil: its element, the mark put before its text, and its text."""

    element: Element
    mark: str
    text: str


def read_word(data: bytes, name: str) -> Document:
    """The text of a Word file; list items get a mark and headings their level in #."""
    root = document_root(data, name)
    pieces: list[str] = []
    places: list[Place] = []
    position = 0
    for number, paragraph in enumerate(paragraphs(root), start=1):
        if paragraph.text.strip():
            places.append(Place(position, f"stycke {number}"))
        text = f"{paragraph.mark}{paragraph.text}\n\n"
        pieces.append(text)
        position += len(text)
    return Document("".join(pieces), tuple(places))


def document_root(data: bytes, name: str) -> Element:
    """The parsed body of the file, after its size was checked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _refuse_bombs(package, name)
            if BODY not in package.namelist():
                raise InputFault(
                    f"Filen {name!r} är ingen Word-fil. Spara den som .docx, PDF eller text."
                )
            xml = package.read(BODY)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        return etree.fromstring(xml, parser)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, OSError) as error:
        raise InputFault(
            f"Filen {name!r} är skadad eller skyddad. Öppna den i Word och spara om den."
        ) from error


def paragraphs(root: Element) -> Iterator[WordParagraph]:
    """Every paragraph in the order of the document, also those in tables and text boxes."""
    for element in root.iter(f"{W}p"):
        if any(ancestor.tag == FALLBACK for ancestor in element.iterancestors()):
            continue
        yield WordParagraph(element, _mark(element), "".join(t for _, t in text_nodes(element)))


def text_nodes(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """The nodes of a paragraph that show text, with what they show; deleted text is not shown."""
    for node in paragraph.iter():
        if node.tag == f"{W}t":
            text = node.text or ""
        elif node.tag in SIGNS and node.getparent().tag == f"{W}r":
            text = SIGNS[node.tag]
        else:
            continue
        if text and _own(node, paragraph):
            yield node, text


def _own(node: Element, paragraph: Element) -> bool:
    """Whether the node is the paragraph's own and not of a text box in it."""
    for ancestor in node.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag in {f"{W}p", f"{W}del", f"{W}moveFrom", FALLBACK}:
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


def _refuse_bombs(package: zipfile.ZipFile, name: str) -> None:
    infos = package.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    body = next((info.file_size for info in infos if info.filename == BODY), 0)
    if body > LARGEST_PART or (unpacked > LARGEST_PART and unpacked / packed > LARGEST_RATIO):
        raise InputFault(
            f"Filen {name!r} packas upp till {unpacked // 1_000_000} MB och läses inte. "
            "Spara om texten i en ny fil."
        )
