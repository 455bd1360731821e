"""Where the text of a PDF stands: every stretch of it with its place, size and direction.

A table without ruled lines is told by its white space alone.
"""

from functools import partial
from typing import TYPE_CHECKING

from assistant.documents.pdf_canvas import painted
from assistant.documents.pdf_pages import LONGEST_PAGE, each_page, too_large
from assistant.documents.pdf_pen import Glyphs

if TYPE_CHECKING:
    from pypdf import PageObject

LONGEST_READING = 300.0
"""Seconds for a whole file, which is read once a year; nineteen pages take three."""


def read_glyphs(data: bytes, name: str) -> list[list[Glyphs]]:
    """The glyphs of each page in the order in which the file shows them."""
    pages = []
    for found in each_page(data, name, partial(_glyphs_of, name), LONGEST_READING):
        if sum(len(glyphs.text) for glyphs in found) > LONGEST_PAGE:
            raise too_large(name)
        pages.append(found)
    return pages


def _glyphs_of(name: str, page: "PageObject") -> list[Glyphs]:
    return [glyphs for shown in painted(page, name).shown for glyphs in shown.glyphs]
