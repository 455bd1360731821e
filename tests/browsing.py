"""What every test in a real browser needs."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Page

from evals.ingestion.rendering import BROWSERS, first_installed

SCREENSHOTS = Path(__file__).parent / "screenshots"
CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

WINDOWS = [(1280, "light"), (320, "dark")]
"""A wide and a narrow window, one in each scheme: what fits depends on the width, what can be told apart on
the scheme, and on nothing of both."""
STILL = """() => Promise.race([
  Promise.all(document.getAnimations().map(a => a.finished.catch(() => {}))),
  new Promise(done => setTimeout(done, 2000)),
])"""
"""Waits for the running animations of the page to end, two seconds at most."""


WHERE = {"exclude": [["details.uppslag[data-former]:not([open]):nth-of-type(n+9)"]]}
"""Of more than a hundred closed terms, all made alike, eight tell what the others would."""
WHAT = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
    # Whatever passes is not written down, element by element.
    "resultTypes": ["violations"],
}


def browser_path() -> str:
    """An installed Chromium or Chrome; as root Debian's is installed; else the test is skipped."""
    found = first_installed(BROWSERS)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]):
            subprocess.run(command, env=quiet, check=False, capture_output=True)
        found = first_installed(BROWSERS)
    if found is None:
        reason = "Ingen Chromium eller Chrome är installerad, och den går inte att installera här."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def window(
    browser: Browser, address: str, width: int, scheme: str
) -> Iterator[tuple[Page, list[str]]]:
    """A page of its own in a window of that width, light or dark, and every address that it asks."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.get_by_role("button", name="Fråga", exact=True).wait_for()
        yield page, asked
    finally:
        context.close()


def keep(page: Page, name: str) -> None:
    """A picture of the whole page, where somebody wants to look at them."""
    if "SCREENSHOTS" in os.environ:
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def narrow_and_dark(page: Page) -> None:
    """The page on a small screen in the dark."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme="dark")
    # Gradio follows the system a moment later than the colours that are ours.
    page.wait_for_function("() => document.querySelector('.dark')")


def check(page: Page, width: int) -> None:
    """No fault that axe can find, and nothing that makes the page scroll sideways."""
    # What is fading in has less contrast than it will have.
    page.wait_for_function("() => !document.querySelector('.pending')")
    page.evaluate(STILL)
    if page.evaluate("() => typeof axe === 'undefined'"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate("([where, what]) => axe.run(where, what)", [WHERE, WHAT]))
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
