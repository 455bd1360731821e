import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from assistant.guidance.knowledge import load_labelled
from assistant.opening import Assistant
from evals import baseline as baselines
from evals import case_files, commands, outcomes, running, schemas, scoring
from evals.ablation import KINDS_OF_EVIDENCE
from evals.baseline import Baseline
from evals.cases import QuestionCase
from evals.comparison.plain_search import bm25
from evals.gate import judge
from evals.measures import measured
from evals.outcomes import Run, Sample
from evals.report.content import Content, suite_texts
from evals.report.page import page
from evals.report.writing import junit, numbers
from evals.sampling import drawn
from evals.scores import Score
from evals.self_test.running import self_test
from evals.statistics import interval, worse
from evals.suites import SUITES
from evals.suites.language import lix
from evals.suites.reviews import tampered
from tests.conftest import EDITION, Sampled


def test_a_sample_of_every_suite_passes_the_gate(content: Content) -> None:
    assert content.verdict.faults == ()
    assert {row.suite for row in content.rows} == set(SUITES)


def test_every_planted_fault_is_seen_by_the_suite_that_is_for_it(assistant: Assistant) -> None:
    missed = [seen.fault.name for seen in self_test(assistant) if not seen.caught]
    assert missed == []


@pytest.mark.parametrize("name", sorted(case_files.SHAPES))
def test_the_schema_of_a_case_file_is_that_of_its_model(name: str) -> None:
    path = schemas.SCHEMAS / f"{name.rpartition('.')[0]}.schema.json"
    assert path.read_text(encoding="utf-8") == schemas.written(name)


@pytest.mark.parametrize("name", sorted(SUITES))
def test_every_case_of_a_suite_has_its_own_name(assistant: Assistant, name: str) -> None:
    ids = [case.id for case in running.cases_to_run(assistant, [name], None)[name]]
    assert len(ids) == len(set(ids)) > 0


def test_no_question_that_teaches_the_search_is_also_a_case() -> None:
    labelled = [_letters(one.question) for one in load_labelled(EDITION)]
    asked = {
        _letters(case.question)
        for read in (case_files.question_cases, case_files.unanswerable_cases)
        for frozen in (False, True)
        for case in read(frozen=frozen)
    }
    assert len(set(labelled)) == len(labelled) > 1000
    assert asked.isdisjoint(labelled)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def test_every_measure_has_a_text_for_readers(content: Content) -> None:
    measures = {(row.suite, row.measure) for row in content.rows}
    told = {(suite, m) for suite, text in suite_texts().items() for m in text.measures}
    assert measures - told == set()


def test_outcomes_are_read_as_they_were_written(tmp_path: Path, sampled: Sampled) -> None:
    run, _, produced = sampled
    outcomes.write(tmp_path, run, produced)
    assert outcomes.read(tmp_path) == (run, produced)


def test_the_same_seed_draws_the_same_cases_and_another_seed_others(assistant: Assistant) -> None:
    cases = list(tampered(assistant.library))
    first, again, other = (
        [case.id for case in drawn(cases, Sample(most=5, seed=seed))] for seed in (1, 1, 2)
    )
    assert first == again != other


def test_an_interval_holds_its_mean_and_is_wider_with_fewer_cases() -> None:
    few, many = interval([1, 0, 1, 1]), interval([1, 0, 1, 1] * 50)
    assert few[0] <= many[0] <= 0.75 <= many[1] <= few[1]


def test_a_fall_is_told_from_chance_for_whole_and_for_graded_values() -> None:
    assert worse([1] * 20, [0] * 8 + [1] * 12) < 0.01
    assert worse([1, 0], [0, 1]) == 0.75
    graded = [1 / n for n in range(1, 21)]
    assert worse(graded, [value / 2 for value in graded]) < 0.01
    assert worse(graded, [min(1, value * 2) for value in graded]) > 0.9


def _scores(*values: float, suite: str = "sökning", generated: bool = False) -> tuple[Score, ...]:
    return tuple(
        Score(suite, f"fall-{n}", "rätt först", value, generated=generated)
        for n, value in enumerate(values)
    )


def _accepted(path: Path, run: Run, scores: tuple[Score, ...]) -> Baseline:
    baselines.accept(run, scores, "ett prov", path)
    read = baselines.read_baseline(path)
    assert read is not None
    return read


def test_a_fall_below_the_accepted_run_closes_the_gate_and_its_cases_are_listed(
    tmp_path: Path, sampled: Sampled
) -> None:
    run, *_ = sampled
    accepted = _accepted(tmp_path / "baseline.json", run, _scores(*[1] * 20))
    now = _scores(*[0] * 8, *[1] * 12)
    compared = baselines.compare(now, run, accepted, {})
    verdict = judge(measured(now), compared)
    assert not verdict.passed
    assert "säkert lägre" in verdict.faults[0]
    assert [moved.case for moved in compared[0].moved] == [f"fall-{n}" for n in range(8)]


def test_a_case_that_the_accepted_run_did_not_have_is_not_compared(
    tmp_path: Path, sampled: Sampled
) -> None:
    run, *_ = sampled
    accepted = _accepted(tmp_path / "baseline.json", run, _scores(1, 1))
    assert baselines.compare(_scores(1, 1, 0), run, accepted, {})[0].pairs == 2


def test_generated_cases_are_compared_only_when_the_same_rules_made_them(
    tmp_path: Path, sampled: Sampled
) -> None:
    run, *_ = sampled
    scores = _scores(1, 0, generated=True)
    accepted = _accepted(tmp_path / "baseline.json", run, scores)
    drawn_before = {"sökning": {"fall-0", "fall-1"}}
    assert baselines.compare(scores, run, accepted, drawn_before)[0].pairs == 2
    other_rules = run.model_copy(update={"cases": "andra"})
    assert baselines.compare(scores, other_rules, accepted, drawn_before) == ()


def test_one_quotation_that_is_not_verbatim_closes_the_gate() -> None:
    scores = [Score("ordagrannhet", str(n), "citat i svar", float(n > 0)) for n in range(5000)]
    verdict = judge(measured(scores), ())
    assert "inte 100 procent (1 av 5000 fall faller)" in verdict.faults[0]


def test_without_an_accepted_run_the_gate_says_so() -> None:
    assert "Ingen körning är godtagen" in judge(measured(_scores(0, 0)), None).notes[0]


def test_only_a_whole_run_of_cases_that_are_not_frozen_can_be_accepted(
    sampled: Sampled,
) -> None:
    run, *_ = sampled
    assert baselines.may_be_accepted(run, SUITES) == ""
    assert "frysta" in baselines.may_be_accepted(run.model_copy(update={"frozen": True}), SUITES)
    partial = run.model_copy(update={"suites": ("svar",)})
    assert "sökning" in baselines.may_be_accepted(partial, SUITES)


def test_run_and_score_leave_a_report_with_json_and_junit_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data_dir: Path
) -> None:
    monkeypatch.setenv("KLIMATKONTRAKT_DATA_DIR", str(data_dir))
    monkeypatch.setattr(commands, "RESULTS", tmp_path)
    folder = commands.run(("ordagrannhet", "svar"), Sample(most=3, seed=1), None, None, beside=True)
    assert commands.newest() == folder
    assert commands.score(folder, failures=True, groups=True) == 0
    assert "<h1>" in (folder / "rapport.html").read_text(encoding="utf-8")
    assert json.loads((folder / "resultat.json").read_text(encoding="utf-8"))["passed"] is True
    assert ET.parse(folder / "junit.xml").getroot().tag == "testsuites"


def test_junit_is_red_exactly_when_the_gate_is_closed(content: Content) -> None:
    assert ET.fromstring(junit(content)).findall(".//failure") == []
    broken = [Score("ordagrannhet", "x", "citat i svar", 0, "inte ordagrant")]
    closed = judge(measured(broken), None)
    red = Content(content.run, (), content.rows, None, None, closed, None)
    assert ET.fromstring(junit(red)).findall(".//failure")


def test_the_report_asks_nothing_of_any_server_and_runs_no_script(content: Content) -> None:
    shown = page(content)
    for sign in ("<script", "src=", "@import", "url(", "<link", "<iframe", "<form"):
        outside = [line for line in shown.split("\n") if sign in line and "&lt;" not in line]
        assert outside == [], sign


def test_what_an_attacker_writes_is_only_text_in_the_report(
    assistant: Assistant, content: Content
) -> None:
    every = running.cases_to_run(assistant, ["angrepp"], None)
    hostile = {"angrepp": [case for case in every["angrepp"] if "html" in case.id]}
    produced = running.produce(assistant, hostile)
    judged = tuple(scoring.judge_each(produced, hostile, assistant.library))
    shown = page(Content(content.run, judged, content.rows, None, None, content.verdict, None))
    assert "&lt;img src=x onerror" in shown
    assert "<img" not in shown
    assert "<script" not in shown


def test_frozen_cases_are_counted_but_never_shown_one_by_one(content: Content) -> None:
    frozen = replace(content, run=content.run.model_copy(update={"frozen": True}))
    shown = page(frozen) + json.dumps(numbers(frozen)) + junit(frozen).decode()
    questions = [j.case for j in content.judged if isinstance(j.case, QuestionCase)]
    assert questions
    assert [c.id for c in questions if c.question in shown or f'"{c.id}"' in shown] == []
    assert numbers(frozen)["measures"] == numbers(content)["measures"]


def test_the_numbers_for_programs_are_those_of_the_report(content: Content) -> None:
    told = numbers(content)
    assert len(told["measures"]) == len(content.rows)
    assert told["run"]["code"] == content.run.code


def test_plain_search_finds_a_piece_by_a_word_in_another_form() -> None:
    pieces = ["kommunens upphandlingar", "medborgarnas dialog"]
    assert bm25(pieces, 1)("upphandling") == ("kommunens upphandlingar",)


def test_a_short_sentence_of_short_words_reads_easily_and_a_long_one_does_not() -> None:
    assert lix("Vi är här. Ni är där.") < 10
    assert (
        lix(
            "Implementeringen av klimatomställningsarbetet förutsätter förvaltningsövergripande samverkan."
        )
        > 60
    )


def test_the_ablation_leaves_out_each_feature_of_the_evidence_once(assistant: Assistant) -> None:
    features = assistant.index.evidence("Vad är en klimatbudget?").features
    left_out = [column for columns in KINDS_OF_EVIDENCE.values() for column in columns]
    assert sorted(left_out) == list(range(len(features)))
