from itertools import islice

from assistant.guidance.running_text import load_running_forms
from assistant.opening import Assistant
from assistant.settings import Settings
from evals.draft_corpus import SWEDISH_FAULTS, faults_in, genitive_faults, orders

ASSISTANT = Assistant.open(Settings())
FORMS = load_running_forms(ASSISTANT.settings.edition, ASSISTANT.library.guidance)
NAMED = {"Växjö", "Göteborg", "Gotland", "Sjöbo", "Borås", "Stockholm", "Haparanda"}


def test_a_sample_of_the_corpus_of_drafts_has_no_fault() -> None:
    municipalities = [
        m
        for place, m in enumerate(ASSISTANT.municipalities)
        if place % 20 == 0 or m.short_name in NAMED
    ]
    found = [
        fault
        for record in orders(municipalities)
        for fault in faults_in(ASSISTANT.draft(ASSISTANT.order(record)), ASSISTANT.library, FORMS)
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
    ):
        assert SWEDISH_FAULTS[name].search(bad), name


def test_the_orders_hold_every_commitment_and_step_in_both_lengths() -> None:
    first = list(islice(orders(ASSISTANT.municipalities), 18))
    assert {record["length"] for record in first} == {"kort", "utförlig"}
    assert {c["steps"][0] for record in first for c in record["commitments"]} == {
        "initiera",
        "etablera",
        "transformera",
    }
