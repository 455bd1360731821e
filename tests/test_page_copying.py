"""In Fråga: examples for one's role, and a quotation copied with its source, in a real browser."""

import pytest
from playwright.sync_api import Browser, Page

from assistant.domain.passages import Quotation
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.wording import with_source
from tests.browsing import check, keep, window
from tests.test_page import ask
from ui.views.parts import copy_button

COPIED = "Citatet är kopierat med källa."


def expected(library: Library, number: int) -> str:
    return with_source(library.quote(library.wording(number)))


def copy_the_wording(page: Page) -> None:
    ask(page, "Hur lyder åtagande 6?")
    button = page.get_by_role("button", name="Kopiera med källa (Åtagande 6")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text(COPIED).wait_for()
    assert button.evaluate("button => button === document.activeElement")


def paste(page: Page) -> str:
    box = page.get_by_label("Er fråga")
    box.focus()
    page.keyboard.press("Control+V")
    return box.input_value()


def test_what_is_copied_is_the_quotation_and_then_its_source(library: Library) -> None:
    quotation = library.quote(library.point("1.3"))
    assert with_source(quotation) == f"{quotation.text}\n\nKälla: {quotation.location}"
    assert quotation.location.count("punkt") == 2


def test_what_is_copied_is_escaped_in_the_page(library: Library) -> None:
    hostile = '"><script>alert(1)</script>'
    passage = type(library.point("1.3"))(hostile, library.point("1.3").kind, hostile, hostile, "")
    html = copy_button(Quotation(passage))
    assert "<script" not in html
    assert 'data-kopiera="&quot;&gt;&lt;script' in html


@pytest.mark.browser
def test_a_quotation_is_copied_with_its_source_and_that_is_said(
    page: Page, library: Library
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy_the_wording(page)
    assert page.evaluate("navigator.clipboard.readText()") == expected(library, 6)
    assert paste(page) == expected(library, 6)


@pytest.mark.browser
def test_a_quotation_is_copied_also_where_the_clipboard_is_withheld(
    page: Page, library: Library
) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy_the_wording(page)
    assert paste(page) == expected(library, 6)


@pytest.mark.browser
def test_that_copying_failed_is_said(page: Page) -> None:
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "document.execCommand = () => false"
    )
    ask(page, "Hur lyder åtagande 6?")
    page.get_by_role("button", name="Kopiera med källa").first.click()
    page.get_by_role("status").get_by_text("Det gick inte att kopiera.").wait_for()


@pytest.mark.browser
def test_a_role_brings_its_own_examples_which_are_asked_when_pressed(
    page: Page, assistant: Assistant
) -> None:
    roles = page.get_by_role("group", name="Visa exempel på frågor för")
    for role in assistant.learning.examples:
        roles.get_by_label(role.name).check()
        for question in role.questions:
            page.get_by_role("button", name=question, exact=True).wait_for()
    roles.get_by_label(assistant.learning.examples[-1].name).focus()
    page.keyboard.press("ArrowUp")
    question = assistant.learning.examples[-2].questions[1]
    page.get_by_role("button", name=question, exact=True).click()
    page.locator("article.svar").wait_for()
    assert page.locator("article.fraga p").inner_text() == question


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (768, "light"), (320, "light")])
def test_examples_and_copying_are_accessible_and_fit_their_window(
    browser: Browser, page_address: str, width: int, scheme: str
) -> None:
    with window(browser, page_address, width, scheme) as (page, _):
        page.get_by_label("Processledare").check()
        page.get_by_role("button", name="När ska kontraktet skickas in?").wait_for()
        keep(page, f"exempel-{scheme}-{width}")
        check(page, width)
        copy_the_wording(page)
        keep(page, f"kopierat-{scheme}-{width}")
        check(page, width)
