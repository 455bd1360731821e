"""What people think of the answers is kept here, one opinion an answer, and can be had and removed."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from assistant.cli.main import main
from assistant.domain.answers import Answer, Refusal
from assistant.domain.errors import InputFault
from assistant.domain.opinions import LONGEST_OPINION, Opinion, WhyNot
from assistant.feedback import Feedback, keeping
from assistant.feedback.entries import of_opinion
from assistant.opening import Assistant
from tests.browsing import check, keep
from tests.test_page import ask
from ui.views.asking import Exchange, conversation

QUESTION = "Hur lyder åtagande 6?"
NAME = f"(svaret på frågan ”{QUESTION}”)"


def test_an_opinion_is_kept_with_question_sources_edition_and_version(
    assistant: Assistant, tmp_path: Path
) -> None:
    outcome = assistant.ask(QUESTION)
    assert isinstance(outcome, Answer)
    opinion = Opinion(helpful=False, why=WhyNot.WRONG_COMMITMENT, text="Vi menade åtagande 7.")
    edition = assistant.library.guidance.edition
    Feedback(tmp_path, 90).keep("a", "anna", of_opinion(QUESTION, outcome, opinion, edition))
    (entry,) = Feedback(tmp_path, 90).entries()
    assert datetime.fromisoformat(entry.pop("at")) <= datetime.now(UTC)
    assert entry == {
        "asker": "anna",
        "question": QUESTION,
        "understood_as": "åtagande 6, Upphandling och inköp som strategiska verktyg",
        "status": "answered",
        "reason": None,
        "sources": ["2025-1/åtagande/6"],
        "edition": "2025-1",
        "version": version("klimatkontrakt"),
        "helpful": False,
        "why": "fel åtagande",
        "text": "Vi menade åtagande 7.",
    }


@settings(max_examples=15)  # every change is written to the disk before the next
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ab"), st.sampled_from(["", "anna"]), st.none() | st.integers(0, 9)
        )
    )
)
def test_the_latest_opinion_of_each_person_and_answer_is_the_one_that_is_kept(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, int | None]]
) -> None:
    feedback = Feedback(tmp_path_factory.mktemp("feedback"), 90)
    latest: dict[tuple[str, str], int] = {}
    for answer, asker, value in said:
        if value is None:
            feedback.withdraw(answer, asker)
            latest.pop((answer, asker), None)
        else:
            feedback.keep(answer, asker, {"value": (answer, value)})
            latest[answer, asker] = value
    kept = {(e["value"][0], e["asker"]): e["value"][1] for e in feedback.entries()}
    assert kept == latest
    assert feedback.clear() == len(latest)


def test_what_is_too_old_withdrawn_or_cleared_leaves_no_trace_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feedback = Feedback(tmp_path, 30)
    old = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="seconds")
    with monkeypatch.context() as earlier:
        earlier.setattr(keeping, "stamp", lambda _: old)
        feedback.keep("gammal", "", {"text": "gammalt omdöme"})
    feedback.keep("ny", "", {"text": "ångrat omdöme"})
    feedback.withdraw("ny", "")
    feedback.keep("sist", "", {"text": "kvarvarande omdöme"})
    assert [entry["text"] for entry in feedback.entries()] == ["kvarvarande omdöme"]
    feedback.clear()
    content = (tmp_path / keeping.FILE).read_bytes()
    assert [w for w in ("gammalt", "ångrat", "kvarvarande") if w.encode() in content] == []


def test_feedback_is_exported_and_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KLIMATKONTRAKT_DATA_DIR", str(tmp_path / "data"))
    Feedback(tmp_path / "data", 90).keep("a", "", {"question": QUESTION})
    assert main(["feedback", "export"]) == 0
    assert json.loads(capsys.readouterr().out)["question"] == QUESTION
    assert main(["feedback", "export", "-o", str(tmp_path / "omdömen.jsonl")]) == 0
    assert json.loads((tmp_path / "omdömen.jsonl").read_text(encoding="utf-8"))["asker"] == ""
    assert main(["feedback", "export", "-o", str(tmp_path)]) == 2
    assert main(["feedback", "clear"]) == 0
    assert capsys.readouterr().out == "Borttagna omdömen: 1.\n"


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputFault, match=f"högst {LONGEST_OPINION} tecken"):
        Opinion(helpful=False, text="x" * (LONGEST_OPINION + 1))


def test_what_a_person_asks_is_escaped_in_the_names_of_the_buttons(assistant: Assistant) -> None:
    hostile = '"><script>alert(1)</script>'
    exchange = Exchange(hostile, assistant.ask(QUESTION), key="a")
    html = conversation([exchange, replace(exchange, opinion=Opinion(helpful=False, text=hostile))])
    assert "<script" not in html


def test_a_question_back_and_a_fault_are_not_asked_about(assistant: Assistant) -> None:
    asked_back = Exchange("3.4", assistant.ask("3.4"), key="a")
    assert "Hjälpte svaret?" not in conversation([asked_back, Exchange("?!", None, "Fel.")])


@pytest.mark.browser
def test_an_answer_is_judged_explained_and_judged_again_by_keyboard(
    page: Page, data_dir: Path
) -> None:
    feedback = Feedback(data_dir, 90)
    feedback.clear()
    ask(page, QUESTION)
    yes, no = (page.get_by_role("button", name=f"{word} {NAME}") for word in ("Ja", "Nej"))
    yes.focus()
    page.keyboard.press("Enter")
    told = page.locator("p.meddelande")
    expect(told).to_have_text("Tack, omdömet är sparat.")
    expect(yes).to_have_attribute("aria-pressed", "true")
    assert [entry["helpful"] for entry in feedback.entries()] == [True]
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(told).to_contain_text("Berätta gärna varför")
    expect(yes).to_have_attribute("aria-pressed", "false")
    form = page.get_by_role("group", name="Vad var det som inte hjälpte?")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(form.get_by_label("Citatet passar inte")).to_be_checked()
    keep(page, "omdome-nej")
    check(page, 1280)
    page.keyboard.press("Tab")
    page.keyboard.type("Vi frågade om inköp.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(told).to_have_text("Tack, omdömet är sparat.")
    expect(form).to_be_hidden()
    expect(no).to_be_focused()
    (entry,) = feedback.entries()
    assert (entry["why"], entry["text"]) == ("citatet passar inte", "Vi frågade om inköp.")
    ask(page, "Hur stora blir böterna?")
    expect(no).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".tack").first).to_have_text("Ert skäl: citatet passar inte.")
    no.click()
    expect(told).to_have_text("Omdömet är borttaget.")
    assert list(feedback.entries()) == []
    page.get_by_role("button", name="Nej (svaret på frågan ”Hur stora").click()
    page.get_by_label("Frågan borde ha fått ett svar").check()
    page.get_by_role("button", name="Skicka omdömet").click()
    expect(page.locator(".tack").last).to_be_visible()
    expect(told).to_have_text("Tack, omdömet är sparat.")
    (entry,) = feedback.entries()
    assert (entry["status"], entry["why"]) == ("refused", "frågan borde ha fått ett svar")


def test_a_refusal_is_kept_with_its_reason(assistant: Assistant) -> None:
    outcome = assistant.ask("Vad innebär åtagande 11?")
    assert isinstance(outcome, Refusal)
    edition = assistant.library.guidance.edition
    entry = of_opinion("Vad innebär åtagande 11?", outcome, Opinion(helpful=True), edition)
    assert (entry["status"], entry["reason"]) == ("refused", "no_such_commitment")
