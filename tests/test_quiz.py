"""The quiz: every question is a quotation, and exactly one of its answers is right."""

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.passages import Passage, PassageKind, Quotation
from assistant.domain.quiz import QuizKind, QuizQuestion, QuizRound
from assistant.guidance.library import Library
from assistant.learning.quiz import LENGTH, quiz_round
from ui.views import quiz as views

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def right_names(question: QuizQuestion, library: Library) -> set[str]:
    """Every name that is right for the quotation, found in another way than the quiz does."""
    text = plain(question.quotation.text)
    if question.kind is QuizKind.TERM:
        return {
            term.term
            for term in library.guidance.terms
            if {plain(q) for q in term.quotes}
            & {plain(q) for q in question.quotation.text.split("\n")}
        }
    found: set[str] = set()
    for commitment in library.guidance.commitments:
        name = f"{commitment.number}. {commitment.title}"
        if question.kind is QuizKind.COMMITMENT and text in plain(commitment.official_wording):
            found.add(name)
        for point in commitment.points:
            if text in plain(library.point(point.id).text):
                step = point.phase.name if point.phase else ""
                found.add(step if question.kind is QuizKind.PHASE else name)
    return found


@given(seed=SEEDS, kind=st.sampled_from(QuizKind))
@settings(max_examples=60, deadline=timedelta(seconds=5))
def test_exactly_one_answer_is_right(library: Library, seed: int, kind: QuizKind) -> None:
    questions = quiz_round(library, seed, [kind]).questions
    assert len(questions) == LENGTH
    for question in questions:
        assert len(set(question.options)) == len(question.options)
        assert set(question.options) & right_names(question, library) == {question.answer}


@given(seed=SEEDS)
@settings(max_examples=30, deadline=timedelta(seconds=5))
def test_a_question_is_a_quotation_of_the_guidance_and_is_asked_once(
    library: Library, seed: int
) -> None:
    questions = quiz_round(library, seed).questions
    assert len({question.quotation.text for question in questions}) == LENGTH
    for question in questions:
        assert library.by_id[question.quotation.passage.id] is question.quotation.passage


@given(seed=SEEDS)
@settings(max_examples=30, deadline=timedelta(seconds=5))
def test_the_words_asked_for_are_covered_until_the_answer_is_given(
    library: Library, seed: int
) -> None:
    for question in quiz_round(library, seed, [QuizKind.TERM]).questions:
        before = views.asked(QuizRound((question,)), library.guidance.edition).partition(
            "</figure>"
        )[0]
        after = views.judged(QuizRound((question,), (question.right,)), library.guidance.edition)
        assert not re.search(rf"(?<!\w){re.escape(question.answer)}(?!\w)", before, re.IGNORECASE)
        assert before.count("overtackt") == len(question.covered)
        assert "overtackt" not in after


def test_the_same_seed_gives_the_same_round(library: Library) -> None:
    assert quiz_round(library, 7) == quiz_round(library, 7)
    assert quiz_round(library, 7) != quiz_round(library, 8)


def test_the_kinds_take_turns(library: Library) -> None:
    kinds = [question.kind for question in quiz_round(library, 7).questions]
    assert kinds[:6] == [*QuizKind, *QuizKind]


def test_a_text_that_stands_in_two_commitments_is_never_asked_about(library: Library) -> None:
    assert library.point("1.3").text == library.point("2.3").text
    asked = {
        question.quotation.text
        for seed in range(60)
        for question in quiz_round(library, seed, [QuizKind.COMMITMENT]).questions
    }
    assert library.point("1.3").text not in asked
    assert len(asked) > 100


def question(text: str = "Ord om en sak.") -> QuizQuestion:
    passage = Passage("x/y", PassageKind.POINT, text, "Åtagande 1, punkt 1.1", "Rubrik")
    return QuizQuestion(QuizKind.PHASE, Quotation(passage), ("ett", "två"), 0)


def test_a_round_counts_what_is_right_and_remembers_what_is_wrong() -> None:
    current = QuizRound((question("a"), question("b")))
    current = current.answered(0, 1).answered(1, 0)
    assert current.done
    assert current.right == 1
    assert current.missed == (current.questions[0],)


@pytest.mark.parametrize(("number", "choice"), [(1, 0), (0, 2), (0, -1), (-1, 0)])
def test_an_answer_to_another_question_changes_nothing(number: int, choice: int) -> None:
    current = QuizRound((question("a"), question("b")))
    assert current.answered(number, choice) is current


def test_a_second_press_on_an_answer_does_not_answer_the_next_question() -> None:
    current = QuizRound((question("a"), question("b"))).answered(0, 0)
    assert current.answered(0, 1) is current


def test_the_source_is_shown_only_after_the_answer(library: Library) -> None:
    edition = library.guidance.edition
    current = QuizRound((question(),))
    assert "punkt 1.1" not in views.asked(current, edition)
    for choice in (0, 1):
        judged = views.judged(current.answered(0, choice), edition)
        assert "punkt 1.1" in judged
        assert ("Rätt!" in judged) == (choice == 0)
    result = views.result([current.answered(0, 1)], edition)
    assert "0 av 1 rätt" in result
    assert "punkt 1.1" in result


def test_an_edition_without_questions_says_so(library: Library) -> None:
    assert "räcker inte" in views.result([QuizRound(())], library.guidance.edition)


def test_every_text_of_the_quiz_is_escaped(library: Library) -> None:
    hostile = "<script>alert(1)</script>"
    passage = Passage(hostile, PassageKind.WORDING, hostile, hostile, hostile)
    asked = QuizQuestion(
        QuizKind.TERM, Quotation(passage), (hostile, f"{hostile}2"), 0, covered=((1, 7),)
    )
    edition = library.guidance.edition
    answered = QuizRound((asked,), (1,))
    for html in (
        views.asked(QuizRound((asked,)), edition),
        views.judged(answered, edition),
        views.result([answered], edition),
    ):
        assert "<script" not in html
        assert "&lt;" in html
