"""`klimatkontrakt models check` says of the configured model what one needs to know before one trusts it."""

import json

import pytest

from assistant.cli.main import main
from evals.language_models.server import Reply, scripted_server


def checked(
    reply: Reply, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, bool]]:
    with scripted_server() as server:
        server.will_answer(reply)
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL", "openai:manus")
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL_URL", server.address)
        status = main(["models", "check", "--json"])
    return status, {one["what"]: one["passed"] for one in json.loads(capsys.readouterr().out)}


def test_a_model_that_does_as_it_is_told_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reply = Reply(pieces=("Åtagandet handlar om styrning och ledning.\n", "⟦1⟧"))
    status, passed = checked(reply, monkeypatch, capsys)
    assert (status, set(passed.values())) == (0, {True})
    assert list(passed) == ["Svarar", "Skriver svenska", "Behåller märken", "Är snabb nog"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("The commitment is about governance of the municipality. ⟦1⟧", "Skriver svenska"),
        ("Flonken blurgar snarvigt i krastan. ⟦1⟧", "Skriver svenska"),
        ("Åtagandet handlar om styrning och ledning.", "Behåller märken"),
        ("Åtagandet handlar om styrning. ⟦1⟧ ⟦2⟧", "Behåller märken"),
    ],
)
def test_what_a_model_cannot_do_is_told(
    text: str,
    fault: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, passed = checked(Reply(pieces=(text,)), monkeypatch, capsys)
    assert status == 1
    assert [what for what, well in passed.items() if not well] == [fault]


def test_a_model_that_does_not_answer_is_told_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with scripted_server() as server:
        server.will_answer(Reply(status=401))
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL", "openai:manus")
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL_URL", server.address)
        assert main(["models", "check"]) == 1
    assert "nyckeln godtas inte" in capsys.readouterr().out


def test_without_a_model_there_is_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "check"]) == 2
    assert "Ingen språkmodell är inställd." in capsys.readouterr().err
