"""Skriv with the municipality's own documents: added, removed, and never another user's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import check, keep
from tests.conftest import USER_HEADER, Shared
from tests.test_page_drafts import SLOW, said, write_in
from tests.test_pdf_reading import pdf

PLAN, BUDGET = "Fardplan 2024.pdf", "Budget 2025.docx"
GOAL = "Senast 2027 ska klimatkrav ställas i alla upphandlingar."


@contextmanager
def opened(browser: Browser, shared: Shared, user: str, width: int = 1280) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, extra_http_headers={USER_HEADER: user}
    )
    page = context.new_page()
    page.set_default_timeout(SLOW)
    page.goto(f"{shared.address}/#skriv")
    page.locator("#utkastnamn").wait_for()
    yield page
    context.close()


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A PDF whose second page has no text, and a Word file."""
    plan = pdf(tmp_path, [["Upphandling", "", GOAL], []])
    document = docx.Document()
    document.add_heading("Upphandling", 1)
    document.add_paragraph("Senast 2029 ska klimatkrav ställas i alla upphandlingar.")
    document.save(str(tmp_path / BUDGET))
    return {PLAN: plan.rename(tmp_path / PLAN), BUDGET: tmp_path / BUDGET}


def shows(place: Locator, text: str) -> None:
    expect(place).to_contain_text(text, timeout=SLOW)


def add(page: Page, *files: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Lägg till dokument").click()
    chooser.value.set_files([str(file) for file in files])


@pytest.mark.browser
def test_own_documents_are_added_and_removed_by_municipality_and_user(
    browser: Browser, shared: Shared, files: dict[str, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(b"%PDF-1.7 trasig")
    with opened(browser, shared, "doris") as page:
        page.get_by_role("button", name="Kommunens egna dokument").press("Enter")
        listed = page.locator("#egna-dokument")
        shows(listed, "Skriv först vilken kommun utkastet gäller.")
        check(page, 1280)
        write_in(page, "Kommun", "Växjö")
        shows(listed, "Inga dokument är tillagda än.")
        add(page, files[PLAN], files[BUDGET], broken)
        said(page, f"”{PLAN}” är tillagt. ”{BUDGET}” är tillagt.")
        shows(page.locator("#om-dokument [role=alert]"), "trasig.pdf")
        shows(listed, "Dokument för Växjö kommun (2)")
        shows(listed, "2 sidor. Tillagt ")
        shows(listed, "Sida 2 har ingen text som går att läsa")
        check(page, 1280)
        keep(page, "skriv-dokument")
        write_in(page, "Kommun", "Håbo")
        shows(listed, "Dokument för Håbo kommun (0)")
        write_in(page, "Kommun", "Växjö")
        shows(listed, BUDGET)
        page.set_viewport_size({"width": 320, "height": 800})
        page.emulate_media(color_scheme="dark")
        ask = page.get_by_role("button", name=f"Ta bort ”{BUDGET}”")
        ask.press("Enter")
        check(page, 320)
        page.keyboard.press("Escape")
        expect(ask).to_be_focused(timeout=SLOW)
        ask.press("Enter")
        page.get_by_role("dialog").get_by_role("button", name="Ta bort").press("Enter")
        said(page, f"”{BUDGET}” är borttaget.")
        expect(listed).not_to_contain_text(BUDGET, timeout=SLOW)
        assert page.evaluate("document.activeElement.id") == "dokumentlistan"
        check(page, 320)
        keep(page, "skriv-dokument-320")
    with opened(browser, shared, "doris") as page, opened(browser, shared, "edit") as other:
        write_in(other, "Kommun", "Växjö")
        for one, count in ((page, 1), (other, 0)):
            one.get_by_role("button", name="Kommunens egna dokument").press("Enter")
            shows(one.locator("#egna-dokument"), f"Växjö kommun ({count})")
