from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evals.report.content import Content
from evals.report.page import page
from tests.browsing import CHROMIUM, browser_path, check, keep
from tests.test_fluency import fluency

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "rapport.html"
    judged = replace(content, fluency=fluency((5, 5, 4), (2, 1, 2), (4, None, 4), (3, 4, 4)))
    path.write_text(page(judged), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium(playwright: "Playwright") -> Iterator["Browser"]:
    started = playwright.chromium.launch(executable_path=browser_path(), args=list(CHROMIUM))
    yield started
    started.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_report_can_be_read_by_all_and_sends_no_request(
    chromium: "Browser", report: Path, width: int, scheme: str
) -> None:
    opened = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(report.as_uri())
    opened.evaluate(
        "document.querySelectorAll('details').forEach((d, n) => { d.open = n % 40 === 0; })"
    )
    check(opened, width)
    keep(opened, f"rapport-{scheme}-{width}")
    assert asked == [report.as_uri()]
    assert opened.evaluate("document.documentElement.lang") == "sv"
    opened.close()


def test_the_verdict_and_every_sentence_of_the_summary_are_on_the_first_screen(
    chromium: "Browser", report: Path
) -> None:
    opened = chromium.new_page(viewport={"width": 1280, "height": 1000})
    opened.goto(report.as_uri())
    bottom = opened.evaluate("document.querySelector('.punkter').getBoundingClientRect().bottom")
    assert bottom < 1000
    opened.close()


def test_the_printed_report_is_a_few_pages_without_the_single_cases(
    chromium: "Browser", report: Path, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    opened = chromium.new_page()
    opened.goto(report.as_uri())
    opened.pdf(path=tmp_path / "rapport.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "rapport.pdf").pages
    assert len(pages) <= 12
    assert "Öppna en rad" not in "".join(p.extract_text() for p in pages)
    opened.close()
