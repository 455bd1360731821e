"""What a new edition changes, and what that means for texts written from the one before it."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.cli.main import main
from assistant.documents.reading import read_document
from assistant.domain.editions import ChangeKind, EditionDiff, Part, QuotedPassage
from assistant.domain.errors import InputFault
from assistant.domain.guidance import Commitment, Guidance, Point
from assistant.domain.redlines import Mark
from assistant.drafting.writing import draft_record
from assistant.editions.affected_report import affected_memo
from assistant.editions.affecting import affected_text, outdated
from assistant.editions.comparing import compare
from assistant.editions.reporting import diff_memo
from assistant.editions.updating import updated_word_file
from assistant.export.files import MEMO_FORMATS
from assistant.guidance.library import Library
from assistant.guidance.passages import passages_of
from assistant.opening import Assistant
from assistant.wording.memos import memo_markdown
from assistant.wording.redlines import redline, redline_markdown
from tests.conftest import CATALOGUE
from tests.next_edition import (
    CHANGED,
    DESCRIPTOR,
    ELEVENTH,
    MILESTONE,
    NEW_POINT,
    NEW_WORDING,
    next_edition,
)


@pytest.fixture(scope="module")
def next_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_edition(tmp_path_factory.mktemp("editions"))


@pytest.fixture(scope="module")
def diff(library: Library, next_folder: Path) -> EditionDiff:
    return compare(library, Library.from_folder(next_folder))


def told(diff: EditionDiff) -> set[tuple[Part, ChangeKind, str | None, str | None]]:
    return {
        (c.part, c.kind, c.old.place if c.old else None, c.new.place if c.new else None)
        for c in diff.changes
    }


def test_every_planted_change_is_reported_and_nothing_else(
    diff: EditionDiff, library: Library
) -> None:
    def point(name: str, now: str = "", step: str = "") -> str:
        found = library.guidance.point(name)
        assert found
        assert found.phase
        return f"Åtagande {found.commitment}, punkt {now or name} ({step or found.phase.name})"

    assert told(diff) == {
        (Part.OFFICIAL, ChangeKind.CHANGED, "Åtagande 6", "Åtagande 6"),
        (Part.OFFICIAL, ChangeKind.NEW, None, "Åtagande 11"),
        (Part.STEP, ChangeKind.CHANGED, "Steget Transformera", "Steget Transformera"),
        (Part.POINT, ChangeKind.MOVED, point("3.4"), point("3.4", "3.5")),
        (Part.POINT, ChangeKind.MOVED, point("3.5"), point("3.5", "3.4")),
        (Part.POINT, ChangeKind.GONE, point("4.12"), None),
        (Part.POINT, ChangeKind.CHANGED, point("5.1"), point("5.1")),
        (Part.POINT, ChangeKind.NEW, None, "Åtagande 5, punkt 5.14 (Transformera)"),
        (Part.POINT, ChangeKind.NEW, None, "Åtagande 11, punkt 11.1 (Initiera)"),
        (Part.POINT, ChangeKind.MOVED, point("9.1"), point("9.1", step="Etablera")),
        (Part.MILESTONE, ChangeKind.CHANGED, "Tidplanen", "Tidplanen"),
    }
    assert diff.changes[0].part is Part.OFFICIAL
    assert diff.unchanged[Part.OFFICIAL] == 9
    assert diff.unchanged[Part.POINT] == 107 - 5


def test_an_edition_does_not_differ_from_itself(library: Library) -> None:
    for one in (library, Library.from_folder(CATALOGUE)):
        same = compare(one, one)
        assert same.changes == ()
        assert set(same.successors) == {passage.id for passage in one.passages}


PLANTS = ("wording", "title", "voluntary", "point gone", "point new", "point changed", "other step")
STRANGE = "Odla humle, granit och båtar på nummer {}"


@given(
    commitments=st.dictionaries(st.integers(1, 10), st.sampled_from(PLANTS), max_size=6),
    milestones=st.sets(st.integers(0, 8), max_size=3),
    terms=st.sets(st.integers(0, 115), max_size=3),
    steps=st.sets(st.integers(0, 2)),
)
@settings(max_examples=25)
def test_exactly_what_was_planted_is_reported(
    library: Library,
    commitments: dict[int, str],
    milestones: set[int],
    terms: set[int],
    steps: set[int],
) -> None:
    guidance = library.guidance
    planted = [_planted(c, commitments.get(c.number), guidance) for c in guidance.commitments]
    changed = replace(
        guidance,
        edition=replace(
            guidance.edition,
            id="2026-1",
            phases=tuple(
                replace(p, descriptor=f"{p.descriptor} igen") if n in steps else p
                for n, p in enumerate(guidance.edition.phases)
            ),
        ),
        commitments=tuple(commitment for commitment, _ in planted),
        terms=tuple(
            replace(t, quotes=(*t.quotes, STRANGE.format(n))) if n in terms else t
            for n, t in enumerate(guidance.terms)
        ),
        milestones=tuple(
            replace(m, text=f"{m.text} igen", end=date(2027, 1, 1)) if n in milestones else m
            for n, m in enumerate(guidance.milestones)
        ),
    )
    found = compare(library, Library(changed, passages_of(changed)))
    expected = [one for _, one in planted if one]
    expected += [(Part.STEP, ChangeKind.CHANGED)] * len(steps)
    expected += [(Part.TERM, ChangeKind.CHANGED)] * len(terms)
    expected += [(Part.MILESTONE, ChangeKind.CHANGED)] * len(milestones)
    assert sorted((c.part, c.kind) for c in found.changes) == sorted(expected)
    for change in found.changes:
        if change.part in {Part.OFFICIAL, Part.COMMITMENT, Part.POINT}:
            either = change.old or change.new
            assert either
            assert either.commitment in commitments


def _planted(
    commitment: Commitment, plant: str | None, guidance: Guidance
) -> tuple[Commitment, tuple[Part, ChangeKind] | None]:
    """The commitment with the plant, and what is to be told of it."""
    number = str(commitment.number)
    *kept, last = commitment.points
    match plant:
        case "wording":
            text = commitment.official_wording.removesuffix(".") + " och i hela länet."
            return (
                replace(commitment, official_wording=text),
                (Part.OFFICIAL, ChangeKind.CHANGED),
            )
        case "title":
            titled = replace(commitment, title=f"{commitment.title} igen")
            return titled, (Part.COMMITMENT, ChangeKind.CHANGED)
        case "voluntary":
            other = replace(commitment, mandatory=not commitment.mandatory)
            return other, (Part.COMMITMENT, ChangeKind.CHANGED)
        case "point gone":
            gone = replace(commitment, points=tuple(kept))
            return gone, (Part.POINT, ChangeKind.GONE)
        case "point new":
            name = f"{number}.{len(commitment.points) + 1}"
            new = Point(name, commitment.number, last.phase, STRANGE.format(name))
            with_new = replace(commitment, points=(*commitment.points, new))
            return with_new, (Part.POINT, ChangeKind.NEW)
        case "point changed":
            words = replace(last, text=f"{last.text} i länet")
            altered = replace(commitment, points=(*kept, words))
            return altered, (Part.POINT, ChangeKind.CHANGED)
        case "other step":
            elsewhere = replace(last, phase=guidance.edition.phases[0])
            moved = replace(commitment, points=(*kept, elsewhere))
            return moved, (Part.POINT, ChangeKind.MOVED)
        case _:
            return commitment, None


def test_a_commitment_with_a_new_number_is_the_same_and_its_points_have_not_moved(
    library: Library,
) -> None:
    guidance = library.guidance
    shifted = tuple(
        replace(
            c,
            number=c.number + 1,
            points=tuple(
                replace(p, id=f"{c.number + 1}.{p.id.partition('.')[2]}", commitment=c.number + 1)
                for p in c.points
            ),
        )
        for c in guidance.commitments
    )
    changed = replace(guidance, edition=replace(guidance.edition, id="2026-1"), commitments=shifted)
    found = compare(library, Library(changed, passages_of(changed)))
    assert {(c.part, c.kind) for c in found.changes} == {(Part.COMMITMENT, ChangeKind.MOVED)}
    assert found.successors["2025-1/punkt/3.4"].id == "2026-1/punkt/4.4"


WORDS = st.lists(st.sampled_from(["vi", "åtar", "oss", "att", "–", "klimat,", "\n- och", "  "]))


@given(old=WORDS.map(" ".join), new=WORDS.map(" ".join))
def test_both_wordings_can_be_read_back_from_what_is_compared(old: str, new: str) -> None:
    compared = redline(old, new)
    assert compared.old == old
    assert compared.new == new
    if old == new:
        assert {s.mark for s in compared.stretches} <= {Mark.KEPT}


def test_own_words_of_a_comparison_are_never_read_as_markdown() -> None:
    shown = redline_markdown(redline("a *b* ~~c~~", "a <i> c", "Ändrad:"))
    assert "<i>" not in re.sub(r"\\.", "", shown)
    assert r"\*b\*" in shown


def test_the_comparison_is_told_with_the_official_sentences_first(diff: EditionDiff) -> None:
    text = memo_markdown(diff_memo(diff))
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings == ["Officiella formuleringar", "Steg", "Punkter", "Hålltider"]
    assert "klimatomställning **och cirkulär ekonomi** genom" in text
    assert "Flyttad: Åtagande 3, punkt 3.4 (Initiera) är nu åtagande 3, punkt 3.5" in text
    assert f"**{NEW_POINT}**" in text
    assert text.count("Arbetsmaterial, inte tänkt för vidare spridning") == 2


def test_the_word_file_of_a_comparison_has_tracked_changes_that_give_both_wordings(
    diff: EditionDiff, library: Library
) -> None:
    document = docx.Document(io.BytesIO(MEMO_FORMATS[".docx"](diff_memo(diff))))
    changed = [p._p for p in document.paragraphs if p._p.findall(qn("w:ins"))]
    texts = [_accepted(p) for p in changed]
    assert any(text.endswith(NEW_WORDING) for text in texts)
    assert any(_rejected(p).endswith(library.wording(6).text) for p in changed)
    ids = [e.get(qn("w:id")) for p in changed for e in p.iter(qn("w:ins"), qn("w:del"))]
    assert len(ids) == len(set(ids))


def _accepted(paragraph: "docx.oxml.xmlchemy.BaseOxmlElement") -> str:
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def _rejected(paragraph: "docx.oxml.xmlchemy.BaseOxmlElement") -> str:
    inserted = {node for change in paragraph.iter(qn("w:ins")) for node in change.iter(qn("w:t"))}
    nodes = paragraph.iter(qn("w:t"), qn("w:delText"))
    return "".join(node.text or "" for node in nodes if node not in inserted)


def test_quoted_passages_of_the_old_edition_only_are_outdated(diff: EditionDiff) -> None:
    quoted = [
        QuotedPassage(name)
        for name in (
            "2025-1/åtagande/6",
            "2025-1/åtagande/2",
            "2025-1/punkt/3.4",
            "2025-1/punkt/4.12",
            "2026-1/åtagande/6",
        )
    ]
    found = list(outdated(quoted, diff))
    assert [(one.quoted.passage, one.change.kind) for one in found] == [
        ("2025-1/åtagande/6", ChangeKind.CHANGED),
        ("2025-1/punkt/3.4", ChangeKind.MOVED),
        ("2025-1/punkt/4.12", ChangeKind.GONE),
    ]


@pytest.fixture
def contract(library: Library, tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Klimatkontrakt", 1)
    for number in (2, 6):
        document.add_paragraph(library.wording(number).text)
    document.add_paragraph("Kommunen ska kartlägga resurserna (3.4), se även punkt 4.12.")
    document.save(str(tmp_path / "kontrakt.docx"))
    return tmp_path / "kontrakt.docx"


def test_a_contract_is_told_which_of_its_words_are_old_and_what_replaces_them(
    contract: Path, library: Library, diff: EditionDiff
) -> None:
    text = read_document(contract).text
    affected = affected_text("kontrakt.docx", text, library, diff)
    assert [(one.quoted.passage, one.change.kind) for one in affected.outdated] == [
        ("2025-1/åtagande/6", ChangeKind.CHANGED),
        ("2025-1/punkt/4.12", ChangeKind.GONE),
        ("2025-1/punkt/3.4", ChangeKind.MOVED),
    ]
    assert affected.current == 1
    first = affected.outdated[0].quoted
    assert text[first.start : first.end] == library.wording(6).text
    told_of = memo_markdown(affected_memo([affected], diff))
    assert (
        "1 officiell formulering är gammal, 1 officiell formulering gäller fortfarande." in told_of
    )
    assert "**och cirkulär ekonomi**" in told_of
    assert "är nu åtagande 3, punkt 3.5" in told_of
    assert f"**{ELEVENTH}**" in told_of


def test_the_contracts_own_word_file_gets_the_new_words_as_tracked_changes(
    contract: Path, library: Library, diff: EditionDiff, tmp_path: Path
) -> None:
    before = contract.read_bytes()
    text = read_document(contract).text
    affected = affected_text("kontrakt.docx", text, library, diff)
    updated_word_file(contract, text, affected, diff, tmp_path / "ny.docx")
    assert contract.read_bytes() == before
    word = docx.Document(str(tmp_path / "ny.docx"))
    accepted = [_accepted(p._p) for p in word.paragraphs]
    assert NEW_WORDING in accepted
    assert library.wording(2).text in accepted
    assert library.wording(6).text in [_rejected(p._p) for p in word.paragraphs]
    comments = "\n".join(comment.text for comment in word.comments)
    assert "punkt 4.12" in comments
    assert "punkt 3.5" in comments


Command: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data_dir: Path
) -> Command:
    """Runs a command in this process, which has read the libraries already."""
    monkeypatch.setenv("KLIMATKONTRAKT_DATA_DIR", str(data_dir))

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_the_editions_there_are_can_be_listed(command: Command) -> None:
    status, out, _ = command("editions", "list", "--json")
    assert status == 0
    assert [json.loads(line)["edition"] for line in out.splitlines()] == ["2025-1"]
    assert json.loads(out)["in_use"] is True
    assert "2025-1 (används): Introduktion" in command("editions", "list")[1]


def test_the_command_compares_two_editions(
    command: Command, next_folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "skillnader.html"
    status, out, _ = command(
        "editions", "diff", "2025-1", str(next_folder), "--json", "-o", str(page)
    )
    assert status == 0
    record = json.loads(out)
    assert (record["old"]["edition"], record["new"]["edition"]) == ("2025-1", "2026-1")
    assert record["changes"][0]["new"]["text"] == NEW_WORDING
    assert "<ins>och cirkulär ekonomi" in page.read_text(encoding="utf-8")
    status, _, said = command("editions", "diff", "2025-1", "2099-1")
    assert status == 2
    assert said == (
        "Utgåvan ”2099-1” finns inte. Ange en mapp med edition.yaml, eller en av dem som finns: "
        "2025-1.\n"
    )


def test_the_command_tells_what_a_new_edition_means_for_files_and_drafts(
    command: Command, next_folder: Path, contract: Path, drafted: dict[str, Any], tmp_path: Path
) -> None:
    draft = tmp_path / "utkast.json"
    draft.write_text(json.dumps(drafted), encoding="utf-8")
    files = [str(contract), str(tmp_path / "saknas.docx"), str(draft)]
    redlines = tmp_path / "nya"
    status, out, said = command(
        "editions", "affects", "2025-1", str(next_folder), *files, "--json", "--redlines", str(redlines)
    )  # fmt: skip
    assert status == 1
    assert "saknas.docx" in said
    texts = [json.loads(line) for line in out.splitlines()]
    assert [text["text"] for text in texts] == ["kontrakt.docx", "utkast.json"]
    of_draft = texts[1]["outdated"]
    assert of_draft[0]["passage"] == "2025-1/åtagande/6"
    assert of_draft[0]["change"]["new"]["text"] == NEW_WORDING
    assert texts[1]["current"] == 3
    assert (redlines / "kontrakt.docx").is_file()


@pytest.fixture
def drafted(assistant: Assistant) -> dict[str, Any]:
    order = assistant.order({"municipality": "Växjö", "commitments": [{"number": 6}]})
    return draft_record(assistant.composed(order))


def test_a_draft_keeps_the_id_of_its_edition(drafted: dict[str, Any]) -> None:
    assert drafted["edition"] == "2025-1"


def test_an_order_of_another_edition_is_refused(assistant: Assistant) -> None:
    record = {"edition": "2024-1", "municipality": "Växjö", "commitments": [{"number": 6}]}
    with pytest.raises(InputFault, match="edition: beställningen gäller utgåvan ”2024-1”"):
        assistant.order(record)
    assert assistant.order({**record, "edition": "2025-1"}).commitments


def test_the_changed_texts_of_the_next_edition_are_those_it_was_made_with(
    diff: EditionDiff,
) -> None:
    new = {c.new.text for c in diff.changes if c.new and c.kind is not ChangeKind.MOVED}
    assert {NEW_WORDING, ELEVENTH, NEW_POINT} <= new
    assert any(CHANGED in text for text in new)
    assert f"31 oktober: {MILESTONE}" in new
    assert f"Transformera: {DESCRIPTOR}" in new
