"""What a review leaves behind beside the file itself: a summary on one page, and a new order."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordFile

from assistant.cli.main import main
from assistant.documents.reading import read_document
from assistant.domain.documents import Document
from assistant.domain.reviews import FindingKind
from assistant.export.review_summary import summary_word
from assistant.opening import Assistant
from assistant.wording.drafts import draft_markdown
from assistant.wording.review_summary import KINDS, ReviewSummary, summary_markdown, summary_of
from tests.libre_office import converted, needs_libre_office
from tests.test_documents import official


def contract_text(assistant: Assistant) -> str:
    changed = official(assistant, 2).replace("nationell", "regional")
    return (
        f"# Klimatkontrakt 2030 – Lunds kommun\n\n{official(assistant, 1)}\n\n{changed}\n\n"
        f"{official(assistant, 6)} Arbetet följer punkterna 6.1 och 6.3 samt punkt 9.1.\n\n"
        "Vi åtar oss att bygga 300 laddstolpar. Ansvarig är [nämnd].\n"
    )


def summarised(assistant: Assistant, text: str) -> ReviewSummary:
    review = assistant.review(text)
    return summary_of(review, Document(text), assistant.library.guidance, "kontrakt.docx")


def test_a_summary_says_of_every_commitment_how_it_stands(assistant: Assistant) -> None:
    summary = summarised(assistant, contract_text(assistant))
    assert "4 åtaganden: 2 ordagranna, 1 ändrat och 1 som inte är officiellt" in summary.notes[1]
    states = {int(number): state for number, _, state in summary.rows}
    assert [states[n] for n in (1, 2, 3, 4, 6)] == [
        "Ordagrant",
        "Ändrat",
        "Saknas. Gäller alla som signerar",
        "Inte med",
        "Ordagrant",
    ]
    assert any("regional" in line for line in summary.faults)
    assert "Luckor att fylla i: 1" in summary.others


def test_every_kind_that_is_no_fault_has_its_words_in_the_summary() -> None:
    faults = {
        FindingKind.CHANGED_WORDING,
        FindingKind.INVENTED_PLEDGE,
        FindingKind.LIFTED_POINT,
        FindingKind.EARLIER_EDITION,
        FindingKind.MISSING_MANDATORY,
        FindingKind.NO_SUCH_POINT,
        FindingKind.NO_SUCH_COMMITMENT,
    }
    assert set(KINDS) == set(FindingKind) - faults


def test_the_summary_is_the_same_in_word_and_in_markdown(assistant: Assistant) -> None:
    summary = summarised(assistant, contract_text(assistant))
    word = WordFile(BytesIO(summary_word(summary)))
    cells = [cell.text for row in word.tables[0].rows for cell in row.cells]
    shown = [p.text for p in word.paragraphs]
    markdown = summary_markdown(summary)
    assert all(text in cells for row in summary.rows for text in row)
    assert all(line in shown for line in (*summary.faults, *summary.others))
    assert markdown.count("\n| ") == len(summary.rows) + 2
    assert markdown.startswith("# Granskning av kontrakt.docx")


@needs_libre_office
def test_the_summary_of_a_contract_with_many_faults_fits_on_one_page(
    assistant: Assistant, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    faults = "\n\n".join(f"Vi åtar oss att bygga {n} simhallar. [nämnd {n}]" for n in range(2, 40))
    file = tmp_path / "sammanfattning.docx"
    file.write_bytes(summary_word(summarised(assistant, contract_text(assistant) + faults)))
    assert len(PdfReader(converted(file, "pdf")).pages) == 1


def test_an_order_is_read_from_a_contract_and_nothing_is_added(assistant: Assistant) -> None:
    record = assistant.proposed_order(assistant.review(contract_text(assistant)))
    assert record == {
        "municipality": "Lunds kommun",
        "edition": "2025-1",
        "commitments": [{"number": 1}, {"number": 2}, {"number": 6, "points": ["6.1", "6.3"]}],
    }
    assert assistant.order(record).municipality.own_name == "Lunds kommun"


@pytest.mark.parametrize("municipality", ["Göteborg", "Upplands-Bro", "Region Gotland", "Borås"])
def test_the_order_of_a_draft_can_be_read_from_the_draft(
    assistant: Assistant, municipality: str
) -> None:
    order = assistant.order(
        {
            "municipality": municipality,
            "commitments": [{"number": 6, "steps": ["initiera"]}, {"number": 9, "points": ["9.4"]}],
        }
    )
    review = assistant.review(draft_markdown(assistant.draft(order)))
    read = assistant.order(assistant.proposed_order(review))
    assert read.municipality == order.municipality
    assert [(c.commitment.number, c.points) for c in read.commitments] == [
        (c.commitment.number, c.points) for c in order.commitments
    ]


def test_a_contract_that_names_no_municipality_gives_an_order_without_one(
    assistant: Assistant,
) -> None:
    assert "municipality" not in assistant.proposed_order(assistant.review(official(assistant, 3)))


def test_the_command_writes_summary_and_order(
    assistant: Assistant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contract = tmp_path / "kontrakt.md"
    contract.write_text(official(assistant, 6), encoding="utf-8")
    summary, order = tmp_path / "s.md", tmp_path / "order.json"
    assert main(["review", str(contract), "--summary", str(summary), "--order", str(order)]) == 0
    assert "| 6 | " in summary.read_text(encoding="utf-8")
    assert json.loads(order.read_text(encoding="utf-8")) == {
        "edition": "2025-1",
        "commitments": [{"number": 6}],
    }
    assert "Fyll i municipality" in capsys.readouterr().err
    assert main(["review", str(contract), "--summary", str(tmp_path / "s.odt")]) == 2
    assert ".docx eller .md" in capsys.readouterr().err
    assert read_document(contract).text == official(assistant, 6)
