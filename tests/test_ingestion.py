"""A guidance is set as a PDF in several looks by two renderers, and read back."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter, Transformation

from assistant.cli.main import main
from assistant.documents.pdf_glyphs import read_glyphs
from assistant.domain.errors import CorpusFault, InputFault
from assistant.domain.guidance import (
    Block,
    BlockType,
    Bullet,
    Commitment,
    Example,
    Guidance,
    Phase,
    Point,
    Section,
)
from assistant.domain.ingestion import DoubtKind
from assistant.guidance.knowledge import load_labelled
from assistant.guidance.library import Library
from assistant.guidance.loading import load_guidance
from assistant.guidance.running_text import load_running_forms
from assistant.ingestion.columns import left_edges
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.furniture import without_furniture
from assistant.ingestion.ingest import Proposal, ingest, proposed
from assistant.ingestion.joining import Lines
from assistant.ingestion.pattern import Pattern
from assistant.ingestion.points import Cells
from assistant.ingestion.stretches import Row, Stretch
from evals.ingestion.kills import killed
from evals.ingestion.layouts import LAYOUTS, Layout
from evals.ingestion.patterns import without_texts
from evals.ingestion.rendering import rendered, renderer_of
from evals.ingestion.scoring import EXAMPLES, OFFICIAL, POINTS, SECTIONS, STEPS, compared
from tests.browsing import browser_path
from tests.conftest import EDITION
from tests.test_pdf_reading import pdf

ReadAlone: TypeAlias = Callable[[str], tuple[bytes, Proposal]]
NAMED = {layout.name: layout for layout in LAYOUTS}
ALONE = ("stående utan linjer", "kontorsprogram, utan linjer")
"""Read with no word known beforehand; `python -m evals.ingestion` reads all looks so."""


@pytest.fixture(scope="module")
def pattern() -> Pattern:
    return Pattern.from_folder(EDITION)


@pytest.fixture(scope="module")
def read_alone(library: Library, tmp_path_factory: pytest.TempPathFactory) -> ReadAlone:
    """The present edition set in a look, and what is read of it; each look once."""
    folder = tmp_path_factory.mktemp("satta")
    bare = without_texts(EDITION, library.guidance)

    @cache
    def read_(name: str) -> tuple[bytes, Proposal]:
        data = _set(library.guidance, NAMED[name], folder / "utgåva.pdf")
        return data, proposed(data, "utgåva.pdf", bare)

    return read_


def _set(guidance: Guidance, layout: Layout, path: Path) -> bytes:
    if layout.renderer == "chromium":
        assert browser_path()
    elif renderer_of(layout) is None:
        pytest.skip("LibreOffice is not installed")
    return rendered(guidance, layout, path).read_bytes()


@pytest.mark.parametrize("name", ALONE)
def test_the_edition_is_read_back_and_what_is_wrong_is_listed(
    read_alone: ReadAlone, library: Library, name: str
) -> None:
    _is_read_back(read_alone(name)[1], library.guidance)


def _is_read_back(proposal: Proposal, guidance: Guidance) -> None:
    score = compared(proposal, guidance)
    assert score.right(OFFICIAL) == len(guidance.commitments)
    assert score.right(STEPS) >= 0.98 * score.totals[STEPS]
    assert score.right(POINTS) >= 0.98 * score.totals[POINTS]
    assert score.right(SECTIONS) == score.totals[SECTIONS]
    # What is left are typed blanks inside words at the end of a line: nobody can see those in a PDF.
    assert score.right(EXAMPLES) >= score.totals[EXAMPLES] - 3
    assert score.listed == len(score.faults)


def test_no_word_of_the_pdf_is_lost_or_made_up(read_alone: ReadAlone) -> None:
    data, proposal = read_alone(ALONE[0])
    shown = Counter[str]()
    for page in read_glyphs(data, "utgåva.pdf"):
        shown.update("".join(glyphs.text for glyphs in page).replace(" ", ""))
    source = Counter(re.sub(r"\s", "", proposal.source))
    del shown["\u00ad"], source["\u00ad"]
    assert shown == source


@pytest.fixture(scope="module")
def proposal_folder(
    library: Library, pattern: Pattern, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Proposal]:
    folder = tmp_path_factory.mktemp("förslag")
    path = folder / "utgåva.pdf"
    _set(library.guidance, NAMED["liggande utan linjer"], path)
    return folder / "ny", ingest(path, folder / "ny", pattern)


def test_the_edition_is_read_back_beside_the_one_before(
    proposal_folder: tuple[Path, Proposal], library: Library
) -> None:
    _is_read_back(proposal_folder[1], library.guidance)


def test_the_folder_opens_as_an_edition(
    proposal_folder: tuple[Path, Proposal], library: Library
) -> None:
    read = load_guidance(proposal_folder[0])
    assert read.edition == library.guidance.edition
    assert read.milestones == library.guidance.milestones
    assert [c.mandatory for c in read.commitments] == [
        c.mandatory for c in library.guidance.commitments
    ]


def test_the_list_shows_every_doubt_and_every_official_sentence(
    proposal_folder: tuple[Path, Proposal], library: Library
) -> None:
    folder, proposal = proposal_folder
    listed = (folder / "granska.md").read_text(encoding="utf-8")
    assert all(doubt.chosen in listed and doubt.text[:200] in listed for doubt in proposal.doubts)
    assert all(c.official_wording in listed for c in library.guidance.commitments)
    assert all(join.text in listed for join in proposal.reading.joins)
    assert "Arbetsmateria" in listed
    assert "clauses/03.yaml" in listed
    assert "labelled.jsonl" in listed


def test_labelled_questions_are_taken_over_as_they_were(
    proposal_folder: tuple[Path, Proposal],
) -> None:
    assert load_labelled(proposal_folder[0]) == load_labelled(EDITION) != ()


def test_what_is_written_beside_a_changed_text_is_left_behind(
    proposal_folder: tuple[Path, Proposal], library: Library
) -> None:
    folder, _ = proposal_folder
    read = load_guidance(folder)
    same = {
        p.id
        for c in library.guidance.commitments
        for p in c.points
        if (found := read.point(p.id)) and (found.text, found.bullets) == (p.text, p.bullets)
    }
    changed = {p.id for c in read.commitments for p in c.points} - same
    with pytest.raises(CorpusFault, match=", ".join(sorted(changed))):
        load_running_forms(folder, read)
    listed = (folder / "granska.md").read_text(encoding="utf-8")
    assert all(f"punkt {id_}" in listed for id_ in changed)


def test_a_folder_that_exists_is_not_touched(tmp_path: Path, pattern: Pattern) -> None:
    with pytest.raises(InputFault, match="finns redan"):
        ingest(tmp_path / "saknas.pdf", tmp_path, pattern)
    assert list(tmp_path.iterdir()) == []


CATALOGUE_LAYOUT = Layout(
    "katalog", widths=(24, 28, 28, 20), centred=True, noun="Löfte", watermark=False, points=10
)


def catalogue() -> Guidance:
    """Another catalogue: four promises in two steps, with another opening and other words."""
    edition = load_guidance(EDITION).edition
    steps = (
        Phase("börja", "Börja", "Ta reda på hur folk cyklar"),
        Phase("fortsätt", "Fortsätt", "Bygg om gator och broar"),
    )
    things = ("cykelvägar", "cykelställ", "snöröjning", "skolvägar")
    promises = tuple(
        Commitment(
            number=number,
            section=f"5.{number}",
            title=f"Bättre {thing}",
            mandatory=False,
            pages=(1,),
            official_wording=f"Kommunen lovar att bygga ut {thing} i hela tätorten – steg för steg.",
            points=(
                Point(f"{number}.1", number, steps[0], f"Mäta hur {thing} används varje vinter."),
                Point(
                    f"{number}.2",
                    number,
                    steps[0],
                    "Fråga dem som cyklar:",
                    (Bullet("barn och unga"), Bullet("de som pendlar långt till arbetet")),
                ),
                Point(
                    f"{number}.3",
                    number,
                    steps[1],
                    f"Bygga om de gator där {thing} saknas, först de med mest biltrafik.",
                ),
            ),
            examples=(Example(number, 1, "Lås som går att låna."),) if number % 2 else (),
            links=(),
        )
        for number, thing in enumerate(things, start=1)
    )
    section = Section(
        key="om-katalogen",
        number="1",
        heading="Om katalogen",
        heading_verbatim="Om katalogen",
        subheading=None,
        pages=(1,),
        blocks=(
            Block(
                BlockType.PARAGRAPH,
                ("Katalogen är ett stöd för kommuner som vill cykla mer. " * 4).strip(),
            ),
        ),
    )
    edition = replace(edition, pledge_opening="Kommunen lovar att", phases=steps)
    return Guidance(edition, promises, (section,), (), ())


@pytest.fixture(scope="module")
def catalogue_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("katalog") / "katalog.pdf"
    _set(catalogue(), CATALOGUE_LAYOUT, path)
    return path


def test_neither_count_nor_steps_nor_opening_are_known_beforehand(
    catalogue_pdf: Path, pattern: Pattern
) -> None:
    proposal = proposed(catalogue_pdf.read_bytes(), "katalog.pdf", pattern)
    expected = catalogue()
    assert proposal.edition["pledge_opening"].startswith("Kommunen lovar att")
    assert [(p["name"], p["descriptor"]) for p in proposal.edition["phases"]] == [
        (phase.name, phase.descriptor) for phase in expected.edition.phases
    ]
    score = compared(proposal, expected)
    assert score.faults == ()
    assert {d.place for d in proposal.doubts} >= {
        "edition.yaml, pledge_opening",
        "steg 1",
        "åtagande 4",
    }


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(
    catalogue_pdf: Path, pattern: Pattern, tmp_path: Path, angle: int
) -> None:
    writer = PdfWriter()
    for page in PdfReader(catalogue_pdf).pages:
        turned = writer.add_page(page)
        turned.add_transformation(Transformation().rotate(angle))
        turned.rotate(angle)
    writer.write(tmp_path / "vriden.pdf")
    straight = proposed(catalogue_pdf.read_bytes(), "katalog.pdf", pattern)
    read = proposed((tmp_path / "vriden.pdf").read_bytes(), "katalog.pdf", pattern)
    assert read.commitments == straight.commitments


def test_a_killed_reading_leaves_the_whole_folder_or_none(
    catalogue_pdf: Path, tmp_path: Path
) -> None:
    bare = without_texts(EDITION, load_guidance(EDITION))
    whole, nothing = killed(catalogue_pdf, bare, tmp_path, times=6, seed=1)
    assert whole + nothing == 6


def test_a_file_that_is_no_guidance_is_one_sentence(
    catalogue_pdf: Path, tmp_path: Path, pattern: Pattern
) -> None:
    scanned = PdfWriter()
    scanned.add_blank_page(595, 842)
    scanned.write(tmp_path / "skannad.pdf")
    locked = PdfWriter(clone_from=catalogue_pdf)
    locked.encrypt("hemligt")
    locked.write(tmp_path / "låst.pdf")
    long = PdfWriter()
    for _ in range(2001):
        long.add_blank_page(595, 842)
    long.write(tmp_path / "lång.pdf")
    (tmp_path / "halv.pdf").write_bytes(catalogue_pdf.read_bytes()[:5000])
    (tmp_path / "text.pdf").write_text("Vi åtar oss att")
    (tmp_path / "tom.pdf").write_bytes(b"")
    prose = pdf(tmp_path, [["Åtagande 1: Ett kontrakt", *["En rad text om klimatet."] * 30]])
    for name, says in (
        ("skannad.pdf", "inskannad"),
        ("låst.pdf", "lösenord"),
        ("lång.pdf", "2001 sidor"),
        ("halv.pdf", "skadad"),
        ("text.pdf", "ingen PDF"),
        ("tom.pdf", "är tom"),
        ("saknas.pdf", "finns inte"),
        (prose.name, "inte ut att vara en vägledning"),
    ):
        with pytest.raises(InputFault, match=says) as refused:
            ingest(tmp_path / name, tmp_path / "ny", pattern)
        assert len(str(refused.value).splitlines()) == 1
        assert not (tmp_path / "ny").exists()


def test_the_command_refuses_with_status_2_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", str(tmp_path / "saknas.pdf"), "--out", str(tmp_path / "ny")]) == 2
    assert capsys.readouterr().err == "Filen ”saknas.pdf” finns inte. Kontrollera namnet.\n"


def test_the_command_says_what_it_found_and_where_to_begin(
    catalogue_pdf: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", str(catalogue_pdf), "--out", str(tmp_path / "ny")]) == 0
    told = capsys.readouterr().out
    assert "4 åtaganden, 12 punkter, 1 avsnitt, 0 hålltider" in told
    assert "granska.md" in told


def test_a_word_that_is_read_wrongly_is_a_fault_and_told_unless_it_is_listed(
    catalogue_pdf: Path, pattern: Pattern
) -> None:
    proposal = proposed(catalogue_pdf.read_bytes(), "katalog.pdf", pattern)
    first, *others = proposal.commitments
    point = first["points"][0] | {
        "text": "Mäta hur cykelvägar används varje sommar.",
        "phase": "fel",
    }
    changed = first | {"points": [point, *first["points"][1:]]}
    score = compared(replace(proposal, commitments=(changed, *others)), catalogue())
    told = [(fault.kind, fault.place) for fault in score.faults]
    assert told == [(POINTS, "punkt 1.1"), (STEPS, "punkt 1.1")]
    assert score.listed == 0


def test_what_belongs_to_the_page_is_taken_out_and_kept() -> None:
    def page(number: int) -> tuple[list[Stretch], list[Stretch]]:
        texts = [
            ("Vägledning 2026", 800),
            (f"Sida nummer {number} börjar", 760),
            ("Mer text.", 748),
        ]
        texts += [("viablecities.se " + str(number), 40)]
        straight = [Stretch(number, text, 50, 200, y, 10.0) for text, y in texts]
        return straight, [Stretch(number, "Utkast", 0, 300, 0, 70.0)]

    kept, found = without_furniture([page(1), page(2)])
    assert [[s.text for s in stretches] for stretches in kept] == [
        ["Sida nummer 1 börjar", "Mer text."],
        ["Sida nummer 2 börjar", "Mer text."],
    ]
    assert {(item.kind, item.text) for item in found} == {
        ("vattenstämpel", "Utkast"),
        ("sidhuvud", "Vägledning 2026"),
        ("sidfot", "viablecities.se 1"),
        ("sidfot", "viablecities.se 2"),
    }


LETTER = 5.0


def _line(text: str, x: float, y: float, *, page: int = 1) -> Row:
    return Row((Stretch(page, text, x, x + LETTER * len(text), y, 10.0),))


@given(
    widths=st.lists(st.integers(60, 200), min_size=3, max_size=7),
    fills=st.lists(st.integers(50, 100), min_size=12, max_size=30),
)
def test_columns_are_found_by_white_space_whatever_their_widths(
    widths: list[int], fills: list[int]
) -> None:
    lefts = [40.0 + sum(widths[:at]) for at in range(len(widths))]
    body = [
        Stretch(1, "text", left, left + (width - 10) * fill / 100, 700.0 - 12 * row, 10.0)
        for left, width in zip(lefts, widths, strict=True)
        for row, fill in enumerate([100, *fills])
    ]
    assert left_edges(body, []) == tuple(lefts)


@pytest.mark.parametrize(
    ("lines", "text", "is_doubtful"),
    [
        (["klimat\u2010", "omställning"], "klimatomställning", False),
        (["klimat\u00ad", "omställning"], "klimatomställning", False),
        (["klimat-", "och miljömål"], "klimat- och miljömål", False),
        (["stärka kunskaps-", "delning nu"], "stärka kunskapsdelning nu", False),
        (["stärka on-", "boarding nu"], "stärka on-boarding nu", False),
        (["inom EU-", "nivå"], "inom EU-nivå", True),
        (["rön-", "bär"], "rön-bär", True),
        (["dialog och -", "delaktighet"], "dialog och -delaktighet", True),
        (["en bro - i", "samverkan"], "en bro - i samverkan", False),
    ],
)
def test_a_divided_word_is_put_together_as_the_document_writes_it(
    lines: list[str], text: str, *, is_doubtful: bool
) -> None:
    rows = [_line(line, 50, 700 - 12 * at) for at, line in enumerate(lines)]
    doubts = Doubts()
    known = ["en kunskapsdelning finns", "bra on-boarding finns"]
    assert Lines(rows, known, doubts).joined(rows, "punkt 1.1", 500) == text
    assert bool(doubts.found) == is_doubtful


def test_numbers_out_of_order_are_read_and_listed() -> None:
    texts = ["1.1 Bygga en bro.", "1.3 Riva en bro.", "1.2 Måla en bro."]
    rows = [_line(text, 50, 700 - 30 * at) for at, text in enumerate(texts)]
    doubts = Doubts()
    entries = Cells(1, Lines(rows, [], doubts), frozenset(), doubts).points(rows, 50)
    assert [entry.id for entry in entries] == ["1.1", "1.3", "1.2"]
    assert [(d.kind, d.place) for d in doubts.found] == [
        (DoubtKind.NUMBERS, "punkt 1.3"),
        (DoubtKind.NUMBERS, "punkt 1.2"),
    ]


def test_a_number_inside_a_sentence_begins_no_point() -> None:
    texts = [
        "1.1 Bygga enligt den plan som står i del",
        "1.3 av den stora bilagan om broar i stan.",
    ]
    rows = [_line(text, 50, 700 - 12 * at) for at, text in enumerate(texts)]
    rows += [_line("1.2 Måla.", 50, 664)]
    doubts = Doubts()
    entries = Cells(1, Lines(rows, [], doubts), frozenset(), doubts).points(rows, 50)
    assert [entry.id for entry in entries] == ["1.1", "1.2"]
    assert [d.kind for d in doubts.found] == [DoubtKind.NUMBERS]
