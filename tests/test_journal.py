"""The journal keeps what was asked and what came of it, when it is told to, and no longer than it is told."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.cli.main import main
from assistant.domain.answers import Refusal
from assistant.domain.errors import InputFault
from assistant.journal import Journal
from assistant.opening import Assistant
from assistant.settings import Settings
from evals.language_models.server import Reply, scripted_server

QUESTION = "Hur lyder åtagande 6?"


def test_nothing_is_kept_unless_it_is_asked_for(tmp_path: Path) -> None:
    Assistant.open(Settings(data_dir=tmp_path)).ask(QUESTION)
    assert not (tmp_path / "journal.sqlite3").exists()


def test_an_entry_says_who_asked_what_and_what_came_of_it(tmp_path: Path) -> None:
    assistant = Assistant.open(Settings(data_dir=tmp_path, journal=True))
    list(assistant.ask_in_steps(QUESTION, municipality="Växjö kommun", asker="anna"))
    (entry,) = Journal(tmp_path, 90).entries()
    assert entry["asker"] == "anna"
    assert entry["asked"] == QUESTION
    assert entry["municipality"] == "Växjö kommun"
    assert entry["status"] == "besvarad"
    assert entry["sources"] == ["2025-1/åtagande/6"]
    assert "Vi åtar oss att utveckla upphandling" in entry["text"]
    assert entry["models"] == []
    assert datetime.fromisoformat(entry["at"]) <= datetime.now(UTC)


def test_a_refusal_and_a_draft_are_kept_too(tmp_path: Path) -> None:
    assistant = Assistant.open(Settings(data_dir=tmp_path, journal=True))
    assert isinstance(assistant.ask("Vad innebär åtagande 11?"), Refusal)
    assistant.draft(assistant.order({"municipality": "Växjö", "commitments": [{"number": 6}]}))
    refused, draft = Journal(tmp_path, 90).entries()
    assert refused["status"] == "avböjd: no_such_commitment"
    assert draft["kind"] == "utkast"
    assert draft["municipality"] == "Växjö kommun"


def test_an_entry_says_what_a_model_did_and_what_was_dropped(tmp_path: Path) -> None:
    with scripted_server() as server:
        server.will_answer(
            Reply(pieces=("Åtagandet handlar om upphandling. Det kostar 40 miljoner.",))
        )
        settings = Settings(
            data_dir=tmp_path, journal=True, model="openai:manus", model_url=server.address
        )
        Assistant.open(settings).ask(QUESTION)
    (entry,) = Journal(tmp_path, 90).entries()
    (told,) = entry["models"]
    assert (told["model"], told["place"], told["used"]) == ("manus", "på den här datorn", True)
    assert told["prompt"].startswith("svar@")
    assert [dropped["text"] for dropped in told["dropped"]] == ["Det kostar 40 miljoner."]


def test_an_answer_that_was_cut_short_is_kept_as_it_was_shown(tmp_path: Path) -> None:
    assistant = Assistant.open(Settings(data_dir=tmp_path, journal=True))
    steps = assistant.ask_in_steps(QUESTION)
    next(steps)
    steps.close()
    assert len(list(Journal(tmp_path, 90).entries())) == 1


def test_what_is_too_old_is_removed(tmp_path: Path) -> None:
    journal = Journal(tmp_path, 30)
    journal.write({"asked": "ny"}, None)
    old = (datetime.now(UTC) - timedelta(days=31)).isoformat(timespec="seconds")
    with sqlite3.connect(tmp_path / "journal.sqlite3") as database:
        database.execute(
            "INSERT INTO entries (at, entry) VALUES (?, ?)", (old, '{"asked": "gammal"}')
        )
    database.close()
    assert [entry["asked"] for entry in journal.entries()] == ["ny"]
    assert b"gammal" not in (tmp_path / "journal.sqlite3").read_bytes()


def test_the_journal_is_exported_and_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KLIMATKONTRAKT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KLIMATKONTRAKT_JOURNAL", "true")
    assert main(["ask", QUESTION]) == 0
    capsys.readouterr()
    assert main(["journal", "export"]) == 0
    assert json.loads(capsys.readouterr().out)["asked"] == QUESTION
    target = tmp_path / "journal.jsonl"
    assert main(["journal", "export", "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["asked"] == QUESTION
    assert main(["journal", "clear"]) == 0
    assert "Borttagna poster: 1." in capsys.readouterr().out
    assert list(Journal(tmp_path / "data", 90).entries()) == []


def test_a_file_that_is_no_journal_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_text("något helt annat, som är längre än ett sidhuvud i SQLite " * 5)
    with pytest.raises(InputFault, match="KLIMATKONTRAKT_JOURNAL=false"):
        Journal(tmp_path, 90).write({}, None)
    assert path.read_text().startswith("något helt annat")
