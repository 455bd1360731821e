import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.opening import Assistant

COMMAND = [sys.executable, "-m", "assistant.cli.main"]


def run(
    environment: dict[str, str], *arguments: str, given: str | bytes = ""
) -> subprocess.CompletedProcess[str]:
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(
        [*COMMAND, *arguments], input=data, capture_output=True, env=environment, check=False
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture(scope="module", autouse=True)
def _index_is_built(assistant: Assistant) -> None:
    assert assistant.index


def test_ask_prints_the_answer_with_its_source_and_the_status_of_the_guidance(
    environment: dict[str, str],
) -> None:
    done = run(environment, "ask", "Hur formulerar vi åtagandet om upphandling?")
    assert done.returncode == 0
    assert "> Vi åtar oss att utveckla upphandling och inköp" in done.stdout
    assert "Källa: Åtagande 6 (avsnitt 3.6), vägledningen 2025:1" in done.stdout
    assert "Arbetsmaterial, inte tänkt för vidare spridning" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_lines_are_answered_in_order_and_a_faulty_line_does_not_stop_the_run(
    environment: dict[str, str],
) -> None:
    lines = [
        '{"id": 1, "question": "Vad betyder Etablera?"}',
        "inte json",
        '{"id": 2}',
        "",
        json.dumps(
            {
                "id": 3,
                "question": "och för åtagande 6?",
                "history": [{"role": "user", "content": "åtagande 9, etablera"}],
            }
        ),
        '{"id": 4, "question": "Hej", "history": "fel"}',
        '{"id": 5, "question": "hej", "municipality": "Atlantis"}',
        '["lista"]',
        '{"id": 6, "question": "Vem vann matchen i går?"}',
    ]
    done = run(environment, "ask", "-", "--json", given="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [a["id"] for a in answers] == [1, None, 2, 3, 4, 5, None, 6]
    assert ["error" in a for a in answers] == [False, True, True, False, True, True, True, False]
    assert answers[0]["citations"][0]["passage"] == "2025-1/begrepp/etablera"
    assert {c["passage"] for c in answers[3]["citations"]} >= {"2025-1/punkt/6.4"}
    assert answers[-1]["status"] == "refused"
    assert answers[-1]["reason"] == "not_covered"
    assert set(answers[0]) == {
        "id", "status", "answer", "citations", "reason", "understood_as", "nearest", "follow_ups", "draft",
    }  # fmt: skip


def test_a_line_that_is_not_utf8_is_a_faulty_line(environment: dict[str, str]) -> None:
    given = b'{"id": 1, "question": "\xe5tagande"}\n{"id": 2, "question": "Hej"}\n'
    done = run(environment, "ask", "-", "--json", given=given)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert "UTF-8" in answers[0]["error"]
    assert answers[1]["status"] == "answered"


def test_search_prints_passages_best_first(environment: dict[str, str]) -> None:
    line = '{"id": "a", "question": "klimatkrav på transporter"}'
    done = run(environment, "search", "-", "--json", "--limit", "3", given=line)
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["id"] == "a"
    assert len(found["passages"]) == 3
    assert set(found["passages"][0]) == {"passage", "text", "location", "score"}
    scores = [passage["score"] for passage in found["passages"]]
    assert scores == sorted(scores, reverse=True)


def test_a_question_can_be_read_from_standard_input(environment: dict[str, str]) -> None:
    assert "Skala upp" in run(environment, "ask", "-", given="Vad betyder Transformera?").stdout
    assert "Skala upp" in run(environment, "ask", given="Vad betyder Transformera?").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "KOMMANDO"),
        (("dansa",), "okänt val"),
        (("ask", "--fel", "x"), "okända argument"),
        (("search", "--limit", "noll", "x"), "inte ett heltal"),
        (("search", "--limit", "0", "x"), "minst 1"),
        (("ask", ""), "Frågan är tom"),
        (("ask", "x" * 50_000), "Korta den"),
        (("ask", "--municipality", "Vexjö", "hej"), "Menar du Växjö kommun?"),
    ],
)
def test_wrong_usage_is_one_swedish_sentence_and_status_2(
    environment: dict[str, str], arguments: tuple[str, ...], says: str
) -> None:
    done = run(environment, *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("KLIMATKONTRAKT_PORT", "hundra", "KLIMATKONTRAKT_PORT"),
        ("KLIMATKONTRAKT_PORT", "99999", "högst 65535"),
        ("KLIMATKONTRAKT_EDITION", "/nowhere", "KLIMATKONTRAKT_EDITION"),
        ("KLIMATKONTRAKT_SETTINGS", "/nowhere", "KLIMATKONTRAKT_SETTINGS"),
        ("KLIMATKONTRAKT_PROT", "1", "KLIMATKONTRAKT_PROT"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(
    environment: dict[str, str], name: str, value: str, says: str
) -> None:
    done = run({**environment, name: value}, "ask", "hej")
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_setting_can_stand_in_a_file(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('port = "fel"\n', encoding="utf-8")
    done = run({**environment, "KLIMATKONTRAKT_SETTINGS": str(file)}, "ask", "hej")
    assert "KLIMATKONTRAKT_PORT" in done.stderr


def test_a_fault_of_the_program_is_one_sentence_and_a_file(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "index").write_text("a file where a folder must be", encoding="utf-8")
    done = run({**environment, "KLIMATKONTRAKT_DATA_DIR": str(tmp_path)}, "search", "upphandling")
    assert done.returncode == 1
    assert "fel.log" in done.stderr
    assert (tmp_path / "fel.log").is_file()


def test_nothing_heavy_is_imported_for_the_help(environment: dict[str, str]) -> None:
    script = (
        "import sys\nfrom assistant.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'gradio', 'torch', 'chromadb', 'sentence_transformers', 'sklearn', 'langchain_core'}\n"
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "set()"
    assert "Användning:" in done.stdout
