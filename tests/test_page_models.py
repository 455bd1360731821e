"""The page with a language model: what it writes is told apart, can be stopped, and says where it goes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.opening import Assistant
from evals.language_models.server import Reply, ScriptedServer, scripted_server
from tests.browsing import check, keep
from tests.conftest import served

QUESTION = "Hur formulerar vi åtagandet om upphandling?"
GOOD = "Åtagandet handlar om upphandling och inköp som verktyg."


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    with scripted_server() as started:
        yield started


@pytest.fixture(scope="module")
def address(
    server: ScriptedServer, environment: dict[str, str], assistant: Assistant
) -> Iterator[str]:
    assert assistant.index, "the index is built once for all tests"
    model = {
        "KLIMATKONTRAKT_MODEL": "openai:gemma3",
        "KLIMATKONTRAKT_MODEL_URL": server.address,
        "KLIMATKONTRAKT_MODEL_SECONDS": "20",
    }
    with served({**environment, **model}) as started:
        yield started


@pytest.fixture(params=[(1280, "light"), (320, "dark")], ids=str)
def page(
    browser: Browser,
    address: str,
    request: pytest.FixtureRequest,
    no_drafts: None,  # noqa: ARG001  before it is opened
) -> Iterator[tuple[Page, int]]:
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-US"
    )
    opened = context.new_page()
    opened.goto(address)
    opened.get_by_role("button", name="Fråga", exact=True).wait_for()
    yield opened, width
    context.close()


def ask(page: Page) -> None:
    page.get_by_label("Er fråga").fill(QUESTION)
    page.get_by_role("button", name="Fråga", exact=True).click()


@pytest.mark.browser
def test_what_a_model_writes_is_told_apart_and_what_it_may_not_is_told(
    page: tuple[Page, int], server: ScriptedServer
) -> None:
    opened, width = page
    server.will_answer(Reply(pieces=(f"{GOOD} Det ger 40 procent lägre utsläpp.\n", "⟦1⟧")))
    assert "gemma3, på den här datorn" in opened.locator(".modellnot").first.inner_text()
    ask(opened)
    written = opened.locator("article.svar .modell")
    expect(written).to_contain_text(GOOD)
    expect(written).to_contain_text("Skrivet av språkmodell")
    answer = opened.locator("article.svar")
    expect(answer).to_contain_text("har en siffra eller tidpunkt som inte står i underlaget")
    expect(answer).not_to_contain_text("40 procent")
    expect(answer.locator("figure")).to_contain_text("Vi åtar oss att utveckla upphandling")
    check(opened, width)
    keep(opened, f"modell-svar-{width}")


@pytest.mark.browser
def test_a_model_can_be_stopped_and_the_answer_stays(
    page: tuple[Page, int], server: ScriptedServer
) -> None:
    opened, _ = page
    server.will_answer(Reply(pieces=(f"{GOOD} Det ", "Å"), silent_after=True))
    ask(opened)
    expect(opened.locator("article.svar .modell")).to_contain_text(GOOD)
    expect(opened.locator(".skriver")).to_contain_text("Språkmodellen gemma3 skriver")
    opened.get_by_role("button", name="Avbryt språkmodellen").first.click()
    expect(opened.locator(".skriver")).to_have_count(0)
    expect(opened.locator("article.svar figure")).to_contain_text("Vi åtar oss att utveckla")


@pytest.mark.browser
def test_a_model_that_fails_is_told_and_the_answer_comes(
    page: tuple[Page, int], server: ScriptedServer
) -> None:
    opened, _ = page
    server.will_answer(Reply(status=401))
    ask(opened)
    expect(opened.locator("article.svar")).to_contain_text("gjort utan språkmodell")
    expect(opened.locator("article.svar figure")).to_contain_text("Vi åtar oss att utveckla")


@pytest.mark.browser
def test_a_draft_is_written_anew_when_one_asks_for_it(
    page: tuple[Page, int], server: ScriptedServer
) -> None:
    opened, width = page
    server.will_answer(Reply(echo=True, swaps=(("Målet är", "Kommunens mål är"),)))
    opened.get_by_role("link", name="Skriv", exact=True).click()
    opened.get_by_label("Kommun", exact=True).fill("Växjö")
    opened.get_by_role("button", name="Skriv utkast", exact=True).click()
    expect(opened.locator("#utkast")).to_contain_text("Växjö kommun")
    expect(opened.locator("#utkast")).not_to_contain_text("Skrivet av språkmodell")
    assert not server.requests
    expect(opened.locator("#avbryt-utkast")).to_be_hidden()
    opened.get_by_role("button", name="Låt språkmodellen skriva om").click()
    expect(opened.locator("#utkast .forklaring")).to_contain_text("Skrivet av språkmodell")
    expect(opened.locator("#utkast .filer")).to_be_visible()
    expect(opened.locator("#utkast .notis")).to_contain_text("av en språkmodell")
    check(opened, width)
    keep(opened, f"modell-utkast-{width}")
    opened.reload()
    expect(opened.locator("#utkast .forklaring")).to_contain_text("Skrivet av språkmodell")
    expect(opened.locator("#utkast .for-hand").first).to_contain_text("omskriven av språkmodellen")


@pytest.mark.browser
def test_the_page_says_under_om_which_model_there_is(page: tuple[Page, int]) -> None:
    opened, _ = page
    opened.get_by_role("link", name="Om", exact=True).click()
    expect(opened.get_by_role("main")).not_to_contain_text("Ingen språkmodell används")
    expect(opened.locator(".om")).to_contain_text("gemma3, som körs på den här datorn")
