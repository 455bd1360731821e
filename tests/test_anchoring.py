from datetime import date

import pytest

from assistant.domain.anchoring import Anchoring
from assistant.domain.drafts import Draft
from assistant.domain.errors import InputFault
from assistant.drafting.anchoring import anchoring_memo, anchoring_of
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
