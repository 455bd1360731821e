"""Text that stands in a PDF without being seen: told, and no text of the document."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from assistant.documents.pdf import read_pdf
from assistant.documents.reading import read_document
from assistant.domain.documents import Document, Manner
from assistant.domain.reviews import FindingKind
from assistant.opening import Assistant
from tests.browsing import CHROMIUM, browser_path
from tests.test_documents import official

SHOWN, SECRET = "Kommunen planterar alm.", "Hemlig rad."
BLACK = "0 g BT /F1 11 Tf 60 780 Td (Kommunen planterar alm.) Tj ET"
TEXT = "BT /F1 11 Tf 60 700 Td (Hemlig rad.) Tj ET"
IMAGE = "q 595 0 0 842 0 0 cm /Im1 Do Q"


def stream(content: str, **entries: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content.encode("cp1252"))
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = value
    return made


def pdf_with(*contents: str, form: str = "", crop: tuple[int, ...] = ()) -> bytes:
    """A page of these operations, with a font, an image, a form and a few colour spaces at hand."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    name = NameObject
    font = DictionaryObject({name("/Type"): name("/Font"), name("/Subtype"): name("/Type1")})
    font[name("/BaseFont")] = name("/Helvetica")
    font[name("/Encoding")] = name("/WinAnsiEncoding")
    image = stream("\x00", Subtype=name("/Image"), Width=NumberObject(1), Height=NumberObject(1))
    image[name("/ColorSpace")], image[name("/BitsPerComponent")] = (
        name("/DeviceGray"),
        NumberObject(8),
    )
    box = ArrayObject([FloatObject(number) for number in (0, 0, 595, 842)])
    own = ArrayObject([name("/Separation"), name("/Varm"), name("/DeviceCMYK")])
    fonts = DictionaryObject({name("/F1"): writer._add_object(font)})
    resources = DictionaryObject({name("/Font"): fonts})
    resources[name("/ColorSpace")] = DictionaryObject({name("/Own"): own})
    objects = DictionaryObject({name("/Im1"): writer._add_object(image)})
    inner = DictionaryObject({name("/Font"): fonts})
    drawn = stream(form, Subtype=name("/Form"), BBox=box, Resources=inner)
    objects[name("/Fm1")] = writer._add_object(drawn)
    resources[name("/XObject")] = objects
    page[name("/Resources")] = resources
    page[name("/Contents")] = writer._add_object(stream("\n".join(contents)))
    if crop:
        page[name("/CropBox")] = ArrayObject([NumberObject(number) for number in crop])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def told(document: Document) -> list[tuple[Manner, str]]:
    return [(unshown.manner, unshown.text) for unshown in document.unshown]


FAINT = {
    "white in gray": f"1 g {TEXT}",
    "nearly white in RGB": f"0.97 0.98 0.96 rg {TEXT}",
    "white in CMYK": f"0 0 0 0 k {TEXT}",
    "white by its space": f"/DeviceRGB cs 1 1 1 sc {TEXT}",
    "white on a white box": f"1 g 50 690 300 30 re f {TEXT}",
    "white beside a dark box": f"0 g 50 600 300 30 re f 1 g {TEXT}",
    "white in a thin frame": f"0 0 0 RG 50 690 300 30 re S 1 g {TEXT}",
    "white in a frame that is filled": (f"0 g 50 690 300 30 re 51 691 298 28 re f* 1 g {TEXT}"),
    "white from around a form": "q 1 g /Fm1 Do Q",
    "tiny": "0 g BT /F1 1 Tf 60 700 Td (Hemlig rad.) Tj ET",
    "tiny by its matrix": "0 g q 0.05 0 0 0.05 60 700 cm BT /F1 12 Tf (Hemlig rad.) Tj ET Q",
    "white with kerns": "1 g BT /F1 11 Tf 60 700 Td [(Hem) 20 (lig) -300 (rad.)] TJ ET",
    "white after an operation without its numbers": f"cm Tm (x) Tf [1] Tj 1 g {TEXT}",
}


@pytest.mark.parametrize("content", FAINT.values(), ids=FAINT.keys())
def test_text_that_is_as_light_as_paper_or_tiny_is_told_and_not_read(content: str) -> None:
    document = read_pdf(pdf_with(BLACK, content, form=TEXT), "plan.pdf")
    assert document.text.strip() == SHOWN
    assert told(document) == [(Manner.FAINT, SECRET)]


SEEN = {
    "white on a dark box": f"0.1 0.3 0.5 rg 50 690 300 30 re f 1 g {TEXT}",
    "white on a box of curves": f"0 g 50 690 m 40 700 40 710 50 720 c 350 720 l 350 690 l f 1 g {TEXT}",
    "white on a thick line": f"0 G 24 w 50 704 m 350 704 l S 1 g {TEXT}",
    "white on an image": f"{IMAGE} 1 g {TEXT}",
    "white on a pattern": f"/Pattern cs /P1 scn 50 690 300 30 re f 1 g {TEXT}",
    "white on a flow of colours": f"q 50 690 300 30 re W n /Sh1 sh Q 1 g {TEXT}",
    "white on a box in a form": f"/Fm1 Do 1 g {TEXT}",
    "white with a dark outline": f"1 g 0 G 2 Tr {TEXT} 0 Tr",
    "an ink of its own in full": f"/Own cs 1 scn {TEXT}",
    "a colour that is only bright": f"1 1 0 rg {TEXT}",
    "behind a scanned image": f"3 Tr {TEXT} 0 Tr {IMAGE}",
    "half out of the page": "0 g BT /F1 11 Tf 575 700 Td (Hemlig rad.) Tj ET",
    "dark again": f"q 1 g Q {TEXT}",
}


@pytest.mark.parametrize("content", SEEN.values(), ids=SEEN.keys())
def test_text_that_may_be_seen_is_kept(content: str) -> None:
    form = "0 g 50 690 300 30 re f"
    document = read_pdf(pdf_with(BLACK, content, form=form), "plan.pdf")
    assert "Hemlig rad." in document.text
    assert not document.unshown


def test_text_painted_with_nothing_is_told_unless_it_is_on_a_scanned_image() -> None:
    document = read_pdf(pdf_with(BLACK, f"3 Tr {TEXT}"), "plan.pdf")
    assert document.text.strip() == SHOWN
    assert told(document) == [(Manner.HIDDEN, SECRET)]


def test_text_outside_the_page_is_told() -> None:
    document = read_pdf(pdf_with(BLACK, TEXT, crop=(0, 720, 595, 842)), "plan.pdf")
    assert document.text.strip() == SHOWN
    assert told(document) == [(Manner.OUTSIDE, SECRET)]
    assert not read_pdf(pdf_with(BLACK, TEXT, crop=(0, 0, 0, 0)), "plan.pdf").unshown


def test_a_page_that_is_drawn_to_take_long_is_read_in_seconds() -> None:
    """Many white words over many dark corners; in doubt they are taken to be seen."""
    dark = "0 g " + " ".join(f"{n % 500} {n % 800} l" for n in range(50_000)) + " f 1 g"
    words = "BT /F1 1 Tf 6 0 0 6 60 700 Tm " + "(ord) Tj " * 2_000 + "ET"
    document = read_pdf(pdf_with(BLACK, "0 0 m", dark, words), "plan.pdf")
    assert "ord" in document.text


PAGE = """
<style>body { font: 12pt "Liberation Sans", sans-serif; margin: 0 }
td, th { border: 1px solid #333; padding: 4px }</style>
<p>Kommunen planterar alm.</p>
<p style="color: #fff">%(white)s</p>
<p style="font-size: 1px">Liten rad.</p>
<p style="background: #123; color: #fff; border-radius: 8px; padding: 4px">Vit på mörkt.</p>
<p style="background: linear-gradient(#123, #456); color: #fff">Vit på toning.</p>
<table><tr><th style="background: #252; color: #fff">Vit i tabell</th><td style="color: #fff">Dold
cell</td></tr></table>
<p style="color: #fffffe">Dold rad.</p>
"""


@pytest.mark.browser
def test_a_page_set_by_chromium_is_read_as_it_is_seen(assistant: Assistant, tmp_path: Path) -> None:
    def set_page() -> bytes:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as started:
            browser = started.chromium.launch(executable_path=browser_path(), args=list(CHROMIUM))
            page = browser.new_page()
            page.set_content(PAGE % {"white": official(assistant, 8)})
            return page.pdf(print_background=True)

    file = tmp_path / "kontrakt.pdf"
    with ThreadPoolExecutor(1) as thread:
        file.write_bytes(thread.submit(set_page).result())
    document = read_document(file)
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    assert lines == [SHOWN, "Vit på mörkt.", "Vit på toning.", "Vit i tabell"]
    review = assistant.review_document(document)
    assert not review.pledges
    said = [f.message for f in review.findings if f.kind is FindingKind.UNSHOWN_TEXT]
    assert len(said) == 1
    assert "Här står åtagande 8, men texten är vit eller osynligt liten i filen." in said[0]
    assert "Liten rad." in document.unshown[0].text
    assert "Dold" in document.unshown[0].text
