import json
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from docx.oxml.ns import qn
from pypdf import PdfWriter

from assistant.documents.reading import read_document
from assistant.domain.errors import InputFault
from assistant.domain.reviews import PledgeStatus
from assistant.export.redlines import AUTHOR
from assistant.export.tracked_changes import reviewed_word_file
from assistant.opening import Assistant
from tests.conftest import EDITION
from tests.libre_office import (
    converted,
    needs_libre_office,
    needs_libre_office_driven,
    settled_one_by_one,
)


def official(assistant: Assistant, number: int) -> str:
    return assistant.library.wording(number).text


@pytest.fixture
def contract(tmp_path: Path, assistant: Assistant) -> Path:
    """A contract as a municipality may write it: headings, bold words, a list, a table, faults."""
    word = WordFile()
    word.add_heading("Klimatkontrakt", 0)
    word.add_heading("Åtagande 2", 1)
    changed = official(assistant, 2).replace("nationell", "regional")
    paragraph = word.add_paragraph()
    paragraph.add_run(changed[:30])
    paragraph.add_run(changed[30:150]).bold = True
    paragraph.add_run(changed[150:])
    word.add_paragraph(official(assistant, 8), style="List Bullet")
    word.add_paragraph("Vi åtar oss att bygga 300 laddstolpar. Ansvarig är [nämnd].")
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "5"
    table.rows[0].cells[1].text = official(assistant, 5).replace("lokal ", "")
    merged = official(assistant, 6)[:-1] + " och v" + official(assistant, 10)[1:]
    word.add_paragraph(merged)
    path = tmp_path / "kontrakt.docx"
    word.save(str(path))
    return path


def test_a_word_file_is_read_with_its_lists_tables_and_places(
    contract: Path, assistant: Assistant
) -> None:
    document = read_document(contract)
    review = assistant.review(document.text)
    found = [(p.status.value, p.commitment, document.location(p.start)) for p in review.pledges]
    assert found == [
        ("changed", 2, "stycke 3"),
        ("verbatim", 8, "stycke 4"),
        ("invented", None, "stycke 5"),
        ("changed", 5, "stycke 7"),
        ("changed", 6, "stycke 8"),
        ("changed", 10, "stycke 8"),
    ]


def test_accepting_every_change_gives_the_official_wordings(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    target = _reviewed(contract, assistant, tmp_path)
    _settle(target, keep="w:ins", drop="w:del")
    after = assistant.review(read_document(target).text)
    assert [(p.status.value, p.commitment) for p in after.pledges] == [
        ("verbatim", 2),
        ("verbatim", 8),
        ("invented", None),
        ("verbatim", 5),
        ("verbatim", 6),
        ("verbatim", 10),
    ]


def test_rejecting_every_change_gives_the_users_text_back(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    before = read_document(contract).text
    target = _reviewed(contract, assistant, tmp_path)
    _settle(target, keep="w:del", drop="w:ins")
    assert read_document(target).text == before


def test_the_look_of_the_runs_is_kept_and_the_author_named(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    target = _reviewed(contract, assistant, tmp_path)
    word = WordFile(str(target))
    bold = "".join(r.text for p in word.paragraphs for r in p.runs if r.bold)
    assert bold == official(assistant, 2).replace("nationell", "regional")[30:150]
    changes = [*word.element.iter(qn("w:ins")), *word.element.iter(qn("w:del"))]
    assert {c.get(qn("w:author")) for c in changes} == {AUTHOR}
    ids = [c.get(qn("w:id")) for c in changes]
    assert len(set(ids)) == len(ids)
    comments = [c.text for c in word.comments]
    assert any("laddstolpar" in c or "inget officiellt åtagande" in c for c in comments)
    assert any("[nämnd]" in c for c in comments)
    assert {c.author for c in word.comments} == {AUTHOR}


def test_each_change_can_be_accepted_or_rejected_by_itself(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    """Whatever is chosen for a change, the other changes and the rest of the text are untouched."""
    before = read_document(contract)
    target = _reviewed(contract, assistant, tmp_path)
    proposed = target.read_bytes()
    count = len(_changes(WordFile(str(target))))
    assert count > 4
    texts = set()
    for only in range(count):
        target.write_bytes(proposed)
        word = WordFile(str(target))
        for at, change in enumerate(_changes(word)):
            _decide(change, accepted=at == only)
        word.save(str(target))
        after = read_document(target)
        assert [p.name for p in after.places] == [p.name for p in before.places]
        assert not after.unshown
        texts.add(after.text)
    assert before.text not in texts
    assert len(texts) == count


@needs_libre_office
def test_libre_office_keeps_changes_and_comments(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    target = _reviewed(contract, assistant, tmp_path)
    ours = WordFile(str(target))
    theirs = WordFile(str(converted(target, "docx")))
    for tag, text_tag in (("w:ins", "w:t"), ("w:del", "w:delText")):
        assert _words_in(theirs, tag, text_tag) == _words_in(ours, tag, text_tag)
    assert sorted(c.text for c in theirs.comments) == sorted(c.text for c in ours.comments)
    assert {c.author for c in theirs.comments} == {AUTHOR}
    assert {c.get(qn("w:author")) for c in _changes(theirs)} == {AUTHOR}


@needs_libre_office
def test_libre_office_reads_the_text_with_the_changes_as_the_official_wordings(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    target = _reviewed(contract, assistant, tmp_path)
    _settle(target, keep="w:ins", drop="w:del")
    text = converted(target, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    found = [(p.status.value, p.commitment) for p in assistant.review(text).pledges]
    assert [pledge for pledge in found if pledge[0] == "verbatim"] == [
        ("verbatim", number) for number in (2, 8, 5, 6, 10)
    ]
    assert [status for status, _ in found if status != "verbatim"] == ["invented"]


@needs_libre_office_driven
def test_libre_office_accepts_the_changes_one_by_one(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    target = _reviewed(contract, assistant, tmp_path)
    steps = settled_one_by_one(target, "Accept")
    # Changes that touch each other are one to LibreOffice.
    assert [left for left, _ in steps] == list(range(len(steps) - 1, -1, -1))
    assert len(steps) > 4
    verbatim = [_verbatim(assistant, file) for _, file in steps]
    assert all(len(now) >= len(before) for before, now in pairwise(verbatim))
    assert verbatim[-1] == [2, 8, 5, 6, 10]
    _settle(target, keep="w:ins", drop="w:del")
    assert _shown(steps[-1][1]) == _shown(target)


@needs_libre_office_driven
def test_libre_office_gives_the_users_text_back_when_every_change_is_rejected(
    contract: Path, assistant: Assistant, tmp_path: Path
) -> None:
    steps = settled_one_by_one(_reviewed(contract, assistant, tmp_path), "Reject")
    assert _shown(steps[-1][1]) == _shown(contract)


def _verbatim(assistant: Assistant, file: Path) -> list[int | None]:
    pledges = assistant.review(read_document(file).text).pledges
    return [p.commitment for p in pledges if p.status is PledgeStatus.VERBATIM]


def _shown(file: Path) -> list[str]:
    """The words of every paragraph: LibreOffice names styles and marks in its own way."""
    return [p.strip("#- ") for p in read_document(file).text.split("\n\n")]


Element = Any


def _changes(word: Element) -> list[Element]:
    return [e for e in word.element.iter() if e.tag in {qn("w:ins"), qn("w:del")}]


def _words_in(word: Element, tag: str, text_tag: str) -> str:
    changes = word.element.iter(qn(tag))
    return "".join("".join(t.text or "" for t in c.iter(qn(text_tag))) for c in changes)


def _decide(change: Element, *, accepted: bool) -> None:
    """Accept or reject one tracked change, as Word does."""
    if accepted == (change.tag == qn("w:ins")):
        for text in change.iter(qn("w:delText")):
            text.tag = qn("w:t")
        for run in list(change):
            change.addprevious(run)
    change.getparent().remove(change)


def _reviewed(contract: Path, assistant: Assistant, folder: Path) -> Path:
    target = folder / "granskad.docx"
    review = assistant.review(read_document(contract).text)
    reviewed_word_file(contract, review, assistant.library, target)
    assert sorted(p.name for p in folder.iterdir()) == ["granskad.docx", "kontrakt.docx"]
    return target


def _settle(path: Path, *, keep: str, drop: str) -> None:
    """Accept or reject every tracked change, as Word does."""
    word = WordFile(str(path))
    for change in list(word.element.iter(qn(drop))):
        change.getparent().remove(change)
    for change in list(word.element.iter(qn(keep))):
        for run in list(change):
            change.addprevious(run)
        change.getparent().remove(change)
    for text in list(word.element.iter(qn("w:delText"))):
        text.tag = qn("w:t")
    word.save(str(path))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("tom.docx", b"", "är tom"),
        ("tom.txt", b"  \n ", "ingen text"),
        ("trasig.pdf", b"%PDF-1.7\nskr\xc3\xa4p", "skadad"),
        ("trasig.docx", b"PK\x03\x04skr\xc3\xa4p", "skadad"),
        ("gammal.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "lösenord"),
        ("bild.txt", bytes(range(256)) * 20, "inte en text"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_sentence(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputFault, match=says):
        read_document(path)


def test_a_file_is_what_it_contains_and_not_what_it_is_called(
    contract: Path, tmp_path: Path
) -> None:
    disguised = tmp_path / "kontrakt.txt"
    disguised.write_bytes(contract.read_bytes())
    assert "laddstolpar" in read_document(disguised).text


def test_a_bomb_is_refused_without_being_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(b"<w:p>" * 200_000)
    began = time.perf_counter()
    with pytest.raises(InputFault, match="packas upp"):
        read_document(path)
    assert time.perf_counter() - began < 1


def test_entities_in_a_word_file_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "entitet.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w='
            '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
            "<w:t>Text &f;</w:t></w:r></w:p></w:body></w:document>",
        )
    assert "root:" not in read_document(path).text


def test_a_file_of_300_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(InputFault, match="300 MB"):
        read_document(path)


def test_an_encrypted_and_an_empty_pdf_are_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    (tmp_path / "blank.pdf").write_bytes(_saved(writer))
    with pytest.raises(InputFault, match="ingen text"):
        read_document(tmp_path / "blank.pdf")
    writer.encrypt("hemligt", algorithm="RC4-128")
    (tmp_path / "låst.pdf").write_bytes(_saved(writer))
    with pytest.raises(InputFault, match="lösenord"):
        read_document(tmp_path / "låst.pdf")


def test_a_pdf_with_too_many_pages_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(2001):
        writer.add_blank_page(10, 10)
    (tmp_path / "lång.pdf").write_bytes(_saved(writer))
    with pytest.raises(InputFault, match="2001 sidor"):
        read_document(tmp_path / "lång.pdf")


def _saved(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_command_reviews_lines_and_goes_on_after_a_faulty_one(
    environment: dict[str, str], assistant: Assistant
) -> None:
    lines = [{"id": 1, "text": official(assistant, 3)}, {"id": 2}, {"id": 3, "text": "Hej."}]
    run = subprocess.run(
        [sys.executable, "-m", "assistant.cli.main", "review", "-", "--json"],
        input="\n".join(json.dumps(line) for line in lines).encode(),
        capture_output=True,
        env=environment,
        check=False,
    )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 1
    assert [f["id"] for f in found] == [1, 2, 3]
    assert found[0]["edition"] == assistant.library.guidance.edition.id
    assert found[0]["pledges"][0]["status"] == PledgeStatus.VERBATIM
    assert found[0]["missing_mandatory"] == [1, 2]
    assert "error" in found[1]
    assert found[2]["pledges"] == []


def test_the_command_reviews_a_file_with_text_and_places(
    environment: dict[str, str], contract: Path, tmp_path: Path
) -> None:
    target = tmp_path / "granskad.docx"
    run = subprocess.run(
        [sys.executable, "-m", "assistant.cli.main", "review", contract, "--json", "-o", target],
        capture_output=True,
        env=environment,
        check=True,
    )
    record = json.loads(run.stdout)
    assert record["edition"] == "2025-1"
    assert record["pledges"][0]["location"] == "stycke 3"
    assert record["text"][record["pledges"][0]["start"] :].startswith("Vi åtar oss")
    assert target.is_file()
    assert EDITION.is_dir()
