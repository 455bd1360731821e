import pytest

from assistant.answering.asked_for import missing_particular
from assistant.domain.answers import Answer, Refusal
from assistant.guidance.library import Library
from assistant.opening import Assistant


@pytest.mark.parametrize(
    ("question", "particular"),
    [
        ("Hur mycket pengar ska klimatfonden ha?", "no_amount"),
        ("Vilken procent av upphandlingen ska ha klimatkrav?", "no_amount"),
        ("How many people should be in the team?", "no_amount"),
        ("Vem ringer man om man kör fast?", "no_contact"),
        ("Till vilken e-postadress skickar vi kontraktet?", "no_contact"),
        ("Vilken tid börjar Citylab?", "no_clock"),
        ("I vilken stad hålls Citylab?", "no_place"),
        ("Hur ofta ska den ses?", "no_frequency"),
        ("Vilket år startades den?", "no_year"),
        ("Vilken nämnd ansvarar?", "no_body"),
        ("Var kan man ladda ner den?", "no_link"),
        ("Vad står CCSU för?", "no_abbreviation"),
        ("Finns det någon mall för planen?", "no_template"),
        ("Vilket typsnitt ska vi ha?", "no_tool"),
        ("Vilket är det långsiktiga syftet?", None),
        ("Hur får vi veta hur mycket som fattas i kassan?", None),
        ("Hur tar vi hand om gamla telefoner?", None),
    ],
)
def test_a_particular_that_no_passage_holds_is_missing(
    library: Library, question: str, particular: str | None
) -> None:
    missing = missing_particular(question, [library.point("3.11")])
    assert (missing.phrase if missing else None) == particular


def test_an_amount_that_the_passage_holds_is_not_missing(library: Library) -> None:
    passage = next(p for p in library.passages if "fyra jordklot" in p.text)
    assert missing_particular("Hur många jordklot skulle vi behöva?", [passage]) is None


def test_a_date_and_a_name_with_a_figure_are_no_amount(library: Library) -> None:
    dated = library.milestones[0]
    named = next(p for p in library.passages if '"Fit for 55"' in p.text)
    missing = missing_particular("Hur många är med?", [dated, named])
    assert missing
    assert missing.phrase == "no_amount"


def test_what_is_said_of_the_matter_is_shown_when_the_amount_is_not_there(
    assistant: Assistant,
) -> None:
    outcome = assistant.ask("Hur stor ska klimatfonden för civilsamhället vara?")
    assert isinstance(outcome, Refusal)
    assert any("klimatfond" in passage.text for passage in outcome.nearest)
    assert isinstance(assistant.ask("Hur många jordklot skulle behövas?"), Answer)
