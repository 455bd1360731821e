"""A saved draft of another edition: told what is old, and changed only when a person says so."""

import re
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from assistant.domain.drafts import FactKind
from assistant.domain.errors import InputFault
from assistant.domain.passages import Quotation
from assistant.domain.saved_drafts import (
    DraftContent,
    DraftForm,
    Edit,
    GivenCommitment,
    GivenFact,
    OwnSentence,
)
from assistant.editions.comparing import compare
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.renewing.carrying import Carrier
from assistant.saved_drafts import SavedDrafts
from assistant.saved_drafts.forms import points_of
from assistant.settings import Settings
from tests.browsing import check, keep, narrow_and_dark
from tests.conftest import served
from tests.next_edition import NEW_POINT, NEW_WORDING, drafting_edition
from tests.test_saved_drafts import edit_in, place
from ui.writing.composing import Composer
from ui.writing.editing import reset
from ui.writing.renewing import renew, shown, told_in_list
from ui.writing.versions import undo
from ui.writing.window import Window

OWN = "Kommunen har en egen upphandlingspolicy."
FACT = GivenFact(FactKind.GOAL, "att halvera utsläppen", "Plan.pdf, sida 3")
FORM = DraftForm(
    "Växjö kommun",
    chosen=(4, 5, 6),
    commitments=(
        GivenCommitment(3, points=("3.4",)),
        GivenCommitment(4, points=("4.12",)),
        GivenCommitment(5, steps=("transformera",)),
        GivenCommitment(6, facts=(FACT,)),
    ),
)


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant with the next edition in use; the shipped one comes with the program."""
    folder = tmp_path_factory.mktemp("nyare")
    return Assistant.open(Settings(data_dir=folder, edition=drafting_edition(folder)))


@pytest.fixture
def old(assistant: Assistant) -> DraftContent:
    """A draft as it was written with the shipped edition, one clause of it by hand."""
    return edit_in(assistant, DraftContent("2025-1", FORM), "åtagande-6", OWN)


def window_on(folder: Path, newer: Assistant, content: DraftContent) -> Window:
    drafts = SavedDrafts(folder, newer.library.guidance.edition.nouns)
    return Window(drafts, Composer(newer), "", place(drafts.created("", content)))


def changed(content: DraftContent) -> DraftContent:
    return content.with_form(DraftForm("Lund"))


def test_a_draft_of_another_edition_is_shown_as_it_was_with_what_is_old_and_not_changed(
    tmp_path: Path, newer: Assistant, assistant: Assistant, old: DraftContent
) -> None:
    window = window_on(tmp_path, newer, old)
    html = shown(window.present(), window.composer)
    # Until somebody takes it over the official words are those that it was written with.
    assert escape(assistant.library.wording(6).text) in html
    assert OWN in html
    assert "Ändra texten" not in html
    assert (
        "1 officiell formulering är gammal, 5 officiella formuleringar gäller fortfarande." in html
    )
    assert "<ins>" in html
    for told in ("punkt 3.4 (Initiera) är nu", "punkt 4.12 (Transformera) finns inte", NEW_POINT):
        assert told in html
    listed = told_in_list(old, window.composer)
    assert listed.startswith("Skrivet med version 2025:1. 1 officiell formulering är gammal")
    for change in (window.changed, lambda _: reset(window, {"avsnitt": "åtagande-6"})):
        with pytest.raises(InputFault, match="Gå först över"):
            change(changed)
    assert window.present().content == old


def test_a_draft_is_taken_over_in_one_step_that_can_be_undone(
    tmp_path: Path, newer: Assistant, old: DraftContent
) -> None:
    window = window_on(tmp_path, newer, old)
    outcome = renew(window, {})
    assert outcome.draft is not None
    assert "Punkt 4.12 finns inte i version 2026:1 och följer inte med." in outcome.said
    composed = window.composer.composed(outcome.draft.content)
    quoted = {
        s.text for c in composed.draft.clauses for s in c.sentences if isinstance(s, Quotation)
    }
    assert NEW_WORDING in quoted
    assert quoted <= {passage.text for passage in newer.library.passages}
    # What was written by hand stands around the new wording.
    assert composed.held == ()
    assert OWN in [s.text for c in composed.draft.clauses for s in c.local]
    assert next(f for _, f in composed.draft.order.all_facts()).source == FACT.source
    form = outcome.draft.content.form
    assert form.about(3).points == ("3.5",)
    assert form.about(5).steps == ("transformera",)
    assert window.drafts.revisions("", outcome.draft.id)[-1].name == "Före version 2026:1"
    now = replace(window, place=place(outcome.draft))
    assert undo(now, {}).draft.content == old  # type: ignore[union-attr]
    assert renew(window_on(tmp_path, newer, outcome.draft.content), {}).draft.unchanged  # type: ignore[union-attr]


def test_a_draft_whose_edition_is_not_there_stays_as_it_is(
    tmp_path: Path, newer: Assistant
) -> None:
    content = DraftContent("2019-1", FORM)
    window = window_on(tmp_path, newer, content)
    assert "Lägg tillbaka dess mapp" in shown(window.present(), window.composer)
    assert "2019-1, som inte finns här" in told_in_list(content, window.composer)
    with pytest.raises(InputFault, match="Lägg tillbaka"):
        renew(window, {})
    assert window.present().content == content


def test_a_draft_of_another_contract_can_be_read_and_is_not_taken_over(
    tmp_path: Path, catalogue: Assistant, newer: Assistant
) -> None:
    content = DraftContent(catalogue.library.guidance.edition.id, DraftForm("Lund"))
    newer._others[content.edition] = catalogue
    window = window_on(tmp_path, newer, content)
    html = shown(window.present(), window.composer)
    assert f"Utkastet hör till {catalogue.library.guidance.edition.contract}." in html
    assert "Gå över" not in html


def forms(library: Library) -> st.SearchStrategy[DraftForm]:
    """Any choices of commitments, steps and points, with facts."""
    facts = st.lists(
        st.builds(GivenFact, st.sampled_from(FactKind), st.text("abc", min_size=1, max_size=3)),
        max_size=3,
    ).map(tuple)

    def about(number: int) -> st.SearchStrategy[GivenCommitment]:
        commitment = library.guidance.commitment(number)
        assert commitment is not None
        phases = sorted({p.phase.key for p in commitment.points if p.phase})
        return st.builds(
            GivenCommitment,
            st.just(number),
            st.sets(st.sampled_from(phases)).map(tuple),
            st.sets(st.sampled_from([p.id for p in commitment.points]), max_size=3).map(tuple),
            facts,
        )

    def form(given: tuple[GivenCommitment, ...], chosen: set[int]) -> DraftForm:
        made = DraftForm("Växjö kommun", chosen=tuple(sorted(chosen)))
        for one in given:
            made = made.told(one)
        return made

    numbers = [c.number for c in library.guidance.commitments]
    some = st.sets(st.sampled_from(numbers), max_size=4)
    return st.builds(
        form,
        some.flatmap(lambda ns: st.tuples(*(about(n) for n in sorted(ns)))),
        st.sets(st.sampled_from([n for n in numbers if n > 3])),
    )


@given(data=st.data())
def test_nothing_local_and_no_point_that_is_still_there_is_lost_on_the_way_over(
    data: st.DataObject, library: Library, newer: Assistant
) -> None:
    before = data.draw(forms(library))
    diff = compare(library, newer.library)
    carrier = Carrier(library.guidance, newer.library.guidance, diff)
    after = carrier.carried(DraftContent("2025-1", before))
    assert after.content.edition == "2026-1"
    assert after.content.form.chosen == before.chosen
    for given_ in before.commitments:
        now = after.content.form.about(given_.number)
        assert now.facts == given_.facts
        then, commitment = (
            one.guidance.commitment(given_.number) for one in (library, newer.library)
        )
        assert then is not None
        assert commitment is not None
        successors = {
            diff.successors[f"2025-1/punkt/{p}"].id.rpartition("/")[2]
            for p in points_of(given_, then)
            if f"2025-1/punkt/{p}" in diff.successors
        }
        # Besides those there are only the new points of a step that is chosen whole.
        assert successors <= points_of(now, commitment) <= successors | {"5.14"}


def test_what_is_said_of_a_commitment_that_is_gone_is_told_and_never_put_into_another(
    library: Library, newer: Assistant
) -> None:
    eleventh = GivenCommitment(11, facts=(FACT,))
    edit = Edit("åtagande-11", "Åtagande 11: Kulturlivet", ((OwnSentence(OWN),),))
    form = DraftForm("Lund", chosen=(11,), commitments=(eleventh,))
    content = DraftContent("2026-1", form, (edit,))
    diff = compare(newer.library, library)
    back = Carrier(newer.library.guidance, library.guidance, diff).carried(content)
    assert back.content.form.commitments == ()
    assert back.left[0].startswith("Åtagande 11 finns inte i version 2025:1")
    (kept,) = back.content.edits
    assert kept.clause == "åtagande-11-2026-1"
    assert kept.paragraphs == edit.paragraphs


@pytest.mark.browser
def test_skriv_tells_of_the_new_edition_and_takes_the_draft_over(
    browser: Browser,
    environment: dict[str, str],
    newer: Assistant,
    old: DraftContent,
) -> None:
    assert newer.index, "built here, so that the page is ready at once"
    newer.saved_drafts.created("", old)
    own = {
        **environment,
        "KLIMATKONTRAKT_EDITION": str(newer.settings.edition),
        "KLIMATKONTRAKT_DATA_DIR": str(newer.settings.data_dir),
    }
    with served(own) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(f"{address}/#skriv")
        notice = page.get_by_role("region", name="Om utgåvan")
        expect(notice).to_contain_text("Utkastet är skrivet med version 2025:1")
        # There is nothing to fill in while it is another edition's.
        expect(page.get_by_label("Kommun", exact=True)).to_be_hidden()
        page.locator("#mina-utkast summary").press("Enter")
        expect(page.locator("#mina-utkast")).to_contain_text("Skrivet med version 2025:1.")
        check(page, 1280)
        keep(page, "skriv-annan-utgava")
        narrow_and_dark(page)
        check(page, 320)
        keep(page, "skriv-annan-utgava-320")
        page.get_by_role("button", name="Gå över till version 2026:1").press("Enter")
        told = page.locator("#fel-skriv .besked")
        expect(told).to_contain_text("Utkastet följer nu version 2026:1.")
        expect(told).to_be_focused()
        expect(page.locator("#utkast")).to_contain_text(NEW_WORDING[-60:])
        expect(page.locator("#utkast")).to_contain_text(OWN)
        expect(page.get_by_label("Kommun", exact=True)).to_have_value("Växjö kommun")
        page.get_by_role("button", name=re.compile("^Ångra")).press("Enter")
        expect(notice).to_be_visible()
        context.close()
