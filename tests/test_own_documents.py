"""A municipality's own documents: kept whole, found where they are, and never another's."""

import json
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.cli.main import main
from assistant.domain.documents import Document, Place
from assistant.domain.errors import InputFault
from assistant.domain.own_documents import Holder, Reception
from assistant.domain.passages import PassageKind
from assistant.guidance.municipalities import load_municipalities, municipality_named
from assistant.language_model import tokens_in
from assistant.own_documents import records
from assistant.own_documents.cutting import BUDGET, passages_of
from assistant.own_documents.names import shown_name
from assistant.own_documents.shelf import Shelf
from assistant.settings import shipped
from evals.documents.kills import add_file, in_another_process, killed_at
from tests.libre_office import converted, needs_libre_office

MUNICIPALITIES = load_municipalities(shipped("corpus") / "municipalities.csv")
PLAN = """# Färdplan

Kommunen ska vara klimatneutral senast 2030.

## Transporter

Tekniska nämnden ansvarar för laddplatserna. Arbetet ska vara klart senast 2027.
"""


def holder(name: str, owner: str = "") -> Holder:
    return Holder(municipality_named(name, MUNICIPALITIES), owner)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf.of(tmp_path / "data", None, None)


def file(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    written = folder / name
    written.write_text(text, encoding="utf-8")
    return written


def holds(folder: Path, word: str) -> list[Path]:
    """The files whose bytes hold a word, in any of the encodings that a store may use."""
    forms = [word.encode(e) for e in ("utf-8", "utf-16-le", "utf-16-be")]
    forms += [word.lower().encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [p for p in files if any(f in p.read_bytes() for f in forms) or word in p.name]


def found(shelf: Shelf, whose: Holder, question: str) -> list[str]:
    return [hit.passage.location for hit in shelf.search(whose, question, 3)]


def test_a_document_is_found_by_what_it_says_and_where(shelf: Shelf, tmp_path: Path) -> None:
    whose = holder("Växjö")
    shelf.add(whose, [file(tmp_path, "Färdplan.md", PLAN)])
    best = shelf.search(whose, "Vem ansvarar för laddplatserna?", 1)[0].passage
    assert best.location == "Färdplan.md, stycke 4"
    assert best.kind is PassageKind.DOCUMENT
    assert not best.of_guidance
    assert best.id.startswith("dokument/0780/")
    assert best.heading == "Transporter"


def test_an_unchanged_file_is_not_read_again_and_a_changed_one_replaces_it(
    shelf: Shelf, tmp_path: Path
) -> None:
    whose = holder("Växjö")
    plan = file(tmp_path, "plan.md", PLAN)
    assert [r.reception for r in shelf.add(whose, [plan])] == [Reception.ADDED]
    assert [r.reception for r in shelf.add(whose, [plan])] == [Reception.UNCHANGED]
    plan.write_text(PLAN.replace("2027", "2029"), encoding="utf-8")
    assert [r.reception for r in shelf.add(whose, [plan])] == [Reception.REPLACED]
    texts = [own.passage.text for d in shelf.documents(whose) for own in d.passages]
    assert any("2029" in text for text in texts)
    assert not any("2027" in text for text in texts)


def test_what_cannot_be_read_is_told_and_the_rest_is_added(shelf: Shelf, tmp_path: Path) -> None:
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing of the kind")
    received = shelf.add(
        holder("Växjö"),
        [broken, file(tmp_path, "plan.md", PLAN), tmp_path / "saknas.pdf"],
    )
    assert [r.reception for r in received] == [
        Reception.REFUSED,
        Reception.ADDED,
        Reception.REFUSED,
    ]
    assert "skadad" in (received[0].fault or "")
    assert "finns inte" in (received[2].fault or "")
    assert [d.name for d in shelf.documents(holder("Växjö"))] == ["plan.md"]


def test_the_same_content_under_another_name_is_told(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add(holder("Växjö"), [file(tmp_path, "plan.md", PLAN)])
    (again,) = shelf.add(holder("Växjö"), [file(tmp_path, "kopia.md", PLAN)])
    assert "samma innehåll som ”plan.md”" in (again.fault or "")


def test_removing_a_document_leaves_no_trace_of_it(shelf: Shelf, tmp_path: Path) -> None:
    whose, data = holder("Växjö"), tmp_path / "data"
    kept = file(tmp_path, "kvar.md", "# Kvar\n\nHär står ordet kvarlämnat.\n")
    secret = file(tmp_path, "bort.md", "# Bort\n\nHär står ordet Hemligstämplat.\n")
    shelf.add(whose, [kept, secret])
    assert found(shelf, whose, "hemligstämplat")[0] == "bort.md, stycke 2"
    assert holds(data, "Hemligstämplat")
    shelf.remove(whose, "bort.md")
    assert holds(data, "Hemligstämplat") == []
    assert holds(data, "bort.md") == []
    assert found(shelf, whose, "kvarlämnat") == ["kvar.md, stycke 2"]
    shelf.remove(whose, "kvar.md")
    assert holds(data, "kvarlämnat") == []
    assert shelf.documents(whose) == ()
    assert list((data / "documents" / "chroma").glob("*-*")) == []


def test_a_document_that_is_not_there_cannot_be_removed(shelf: Shelf) -> None:
    with pytest.raises(InputFault, match=r"Växjö kommun har inget dokument som heter ”plan\.md”"):
        shelf.remove(holder("Växjö"), "plan.md")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Håbo", "Habo"), ("Växjö", "Vaxholm"), ("Malå", "Malmö"), ("Vara", "Vårgårda")],
)
def test_municipalities_with_names_that_look_alike_never_see_each_other(
    shelf: Shelf, tmp_path: Path, one: str, other: str
) -> None:
    shelf.add(holder(one), [file(tmp_path, "plan.md", PLAN)])
    assert shelf.documents(holder(other)) == ()
    assert shelf.search(holder(other), "Vem ansvarar för laddplatserna?", 5) == ()
    with pytest.raises(InputFault):
        shelf.remove(holder(other), "plan.md")


@pytest.mark.parametrize(
    "written",
    ["Växjö kommun", "växjö", " VÄXJÖ  kommuns ", "0780", unicodedata.normalize("NFD", "Växjö")],
)
def test_every_way_to_write_a_municipality_is_the_same_one(
    shelf: Shelf, tmp_path: Path, written: str
) -> None:
    shelf.add(holder("Växjö"), [file(tmp_path, "plan.md", PLAN)])
    assert [d.name for d in shelf.documents(holder(written))] == ["plan.md"]


@pytest.mark.parametrize(
    "written",
    [
        "H\u0430bo",
        "Vaxjö",
        "../0780",
        "0780/alla",
        "Växjö\u200b",
        "078\u06f0",
        "Växjö\x00",
        "*",
        "",
    ],
)
def test_a_name_that_only_looks_like_a_municipality_is_none(written: str) -> None:
    with pytest.raises(InputFault):
        holder(written)


def test_a_name_without_its_dots_is_answered_with_the_name() -> None:
    with pytest.raises(InputFault, match="Menar du Växjö kommun"):
        holder("vaxjo")


def test_users_of_one_municipality_never_see_each_other(shelf: Shelf, tmp_path: Path) -> None:
    owners = ["anna", "Anna", "anna ", "../anna", "", "alla", "a" * 5000]
    for number, owner in enumerate(owners):
        shelf.add(
            holder("Växjö", owner),
            [file(tmp_path, f"plan{number}.md", f"{PLAN}\nEget ord{number}.")],
        )
    for number, owner in enumerate(owners):
        assert [d.name for d in shelf.documents(holder("Växjö", owner))] == [f"plan{number}.md"]
    data = tmp_path / "data" / "documents"
    assert {p.name for p in data.iterdir()} == {"0780", "chroma", ".lås-chroma"}


@given(st.text())
def test_a_file_name_becomes_one_line_that_can_be_seen(name: str) -> None:
    shown = shown_name(name)
    assert 0 < len(shown) <= 120
    assert "\n" not in shown
    assert "/" not in shown
    assert all(unicodedata.category(sign)[0] != "C" for sign in shown)
    assert shown_name(shown) == shown


def test_a_file_name_is_never_a_path(shelf: Shelf, tmp_path: Path) -> None:
    odd = file(tmp_path, "..\\..\\gällande", PLAN)
    shelf.add(holder("Växjö"), [odd])
    assert [d.name for d in shelf.documents(holder("Växjö"))] == ["gällande"]
    for name in ("../../../0780", "/etc/passwd", ".."):
        with pytest.raises(InputFault):
            shelf.remove(holder("Växjö"), name)
    assert [d.name for d in shelf.documents(holder("Växjö"))] == ["gällande"]


def test_many_users_at_once_each_find_their_own(shelf: Shelf, tmp_path: Path) -> None:
    names = [m.own_name for m in MUNICIPALITIES[:8]]

    def use(name: str) -> bool:
        own = file(
            tmp_path, f"{holder(name).municipality.code}.md", PLAN + f"\nDetta gäller {name}.\n"
        )
        shelf.add(holder(name), [own])
        return all(
            location.startswith(own.name)
            for location in found(shelf, holder(name), "laddplatserna")
        )

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(use, names))


def test_what_another_process_has_changed_is_seen_at_once(shelf: Shelf, tmp_path: Path) -> None:
    plan = file(tmp_path, "plan.md", PLAN)
    shelf.add(holder("Växjö"), [plan])
    assert found(shelf, holder("Växjö"), "laddplatserna")
    plan.write_text("# Ny\n\nSkolrestaurangerna minskar matsvinnet.\n", encoding="utf-8")
    in_another_process(add_file, tmp_path / "data", plan)
    assert found(shelf, holder("Växjö"), "matsvinnet") == ["plan.md, stycke 2"]
    texts = [hit.passage.text for hit in shelf.search(holder("Växjö"), "laddplatserna", 5)]
    assert texts == ["Skolrestaurangerna minskar matsvinnet."]


def test_a_kill_during_add_leaves_the_old_documents_or_the_new(tmp_path: Path) -> None:
    """Few moments here; `python -m evals.documents kills --times 100` tries many."""
    assert set(killed_at([0.05, 0.3, 0.6], tmp_path)) <= {"den gamla", "den nya"}


def test_passages_stay_within_the_budget_and_lose_no_word() -> None:
    words = [f"ord{number}" for number in range(3000)]
    text = " ".join(words[:1500]) + ".\n\n" + ". ".join(words[1500:])
    cut = passages_of(Document(text), "lång.txt", "dokument/0780/x")
    assert max(tokens_in(own.passage.text) for own in cut) <= BUDGET
    kept = " ".join(own.passage.text for own in cut).replace(".", " ").split()
    assert kept == words


def test_a_sentence_over_a_page_says_both_pages() -> None:
    first = "Rubrik\nKommunen ska minska utsläppen. Till år 2030 ska alla bilar i kommunens egen\n"
    second = (
        "organisation vara fossilfria. Därefter följs arbetet upp i årsredovisningen varje år.\n"
    )
    document = Document(first + second, (Place(0, "sida 4"), Place(len(first), "sida 5")))
    cut = [own.passage for own in passages_of(document, "plan.pdf", "dokument/0780/x")]
    assert [(p.location.removeprefix("plan.pdf, "), p.text) for p in cut] == [
        ("sida 4", "Kommunen ska minska utsläppen."),
        ("sida 4–5", "Till år 2030 ska alla bilar i kommunens egen organisation vara fossilfria."),
        ("sida 5", "Därefter följs arbetet upp i årsredovisningen varje år."),
    ]
    assert {p.heading for p in cut} == {"Rubrik"}


@needs_libre_office
def test_pages_without_text_are_named(shelf: Shelf, tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    written = converted(file(tmp_path, "plan.txt", PLAN.replace("#", "")), "pdf")
    with PdfWriter() as pages:
        pages.append(PdfReader(written))
        pages.add_blank_page()
        pages.add_blank_page()
        pages.write(tmp_path / "plan.pdf")
    (received,) = shelf.add(holder("Växjö"), [tmp_path / "plan.pdf"])
    assert received.document is not None
    (note,) = received.document.notes
    assert note.startswith("Sidorna 2, 3 har ingen text som går att läsa")
    assert received.document.pages == 3
    assert shelf.documents(holder("Växjö")) == (received.document,)


def test_what_was_kept_before_pages_and_days_were_noted_is_read(
    shelf: Shelf, tmp_path: Path
) -> None:
    (received,) = shelf.add(holder("Växjö"), [file(tmp_path, "plan.md", PLAN)])
    assert received.document is not None
    record = json.loads(records.written([received.document]))
    for field in ("pages", "added"):
        del record["documents"][0][field]
    kept = records.read(json.dumps(record).encode(), "0780")
    assert kept == (replace(received.document, pages=None, added=None),)


def test_the_command_adds_lists_shows_and_removes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KLIMATKONTRAKT_DATA_DIR", str(tmp_path / "data"))

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["documents", *arguments, "--municipality", "Växjö"])
        told = capsys.readouterr()
        return status, told.out, told.err

    plan = file(tmp_path, "plan.md", PLAN)
    assert run("add", str(plan)) == (0, "plan.md: tillagt, 2 stycken.\n", "")
    assert run("list") == (0, "plan.md: 2 stycken.\n", "")
    assert "Tekniska nämnden ansvarar" in run("show", "plan.md")[1]
    assert run("remove", "plan.md")[0] == 0
    assert run("list")[1] == "Växjö kommun har inga egna dokument.\n"
    status, _, told = run("remove", "plan.md")
    assert (status, "har inget dokument som heter ”plan.md”" in told) == (2, True)
