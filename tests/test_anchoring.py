import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from docx import Document

from assistant.domain.anchoring import Anchoring
from assistant.domain.drafts import Draft
from assistant.domain.errors import InputFault
from assistant.domain.memos import Bullets, Table
from assistant.drafting.anchoring import anchoring_memo, anchoring_of
from assistant.export import write_draft, write_memo
from assistant.opening import Assistant
from assistant.settings import Settings
from assistant.wording.memos import memo_markdown

TODAY = date(2026, 3, 1)
ASSISTANT = Assistant.open(Settings())
MEETINGS = [
    {"body": "miljönämnden", "date": "2026-04-14", "lead_days": 14},
    {"body": "kommunstyrelsen", "date": "2026-05-05"},
    {"body": "kommunfullmäktige"},
    {"body": "signering", "date": "2026-12-05", "lead_days": 0},
]


def _markdown(draft: Draft, anchoring: Anchoring, today: date) -> str:
    return memo_markdown(anchoring_memo(draft, anchoring, today))


@pytest.fixture(scope="module")
def draft() -> Draft:
    return ASSISTANT.draft(
        ASSISTANT.order({"municipality": "Sjöbo", "commitments": [{"number": 6}]})
    )


def test_computed_dates_are_marked_and_missing_ones_are_gaps(draft: Draft) -> None:
    text = _markdown(draft, anchoring_of({"meetings": MEETINGS}), TODAY)
    assert "| miljönämnden | 2026-03-31 (beräknat) | 2026-04-14 |" in text
    assert "| kommunstyrelsen | [sista dag för handlingar] | 2026-05-05 |" in text
    assert "| kommunfullmäktige | [sista dag för handlingar] | [datum] |" in text
    assert "## Att se över" not in text


def test_the_decision_names_the_commitments_and_leaves_the_choice_to_the_council(
    draft: Draft,
) -> None:
    text = _markdown(draft, anchoring_of({}), TODAY)
    assert (
        "att Sjöbo kommun ansluter sig till Klimatkontrakt 2030 med åtagandena 1, 2, 3 och 6"
        in text
    )
    assert "föreslås besluta" in text
    assert "| nämnd |" in text


def test_a_region_decides_in_its_own_council() -> None:
    draft = ASSISTANT.draft(ASSISTANT.order({"municipality": "Gotland"}))
    assert "Regionfullmäktige föreslås" in _markdown(draft, anchoring_of({}), TODAY)


def test_dates_in_the_wrong_order_or_past_are_remarked_on(draft: Draft) -> None:
    meetings = [
        {"body": "kommunstyrelsen", "date": "2026-05-05"},
        {"body": "kommunfullmäktige", "date": "2026-04-05"},
        {"body": "nämnden", "date": "2026-02-01"},
    ]
    text = _markdown(draft, anchoring_of({"meetings": meetings}), TODAY)
    assert "kommunfullmäktige (2026-04-05) ligger före kommunstyrelsen (2026-05-05)" in text
    assert "nämnden (2026-02-01) har passerat" in text


def test_papers_due_before_the_decision_they_rest_on_are_remarked_on(draft: Draft) -> None:
    meetings = [
        {"body": "kommunstyrelsen", "date": "2026-05-05"},
        {"body": "kommunfullmäktige", "date": "2026-05-12", "lead_days": 14},
    ]
    text = _markdown(draft, anchoring_of({"meetings": meetings}), TODAY)
    assert "Handlingarna till kommunfullmäktige ska vara inne 2026-04-28, före beslutet" in text


def test_a_signing_has_no_last_day_for_papers_unless_one_is_given(draft: Draft) -> None:
    text = _markdown(draft, anchoring_of({}), TODAY)
    assert "| signering | – | [datum] |" in text
    assert "| nämnd | [sista dag för handlingar] | [datum] |" in text


@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_every_format_of_the_memo_has_the_same_content(
    draft: Draft, suffix: str, tmp_path: Path
) -> None:
    memo = anchoring_memo(draft, anchoring_of({"meetings": MEETINGS, "officer": "A < B"}), TODAY)
    write_memo(memo, tmp_path / f"t.{suffix}")
    texts = [memo.title, *memo.notices, *memo.particulars]
    for section in memo.sections:
        texts.append(section.heading)
        for block in section.blocks:
            if isinstance(block, Table):
                texts += [*block.head, *(cell for row in block.rows for cell in row)]
            else:
                assert isinstance(block, str | Bullets)
                texts += [block] if isinstance(block, str) else block.lines
    shown = _shown(tmp_path / f"t.{suffix}")
    markdown = re.sub(r"\\(.)", r"\1", memo_markdown(memo))
    for text in texts:
        assert text in shown
        assert text in markdown


def _shown(file: Path) -> str:
    if file.suffix == ".html":
        return unescape(re.sub(r"<[^>]+>", "\n", file.read_text(encoding="utf-8")))
    document = Document(str(file))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_memo_has_the_styles_and_the_language_of_the_draft(
    draft: Draft, tmp_path: Path
) -> None:
    write_memo(anchoring_memo(draft, anchoring_of({}), TODAY), tmp_path / "t.docx")
    write_draft(draft, tmp_path / "d.docx")
    memo, contract = (Document(str(tmp_path / name)) for name in ("t.docx", "d.docx"))
    assert memo.core_properties.language == contract.core_properties.language == "sv-SE"
    used = {p.style.name for p in memo.paragraphs if p.style}
    assert used <= {s.name for s in contract.styles}
    assert {"Title", "Heading 1", "Notis", "Body Text", "List Bullet"} <= used


@pytest.mark.parametrize(
    ("meeting", "field"),
    [
        ({"body": "KS", "date": "i maj"}, "meetings[0].date"),
        ({"body": "KS", "lead_days": -1}, "meetings[0].lead_days"),
        ({"date": "2026-05-05"}, "meetings[0].body"),
    ],
)
def test_a_faulty_meeting_is_refused_with_its_field(meeting: dict[str, object], field: str) -> None:
    with pytest.raises(InputFault) as refused:
        anchoring_of({"meetings": [meeting]})
    assert field in str(refused.value)
