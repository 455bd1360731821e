import re

import pytest

from assistant.domain.municipalities import genitive
from assistant.domain.reviews import PledgeStatus
from assistant.guidance.running_text import load_running_forms
from assistant.opening import Assistant
from assistant.settings import Settings
from assistant.wording.drafts import draft_markdown
from evals.drafts.faults import faults_in
from evals.drafts.orders import orders
from evals.drafts.swedish import SWEDISH_FAULTS, genitive_faults
from evals.suites.wordings import official_sentences

ASSISTANT = Assistant.open(Settings())
FORMS = load_running_forms(ASSISTANT.settings.edition, ASSISTANT.library.guidance)
NAMED = {"Växjö", "Göteborg", "Gotland", "Sjöbo", "Borås", "Stockholm", "Haparanda"}


def test_a_sample_of_the_corpus_of_drafts_has_no_fault() -> None:
    municipalities = [
        m
        for place, m in enumerate(ASSISTANT.municipalities)
        if place % 60 == 0 or m.short_name in NAMED
    ]
    found = [
        fault
        for order in orders(municipalities, ASSISTANT.library.guidance)
        for faults in faults_in(
            ASSISTANT.draft(ASSISTANT.order(order.record)),
            ASSISTANT.library,
            FORMS,
            official_sentences(),
        ).values()
        for fault in faults
    ]
    assert found == []


def test_every_municipality_has_a_right_genitive() -> None:
    assert [f for m in ASSISTANT.municipalities for f in genitive_faults(m)] == []


def test_the_checks_see_what_they_are_for() -> None:
    for name, bad in (
        ("dubbelt blanksteg", "Kommunen  ska"),
        ("ska ska", "Kommunen ska ska"),
        ("hängande kolon", "exempelvis genom att:"),
        ("hängande kolon", "exempelvis genom att: (3.3)"),
        ("vi-form", "våra kommuner"),
        ("orättat skrivfel", "moteverkande"),
        ("upprepat ord", "steget Etablera etablera"),
        ("ifyllt namn saknas", "i {kommunen}"),
        ("stegets ord två gånger", "I steget Etablera ska staden etablera forum"),
        ("märket säger ordet en gång till", "Ansvarig är [ansvarig nämnd]."),
        ("märket säger ordet en gång till", "Det lokala målet är [lokalt mål]."),
        ("adverb på fel plats", "Det kan ske exempelvis genom att utbilda"),
        ("samma led två gånger", "bygga upp intern kompetens och bygga upp intern kompetens om"),
    ):
        assert SWEDISH_FAULTS[name].search(bad), name


def test_the_orders_mix_steps_and_points_in_both_lengths() -> None:
    one = next(iter(ASSISTANT.municipalities))
    records = [order.record for order in orders([one], ASSISTANT.library.guidance)]
    assert {record["length"] for record in records} == {"kort", "utförlig"}
    steps = {tuple(c["steps"]) for record in records for c in record["commitments"]}
    assert {("initiera",), ("etablera",), ("transformera",), ("transformera", "initiera")} <= steps
    assert any(len(s) == 3 for s in steps)
    mixed = [c for r in records for c in r["commitments"] if c["steps"] and c["points"]]
    assert mixed
    assert any(
        "points" in fact for record in records for c in record["commitments"] for fact in c["facts"]
    )


@pytest.mark.parametrize(
    ("name", "genitive_form"),
    [
        ("Borås kommun", "Borås kommuns"),
        ("Borås", "Borås"),
        ("Bordeaux", "Bordeaux"),
        ("Schweiz", "Schweiz"),
        ("Region Gotland", "Region Gotlands"),
        ("Göteborgs Stad", "Göteborgs Stads"),
        ("staden", "stadens"),
    ],
)
def test_no_s_is_added_after_s_x_or_z(name: str, genitive_form: str) -> None:
    assert genitive(name) == genitive_form


def test_a_stad_and_a_region_are_not_called_kommun_and_a_kommun_is() -> None:
    for name, short, others in (
        ("Göteborg", "staden", ("kommunen", "regionen")),
        ("Gotland", "regionen", ("kommunen", "staden")),
        ("Sjöbo", "kommunen", ("staden", "regionen")),
    ):
        text = _whole(name, "utförlig")
        assert f"{short} ska" in text.lower()
        for other in others:
            assert not re.search(rf"\b{other}s?\b", text, re.IGNORECASE), other


def test_the_group_and_the_kind_of_party_follow_the_party() -> None:
    goteborg, gotland, sjobo = (
        _whole(name, "utförlig") for name in ("Göteborg", "Gotland", "Sjöbo")
    )
    assert "inom stadens koncern" in goteborg
    assert "inom regionens koncern" in gotland
    assert "inom kommunkoncernen" in sjobo
    assert "hur en stad arbetar" in goteborg
    assert "hur en kommun arbetar" in gotland
    assert "”Vilken typ av kommun vill vi ha?”" in sjobo


def _whole(name: str, length: str) -> str:
    steps = ["initiera", "etablera", "transformera"]
    chosen = [{"number": number, "steps": steps} for number in range(1, 11)]
    record = {"municipality": name, "length": length, "commitments": chosen}
    draft = ASSISTANT.draft(ASSISTANT.order(record))
    return " ".join(s.text for c in draft.commitments for s in c.local)


@pytest.mark.parametrize("step", ["initiera", "etablera", "transformera"])
def test_the_reviewer_finds_every_official_sentence_verbatim_and_no_other_pledge(step: str) -> None:
    chosen = [{"number": number, "steps": [step]} for number in range(1, 11)]
    for length in ("kort", "utförlig"):
        record = {"municipality": "Göteborg", "length": length, "commitments": chosen}
        draft = ASSISTANT.draft(ASSISTANT.order(record))
        review = ASSISTANT.review(draft_markdown(draft))
        assert [p for p in review.pledges if p.status is not PledgeStatus.VERBATIM] == []
        assert {p.commitment for p in review.pledges} == set(range(1, 11))
