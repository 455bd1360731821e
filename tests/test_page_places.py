"""Skriv, Granska and Om, each driven to its end in a real browser."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import ComposedDraft
from assistant.export.restoring import added, restored
from assistant.export.word import draft_word
from assistant.guidance.library import Library
from assistant.opening import Assistant
from tests.browsing import WINDOWS, check, keep, window
from ui.views import reviewing, writing
from ui.views.files import made
from ui.views.parts import UNEXPECTED, fault

TAMPERED = ("åtar oss", "strävar efter")


def go_to(page: Page, place: str) -> None:
    page.get_by_role("link", name=place, exact=True).click()
    page.locator(f"#plats-{place.lower()} h2").first.wait_for()


def contract(library: Library, *, tampered: bool) -> str:
    words = [library.wording(number).text for number in (1, 2, 6)]
    if tampered:
        words[2] = words[2].replace(*TAMPERED)
    return "\n\n".join(("Klimatkontrakt", *words))


def review(page: Page, text: str) -> Locator:
    page.get_by_label("Klistra in ert utkast").fill(text)
    page.get_by_role("button", name="Granska", exact=True).click()
    page.locator("#resultat").wait_for()
    return page.locator(".summering")


def review_nothing(page: Page) -> None:
    page.get_by_role("button", name="Granska", exact=True).click()
    page.get_by_text("Det finns ingen text att granska.").wait_for()


def fold_of(page: Page, number: int) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^Åtagande {number}:"))


def order_vaxjo(page: Page) -> None:
    page.get_by_label("Kommun", exact=True).fill("Växjö kommun")
    page.get_by_label("6. Upphandling och inköp").check()
    fold_of(page, 6).click()
    steps = page.get_by_role("group", name="I vilka steg arbetar kommunen med åtagande 6?")
    steps.get_by_label("Initiera").check()
    page.get_by_label("Vem ansvarar för åtagande 6?").fill("tekniska nämnden")


def write(page: Page) -> Locator:
    page.get_by_role("button", name="Skriv utkast").click()
    return written(page)


def written(page: Page) -> Locator:
    """The draft that was asked for: the form is saved and shown on the way, but only then has it focus."""
    expect(page.locator("#utkastet")).to_be_focused()
    return page.locator("#utkast")


@pytest.mark.browser
def test_a_tampered_sentence_is_shown_as_changed_and_restored_with_one_click(
    page: Page, library: Library
) -> None:
    go_to(page, "Granska")
    summary = review(page, contract(library, tampered=True))
    assert summary.inner_text() == "2 ordagranna, 1 ändrad, åtagande 3 saknas."
    assert "Ändrad · åtagande 6" in page.locator(".mening.andrad").inner_text()
    assert page.locator(".mening.andrad .avviker").inner_text() == "strävar efter"
    assert "åtar oss har blivit strävar efter" in page.locator(".skillnader").inner_text()
    assert page.evaluate("document.activeElement.id") == "resultat"
    page.get_by_role("button", name="Återställ officiell formulering").click()
    page.get_by_text("3 ordagranna, åtagande 3 saknas.").wait_for()
    assert page.locator(".mening.andrad").count() == 0
    text = page.get_by_label("Klistra in ert utkast").input_value()
    assert text == contract(library, tampered=False)
    page.get_by_role("button", name="Lägg till sist i texten").click()
    page.get_by_text("4 ordagranna.").wait_for()
    assert "Inget att anmärka" in page.locator("#anmarkningar").inner_text()


@pytest.mark.browser
def test_a_finding_and_its_place_in_the_text_are_linked_both_ways(
    page: Page, library: Library
) -> None:
    go_to(page, "Granska")
    review(page, contract(library, tampered=True))
    page.get_by_role("link", name="Anmärkning 1", exact=True).click()
    assert page.url.endswith("#anmarkning-1")
    page.locator("#anmarkning-1").get_by_role("link", name="Visa i texten").click()
    assert page.url.endswith("#stalle-1")
    assert page.locator("#plats-granska").is_visible()


@pytest.mark.browser
def test_what_is_edited_after_a_review_is_kept_when_a_wording_is_restored(
    page: Page, library: Library
) -> None:
    go_to(page, "Granska")
    review(page, contract(library, tampered=True))
    box = page.get_by_label("Klistra in ert utkast")
    box.fill(f"Ny inledning.\n\n{box.input_value()}")
    page.get_by_role("button", name="Återställ officiell formulering").click()
    page.get_by_text("3 ordagranna, åtagande 3 saknas.").wait_for()
    assert box.input_value() == f"Ny inledning.\n\n{contract(library, tampered=False)}"


@pytest.mark.browser
def test_an_uploaded_word_file_comes_back_with_tracked_changes(
    page: Page, library: Library, tmp_path: Path
) -> None:
    document = docx.Document()
    for paragraph in contract(library, tampered=True).split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(tmp_path / "utkast.docx"))
    go_to(page, "Granska")
    page.locator("#plats-granska input[type=file]").set_input_files(tmp_path / "utkast.docx")
    page.get_by_text("2 ordagranna, 1 ändrad, åtagande 3 saknas.").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Ladda ned Word-filen med förslag").click()
    assert download.value.suggested_filename == "granskad-utkast.docx"
    xml = docx.Document(str(download.value.path())).element.xml
    assert "w:ins" in xml
    assert "w:del" in xml


@pytest.mark.browser
def test_an_uploaded_file_is_removed_when_it_is_read(
    page: Page, tmp_path: Path, upload_folder: Path
) -> None:
    (tmp_path / "hemligt-utkast.txt").write_text("Vi åtar oss att cykla.", encoding="utf-8")
    go_to(page, "Granska")
    page.locator("#plats-granska input[type=file]").set_input_files(tmp_path / "hemligt-utkast.txt")
    page.get_by_text("1 påhittad, åtagande 1, 2 och 3 saknas.").wait_for()
    assert list(upload_folder.rglob("*hemligt*")) == []


@pytest.mark.browser
def test_a_file_that_cannot_be_read_is_told_and_the_text_is_kept(
    page: Page, library: Library, tmp_path: Path
) -> None:
    (tmp_path / "tom.txt").write_text("", encoding="utf-8")
    (tmp_path / "trasig.docx").write_bytes(b"PK\x03\x04trasig")
    go_to(page, "Granska")
    text = contract(library, tampered=True)
    review(page, text)
    page.locator("#plats-granska input[type=file]").set_input_files(tmp_path / "trasig.docx")
    alert = page.locator("#fel-granska [role=alert]")
    alert.wait_for()
    assert "trasig.docx" in alert.inner_text()
    assert page.get_by_label("Klistra in ert utkast").input_value() == text
    assert page.locator(".mening.andrad").count() == 1


@pytest.mark.browser
def test_an_empty_text_is_told_what_to_do(page: Page) -> None:
    go_to(page, "Granska")
    review_nothing(page)


@pytest.mark.browser
def test_a_draft_has_the_official_sentence_and_can_be_downloaded(
    page: Page, library: Library
) -> None:
    go_to(page, "Skriv")
    order_vaxjo(page)
    draft = write(page)
    official = library.wording(6).text
    expect(draft).to_contain_text("tekniska nämnden")
    assert official in draft.locator("figure.officiell blockquote .rad").all_text_contents()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ladda ned som Word").click()
    assert download.value.suggested_filename == "klimatkontrakt-2030-växjö-kommun.docx"
    word = docx.Document(str(download.value.path()))
    assert official in "".join(word.element.body.itertext())
    for name, ending in (("Markdown", ".md"), ("HTML", ".html")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Ladda ned som {name}").click()
        assert download.value.suggested_filename.endswith(ending)
        assert official in Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.browser
def test_a_draft_follows_the_form_once_it_is_written(page: Page) -> None:
    go_to(page, "Skriv")
    order_vaxjo(page)
    draft = write(page)
    assert "Vilka resurser avsätts för åtagande 6?" in draft.inner_text()
    page.get_by_label("Vilka resurser avsätts för åtagande 6?").fill("två årsarbetskrafter")
    page.get_by_label("Hur följs åtagande 6 upp?").click()
    draft.get_by_text("två årsarbetskrafter").first.wait_for()
    assert "Vilka resurser avsätts för åtagande 6?" not in draft.inner_text()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Skriv vilken kommun utkastet gäller."),
        ("Växsjö", "Menar du Växjö kommun?"),
    ],
)
def test_a_fault_in_the_form_is_told_and_nothing_is_lost(page: Page, name: str, told: str) -> None:
    go_to(page, "Skriv")
    order_vaxjo(page)
    write(page)
    page.get_by_label("Kommun", exact=True).fill(name)
    page.get_by_role("button", name="Skriv utkast").click()
    page.locator("#fel-skriv [role=alert]").get_by_text(told).wait_for()
    assert page.locator("#utkastet").inner_text() == "Klimatkontrakt 2030 – Växjö kommun"
    assert page.get_by_label("Vem ansvarar för åtagande 6?").input_value() == "tekniska nämnden"


@pytest.mark.browser
def test_a_fault_in_an_answer_names_the_commitment(page: Page) -> None:
    go_to(page, "Skriv")
    order_vaxjo(page)
    page.get_by_label("Vem ansvarar för åtagande 6?").fill("???")
    page.get_by_role("button", name="Skriv utkast").click()
    alert = page.locator("#fel-skriv [role=alert]")
    alert.wait_for()
    assert alert.inner_text().startswith("Åtagande 6: texten har inga ord.")


@pytest.mark.browser
def test_an_answer_survives_that_its_commitment_is_put_aside(page: Page) -> None:
    go_to(page, "Skriv")
    order_vaxjo(page)
    choice = page.get_by_label("6. Upphandling och inköp")
    choice.uncheck()
    fold_of(page, 6).wait_for(state="detached")
    choice.check()
    fold_of(page, 6).click()
    assert page.get_by_label("Vem ansvarar för åtagande 6?").input_value() == "tekniska nämnden"


@pytest.mark.browser
def test_places_are_reached_by_keyboard_address_and_the_back_button(
    page: Page, page_address: str
) -> None:
    page.get_by_role("link", name="Granska", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator("#plats-granska h2").first.wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Granska ett utkast"
    assert page.title() == "Granska – Klimatkontraktsassistenten"
    page.go_back()
    page.get_by_role("button", name="Fråga", exact=True).wait_for()
    page.goto(f"{page_address}/#om")
    page.reload()
    page.get_by_role("heading", name="Om assistenten").wait_for()
    assert page.locator("nav.platser a[aria-current]").inner_text() == "Om"


@pytest.mark.browser
def test_a_draft_is_ordered_by_keyboard_alone(page: Page) -> None:
    go_to(page, "Skriv")
    field = page.get_by_label("Kommun", exact=True)
    assert field.get_attribute("list") == "kommunnamn"
    assert page.locator("#kommunnamn option").count() == 290
    page.keyboard.press("Tab")
    page.keyboard.type("Göteborgs Stad")
    fold = fold_of(page, 1)
    for _ in range(20):
        page.keyboard.press("Tab")
        if fold.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert fold.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Skriv utkast").focus()
    page.keyboard.press("Enter")
    expect(written(page)).to_contain_text("i steget Initiera")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
@pytest.mark.usefixtures("no_drafts")
def test_every_place_is_accessible_fits_its_window_and_asks_nobody_else(
    browser: Browser, page_address: str, library: Library, scheme: str, width: int
) -> None:
    with window(browser, page_address, width, scheme) as (page, asked):
        states: dict[str, Callable[[], object]] = {
            "skriv-tom": lambda: go_to(page, "Skriv"),
            "skriv-formular": lambda: order_vaxjo(page),
            "skriv-punkter": lambda: page.get_by_role(
                "button", name="Välj enskilda punkter i åtagande 6"
            ).click(),
            "skriv-utkast": lambda: write(page),
            "granska-tom": lambda: go_to(page, "Granska"),
            "granska-fel": lambda: review_nothing(page),
            "granska-resultat": lambda: review(
                page,
                f"{contract(library, tampered=True)}\n\nVi åtar oss att cykla. Målet är 40 procent, "
                "enligt punkt 6.19.",
            ),
            "om": lambda: go_to(page, "Om"),
        }
        for name, reach in states.items():
            reach()
            keep(page, f"{name}-{scheme}-{width}")
            check(page, width)
        assert [u for u in asked if not u.startswith((page_address, "data:", "blob:"))] == []


HOSTILE = "<script>alert(1)</script>"


def test_every_text_of_a_draft_and_a_review_is_escaped(assistant: Assistant) -> None:
    facts = [{"kind": "annat", "text": HOSTILE}]
    order = {"municipality": "Växjö", "commitments": [{"number": 6, "facts": facts}]}
    reviewed = assistant.review(f"Vi åtar oss att {HOSTILE}.")
    for html in (
        writing.shown(ComposedDraft(assistant.draft(assistant.order(order)))),
        reviewing.reviewed_text(reviewed, assistant.library.guidance.edition.nouns),
        fault(InputFault(HOSTILE)),
    ):
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_an_unexpected_error_is_not_shown_as_it_is() -> None:
    assert "KeyError" not in fault(KeyError("x"))
    assert UNEXPECTED in fault(KeyError("x"))


def test_every_origin_has_a_mark_in_words(assistant: Assistant) -> None:
    facts = [{"kind": "ansvarig", "text": "tekniska nämnden"}]
    commitments = [{"number": 6, "steps": ["initiera"], "facts": facts}]
    order = assistant.order({"municipality": "Växjö", "commitments": commitments})
    html = writing.shown(ComposedDraft(assistant.draft(order)))
    for mark in ("Vägledningens punkt, i egen text", "Lokal uppgift", "Eget tillägg"):
        assert f'<span class="dold"> ({mark})</span>' in html


@given(data=st.data())
def test_a_reviewed_text_is_shown_whole_whatever_is_marked_in_it(
    assistant: Assistant, library: Library, data: st.DataObject
) -> None:
    official = st.sampled_from([c.official_wording for c in library.guidance.commitments])
    own = st.sampled_from(
        ["Vi åtar oss att cykla & gå.", "Målet är 40 procent.", "[tidpunkt]", "<b>Punkt 6.19</b>"]
    )
    tampered = official.map(lambda text: text.replace(*TAMPERED))
    parts = data.draw(st.lists(st.one_of(official, tampered, own), min_size=1, max_size=6))
    text = data.draw(st.sampled_from(["\n\n", "\n", " "])).join(parts)
    nouns = library.guidance.edition.nouns
    shown = reviewing.reviewed_text(assistant.review(text), nouns)
    html = shown.partition('<div class="granskad">')[2]
    html = html.removesuffix("</div></section>")
    assert html.count("<span") == html.count("</span>")
    html = re.sub(r'<span class="lapp">.*?</span> ', "", html)
    html = re.sub(r'<span class="dold">.*?</span>|<a class="not".*?</a>', "", html)
    html = re.sub(r"<[^>]+>", "", html)
    assert html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


def test_a_wording_is_restored_from_the_corpus(assistant: Assistant, library: Library) -> None:
    official = library.wording(6).text
    tampered = official.replace(*TAMPERED)
    review = assistant.review(f"Före.\n\n{tampered}\n\nEfter.")
    assert restored(review, tampered, library) == f"Före.\n\n{official}\n\nEfter."
    with pytest.raises(InputFault, match="Granska texten igen"):
        restored(review, "En annan mening.", library)
    assert added("Före.\n", 6, library) == f"Före.\n\n{official}\n"


def test_a_download_holds_the_bytes_of_the_file(assistant: Assistant) -> None:
    import base64

    draft = assistant.draft(assistant.order({"municipality": "Växjö"}))
    html = made(draft, ".docx", draft_word(draft), "", 1)
    found = re.search(r'href="data:application/vnd[^,]*;base64,([^"]+)"', html)
    assert found
    assert docx.Document(io.BytesIO(base64.b64decode(found[1]))).paragraphs
