"""Saved drafts: every change is a version, and nothing that was written is lost."""

import base64
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.drafts import FactKind, GapKind
from assistant.domain.errors import InputFault, UnknownDraft
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.nouns import Nouns
from assistant.domain.passages import Quotation
from assistant.domain.redlines import Mark
from assistant.domain.saved_drafts import (
    ComposedDraft,
    DraftContent,
    DraftForm,
    GivenCommitment,
    GivenFact,
    GivenMeeting,
    GivenMemo,
    SavedDraft,
)
from assistant.export import gap_form
from assistant.opening import Assistant
from assistant.saved_drafts import SavedDrafts
from assistant.saved_drafts.changes import described
from assistant.saved_drafts.checking import checked
from assistant.saved_drafts.comparing import compared
from assistant.saved_drafts.edits import edit_of, runs_of, with_edits, written
from assistant.saved_drafts.forms import added, form_of
from assistant.saved_drafts.keeping import FILE
from assistant.saved_drafts.tables import content_in
from assistant.saved_drafts.tables import written as row_of
from assistant.saved_drafts.versions import Place
from assistant.wording.drafts import draft_markdown
from tests.test_draft_exports import _filled
from ui.views import writing as views
from ui.writing.composing import Composer
from ui.writing.files import file_of, read_answers
from ui.writing.window import Window

EMPTY = DraftContent("2025-1")
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where a file need not reach a disk each time."""
VAXJO = DraftContent("2025-1", DraftForm("Växjö kommun"))

NOUNS = Nouns("ett", "åtagande", "åtagandet", "åtaganden", "åtagandena", "vägledningen")


def place(draft: SavedDraft, window: str = "a") -> Place:
    return Place(draft.id, draft.revision.number, window)


def called(name: str) -> Callable[[DraftContent], DraftContent]:
    return lambda content: replace(content, form=replace(content.form, municipality=name))


@pytest.fixture
def drafts(tmp_path: Path) -> SavedDrafts:
    return SavedDrafts(tmp_path, NOUNS)


def test_a_draft_comes_back_as_it_was_left(drafts: SavedDrafts, tmp_path: Path) -> None:
    made = drafts.created("", EMPTY)
    drafts.changed("", place(made), called("Växjö"))
    again = SavedDrafts(tmp_path, NOUNS).opened("", made.id)
    assert again.content.form.municipality == "Växjö"
    assert again.title == "Växjö"
    assert again.revision.what == "Ändrade kommun"


def test_what_changes_nothing_is_no_version(drafts: SavedDrafts) -> None:
    made = drafts.created("", VAXJO)
    assert drafts.changed("", place(made), called("Växjö kommun")).revision.number == 1


def test_undo_and_redo_step_through_the_versions_and_a_new_change_goes_on_from_there(
    drafts: SavedDrafts,
) -> None:
    draft = drafts.created("", EMPTY)
    for name in "ABC":
        draft = drafts.changed("", place(draft), called(name))
    draft = drafts.undone("", place(draft))
    draft = drafts.undone("", place(draft))
    assert draft.content.form.municipality == "A"
    assert drafts.redone("", place(draft)).content.form.municipality == "B"
    draft = drafts.changed("", place(drafts.undone("", place(draft))), called("D"))
    assert draft.redo is None
    assert drafts.undone("", place(draft)).content.form.municipality == "A"
    assert {r.what for r in drafts.revisions("", draft.id)} == {"Nytt utkast", "Ändrade kommun"}
    contents = {
        drafts.content_of("", draft.id, r.number).form.municipality
        for r in drafts.revisions("", draft.id)
    }
    assert contents == {"", "A", "B", "C", "D"}


def test_an_earlier_version_is_returned_to_as_a_new_one(drafts: SavedDrafts) -> None:
    draft = drafts.created("", EMPTY)
    draft = drafts.changed("", place(draft), called("A"))
    draft = drafts.changed("", place(draft), called("B"))
    back = drafts.returned("", place(draft), 2, "Återgick")
    assert (back.revision.number, back.content.form.municipality) == (4, "A")
    assert drafts.undone("", place(back)).content.form.municipality == "B"


def test_two_windows_on_one_draft_overwrite_nothing_and_the_later_is_told(
    drafts: SavedDrafts,
) -> None:
    made = drafts.created("", EMPTY)
    drafts.changed("", place(made, "a"), called("A"))
    told = drafts.changed("", place(made, "b"), called("B"))
    assert told.crossed is not None
    assert told.crossed.number == 2
    assert told.revision.parent == 1
    assert told.content.form.municipality == "B"
    assert drafts.content_of("", made.id, 2).form.municipality == "A"
    with pytest.raises(InputFault, match="annat fönster"):
        drafts.undone("", Place(made.id, 2, "a"))
    # A window that only has not yet heard of its own last change is not another window.
    assert drafts.changed("", Place(made.id, 1, "b"), called("C")).crossed is None


def test_a_copy_goes_its_own_way_and_a_name_stays(drafts: SavedDrafts) -> None:
    made = drafts.renamed("", drafts.created("", VAXJO).id, "  Till  beredningen ")
    copy = drafts.copied("", made.id)
    assert copy.title == "Kopia av Till beredningen"
    drafts.changed("", place(copy), called("Alvesta"))
    assert drafts.opened("", made.id).content == VAXJO
    assert [d.id for d in drafts.listed("")] == [made.id, copy.id]


def test_nothing_is_left_in_the_file_of_a_draft_that_is_removed(
    drafts: SavedDrafts, tmp_path: Path
) -> None:
    draft = drafts.created("", EMPTY)
    for number in range(40):
        draft = drafts.changed("", place(draft), called(f"hemlig stad {number}"))
    drafts.named("", draft.id, 3, "hemligt namn")
    assert b"hemlig" in (tmp_path / FILE).read_bytes()
    drafts.removed("", draft.id)
    assert b"hemlig" not in (tmp_path / FILE).read_bytes()
    assert [p.name for p in tmp_path.iterdir()] == [FILE]
    with pytest.raises(UnknownDraft):
        drafts.opened("", draft.id)


def test_another_owners_draft_does_not_exist(drafts: SavedDrafts) -> None:
    hers = drafts.created("anna", VAXJO)
    at = place(hers)
    attempts: list[Callable[[], object]] = [
        lambda: drafts.opened("bo", hers.id),
        lambda: drafts.changed("bo", at, called("X")),
        lambda: drafts.undone("bo", at),
        lambda: drafts.redone("bo", at),
        lambda: drafts.returned("bo", at, 1, "X"),
        lambda: drafts.renamed("bo", hers.id, "X"),
        lambda: drafts.copied("bo", hers.id),
        lambda: drafts.removed("bo", hers.id),
        lambda: drafts.revisions("bo", hers.id),
        lambda: drafts.content_of("bo", hers.id, 1),
        lambda: drafts.named("bo", hers.id, 1, "X"),
    ]
    unknown = "Utkastet finns inte. Det kan vara borttaget. Öppna ett annat ur listan."
    for attempt in attempts:
        with pytest.raises(UnknownDraft) as told:
            attempt()
        assert str(told.value) == unknown
    assert drafts.listed("bo") == ()
    assert drafts.listed("anna") == (drafts.opened("anna", hers.id),)
    assert drafts.opened("anna", hers.id).revision == hers.revision


def test_a_file_of_a_later_program_is_refused_and_left(drafts: SavedDrafts, tmp_path: Path) -> None:
    drafts.created("", VAXJO)
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(InputFault, match="nyare version av programmet"):
        drafts.listed("")
    assert (tmp_path / FILE).read_bytes() == before


def test_rows_of_the_first_format_are_read(drafts: SavedDrafts, tmp_path: Path) -> None:
    made = drafts.created("", EMPTY)
    old = (
        '{"edition":"2025-1","form":{"municipality":"V","chosen":[6],"commitments":[{"number":6,'
        '"facts":[{"kind":"mål","text":"x"}]}]},"edits":[{"clause":"åtagande-6","heading":"Å",'
        '"paragraphs":[[{"passage":"2025-1/åtagande/6"}],[{"text":"Egen."}]]}]}'
    )
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE revisions SET content = ?", (old,))
    database.close()
    content = drafts.opened("", made.id).content
    assert content.form.about(6).facts == (GivenFact(FactKind.GOAL, "x"),)
    assert content.edits[0].by_person


def test_what_was_changed_is_told_in_a_few_words() -> None:
    form = DraftForm("Växjö", chosen=(6,))
    before = DraftContent("2025-1", form)
    fact = GivenFact(FactKind.RESPONSIBLE, "tekniska nämnden")
    one = replace(before, form=form.told(GivenCommitment(6, facts=(fact,))))
    assert described(before, one, NOUNS) == "Ändrade åtagande 6: ansvarig"
    many = DraftContent("2025-1", DraftForm("Alvesta", chosen=(4, 9)))
    assert described(before, many, NOUNS) == "Ändrade kommun, valde åtagande 4 och 2 ändringar till"


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.sampled_from("ABCDE")),
        st.tuples(st.just("name"), st.integers(0, 9)),
        st.tuples(st.sampled_from(["undo", "redo", "return"]), st.integers(0, 9)),
        st.tuples(st.just("window"), st.sampled_from("ab")),
    ),
    max_size=25,
)


@settings(max_examples=40)
@given(steps=STEPS, most=st.integers(2, 6))
def test_no_named_version_is_ever_lost_and_undo_after_a_change_is_as_before_it(
    steps: list[tuple[str, str | int]], most: int
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        drafts = SavedDrafts(Path(folder), NOUNS, most)
        draft = drafts.created("", EMPTY)
        windows = {"a": draft, "b": draft}
        window, kept = "a", {}
        for step, value in steps:
            seen = windows[window]
            at = place(seen, window)
            revisions = drafts.revisions("", draft.id)
            chosen = revisions[value % len(revisions)] if isinstance(value, int) else revisions[0]
            try:
                if step == "window":
                    window = str(value)
                elif step == "change":
                    now = drafts.changed("", at, called(str(value)))
                    windows[window] = now
                    if now.revision.number > seen.revision.number:
                        base = drafts.content_of("", draft.id, now.revision.parent or 0)
                        undone = drafts.undone("", place(now, window))
                        assert undone.content == base
                        assert drafts.redone("", place(undone, window)).content == now.content
                elif step == "name":
                    drafts.named("", draft.id, chosen.number, f"namn {chosen.number}")
                    kept[chosen.number] = drafts.content_of("", draft.id, chosen.number)
                elif step == "return":
                    windows[window] = drafts.returned("", at, chosen.number, "Återgick")
                else:
                    windows[window] = (drafts.undone if step == "undo" else drafts.redone)("", at)
            except InputFault as told:
                assert "annat fönster" in str(told)  # noqa: PT017  both are right, and only these
            for number, content in kept.items():
                assert drafts.content_of("", draft.id, number) == content
            unnamed = [r for r in drafts.revisions("", draft.id) if r.name is None]
            assert len(unnamed) <= most + 2


SAVING = """
import os, sys
from dataclasses import replace
from pathlib import Path
from assistant.domain.nouns import Nouns
from assistant.saved_drafts import SavedDrafts
from assistant.saved_drafts.versions import Place
drafts = SavedDrafts(Path(sys.argv[1]), Nouns("ett", "", "", "", "", ""))

def save_for_ever():
    draft = drafts.opened("", sys.argv[2])
    number = int(draft.content.form.municipality or 0)
    print(os.getpid(), flush=True)
    while True:
        number += 1
        place = Place(draft.id, draft.revision.number, "x")
        draft = drafts.changed("", place, lambda content: replace(content, form=replace(
            content.form, municipality=str(number), chosen=(number,) * 500)))
        print(number, flush=True)

for line in sys.stdin:
    saving = os.fork()
    if not saving:
        save_for_ever()
    os.waitpid(saving, 0)
    print("killed", flush=True)
"""


def kill_while_saving(drafts: SavedDrafts, draft: str, times: int, chance: random.Random) -> None:
    """Let a process save in a loop, kill it anywhere, and find the old or the new, whole."""
    command = [sys.executable, "-c", SAVING, str(drafts.folder), draft]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as program:
        assert program.stdin
        assert program.stdout
        for _ in range(times):
            program.stdin.write("\n")
            program.stdin.flush()
            saving = int(program.stdout.readline())
            for _ in range(chance.randint(1, 4)):
                last = int(program.stdout.readline())
            # Somewhere within the next save.
            time.sleep(chance.random() * 0.04)
            os.kill(saving, signal.SIGKILL)
            for line in iter(program.stdout.readline, "killed\n"):
                last = int(line)
            form = drafts.opened("", draft).content.form
            assert int(form.municipality) in {last, last + 1}
            assert form.chosen == (int(form.municipality),) * 500
            assert len(drafts.revisions("", draft)) >= min(last, 300)
        program.stdin.close()


def test_a_kill_while_saving_leaves_the_old_or_the_new(drafts: SavedDrafts) -> None:
    draft = drafts.created("", EMPTY)
    kill_while_saving(drafts, draft.id, 20, random.Random(2030))


def composed(assistant: Assistant, content: DraftContent) -> ComposedDraft:
    return Composer(assistant).composed(content)


FULL = DraftContent(
    "2025-1",
    DraftForm(
        "Växjö",
        chosen=(6,),
        commitments=(
            GivenCommitment(6, ("initiera",), (), (GivenFact(FactKind.GOAL, "halverade utsläpp"),)),
        ),
    ),
)


def edit_in(assistant: Assistant, content: DraftContent, key: str, change: str) -> DraftContent:
    """The content with words added at the end of the own text of a clause."""
    draft = composed(assistant, content).draft
    *runs, last = runs_of(next(c for c in draft.clauses if c.key == key))
    new = written(draft, key, [*runs, f"{last} {change}".strip()])
    return content.with_edit(edit_of(next(c for c in new.clauses if c.key == key), new.order))


def test_an_edit_is_put_back_with_its_sources_and_holds_no_official_word(
    assistant: Assistant,
) -> None:
    content = edit_in(assistant, FULL, "åtagande-6", "Vi börjar med måltiderna.")
    kept = content_in(row_of(content))
    assert kept == content
    assert assistant.library.wording(6).text not in row_of(content)
    before, after = composed(assistant, FULL).draft, composed(assistant, kept).draft
    old = next(c for c in before.clauses if c.key == "åtagande-6")
    new = next(c for c in after.clauses if c.key == "åtagande-6")
    assert new.official == old.official
    assert new.local[:-1] == old.local
    assert new.local[-1] == LocalText("Vi börjar med måltiderna.", Origin.OWN, WrittenBy.PERSON)


def test_a_gap_that_is_written_away_goes_and_the_form_no_longer_reaches_the_clause(
    assistant: Assistant,
) -> None:
    draft = composed(assistant, FULL).draft
    runs = runs_of(next(c for c in draft.clauses if c.key == "uppföljning"))
    new = written(
        draft, "uppföljning", [run.replace("[hur och hur ofta]", "varje år") for run in runs]
    )
    assert GapKind.FOLLOW_UP not in {g.kind for g in new.gaps if g.commitment is None}
    clause = next(c for c in new.clauses if c.key == "uppföljning")
    content = FULL.with_edit(edit_of(clause, new.order))
    told = (GivenFact(FactKind.FOLLOW_UP, "vartannat år"),)
    later = content.with_form(replace(content.form, follow_up=told))
    assert "varje år" in draft_markdown(composed(assistant, later).draft)
    assert composed(assistant, later).edit_of("uppföljning")


def test_an_edit_that_has_no_place_is_kept_and_told(assistant: Assistant) -> None:
    content = edit_in(assistant, FULL, "åtagande-6", "Vi börjar med måltiderna.")
    result = composed(assistant, content.with_form(replace(content.form, chosen=())))
    (held,) = result.held
    assert "inte längre med" in held.why
    assert held.edit == content.edits[0]
    assert "måltiderna" not in draft_markdown(result.draft)
    html = views.shown(result)
    assert "Vi börjar med måltiderna." in html
    assert held.why in html


@given(text=st.text(st.sampled_from("ab Å.⟦⟧/\n-2015åtagande6<&"), min_size=1, max_size=60))
def test_whatever_is_written_between_them_the_official_wordings_stay_as_they_are(
    assistant: Assistant, text: str
) -> None:
    draft = composed(assistant, FULL).draft
    for key in ("inledning", "åtagande-6"):
        clause = next(c for c in draft.clauses if c.key == key)
        runs = [f"{run} {text}" for run in runs_of(clause)]
        try:
            new = written(draft, key, runs)
        except InputFault:
            continue
        changed = next(c for c in new.clauses if c.key == key)
        quoted = [s for s in changed.sentences if isinstance(s, Quotation)]
        assert quoted == [s for s in clause.sentences if isinstance(s, Quotation)]
        again = with_edits(draft, (edit_of(changed, new.order),))
        assert again.held == ()
        assert next(c for c in again.draft.clauses if c.key == key) == changed


def test_what_is_written_is_looked_at_without_what_the_program_wrote(assistant: Assistant) -> None:
    draft = composed(assistant, FULL).draft
    *runs, last = runs_of(next(c for c in draft.clauses if c.key == "åtagande-6"))

    def told(text: str) -> str:
        found = checked(draft, "åtagande-6", [*runs, f"{last}\n\n{text}"], assistant.review)
        return " ".join(message for _, message in found)

    official = assistant.library.wording(6).text
    assert checked(draft, "åtagande-6", [*runs, last], assistant.review) == ()
    assert "inget officiellt åtagande" in told("Vi åtar oss att plantera träd.")
    assert "åtagande" in told("Kommunen åtar sig att plantera träd.")
    assert "Den officiella formuleringen av åtagande 6" in told(official)
    assert told(official.replace("åtar oss", "strävar efter"))


def test_two_versions_are_compared_word_by_word(assistant: Assistant) -> None:
    content = edit_in(assistant, FULL, "uppföljning", "Det görs i maj.")
    before, after = composed(assistant, FULL).draft, composed(assistant, content).draft
    (clause,) = compared(before, after)
    assert clause.heading == "Uppföljning"
    assert [s.text for s in clause.stretches if s.mark is Mark.INSERTED] == ["Det görs i maj."]
    assert all(s.mark is not Mark.DELETED for s in clause.stretches)
    assert compared(after, after) == ()


def test_what_an_answer_rests_on_is_added_and_nothing_is_taken_away(assistant: Assistant) -> None:
    guidance = assistant.library.guidance
    nine = guidance.commitment(9)
    assert nine
    step = [p.id for p in nine.points if p.phase and p.phase.key == "etablera"]
    wanted = {"municipality": "Alvesta", "commitments": [{"number": 9, "points": step}]}
    form, said = added(FULL.form, wanted, guidance)
    assert said == "Tillagt i utkastet: åtagande 9 (steget Etablera)."
    assert (form.municipality, form.chosen) == ("Växjö", (6, 9))
    assert form.about(9).steps == ("etablera",)
    assert form.about(6) == FULL.form.about(6)
    assert added(form, wanted, guidance) == (form, "Det finns redan i utkastet.")
    with pytest.raises(InputFault):
        added(form, {"commitments": [{"number": 9, "points": ["6.1"]}]}, guidance)


def test_an_order_becomes_a_form_that_gives_the_same_order(assistant: Assistant) -> None:
    order = Composer(assistant).order(FULL)
    again = form_of(order, assistant.library.guidance)
    assert Composer(assistant).order(FULL.with_form(again)) == order


def window_on(drafts: SavedDrafts, assistant: Assistant, content: DraftContent) -> Window:
    made = drafts.created("", content)
    return Window(drafts, Composer(assistant), "", place(made))


def test_a_form_that_comes_back_fills_in_the_fields_and_keeps_what_is_there(
    drafts: SavedDrafts, assistant: Assistant, tmp_path: Path
) -> None:
    window = window_on(drafts, assistant, FULL)
    draft = composed(assistant, FULL).draft
    asked = {g.kind: g.id for g in draft.gaps if g.commitment == 6}
    answers = {asked[GapKind.RESPONSIBLE]: "tekniska nämnden", asked[GapKind.TIME]: "2028"}
    form = _filled(gap_form(draft), answers)
    (tmp_path / "svar.docx").write_bytes(form)
    outcome = read_answers(window, tmp_path / "svar.docx")
    assert outcome.draft
    assert outcome.said == "2 svar är inlästa i formuläret."
    facts = {fact.kind: fact.text for fact in outcome.draft.content.form.about(6).facts}
    assert facts == {
        FactKind.GOAL: "halverade utsläpp",
        FactKind.RESPONSIBLE: "tekniska nämnden",
        FactKind.TIME: "2028",
    }
    # The questions are answered now, and are told to be when the same form is read again.
    assert "2 svar hör till frågor" in read_answers(window, tmp_path / "svar.docx").said


def test_the_memo_has_the_meetings_that_are_filled_in(
    drafts: SavedDrafts, assistant: Assistant
) -> None:
    def memo(*meetings: GivenMeeting) -> str:
        given = GivenMemo("miljöförvaltningen", "", meetings)
        content = FULL.with_form(replace(FULL.form, memo=given))
        window = window_on(drafts, assistant, content)
        html = file_of(window, {"gor": "skrivelse", "slag": ".md"})
        return base64.b64decode(re.findall(r"base64,([^\"]+)", html)[0]).decode("utf-8")

    text = memo(GivenMeeting("nämnden", "2030-03-12", "14"), GivenMeeting("", "2030-04-02"))
    assert "miljöförvaltningen" in text
    assert "| nämnden | 2030-02-26 (beräknat) | 2030-03-12 |" in text
    assert "| styrelse | [sista dag för handlingar] | 2030-04-02 |" in text
    with pytest.raises(InputFault, match="Sammanträde 1: ”12 mars” är inget datum"):
        memo(GivenMeeting("nämnden", "12 mars"))


def test_another_owners_window_cannot_read_or_change_a_draft(
    drafts: SavedDrafts, assistant: Assistant
) -> None:
    hers = window_on(drafts, assistant, FULL)
    his = replace(hers, owner="bo")
    with pytest.raises(UnknownDraft):
        file_of(his, {"gor": "hamta", "slag": ".md"})
    own = his.changed(lambda content: content.with_form(DraftForm("Alvesta")))
    assert own.id != hers.place.draft
    assert hers.present().content == FULL
