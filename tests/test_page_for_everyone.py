"""The page without a mouse or colours, enlarged, spaced out, read aloud, and cut off from its server."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.guidance.library import Library
from tests.browsing import window
from tests.test_page import ask
from tests.test_page_learning import search
from tests.test_page_places import contract, go_to, review

FAULT = "Frågan innehåller inga ord. Skriv vad ni vill veta om vägledningen."
FEWEST_STOPS = 3
PLACES = ["fraga", "skriv", "granska", "lar", "process", "om"]
ENGLISH = re.compile(
    r"\b(chatbot|conversation|copy|remove|loading|close|upload|clear|submit|download|toggle|complete|error)\b",
    re.IGNORECASE,
)
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
TWICE = "html { font-size: 200% !important }"
CUT = """() => [...document.querySelectorAll('body *')].filter((e) => {
  if (!e.checkVisibility({ visibilityProperty: true })) return false;
  if (e.closest('.dold, .sr-only, svg') || !e.innerText?.trim()) return false;
  const style = getComputedStyle(e);
  const hides = (way) => ['hidden', 'clip'].includes(way);
  return hides(style.overflowX) && e.scrollWidth > e.clientWidth + 2
    || hides(style.overflowY) && e.clientHeight > 2 && e.scrollHeight > e.clientHeight + 4
    || e.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map((e) => `${e.tagName}.${e.className}: ${e.innerText.slice(0, 40)}`)"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const box = e.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 10)];
  const there = document.elementFromPoint(x, y);
  const style = getComputedStyle(e);
  const labels = [...(e.labels ?? [])].map((label) => label.innerText);
  // What is saved on the way may draw parts of the page anew, so that places are not to be counted.
  const before = window.before;
  window.before = e;
  const named = e.getAttribute('aria-label') || e.innerText || labels.join(' ');
  return {
    name: (named || '').trim(), tag: e.tagName + '.' + e.className,
    seen: Boolean(there) && (e.contains(there) || there.contains(e)),
    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || e.matches('[role=region]'),
    after: !before?.isConnected || Boolean(before.compareDocumentPosition(e) & 4),
  };
}"""
MOVING = """() => [...document.querySelectorAll('*')]
  .filter((e) => getComputedStyle(e).animationName !== 'none').map((e) => e.className)"""
HEARD = """() => {
  window.heard = [];
  const listen = (region) => new MutationObserver(() => {
    const text = region.textContent.trim();
    if (text) window.heard.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  document.querySelectorAll('[role=status], [role=alert]').forEach(listen);
}"""


def step(page: Page) -> dict[str, Any] | None:
    page.keyboard.press("Tab")
    focused: dict[str, Any] | None = page.evaluate(FOCUSED)
    return focused


@pytest.mark.browser
@pytest.mark.parametrize("place", PLACES)
def test_each_place_is_walked_by_keyboard_in_order_with_every_stop_seen_and_named(
    page: Page, page_address: str, place: str
) -> None:
    page.goto(f"{page_address}/#{place}")
    page.locator(f"#plats-{place} h2").first.wait_for()
    page.evaluate("document.activeElement.blur()")
    stops: list[dict[str, Any]] = []
    while (stop := step(page)) and len(stops) < 40:
        stops.append(stop)
    assert len(stops) >= FEWEST_STOPS
    assert [s for s in stops if not (s["name"] and s["seen"] and s["marked"])] == []
    assert [s["name"] for s in stops if not s["after"]] == []
    assert [s["name"] for s in stops if ENGLISH.search(s["name"])] == []


def tab_to(page: Page, wanted: Locator) -> None:
    """Go on by Tab until something has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.count() and wanted.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {wanted}")


@pytest.mark.browser
def test_a_question_is_asked_and_its_source_read_by_keyboard_alone(page: Page) -> None:
    tab_to(page, page.get_by_label("Er fråga"))
    page.keyboard.type("Hur lyder åtagande 6?")
    tab_to(page, page.get_by_role("button", name="Fråga", exact=True))
    page.keyboard.press("Enter")
    source = page.locator("article.svar a").first
    source.wait_for()
    tab_to(page, source)
    page.keyboard.press("Enter")
    panel = page.locator("#kalla-1")
    expect(panel).to_be_focused()
    assert panel.locator("mark").inner_text().startswith("Vi åtar oss att utveckla upphandling")


@pytest.mark.browser
def test_a_text_is_reviewed_and_mended_by_keyboard_alone(page: Page, library: Library) -> None:
    page.get_by_role("link", name="Granska", exact=True).press("Enter")
    box = page.get_by_label("Klistra in ert utkast")
    tab_to(page, box)
    page.keyboard.insert_text(contract(library, tampered=True))
    tab_to(page, page.get_by_role("button", name="Granska", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'resultat'")
    tab_to(page, page.get_by_role("button", name="Återställ officiell formulering"))
    page.keyboard.press("Enter")
    page.get_by_text("3 ordagranna, åtagande 3 saknas.").wait_for()
    assert box.input_value() == contract(library, tampered=False)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("size", "style"),
    [((320, 256), SPACED), ((1280, 800), TWICE)],
    ids=["400 % and spaced", "text twice as large"],
)
def test_nothing_is_cut_off_or_pushed_aside_when_the_page_is_enlarged(
    browser: Browser, page_address: str, library: Library, size: tuple[int, int], style: str
) -> None:
    width, height = size
    with window(browser, page_address, width, "light") as (page, _):
        page.set_viewport_size({"width": width, "height": height})
        page.add_style_tag(content=style)

        def review_tampered() -> None:
            go_to(page, "Granska")
            review(page, contract(library, tampered=True))

        def open_source() -> None:
            search(page, "klimatkommunikation").locator("button.stalle").first.click()
            page.locator("dialog[open] mark").wait_for()

        def draw_quiz() -> None:
            page.keyboard.press("Escape")
            page.locator("a[href='#lar-quiz']").click()
            page.locator("[data-omgang]").first.click()
            page.locator(".alternativ").wait_for()

        states: dict[str, Callable[[], object]] = {
            "fråga": lambda: ask(page, "åtagande 6"),
            "omdöme": lambda: page.locator("[data-omdome=nej]").click(),
            "granska": review_tampered,
            "begrepp": lambda: page.get_by_role("link", name="Lär dig", exact=True).click(),
            "stycke": open_source,
            "quiz": draw_quiz,
            "process": lambda: go_to(page, "Process"),
            "om": lambda: go_to(page, "Om"),
        }
        faults = {}
        for name, reach in states.items():
            reach()
            cut = page.evaluate(CUT)
            if cut or page.evaluate("document.documentElement.scrollWidth") > width:
                faults[name] = cut
        assert faults == {}


@pytest.mark.browser
def test_locks_and_marks_are_seen_in_the_systems_own_colours(
    browser: Browser, page_address: str, library: Library
) -> None:
    with window(browser, page_address, 1280, "light") as (page, _):
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        ask(page, "åtagande 6")
        expect(page.locator("#samtal figure.officiell .marke svg")).to_be_visible()
        page.locator("[data-omdome=ja]").click()
        pressed = page.locator("[data-omdome=ja]")
        expect(pressed).to_have_css("outline-style", "solid")
        go_to(page, "Granska")
        review(page, f"{contract(library, tampered=True)}\n\nVi åtar oss att cykla.")
        lines = {
            kind: page.locator(f".mening.{kind}").first.evaluate(
                "e => getComputedStyle(e).borderBottomStyle"
            )
            for kind in ("ordagrann", "andrad", "pahittad")
        }
        assert lines == {"ordagrann": "solid", "andrad": "dashed", "pahittad": "double"}
        assert page.evaluate(MOVING) == []


@pytest.mark.browser
def test_an_answer_is_read_out_once_in_swedish_and_a_fault_as_a_fault(page: Page) -> None:
    page.evaluate(HEARD)
    ask(page, "åtagande 6")
    heard = page.locator(".uppläst")
    expect(heard).to_contain_text("Svaret är klart. Den officiella formuleringen")
    expect(page.get_by_label("Er fråga")).to_have_value("")
    ask(page, "?!")
    expect(page.locator("article.svar [role=alert]")).to_have_count(1)
    said = page.evaluate("window.heard")
    assert [text for text in said if ENGLISH.search(text)] == []
    # Gradio's own region says that work goes on; the end of it is said by the page.
    assert {text for text in said if "klart" not in text} <= {"Arbetar …", FAULT}
    assert sum(text.startswith("Svaret är klart") for text in said) == 1
    page.get_by_role("button", name="Vad betyder Transformera?").click()
    page.locator("article.svar").nth(2).wait_for()
    expect(page.locator("article.svar [role=alert]")).to_have_count(0)


@pytest.mark.browser
def test_that_the_program_is_gone_is_told_in_swedish_and_not_by_gradio(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_label("Er fråga").fill("åtagande 6")
    page.get_by_role("button", name="Fråga", exact=True).click()
    alarm = page.locator(".larm")
    expect(alarm).to_contain_text("Kontakten med programmet bröts.", timeout=20_000)
    expect(page.locator(".toast-wrap")).to_be_hidden()
    alarm.get_by_role("button", name="Stäng").click()
    expect(alarm).to_be_hidden()
