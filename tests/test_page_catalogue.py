"""The page of another catalogue, in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

from assistant.opening import Assistant
from tests.browsing import window
from tests.conftest import CATALOGUE, served
from tests.test_another_catalogue import OTHERS_WORDS, SNOW


@pytest.mark.browser
def test_the_page_shows_the_catalogue(
    environment: dict[str, str], catalogue: Assistant, browser: Browser
) -> None:
    assert catalogue.index, "built here, so that the page is ready at once"
    own = {
        **environment,
        "KLIMATKONTRAKT_EDITION": str(CATALOGUE),
        "KLIMATKONTRAKT_DATA_DIR": str(catalogue.settings.data_dir),
    }
    with served(own) as address, window(browser, address, 1280, "light") as (page, _):
        page.get_by_label("Er fråga").fill("Hur lyder löfte 2?")
        page.get_by_role("button", name="Fråga", exact=True).click()
        page.locator("#samtal blockquote", has_text=SNOW).wait_for()
        page.get_by_role("link", name="Skriv", exact=True).click()
        page.get_by_label("Kommun", exact=True).fill("Lunds kommun")
        page.get_by_label("2. Snöröjning").check()
        page.get_by_role("button", name="Löfte 2: Snöröjning").wait_for()
        assert page.get_by_role("group", name="I vilka steg").count() == 0
        page.get_by_role("button", name="Skriv utkast").click()
        expect(page.locator("#utkastet")).to_be_focused()
        for place in ("Granska", "Lär dig", "Process", "Om", "Skriv"):
            page.get_by_role("link", name=place, exact=True).click()
        # The reasons of an opinion are values that are saved, the same for every edition.
        page.evaluate("document.querySelectorAll('.omdome').forEach((form) => form.remove())")
        shown = page.evaluate("document.querySelector('.gradio-container').textContent")
        assert SNOW in shown
        slips = OTHERS_WORDS.findall(shown)
        assert slips == []
