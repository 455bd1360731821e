"""Opens a Word file, which is not trusted: its body, its notes and its formatting."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from assistant.documents.word_formatting import Formatting
from assistant.domain.errors import InputFault, quoted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY, STYLES = "word/document.xml", "word/styles.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
LARGEST_PART = 60 * 1024 * 1024
LARGEST_RATIO = 200
"""Times smaller: text is packed some ten times, a bomb a thousand."""

Element = Any


@dataclass(frozen=True, slots=True)
class WordFile:
    """Word-fil: what of it holds text, and how that text is formatted."""

    body: Element
    notes: tuple[Element, ...]
    formatting: Formatting


def open_word(data: bytes, name: str) -> WordFile:
    """The parsed parts of the file, after its size was checked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            _refuse_bombs(package, name)
            if BODY not in names:
                raise InputFault(
                    f"Filen {quoted(name)} är ingen Word-fil. Spara den som .docx, PDF eller text."
                )
            if any(part.lower().endswith("vbaproject.bin") for part in names):
                raise InputFault(
                    f"Filen {quoted(name)} innehåller makron, alltså program, och läses därför inte. "
                    "Spara den som .docx utan makron och försök igen."
                )
            styles = _parsed(package.read(STYLES)) if STYLES in names else None
            return WordFile(
                _parsed(package.read(BODY)),
                tuple(_parsed(package.read(part)) for part in NOTES if part in names),
                Formatting(styles),
            )
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, OSError) as error:
        raise InputFault(
            f"Filen {quoted(name)} är skadad eller skyddad. Öppna den i Word och spara om den."
        ) from error


def _parsed(xml: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(xml, parser)


def _refuse_bombs(package: zipfile.ZipFile, name: str) -> None:
    infos = package.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    read = sum(info.file_size for info in infos if info.filename in {BODY, STYLES, *NOTES})
    if read > LARGEST_PART or (unpacked > LARGEST_PART and unpacked / packed > LARGEST_RATIO):
        raise InputFault(
            f"Filen {quoted(name)} packas upp till {unpacked // 1_000_000} MB och läses inte. "
            "Spara om texten i en ny fil."
        )
