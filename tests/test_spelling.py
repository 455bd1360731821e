import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Answer
from assistant.opening import Assistant
from assistant.search.spelling import Spelling

KNOWN = Spelling(
    {"klimatkontrakt": 9, "transformera": 5, "synergier": 3, "kartan": 4, "granska": 1}
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("klimatkontrkat", "klimatkontrakt"),
        ("Klimatkontrakt", "Klimatkontrakt"),
        ("transfromera", "transformera"),
        ("synegrier", "synergier"),
        ("kratan", "kartan"),
        ("tårtan", "tårtan"),
        ("ganska", "ganska"),
        ("vilka måste", "vilka måste"),
        ("2030", "2030"),
    ],
)
def test_a_slip_is_mended_and_another_word_is_left(written: str, meant: str) -> None:
    assert KNOWN.mended(written) == meant


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_a_mended_text_needs_no_mending(text: str) -> None:
    mended = KNOWN.mended(text)
    assert KNOWN.mended(mended) == mended


@pytest.mark.parametrize("question", ["vad inebär steget transfromera", "åtagande 8 intiera"])
def test_a_misspelt_question_is_looked_up(assistant: Assistant, question: str) -> None:
    outcome = assistant.ask(question)
    assert isinstance(outcome, Answer)
    assert outcome.quotations[0].passage.id.endswith(("begrepp/transformera", "punkt/8.1"))
