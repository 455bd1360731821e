"""Skriv as somebody uses it for weeks: what is written comes back, can be undone, compared and removed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.journal import Journal
from assistant.opening import Assistant
from tests.browsing import check, keep
from tests.conftest import served

PLEDGE = "Vi åtar oss att plantera träd."


@pytest.fixture
def own_environment(
    environment: dict[str, str], tmp_path: Path, assistant: Assistant
) -> dict[str, str]:
    """A data folder of its own, with the index that is built once for all tests."""
    assert assistant.index
    (tmp_path / "index").symlink_to(assistant.settings.data_dir / "index")
    return {
        **environment,
        "KLIMATKONTRAKT_DATA_DIR": str(tmp_path),
        "KLIMATKONTRAKT_JOURNAL": "true",
    }


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    page = context.new_page()
    yield page
    context.close()


def write_in(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Hur och hur ofta följs hela kontraktet upp?").click()


def draft_of(page: Page) -> Locator:
    return page.locator("#utkast")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()


def said(page: Page, text: str) -> None:
    expect(page.locator(".meddelande")).to_contain_text(text)


def expect_focus(page: Page, text: str) -> None:
    """The focus comes to what begins with the text; it is set after the message is shown."""
    page.wait_for_function("text => document.activeElement.textContent.startsWith(text)", arg=text)


def fill_in(page: Page, address: str) -> None:
    page.goto(f"{address}/#skriv")
    expect(page.locator("#utkastnamn")).to_have_text("Nytt utkast")
    page.get_by_label("6. Upphandling och inköp").check()
    # What is filled in is kept also before there is a municipality.
    expect(page.locator("#utkastnamn")).to_have_text("Utkast utan kommun")
    press(page, "Åtagande 6: Upphandling")
    steps = page.get_by_role("group", name="I vilka steg arbetar kommunen med åtagande 6?")
    steps.get_by_label("Initiera").check()
    write_in(page, "Vem ansvarar för åtagande 6?", "tekniska nämnden")
    write_in(page, "Kommun", "Växjö")
    expect(draft_of(page)).to_contain_text("tekniska nämnden")


def edit(page: Page, text: str) -> None:
    """The text of commitment 6 with more at its end, by keyboard."""
    page.get_by_role("button", name="Ändra texten i Åtagande 6").press("Enter")
    editor = page.get_by_role("group", name="Ändra texten i Åtagande 6")
    expect(editor.locator("figure.officiell")).to_contain_text("Vi åtar oss att utveckla")
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


@pytest.mark.browser
def test_what_is_written_comes_back_and_every_change_can_be_undone_compared_and_returned_to(
    opened: Page, own_environment: dict[str, str], tmp_path: Path
) -> None:
    page = opened
    with served(own_environment) as address:
        fill_in(page, address)
        edit(page, f" {PLEDGE}")
        found = page.locator(".avsnitt > .redigerare .provning")
        expect(found).to_contain_text("inget officiellt åtagande")
        assert "tekniska nämnden" in page.get_by_role("textbox", name="Egen text").input_value()
        check(page, 1280)
        keep(page, "skriv-redigering")
        page.reload()
        # What was being written is there again, unsaved as it was.
        box = page.get_by_role("textbox", name="Egen text i Åtagande 6")
        expect(box).to_have_value(re.compile(re.escape(PLEDGE)))
        page.get_by_role("button", name="Spara ändringen").press("Enter")
        said(page, "Ändringen är sparad.")
        expect_focus(page, "Ändra texten i Åtagande 6")
        expect(draft_of(page)).to_contain_text(PLEDGE)
        expect(draft_of(page)).to_contain_text("är ändrad för hand")
    with served(own_environment) as address:
        page.goto(f"{address}/#skriv")
        expect(draft_of(page)).to_contain_text(PLEDGE)
        expect(page.get_by_label("Kommun", exact=True)).to_have_value("Växjö")
        expect(page.get_by_label("Vem ansvarar för åtagande 6?")).to_have_value("tekniska nämnden")
        press(page, "Ångra")
        said(page, "Ångrat: ändrade texten i Åtagande 6")
        expect_focus(page, "Ångra")
        expect(draft_of(page)).not_to_contain_text(PLEDGE)
        press(page, "Gör om")
        expect(draft_of(page)).to_contain_text(PLEDGE)
        # What is shown while one writes is no entry of the journal; what one asks for is.
        assert list(Journal(tmp_path, 90).entries()) == []
        page.get_by_role("button", name="Skriv utkast", exact=True).click()
        expect(page.locator("#utkastet")).to_be_focused()
        (entry,) = Journal(tmp_path, 90).entries()
        assert PLEDGE in entry["text"]
        name_and_compare(page)
        lead_to_field(page)
        remove(page)


def name_and_compare(page: Page) -> None:
    page.locator("#versioner summary").press("Enter")
    listed = page.locator("#versioner")
    before = listed.locator("li").nth(1)
    before.get_by_role("button", name="Namnge").press("Enter")
    page.get_by_role("dialog").get_by_label("Namn", exact=True).fill("Till beredningen 12 mars")
    page.keyboard.press("Enter")
    expect(listed).to_contain_text("Till beredningen 12 mars")
    check(page, 1280)
    keep(page, "skriv-versioner")
    named = listed.locator("li", has_text="Till beredningen")
    named.get_by_role("button", name="Visa").press("Enter")
    expect(draft_of(page)).to_contain_text("Så här såg utkastet ut då.")
    expect(draft_of(page)).not_to_contain_text(PLEDGE)
    named.get_by_role("button", name="Jämför").press("Enter")
    expect(draft_of(page).locator(".jamford ins")).to_contain_text(PLEDGE)
    expect(draft_of(page).locator(".jamford ins")).to_contain_text("[tillagt: ")
    check(page, 1280)
    keep(page, "skriv-jamforelse")
    press(page, "Återgå till den här versionen")
    said(page, "Återgick till versionen ”Till beredningen 12 mars”.")
    expect(draft_of(page)).not_to_contain_text(PLEDGE)
    expect_focus(page, "Klimatkontrakt 2030 – Växjö kommun")


def lead_to_field(page: Page) -> None:
    page.get_by_role("button", name="Vilka resurser avsätts för åtagande 6?").press("Enter")
    assert page.evaluate("document.activeElement.closest('[id]').id") == "falt-6-resurser"
    expect(page.get_by_label("Vilka resurser avsätts för åtagande 6?")).to_be_visible()


def remove(page: Page) -> None:
    page.locator("#mina-utkast summary").press("Enter")
    press(page, "Kopiera")
    expect(page.locator("#utkastnamn")).to_have_text("Kopia av Växjö")
    page.set_viewport_size({"width": 320, "height": 800})
    check(page, 320)
    keep(page, "skriv-lista-320")
    ask = page.get_by_role("button", name="Ta bort ”Kopia av Växjö”")
    ask.press("Enter")
    page.keyboard.press("Escape")
    expect(ask).to_be_focused()
    ask.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Ta bort").press("Enter")
    said(page, "Utkastet ”Kopia av Växjö” är borttaget.")
    expect(page.locator("#utkastnamn")).to_have_text("Växjö")


@pytest.mark.browser
def test_two_windows_lose_nothing_and_an_answer_is_taken_into_the_draft(
    page: Page, page_address: str
) -> None:
    fill_in(page, page_address)
    other = page.context.new_page()
    other.goto(f"{page_address}/#skriv")
    expect(other.get_by_label("Kommun", exact=True)).to_have_value("Växjö")
    press(other, "Åtagande 6: Upphandling")
    write_in(other, "Vilka resurser avsätts för åtagande 6?", "två årsarbetskrafter")
    expect(draft_of(other)).to_contain_text("två årsarbetskrafter")
    write_in(page, "När ska arbetet med åtagande 6 vara klart?", "senast 2028")
    told = page.locator("#fel-skriv [role=alert]")
    expect(told).to_contain_text("Utkastet ändrades också i ett annat fönster")
    expect(told).to_contain_text("Ändrade åtagande 6: resurser")
    expect(draft_of(page)).to_contain_text("senast 2028")
    check(page, 1280)
    keep(page, "skriv-konflikt")
    expect(page.locator("#versioner")).to_contain_text("Ändrade åtagande 6: resurser")
    page.get_by_role("link", name="Fråga", exact=True).click()
    page.get_by_label("Er fråga").fill("åtagande 9, etablera")
    page.get_by_role("button", name="Fråga", exact=True).click()
    page.get_by_role("button", name="Använd i utkast").press("Enter")
    expect(page.locator("#fel-skriv .besked")).to_have_text(
        "Tillagt i utkastet: åtagande 9 (steget Etablera)."
    )
    expect(page.locator("#fel-skriv .besked")).to_be_focused()
    expect(page.get_by_label("9. Medborgarengagemang")).to_be_checked()
    expect(page.get_by_label("6. Upphandling")).to_be_checked()
    expect(draft_of(page)).to_contain_text("i steget Etablera")
