"""Lär dig and Process, each driven to its end in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page

from assistant.guidance.library import Library
from tests.browsing import WINDOWS, check, keep, window


def go_to(page: Page, place: str, heading: str) -> None:
    page.get_by_role("link", name=place, exact=True).click()
    page.get_by_role("heading", name=heading, exact=True).wait_for()


def search(page: Page, words: str) -> Locator:
    page.get_by_label("Sök begrepp").fill(words)
    return page.locator("details.uppslag:visible")


def answer(page: Page, library: Library, *, right: bool) -> None:
    """Answer the question shown as the guidance does, or otherwise."""
    options = page.locator(".alternativ button")
    quoted = [t for t in page.locator("#quiz blockquote .rad").all_text_contents() if "[" not in t]
    phases = {
        p.phase.name
        for c in library.guidance.commitments
        for p in c.points
        if quoted and p.text == quoted[0] and p.phase
    }
    for option in options.all():
        if (option.inner_text() in phases) == right:
            option.click()
            break
    page.locator(".besked").wait_for()


@pytest.mark.browser
def test_a_term_is_found_as_one_types_also_without_accents(page: Page) -> None:
    go_to(page, "Lär dig", "Begrepp")
    assert page.locator("details.uppslag[data-former]").count() == 116
    found = search(page, "malkonflikt")
    assert found.count() == 1
    assert found.locator("summary").inner_text().startswith("målkonflikter")
    assert found.locator(".eget").inner_text().strip().startswith("Eget tillägg")
    status = page.locator("#sok-antal")
    assert status.get_attribute("role") == "status"
    assert status.inner_text() == "1 begrepp visas."
    search(page, "")
    assert status.inner_text() == "116 begrepp visas."


@pytest.mark.browser
def test_a_word_that_no_term_is_called_is_looked_for_in_their_texts(page: Page) -> None:
    go_to(page, "Lär dig", "Begrepp")
    assert search(page, "gräsrotsfinansiering").count() == 1
    assert page.locator("#sok-antal").inner_text().startswith("Inget begrepp heter så.")
    assert search(page, "xyzzy").count() == 0
    assert "Pröva ett annat ord" in page.locator("#sok-antal").inner_text()


@pytest.mark.browser
def test_a_source_opens_the_passage_and_closing_it_leads_back(page: Page, library: Library) -> None:
    go_to(page, "Lär dig", "Begrepp")
    search(page, "beslutsforum")
    source = page.get_by_role("button", name="Åtagande 1, punkt 1.4 (Initiera)")
    source.focus()
    page.keyboard.press("Enter")
    window = page.get_by_role("dialog")
    window.wait_for()
    assert window.locator("mark").inner_text() == library.point("1.4").text
    assert page.evaluate("document.activeElement.id") == "stycke-rubrik"
    page.keyboard.press("Escape")
    window.wait_for(state="hidden")
    assert source.evaluate("button => button === document.activeElement")
    source.click()
    page.get_by_role("button", name="Stäng").click()
    window.wait_for(state="hidden")


@pytest.mark.browser
def test_a_related_term_opens_and_takes_the_focus(page: Page) -> None:
    go_to(page, "Lär dig", "Begrepp")
    search(page, "nyckeltal").locator(".se").get_by_role("link", name="Kolada").click()
    entry = page.locator("#begrepp-kolada")
    entry.locator("blockquote").first.wait_for()
    assert entry.get_attribute("open") is not None
    assert entry.locator("summary").evaluate("summary => summary === document.activeElement")


@pytest.mark.browser
def test_a_part_of_a_place_has_an_address_of_its_own(page: Page, page_address: str) -> None:
    page.goto(f"{page_address}/#lar-quiz")
    page.reload()
    page.get_by_role("button", name="Blandade frågor").wait_for()
    assert page.locator("nav.platser a[aria-current]").inner_text() == "Lär dig"
    assert page.locator("nav.delar a[aria-current]").inner_text() == "Quiz"
    page.get_by_role("link", name="Första veckan").click()
    page.get_by_role("heading", name="Första veckan").wait_for()
    page.go_back()
    page.get_by_role("button", name="Blandade frågor").wait_for()
    page.goto(f"{page_address}/#begrepp-mission")
    page.locator("#begrepp-mission blockquote").first.wait_for()


@pytest.mark.browser
def test_the_first_week_is_read_in_the_guidances_words(page: Page, library: Library) -> None:
    go_to(page, "Lär dig", "Begrepp")
    page.get_by_role("link", name="Första veckan").click()
    page.locator("#dag-3 summary").click()
    day = page.locator("#dag-3")
    assert library.wording(1).text in day.locator("figure.officiell .rad").all_text_contents()


@pytest.mark.browser
def test_a_round_of_the_quiz_is_answered_by_keyboard_and_its_result_is_kept(
    page: Page, library: Library
) -> None:
    go_to(page, "Lär dig", "Begrepp")
    page.get_by_role("link", name="Quiz").press("Enter")
    page.get_by_role("button", name="Frågor om steg").press("Enter")
    for number in range(1, 11):
        page.get_by_role("heading", name=f"Fråga {number} av 10").wait_for()
        page.locator(".alternativ").wait_for()
        assert page.evaluate("document.activeElement.id") == "rubrik-quiz"
        assert "visas när du har svarat" in page.locator("#quiz figcaption").inner_text()
        if number == 1:
            answer(page, library, right=False)
            assert page.locator(".besked").inner_text().strip().startswith("Fel.")
            assert "Åtagande" in page.locator("#quiz figcaption").inner_text()
        elif number == 2:
            answer(page, library, right=True)
            assert page.locator(".besked").inner_text().strip().startswith("Rätt!")
        else:
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.locator(".besked").wait_for()
        page.wait_for_function("document.activeElement.matches('.besked')")
        places = page.locator("#quiz figcaption button").count()
        for _ in range(places + 1):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('[data-vidare]')")
        page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name=re.compile(r"Resultat: \d av 10 rätt"))
    heading.wait_for()
    said = heading.inner_text().removeprefix("Resultat: ")
    assert page.locator(".missade > li").count() == 10 - int(said[0])
    page.get_by_role("link", name="Om", exact=True).click()
    page.get_by_role("link", name="Lär dig", exact=True).click()
    page.get_by_role("button", name="Frågor om begrepp").click()
    for _ in range(10):
        page.locator(".alternativ button").first.click()
        page.locator("[data-vidare]").click()
    page.get_by_role("heading", name="Dina tidigare omgångar").wait_for()
    assert page.locator("#quiz ol li").all_inner_texts() == [said]


@pytest.mark.browser
def test_a_round_that_is_given_up_leaves_no_result(page: Page) -> None:
    go_to(page, "Lär dig", "Begrepp")
    page.get_by_role("link", name="Quiz").click()
    page.get_by_role("button", name="Blandade frågor").dblclick()
    page.locator(".alternativ button").first.click()
    page.locator("[data-vidare]").click()
    page.get_by_role("button", name="Avsluta omgången").click()
    page.get_by_role("button", name="Frågor om begrepp").wait_for()
    assert page.evaluate("document.activeElement.id") == "rubrik-quiz"
    assert page.get_by_role("heading", name="Dina tidigare omgångar").count() == 0


@pytest.mark.browser
def test_the_process_says_what_has_passed_and_what_to_do(page: Page) -> None:
    go_to(page, "Process", "Processen")
    timetable = page.locator(".tidplan > li")
    timetable.first.wait_for()
    assert timetable.count() == 9
    assert "Har passerat" in timetable.first.inner_text()
    assert "har passerat. Årtalet" in page.locator("#plats-process").inner_text()
    page.get_by_text("Vem ska underteckna kontraktet").click()
    said = page.locator("#plats-process details[open]")
    assert said.locator(".eget").inner_text().strip().startswith("Eget tillägg")
    assert (
        "Signering vid European Viable Cities Day" in said.locator("blockquote").first.inner_text()
    )
    page.get_by_role("link", name="Vad stegen betyder").click()
    assert page.evaluate("document.activeElement.id") == "stegen"
    assert page.url.endswith("#stegen")


@pytest.mark.browser
def test_the_places_come_in_their_order(page: Page) -> None:
    names = page.locator("nav.platser a").all_inner_texts()
    assert names == ["Fråga", "Skriv", "Granska", "Lär dig", "Process", "Om"]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_learning_and_process_are_accessible_fit_their_window_and_ask_nobody_else(
    browser: Browser, page_address: str, library: Library, scheme: str, width: int
) -> None:
    with window(browser, page_address, width, scheme) as (page, asked):

        def press(selector: str, awaited: str) -> None:
            page.locator(selector).first.click()
            page.locator(awaited).first.wait_for()

        def close_and_search(words: str) -> None:
            page.keyboard.press("Escape")
            search(page, words)

        states: dict[str, Callable[[], object]] = {
            "lar-begrepp": lambda: go_to(page, "Lär dig", "Begrepp"),
            "lar-tillagg": lambda: search(page, "klimatneutralitet"),
            "lar-officiell": lambda: search(page, "klimatkommunikation"),
            "lar-stycke": lambda: press("details[open] button.stalle", "dialog[open] mark"),
            "lar-inget": lambda: close_and_search("xyzzy"),
            "lar-lasvag": lambda: press("a[href='#lar-lasvag']", "#dag-1"),
            "lar-dag": lambda: press("#dag-3 summary", "#dag-3 figure.officiell"),
            "lar-quiz": lambda: press("a[href='#lar-quiz']", "[data-omgang]"),
            "lar-fraga": lambda: press("[data-omgang='steg']", ".alternativ"),
            "lar-fel": lambda: answer(page, library, right=False),
            "lar-fraga-2": lambda: press("[data-vidare]", ".alternativ"),
            "lar-ratt": lambda: answer(page, library, right=True),
            "process": lambda: go_to(page, "Process", "Processen"),
            "process-osagt": lambda: press("#plats-process summary", "#plats-process .eget"),
        }
        for name, reach in states.items():
            reach()
            keep(page, f"{name}-{scheme}-{width}")
            check(page, width)
        assert [u for u in asked if not u.startswith((page_address, "data:", "blob:"))] == []
