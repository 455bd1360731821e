"""What a question asks for, told by kind, and whether a passage gives something of that kind."""

import pytest

from assistant.answering.several import asked_in
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.search.names import holds_unknown_name, words_of
from assistant.search.particulars import asked_for, asks_leave, missing_and_given, particulars


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("När måste planen vara färdig?", "tidsgräns"),
        ("Vilken paragraf stöder det?", "lag"),
        ("Vad händer om vi missar målet?", "påföljd"),
        ("Finns det vetenskapliga studier?", "källa"),
        ("Hur har andra kommuner gjort?", "andras-erfarenhet"),
        ("Är det bättre än det förra?", "omdöme"),
        ("Räcker enkel majoritet?", "beslutsordning"),
        ("Ska den vara i pdf?", "form"),
        ("Who reviews the contract?", "tilldelad-person"),
        ("I vilken lokal är det?", "lokal"),
        ("Vad är det för väder i Karlstad på torsdag?", "väder"),
        ("Hur lång tid får man vara kvar i det första?", "hur-lång-tid"),
        ("Räcker det vartannat år?", "hur-ofta"),
        ("Vem ska vara ordförande för den?", "organ"),
        ("Vem ska göra den, ekonomi eller upphandlarna?", "organ"),
        ("Vem höll i det?", "värd"),
        ("Vad står talen för då?", "talens-betydelse"),
        ("Vad får en skollunch kosta?", "belopp"),
        ("Vilket system ska vi köpa?", "program"),
        ("Vilka nyckeltal är det exakt?", "exakt-vilka"),
    ],
)
def test_the_kind_of_particular_is_told_from_the_question(question: str, kind: str) -> None:
    assert kind in {particular.key for particular in asked_for(question)}


@pytest.mark.parametrize(
    "question",
    [
        "Vilket är det långsiktiga syftet?",
        "Hur kan vi samarbeta med näringslivet?",
        "Vad menas med en rättvis omställning?",
    ],
)
def test_a_question_about_the_matter_itself_asks_for_no_particular(question: str) -> None:
    assert list(asked_for(question)) == []


def test_a_date_is_given_by_a_milestone_and_missing_in_a_point(library: Library) -> None:
    question = "När är sista dag?"
    last_day = next(p for p in library.milestones if "31 oktober" in p.text)
    assert missing_and_given(question, [last_day]) == (0, 1)
    assert missing_and_given(question, [library.point("3.3")]) == (1, 0)


def test_every_kind_has_a_name_of_its_own() -> None:
    keys = [particular.key for particular in particulars()]
    assert len(keys) == len(set(keys))


def test_a_name_that_the_guidance_never_mentions_is_told(library: Library) -> None:
    known = words_of(library.passages)
    assert holds_unknown_name("Vilka åtaganden valde Malmö?", known)
    assert holds_unknown_name("Uppfyller vi ISO 14001?", known)
    assert not holds_unknown_name("Vad ska vi göra med Kolada?", known)
    assert not holds_unknown_name("Malmö", known)


def test_what_is_allowed_or_enough_is_told_from_what_is_to_be_done() -> None:
    assert asks_leave("Får vi hoppa över en punkt?")
    assert asks_leave("Are we allowed to wait?")
    assert not asks_leave("Hur ska vi följa upp kraven?")


def test_a_long_message_that_ends_in_a_thin_question_is_read_with_what_stands_before_it(
    assistant: Assistant,
) -> None:
    told = "Det blev en fråga på nämnden i går som jag inte kunde svara på, och den var svår. " * 2
    asked = asked_in(f"{told}De ville höra taxonomins miljömål. Vilka är de sex?")
    assert asked == "De ville höra taxonomins miljömål. Vilka är de sex?"
    assert (
        assistant.index.evidence(asked).length > assistant.index.evidence("Vilka är de sex?").length
    )
