"""Pledges in a PDF with real text: wraps, hyphens, page breaks, running heads and pages."""

import textwrap
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from assistant.documents.reading import read_document
from assistant.domain.reviews import FindingKind
from assistant.opening import Assistant
from tests.libre_office import converted, needs_libre_office
from tests.test_documents import official
from tests.test_review_of_drafts import drafted, written

HEAD = "Lunds kommun, Klimatkontrakt 2030"


def pdf(folder: Path, pages: Sequence[Sequence[str]]) -> Path:
    """A PDF with each line of each page where a word processor would put it."""
    writer = PdfWriter()
    name = NameObject
    font = writer._add_object(
        DictionaryObject(
            {
                name("/Type"): name("/Font"),
                name("/Subtype"): name("/Type1"),
                name("/BaseFont"): name("/Helvetica"),
                name("/Encoding"): name("/WinAnsiEncoding"),
            }
        )
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        fonts = DictionaryObject({name("/F1"): font})
        page[name("/Resources")] = DictionaryObject({name("/Font"): fonts})
        shown = [b"<" + line.encode("cp1252").hex().encode() + b"> Tj T*" for line in lines]
        content = DecodedStreamObject()
        content.set_data(b"\n".join((b"BT /F1 10 Tf 14 TL 60 780 Td", *shown, b"ET")))
        page[name("/Contents")] = writer._add_object(content)
    out = BytesIO()
    writer.write(out)
    path = folder / "kontrakt.pdf"
    path.write_bytes(out.getvalue())
    return path


def found(assistant: Assistant, path: Path) -> list[tuple[str, int | None, str]]:
    document = read_document(path)
    pledges = assistant.review_document(document).pledges
    return [(p.status.value, p.commitment, document.location(p.start)) for p in pledges]


def page(number: int, of: int, *lines: str) -> list[str]:
    return [HEAD, *lines, f"sida {number} ({of})"]


@pytest.mark.parametrize("width", [30, 50, 80])
@pytest.mark.parametrize("number", range(1, 11))
def test_a_pledge_over_wrapped_lines_is_verbatim(
    assistant: Assistant, tmp_path: Path, number: int, width: int
) -> None:
    lines = textwrap.wrap(official(assistant, number), width, break_on_hyphens=False)
    path = pdf(tmp_path, [["Inledning.", *lines, "Kommunen fortsätter."]])
    assert found(assistant, path) == [("verbatim", number, "sida 1")]


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
def test_a_word_divided_at_the_end_of_a_line_is_whole(
    assistant: Assistant, tmp_path: Path, hyphen: str
) -> None:
    text = official(assistant, 2).replace("klimatberäk", f"klimatberäk{hyphen}\n")
    path = pdf(tmp_path, [text.split("\n")])
    assert found(assistant, path) == [("verbatim", 2, "sida 1")]


@pytest.mark.parametrize("pages", [2, 3, 5])
@pytest.mark.parametrize("divided", [False, True])
def test_a_pledge_over_a_page_break_is_whole_between_running_heads(
    assistant: Assistant, tmp_path: Path, pages: int, *, divided: bool
) -> None:
    text = official(assistant, 2)
    before, after = text.split("klimatberäkningar")
    cut = (f"{before}klimatberäk-", f"ningar{after}")
    if not divided:
        cut = (f"{before}klimatberäkningar", after.strip())
    first, second = (textwrap.wrap(part, 60, break_on_hyphens=False) for part in cut)
    body = [f"Rad {letter} är kommunens egen text." for letter in "ABCDEF"]
    path = pdf(
        tmp_path,
        [
            page(1, pages, *body, *first),
            page(2, pages, *second, *body),
            *(page(n, pages, *body, "Mer text.") for n in range(3, pages + 1)),
        ],
    )
    assert HEAD not in read_document(path).text
    assert found(assistant, path) == [("verbatim", 2, "sida 1")]


def test_commitments_a_page_each_keep_their_headings_and_pages(
    assistant: Assistant, tmp_path: Path
) -> None:
    pages = [
        [
            f"Åtagande {number}",
            *textwrap.wrap(official(assistant, 5 if number == 4 else number), 70),
            "Mer text om hur kommunen arbetar.",
            "Ansvarig är kommunstyrelsen.",
        ]
        for number in (1, 2, 3, 4)
    ]
    path = pdf(tmp_path, pages)
    assert found(assistant, path) == [
        ("verbatim", 1, "sida 1"),
        ("verbatim", 2, "sida 2"),
        ("verbatim", 3, "sida 3"),
        ("verbatim", 5, "sida 4"),
    ]
    review = assistant.review_document(read_document(path))
    assert FindingKind.MISPLACED in {f.kind for f in review.findings}


def test_a_changed_word_over_a_page_break_is_changed(assistant: Assistant, tmp_path: Path) -> None:
    before, after = official(assistant, 2).replace("nationell", "regional").split("och följa")
    lines = [textwrap.wrap(part, 60) for part in (before, f"och följa{after}")]
    path = pdf(tmp_path, [page(n, 3, *rest) for n, rest in enumerate([*lines, ["Slut."]], 1)])
    assert found(assistant, path) == [("changed", 2, "sida 1")]


@needs_libre_office
def test_a_draft_of_our_own_passes_review_as_pdf_too(assistant: Assistant, tmp_path: Path) -> None:
    draft = drafted(assistant, "Växjö", "utförlig", (6, 9), facts=True)
    path = converted(written(draft, tmp_path, ".docx"), "pdf")
    assert {(status, number) for status, number, _ in found(assistant, path)} == {
        ("verbatim", number) for number in (1, 2, 3, 6, 9)
    }
