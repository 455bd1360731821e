import re

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.domain.answers import Answer, Phrase
from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.guidance.library import Library
from tests.browsing import check, keep, window
from ui.views import asking as views
from ui.views.asking import Exchange


def ask(page: Page, question: str) -> None:
    answers = page.locator("article.svar")
    before = answers.count()
    page.get_by_label("Er fråga").fill(question)
    page.get_by_role("button", name="Fråga", exact=True).click()
    answers.nth(before).wait_for()


ANSWERS = [
    ("Hur formulerar vi åtagandet om upphandling?", "Vi åtar oss att utveckla", "Åtagande 6"),
    ("Vad betyder Transformera?", "Skala upp, accelerera", "Kapitel 7"),
    ("När ska kontraktet skickas in?", "31 oktober", "Tidplanen"),
    ("Vilka åtaganden gäller alla?", "Finansiera och investera", "Kapitel 7"),
    ("åtagande 9, etablera", "Skapa utrymme för öppna", "punkt 9.6"),
]
"""Questions, and what is quoted from where."""


@pytest.mark.browser
def test_a_question_is_answered_with_a_quotation_and_its_place_beside_it(page: Page) -> None:
    for question, quoted, source in ANSWERS:
        ask(page, question)
        assert quoted in page.locator("article.svar").last.inner_text(), question
        expect(page.locator("#kallor")).to_contain_text(source)
        marked = page.locator("#kallor mark").all_inner_texts()
        assert any(quoted in text for text in marked), question
        keep(page, re.sub(r"\W+", "-", question.lower()).strip("-"))


@pytest.mark.browser
def test_a_source_link_opens_the_quoted_place_among_its_neighbours(page: Page) -> None:
    ask(page, "punkt 6.5")
    page.locator("article.svar a").first.click()
    assert page.url.endswith("#kalla-1")
    panel = page.locator("#kalla-1")
    assert panel.locator("mark").inner_text().startswith("Införa klimatkrav i upphandling")
    assert "Ta fram metod och avsätt resurser" in panel.inner_text()


@pytest.mark.browser
def test_example_and_follow_up_buttons_ask_their_question(page: Page) -> None:
    page.get_by_role("button", name="Vad betyder Transformera?").click()
    page.locator("article.svar").first.wait_for()
    ask(page, "åtagande 6")
    page.get_by_role("button", name="Vilka punkter har åtagande 6 i steget Initiera?").click()
    page.locator("article.svar").nth(2).wait_for()
    assert "Säkra resurser" in page.locator("article.svar").nth(2).inner_text()


@pytest.mark.browser
def test_a_follow_up_uses_the_dialogue(page: Page) -> None:
    ask(page, "åtagande 9, etablera")
    ask(page, "och för åtagande 6?")
    assert "Ta fram klimatkrav" in page.locator("article.svar").nth(1).inner_text()
    assert (
        "Tolkat som: åtagande 6, steget Etablera"
        in page.locator("article.svar").nth(1).inner_text()
    )


@pytest.mark.browser
def test_bad_input_gets_a_sentence_and_the_question_is_kept(page: Page) -> None:
    ask(page, "?!")
    assert "Frågan innehåller inga ord" in page.locator("article.svar").inner_text()
    assert page.get_by_label("Er fråga").input_value() == "?!"


@pytest.mark.browser
def test_the_page_is_swedish_whatever_the_browser_speaks(page: Page) -> None:
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.title() == "Klimatkontraktsassistenten"
    text = page.locator("body").inner_text()
    assert not re.search(r"\b(Submit|Clear|Settings|Built with|Send|Loading)\b", text)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "scheme"),
    [(1280, "light"), (1280, "dark"), (768, "light"), (320, "light"), (320, "dark")],
)
def test_the_page_is_accessible_and_fits_its_window(
    browser: Browser, page_address: str, width: int, scheme: str
) -> None:
    with window(browser, page_address, width, scheme) as (opened, _):
        for state, question in (
            ("tom", None),
            ("svar", "åtagande 6"),
            ("avbojd", "Hur stora blir böterna?"),
            ("fel", "?!"),
        ):
            if question:
                ask(opened, question)
            if state == "svar":
                opened.locator("[data-omdome=nej]").click()
                opened.get_by_role("button", name="Skicka omdömet").wait_for()
            keep(opened, f"{state}-{scheme}-{width}")
            check(opened, width)


@pytest.mark.browser
def test_the_page_asks_nobody_else(browser: Browser, page_address: str) -> None:
    context = browser.new_context()
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(page_address)
    opened.get_by_role("button", name="Fråga", exact=True).wait_for()
    ask(opened, "Hur får vi med invånarna?")
    strangers = [url for url in asked if not url.startswith((page_address, "data:", "blob:"))]
    assert strangers == []
    context.close()


@pytest.mark.browser
def test_the_program_connects_to_nobody(page: Page, page_address: str) -> None:
    ask(page, "Hur finansierar vi omställningen?")
    port = int(page_address.rpartition(":")[2])
    server = next(
        process
        for process in psutil.process_iter(["cmdline"])
        if str(port) in (process.info["cmdline"] or []) and "serve" in process.info["cmdline"]
    )
    remote = [c.raddr.ip for c in server.net_connections(kind="inet") if c.raddr]
    assert [ip for ip in remote if ip not in {"127.0.0.1", "::1"}] == []


def test_every_text_of_a_view_is_escaped(library: Library) -> None:
    hostile = "<script>alert(1)</script>"
    passage = Passage("x/y", PassageKind.SECTION, hostile, hostile, hostile)
    outcome = Answer((Phrase(hostile), Quotation(passage)), understood_as=hostile)
    exchange = Exchange(hostile, outcome)
    fault = Exchange(hostile, None, hostile)
    for html in (
        views.conversation([exchange, fault]),
        views.sources(outcome, library),
    ):
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_an_official_wording_is_marked_in_the_conversation_and_a_point_is_not(
    library: Library,
) -> None:
    official = Answer((Quotation(library.wording(6)),))
    point = Answer((Quotation(library.point("6.1")),))
    assert "Officiell formulering" in views.conversation([Exchange("?", official)])
    assert "Officiell formulering" not in views.conversation([Exchange("?", point)])
