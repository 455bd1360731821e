import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering import answer, phrases
from assistant.answering.intents import Intent
from assistant.answering.references import references_in
from assistant.answering.understanding import understand
from assistant.domain.answers import Answer, Clarification, Question, Refusal, RefusalReason, Turn
from assistant.domain.errors import InputFault, KlimatkontraktError
from assistant.domain.passages import PassageKind, Quotation
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.search import index as searching
from assistant.search.confidence import calibration
from assistant.search.particulars import particulars
from assistant.settings import Settings
from assistant.wording import citations, to_markdown
from evals.case_files import answer_cases
from evals.cases import AnswerCase
from evals.suites.answers import ANSWERS


def cited(outcome: object) -> list[str]:
    assert isinstance(outcome, Answer | Refusal | Clarification)
    return [c.passage.id.partition("/")[2] for c in citations(outcome.body)]


@pytest.mark.parametrize("case", answer_cases(), ids=lambda case: case.question)
def test_a_case_is_answered_as_its_file_says(assistant: Assistant, case: AnswerCase) -> None:
    observed = ANSWERS.produce(case, assistant)
    assert [j.reason for j in ANSWERS.score(case, observed, assistant.library) if j.value < 1] == []


@pytest.mark.parametrize(
    ("question", "commitments", "points", "phases"),
    [
        ("åtagande 9, etablera", (9,), (), ("Etablera",)),
        ("ATAGANDE NIO", (9,), (), ()),
        ("Åtagande nr 4 och 6", (4, 6), (), ()),
        ("åtagandena 4–6", (4, 5, 6), (), ()),
        ("det tredje åtagandet", (3,), (), ()),
        ("commitment ten, third step", (10,), (), ("Transformera",)),
        ("åtagande 6 punkt 4", (6,), ("6.4",), ()),
        ("punkterna 6.1, 6.2", (), ("6.1", "6.2"), ()),
        ("Hur etablerar vi en klimatfond?", (), (), ()),
        ("kommunen har 2.5 miljoner och 1.5 grader", (), (), ()),
        ("scenario RCP 4.5 eller 8.5, eller båda rcp4.5 och RCP8.5?", (), (), ()),
        ("steg 2 i åtagande 7", (7,), (), ("Etablera",)),
        ("Initieringssteget i åtagande 2", (2,), (), ("Initiera",)),
    ],
)
def test_what_a_question_names_is_read_in_digits_and_words(
    library: Library,
    question: str,
    commitments: tuple[int, ...],
    points: tuple[str, ...],
    phases: tuple[str, ...],
) -> None:
    found = references_in(question, library.guidance)
    assert found.commitments == commitments
    assert found.points == points
    assert tuple(phase.name for phase in found.phases) == phases


def test_every_commitment_is_quoted_when_it_is_asked_for_by_number(assistant: Assistant) -> None:
    for commitment in assistant.library.guidance.commitments:
        outcome = assistant.ask(f"Hur lyder åtagande {commitment.number}?")
        assert cited(outcome) == [f"åtagande/{commitment.number}"]
        assert commitment.official_wording in to_markdown(outcome.body)


def test_every_step_of_every_commitment_is_given_whole(assistant: Assistant) -> None:
    for commitment in assistant.library.guidance.commitments:
        for phase in assistant.library.guidance.edition.phases:
            outcome = assistant.ask(f"åtagande {commitment.number}, {phase.key}")
            points = [f"punkt/{p.id}" for p in commitment.points if p.phase == phase]
            assert [name for name in points if name not in cited(outcome)] == []


def test_every_chapter_is_quoted_whole_when_it_is_asked_for_by_number(
    assistant: Assistant,
) -> None:
    for section in assistant.library.guidance.sections:
        if section.number:
            outcome = assistant.ask(f"Vad står i kapitel {section.number}?")
            assert isinstance(outcome, Answer)
            of_chapter = [
                p.id.partition("/")[2]
                for p in assistant.library.passages
                if f"/{PassageKind.SECTION.value}/{section.number}/" in p.id
            ]
            assert cited(outcome) == of_chapter
            assert section.heading in to_markdown(outcome.body)


def test_a_chapter_that_is_not_there_is_refused(assistant: Assistant) -> None:
    outcome = assistant.ask("kapitel 12, i korthet?")
    assert isinstance(outcome, Refusal)
    text = "Vägledningen har inget kapitel 12. Kapitlen är numrerade från 1 till 7."
    assert to_markdown(outcome.body) == text


@pytest.mark.parametrize(
    "question",
    [
        "Hur många åtaganden finns det?",
        "Det var väl tolv åtaganden allt som allt?",
        "Jag har för mig att det var åtta åtaganden man kunde ansluta sig till, stämmer det?",
    ],
)
def test_how_many_commitments_there_are_is_told_with_the_place_that_says_so(
    assistant: Assistant, question: str
) -> None:
    outcome = assistant.ask(question)
    assert isinstance(outcome, Answer)
    told = "Vägledningen har tio åtaganden: tre gäller alla kommuner som signerar och sju går"
    assert to_markdown(outcome.body).startswith(told)
    assert "Det finns tio förslag på åtaganden" in outcome.quotations[0].text
    assert len(outcome.quotations) == 3


def test_chapters_are_quoted_one_after_the_other(assistant: Assistant) -> None:
    first, second = (cited(assistant.ask(f"kapitel {number}")) for number in (5, 6))
    assert cited(assistant.ask("kapitel 5 och 6?")) == [*first, *second]


@pytest.mark.parametrize(
    "question", ["Hur många åtaganden gäller alla?", "vilka tre åtaganden är inte bindande?"]
)
def test_a_list_is_quoted_once_and_is_the_one_that_is_asked_for(
    assistant: Assistant, question: str
) -> None:
    shown = cited(assistant.ask(question))
    assert len(shown) == len(set(shown))
    assert shown != cited(assistant.ask("Vilka åtaganden finns?"))


def test_all_are_listed_by_their_number(assistant: Assistant) -> None:
    listed = assistant.ask("lista alla tio")
    assert cited(listed) == cited(assistant.ask("Vilka åtaganden finns?"))


def test_every_term_is_explained_in_the_guidances_own_sentences(assistant: Assistant) -> None:
    astray = [
        term.term
        for term in assistant.library.guidance.terms
        if assistant.library.term(term).id.partition("/")[2]
        not in cited(assistant.ask(f"Vad betyder {term.term}?"))
    ]
    # "grundläggande åtaganden" is answered with the list of them.
    assert set(astray) <= {"grundläggande åtaganden"}


@pytest.mark.parametrize(
    ("today", "says"),
    [(date(2026, 11, 23), "har passerat"), (date(2025, 7, 1), "Datumen gäller omgången")],
)
def test_a_date_says_its_round_and_whether_it_has_passed(
    assistant: Assistant, today: date, says: str
) -> None:
    question = Question("När är sista dag för att skicka in kontraktet?")
    outcome = answer(question, assistant.library, assistant, today)
    text = to_markdown(outcome.body)
    assert "hålltid/31-oktober" in cited(outcome)
    assert says in text
    assert ("passerat" in text) == (today.year == 2026)


@pytest.mark.parametrize(
    ("first", "then", "passages"),
    [
        ("Vilka punkter har åtagande 9 i steget Initiera?", "och nästa steg?", ["punkt/9.5"]),
        ("Hur lyder åtagande 5?", "och åtagande 6?", ["åtagande/6"]),
        ("Hur formulerar vi åtagandet om upphandling?", "och Etablera?", ["punkt/6.4"]),
        ("åtagande 6", "finns det exempel?", ["åtagande/6/exempel/1"]),
        ("Vad handlar åtagande 8 om?", "punkt 4 då?", ["punkt/8.4"]),
        ("åtagande 3, initiera", "och för åtagande 4?", ["punkt/4.1"]),
    ],
)
def test_a_follow_up_is_understood_after_the_answer_before_it(
    assistant: Assistant, first: str, then: str, passages: list[str]
) -> None:
    before = to_markdown(assistant.ask(first).body)
    outcome = assistant.ask(then, [Turn("user", first), Turn("assistant", before)])
    assert [name for name in passages if name not in cited(outcome)] == []
    assert outcome.understood_as


def test_a_suggested_follow_up_can_itself_be_answered(assistant: Assistant) -> None:
    tried: set[str] = set()
    for question in (
        "åtagande 6",
        "punkt 6.4",
        "3.4",
        "Vilka åtaganden gäller alla?",
        "Hej",
        "textil",
    ):
        for follow_up in assistant.ask(question).follow_ups:
            if follow_up not in tried:
                tried.add(follow_up)
                assert isinstance(assistant.ask(follow_up), Answer), follow_up
    assert len(tried) > 8


def test_what_is_not_in_the_guidance_is_refused_with_what_is_nearest(assistant: Assistant) -> None:
    outcome = assistant.ask("Hur stora böter får vi om vi inte håller kontraktet?")
    assert isinstance(outcome, Refusal)
    assert outcome.nearest


def test_several_questions_in_one_mail_are_each_answered(assistant: Assistant) -> None:
    outcome = assistant.ask(
        "Hej! Hur är åtagande 6 formulerat? Och hur tar vi emot medborgares synpunkter?"
    )
    assert "åtagande/6" in cited(outcome)
    assert "punkt/9.3" in cited(outcome)


def test_greetings_and_questions_about_the_assistant_have_no_citations(
    assistant: Assistant,
) -> None:
    for question in ("Hej", "hej!", "Tack så mycket!", "Vad kan du hjälpa till med?", "Hello"):
        outcome = assistant.ask(question)
        assert isinstance(outcome, Answer)
        assert cited(outcome) == []


@pytest.mark.parametrize("bad", ["", "  \n", "?!", "x" * 100_000, "a\x00b", "\x1b[31m", "\udcff"])
def test_input_that_is_no_question_gets_one_clear_sentence(assistant: Assistant, bad: str) -> None:
    with pytest.raises(InputFault) as refused:
        assistant.ask(bad)
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) < 200


@given(st.text(max_size=300))
@settings(max_examples=150)
def test_whatever_is_asked_every_quotation_is_its_passage(assistant: Assistant, text: str) -> None:
    try:
        outcome = assistant.ask(text)
    except KlimatkontraktError:
        return
    shown = to_markdown(outcome.body)
    for part in outcome.body:
        if isinstance(part, Quotation):
            assert assistant.library.by_id[part.passage.id] is part.passage
            assert all(line in shown for line in part.passage.text.split("\n"))


@given(
    st.lists(st.tuples(st.sampled_from(["user", "assistant"]), st.text(max_size=80)), max_size=5)
)
@settings(max_examples=50)
def test_no_history_can_change_what_is_quoted(
    assistant: Assistant, history: list[tuple[str, str]]
) -> None:
    outcome = assistant.ask("Hur lyder åtagande 2?", [Turn(role, text) for role, text in history])
    assert cited(outcome) == ["åtagande/2"]


def test_a_structured_question_needs_no_index(tmp_path: Path) -> None:
    fresh = Assistant.open(Settings(data_dir=tmp_path))
    for question in ("åtagande 9, etablera", "Vad betyder Transformera?", "Hej", "punkt 3.4"):
        assert isinstance(fresh.ask(question), Answer)
    assert list(tmp_path.iterdir()) == []


def _calls() -> Iterator[tuple[str, frozenset[str], bool]]:
    """Each phrase used, the variables that it is given, and whether it is given the nouns."""
    answering = Path(phrases.__file__).parent
    rephrasing = answering.parent / "rephrasing"
    for path in (*answering.glob("*.py"), *rephrasing.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in {"phrase", "wording_of"} and node.args:
                names = [n.value for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant)]
                given_names = frozenset(k.arg for k in node.keywords if k.arg)
                spread = any(k.arg is None for k in node.keywords)
                for name in names:
                    yield str(name), frozenset() if spread else given_names, len(node.args) == 2


def test_the_code_uses_every_phrase_with_exactly_its_variables(library: Library) -> None:
    templates = phrases.templates()
    nouns = set(library.words)
    used = {kind.phrase for kind in particulars() if kind.phrase}
    for name, variables, with_nouns in _calls():
        if name not in templates:
            continue
        used.add(name)
        wanted = set(re.findall(r"\$(\w+)", templates[name]))
        assert not variables or variables == wanted - nouns, name
        assert with_nouns == bool(wanted & nouns), name
    assert sorted(set(templates) - used) == []


def test_a_phrase_without_its_variable_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrases.phrase("wording")


def test_official_wordings_are_marked_by_their_kind(assistant: Assistant) -> None:
    outcome = assistant.ask("åtagande 1")
    assert [q.passage.kind for q in outcome.quotations] == [PassageKind.WORDING]


def test_two_questions_in_one_sentence_are_each_answered(assistant: Assistant) -> None:
    outcome = assistant.ask(
        "Vad kan vi erbjuda små företag, och vad kan vi inrätta för civilsamhället?"
    )
    texts = [q.passage.text for q in outcome.quotations]
    assert any("testbäddscheckar" in text for text in texts)
    assert any("klimatfond" in text for text in texts)
    found = [
        hit.passage.text
        for hit in assistant.search(
            "Vad kan vi erbjuda små företag, och vad kan vi inrätta för civilsamhället?", 4
        )
    ]
    assert any("testbäddscheckar" in text for text in found)
    assert any("klimatfond" in text for text in found)


def test_what_is_told_around_a_question_does_not_decide_whether_it_is_answered(
    assistant: Assistant,
) -> None:
    story = (
        "Hej! Vi sitter på ett tåg mellan två möten, kaffet är slut och konduktören är sur, men i kupén "
        "bredvid pratar några om upphandling och klimatkrav, och då kom jag att tänka på en sak. "
    )
    assert isinstance(assistant.ask(story + "Hur ställer vi klimatkrav i upphandling?"), Answer)
    assert isinstance(assistant.ask(story + "Vem vann hockeymatchen i går kväll?"), Refusal)


def test_what_is_told_around_a_question_is_no_particular_that_it_asks_for(
    assistant: Assistant,
) -> None:
    story = "Hej! Jag läser in mig till fredag. Det är mycket förkortningar i våra papper. "
    assert isinstance(assistant.ask(story + "Vilka är de tre stegen i varje åtagande?"), Answer)


@pytest.mark.parametrize(
    "question",
    [
        "Vad är det allra första vi ska göra enligt kommunikationsåtagandet?",
        "Vad tjänar vi på att många kommuner lovar samma sak?",
        "Vilket är vägledningens långsiktiga syfte?",
    ],
)
def test_a_question_is_not_refused_for_a_word_in_it_that_could_mean_another(
    assistant: Assistant, question: str
) -> None:
    assert isinstance(assistant.ask(question), Answer)


@pytest.mark.parametrize(
    ("named", "more"),
    [
        ("Vad står i punkt 9.1?", "När ska kartläggningen i punkt 9.1 vara klar?"),
        (
            "Vad gäller i steget Initiera i åtagande 1?",
            "Vilka kriterier avgör att initiera i ettan är klart?",
        ),
        ("Vilka åtaganden är bindande för alla?", "Är kontraktet juridiskt bindande?"),
        (
            "Vilka exempel finns för åtagande 8?",
            "Vilken majoritet krävs för exemplen i åtagande 8?",
        ),
    ],
)
def test_what_is_asked_of_something_that_can_be_looked_up_must_be_there_too(
    assistant: Assistant, named: str, more: str
) -> None:
    assert isinstance(assistant.ask(named), Answer)
    assert isinstance(assistant.ask(more), Refusal)


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("Vilket stöd får vi för åtagande 3?", "stod"),
        ("Vem följer upp åtagande 6?", "foljer"),
    ],
)
def test_what_is_asked_of_a_commitment_is_no_word_that_only_leads_on(
    library: Library, question: str, matter: str
) -> None:
    understood = understand(question, library.guidance)
    assert matter in understood.topic.split()
    assert understood.intent is Intent.OPEN


def test_a_refused_question_of_a_point_shows_the_point(assistant: Assistant) -> None:
    outcome = assistant.ask("När ska kartläggningen i punkt 9.1 vara klar?")
    assert isinstance(outcome, Refusal)
    assert outcome.nearest == (assistant.library.point("9.1"),)


@pytest.mark.parametrize("number", ["11", "1234", "9" * 32])
def test_a_commitment_of_any_number_that_is_not_there_is_refused(
    assistant: Assistant, number: str
) -> None:
    outcome = assistant.ask(f"Hur lyder åtagande {number}?")
    assert isinstance(outcome, Refusal)
    assert outcome.reason is RefusalReason.NO_SUCH_COMMITMENT


@pytest.mark.parametrize(("sure", "reserved"), [(1.1, True), (0.0, False)])
def test_an_answer_that_may_not_be_one_says_so_and_no_other(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, *, sure: float, reserved: bool
) -> None:
    # Where the two bounds lie, and whether anything lies between them, the calibration decides.
    known = replace(calibration(), sure=sure)
    monkeypatch.setattr(searching, "calibration", lambda: known)
    outcome = assistant.ask("Vilket datum skickas kontraktet in?")
    assert isinstance(outcome, Answer)
    reservation = phrases.wording_of("found_unsure", assistant.library.words)
    assert (reservation in to_markdown(outcome.body)) == reserved


def test_what_is_answered_outright_is_surer_than_what_is_answered_at_all() -> None:
    assert 0 < calibration().bound <= calibration().sure < 1


def test_a_frequency_is_looked_for_among_all_that_was_found(assistant: Assistant) -> None:
    outcome = assistant.ask("Hur ofta förbinder vi oss att skruva upp ambitionerna?")
    assert isinstance(outcome, Answer)
    assert "avsnitt/3/fit-for-55/2" in cited(outcome)[0]


def test_what_a_step_stands_for_is_told_in_english_too(assistant: Assistant) -> None:
    outcome = assistant.ask("What does the third step, Transformera, stand for?")
    assert isinstance(outcome, Answer)
    assert cited(outcome) == ["begrepp/transformera"]
