"""The vocabulary, the reading path and the process: what they are made of, and when they are refused."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.domain.answers import Answer
from assistant.domain.errors import CorpusFault
from assistant.domain.guidance import TermKind
from assistant.domain.learning import Explanation, ReadingDay, TermEntry, TermQuote
from assistant.domain.passages import Passage, PassageKind
from assistant.domain.process import DatedStep, DateState, Process, ProcessKnowledge, Unsaid
from assistant.guidance.learning import (
    load_examples,
    load_explanations,
    load_process,
    load_reading_path,
)
from assistant.guidance.library import Library
from assistant.learning.process import process_on
from assistant.opening import Assistant
from assistant.settings import Settings
from tests.conftest import EDITION
from ui.views import learning as learning_views
from ui.views import process as process_views
from ui.views.opened import opened
from ui.views.vocabulary import vocabulary as vocabulary_view

FILES = ("examples.yaml", "explanations.yaml", "reading-path.yaml", "process.yaml")
TODAY = date(2026, 1, 1)
HOSTILE = '<script>alert("1")</script>'


def test_every_term_is_there_in_the_order_of_the_alphabet(assistant: Assistant) -> None:
    names = [entry.term.term for entry in assistant.learning.vocabulary]
    assert len(names) == 116
    letters = [name[0].lower() for name in names if name[0].isalpha()]
    assert letters == sorted(letters, key="abcdefghijklmnopqrstuvwxyzåäö".index)


def test_a_term_is_quoted_word_for_word_with_the_places_where_it_stands(
    assistant: Assistant,
) -> None:
    for entry in assistant.learning.vocabulary:
        assert tuple(quote.text for quote in entry.quotes) == entry.term.quotes
        for quote in entry.quotes:
            assert all(quote.text in place.text for place in quote.places)
            assert quote.places or quote.location == "Rubrik eller tabellhuvud"


def test_a_term_is_explained_by_us_exactly_when_the_guidance_does_not(assistant: Assistant) -> None:
    for entry in assistant.learning.vocabulary:
        assert (entry.explanation is not None) == (entry.term.kind is TermKind.MENTIONED)


def test_an_explanation_is_short_and_borrows_no_sentence_of_the_guidance(
    assistant: Assistant,
) -> None:
    source = " ".join((EDITION / "source.txt").read_text(encoding="utf-8").lower().split())
    for entry in assistant.learning.vocabulary:
        if entry.explanation is None:
            continue
        words = entry.explanation.text.lower().split()
        assert len(words) <= 45
        borrowed = [" ".join(words[n : n + 8]) for n in range(len(words) - 7)]
        assert [run for run in borrowed if run in source] == []


def test_where_a_term_is_used_it_is_named(assistant: Assistant) -> None:
    entry = next(e for e in assistant.learning.vocabulary if e.term.term == "klimatkrav")
    quoted_in = {place for quote in entry.quotes for place in quote.places}
    naming = {
        p
        for p in assistant.library.passages
        if "klimatkrav" in p.text.lower() and p.kind is not PassageKind.TERM
    }
    assert set(entry.used_in) == naming - quoted_in


def test_a_step_is_not_said_to_be_used_where_its_name_is_an_ordinary_verb(
    assistant: Assistant,
) -> None:
    entry = next(e for e in assistant.learning.vocabulary if e.term.term == "Etablera")
    assert {place.kind for place in entry.used_in} == {PassageKind.SECTION}


def test_an_official_wording_keeps_its_mark_among_the_terms(assistant: Assistant) -> None:
    entry = next(e for e in assistant.learning.vocabulary if e.term.term == "klimatkommunikation")
    html = vocabulary_view([entry], assistant.library.guidance.edition)
    assert html.count("Officiell formulering") == 1


def test_our_words_are_marked_as_ours_and_the_guidances_are_not(assistant: Assistant) -> None:
    edition = assistant.library.guidance.edition
    for entry in assistant.learning.vocabulary:
        html = vocabulary_view([entry], edition)
        assert html.count("Eget tillägg") == (entry.explanation is not None)
        blocks = "".join(re.findall(r"<blockquote>.*?</blockquote>", html))
        assert entry.explanation is None or entry.explanation.text not in blocks


def test_an_edition_without_the_files_has_terms_and_a_timetable_all_the_same(
    edition_copy: Path, data_dir: Path
) -> None:
    for name in FILES:
        (edition_copy / name).unlink()
    bare = Assistant.open(Settings(data_dir=data_dir, edition=edition_copy))
    edition = bare.library.guidance.edition
    assert bare.learning.examples == ()
    assert len(bare.learning.vocabulary) == 116
    assert "ingen läsväg" in learning_views.reading_path(bare.learning.reading_path, edition)
    html = process_views.process(bare.learning.process(TODAY), edition)
    assert "Tidplanen" in html
    assert "inte säger" not in html


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("explanations", ("term: mission\n", "term: misson\n"), "begreppet ”misson” finns inte"),
        ("explanations", ("- Viable Cities\n", "- Viable\n"), "begreppet ”Viable” finns inte"),
        ("explanations", ("term: mission\n", "term: Kolada\n"), "förklaras i vägledningen"),
        ("explanations", ("term: mission\n", "term: indikator\n"), "står två gånger"),
        ("reading-path", ("åtagande/1\n", "åtagande/11\n"), "”åtagande/11” finns inte"),
        ("examples", ("role: Tjänsteperson", "role: Processledare"), "Processledare: står två"),
        ("examples", ("    - Åtagande 9, etablera\n", ""), "listan ska ha minst 3 poster"),
        ("process", ("göra-nu/1", "göra-nu/9"), "göra-nu/9” finns inte"),
        ("process", ("phase: initiera", "phase: börja"), "steget ”börja” finns inte"),
        ("process", ("advice:", "råd:"), "advice: fältet saknas"),
    ],
)
def test_what_names_something_unknown_is_refused(
    edition_copy: Path, library: Library, name: str, change: tuple[str, str], told: str
) -> None:
    file = edition_copy / f"{name}.yaml"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    loaders: dict[str, Callable[[Path, Library], object]] = {
        "examples": lambda folder, _: load_examples(folder),
        "explanations": load_explanations,
        "reading-path": load_reading_path,
        "process": load_process,
    }
    with pytest.raises(CorpusFault, match=re.escape(told)):
        loaders[name](edition_copy, library)


def test_every_example_is_answered(assistant: Assistant) -> None:
    assert len(assistant.learning.examples) == 5
    for role in assistant.learning.examples:
        for question in role.questions:
            assert isinstance(assistant.ask(question), Answer), question


def test_the_reading_path_is_five_days_of_different_passages(assistant: Assistant) -> None:
    passages = [p.id for day in assistant.learning.reading_path for p in day.passages]
    assert len(assistant.learning.reading_path) == 5
    assert len(set(passages)) == len(passages)
    words = [
        sum(len(p.text.split()) for p in day.passages) for day in assistant.learning.reading_path
    ]
    assert max(words) < 600


@pytest.mark.parametrize(
    ("today", "passed", "ongoing", "coming"),
    [
        (date(2025, 6, 1), 0, (), "19-juni"),
        (date(2025, 9, 17), 1, ("augusti-oktober", "17-september"), "30-september"),
        (date(2025, 10, 31), 5, ("augusti-oktober", "31-oktober"), "3-21-november"),
        (date(2025, 12, 5), 8, ("5-december",), None),
        (date(2026, 1, 1), 9, (), None),
    ],
)
def test_the_timetable_is_told_as_it_stands_on_the_day(
    assistant: Assistant, today: date, passed: int, ongoing: tuple[str, ...], coming: str | None
) -> None:
    shown = process_on(today, assistant.library, ProcessKnowledge())
    assert sum(step.state is DateState.PASSED for step in shown.timetable) == passed
    assert tuple(step.milestone.key for step in shown.ongoing) == ongoing
    assert (shown.next and shown.next.milestone.key) == coming


def test_that_the_dates_have_passed_is_said_when_they_have(assistant: Assistant) -> None:
    edition = assistant.library.guidance.edition
    html = {
        today: process_views.process(
            process_on(today, assistant.library, ProcessKnowledge()), edition
        )
        for today in (date(2025, 9, 17), date(2026, 1, 1))
    }
    assert "har passerat. Årtalet" in html[date(2026, 1, 1)]
    assert html[date(2026, 1, 1)].count("<strong>Har passerat</strong>") == 9
    assert "har passerat. Årtalet" not in html[date(2025, 9, 17)]
    assert "Härnäst, 30 september 2025:" in html[date(2025, 9, 17)]
    assert "Pågår nu:" in html[date(2025, 9, 17)]
    assert "1 augusti–31 oktober 2025" in html[date(2025, 9, 17)]
    assert "3–21 november 2025" in html[date(2025, 9, 17)]


def test_the_steps_are_told_in_the_guidances_words(assistant: Assistant) -> None:
    meanings = assistant.learning.process(TODAY).knowledge.phases
    phases = assistant.library.guidance.edition.phases
    assert tuple(meaning.phase for meaning in meanings) == phases
    for meaning in meanings:
        assert any(p.text.startswith(meaning.phase.name) for p in meaning.passages)


def test_what_the_guidance_does_not_say_comes_with_the_nearest_it_does(
    assistant: Assistant,
) -> None:
    unsaid = assistant.learning.process(TODAY).knowledge.unsaid
    assert any("underteckna" in one.asked for one in unsaid)
    assert all(one.said and one.asked.endswith("?") for one in unsaid)


def test_a_passage_opens_where_it_stands(library: Library) -> None:
    html = opened(library.point("6.5"), library)
    assert "<mark>" in html
    assert "Ta fram metod och avsätt resurser" in html
    assert html.count("<dialog") == html.count("</dialog>") == 1


def test_every_text_of_the_learning_views_is_escaped(library: Library) -> None:
    edition = library.guidance.edition
    passage = Passage(HOSTILE, PassageKind.SECTION, HOSTILE, HOSTILE, HOSTILE)
    term = library.guidance.terms[0]
    hostile = type(term)(HOSTILE, TermKind.MENTIONED, (HOSTILE,), (HOSTILE,))
    quote = TermQuote(passage, 0, (passage,))
    entry = TermEntry(hostile, (quote,), (passage,), Explanation(HOSTILE, (hostile,)))
    step = DatedStep(library.guidance.milestones[0], passage, DateState.COMING)
    knowledge = ProcessKnowledge((passage,), (), (Unsaid(HOSTILE, (passage,), HOSTILE),))
    for html in (
        vocabulary_view([entry], edition),
        learning_views.reading_path([ReadingDay(HOSTILE, HOSTILE, (passage,))], edition),
        process_views.process(Process((step,), (), knowledge), edition),
        opened(passage, library),
    ):
        assert "<script" not in html
        assert 'data-stycke="<' not in html
        assert "&lt;script&gt;" in html
