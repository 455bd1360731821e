"""Own documents with their vectors at a Chroma server: the same behaviour; away, it is one sentence."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.domain.errors import SettingsFault
from assistant.domain.own_documents import Reception
from assistant.own_documents.shelf import Shelf
from assistant.settings import read_settings
from tests.test_own_documents import PLAN, file, found, holder, holds

CHROMA = Path(sys.executable).with_name("chroma")
LONGEST_START = 60


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a real Chroma server, and the folder of its files."""
    folder, port = tmp_path_factory.mktemp("chroma"), free_port()
    command = [
        str(CHROMA),
        "run",
        "--path",
        str(folder),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ}
    ) as process:
        deadline = time.monotonic() + LONGEST_START
        while time.monotonic() < deadline:
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", folder
        process.terminate()


@pytest.fixture
def shelf(server: tuple[str, Path], tmp_path: Path) -> Shelf:
    return Shelf.of(tmp_path / "data", server[0], None)


def test_documents_are_added_found_replaced_and_removed(
    shelf: Shelf, server: tuple[str, Path], tmp_path: Path
) -> None:
    whose, plan = holder("Växjö"), file(tmp_path, "plan.md", PLAN + "\nOrdet Hemligstämplat.\n")
    assert [r.reception for r in shelf.add(whose, [plan])] == [Reception.ADDED]
    assert found(shelf, whose, "Vem ansvarar för laddplatserna?")[0] == "plan.md, stycke 4"
    assert shelf.search(holder("Habo"), "laddplatserna", 3) == ()
    plan.write_text(PLAN.replace("laddplatserna", "cykelvägarna"), encoding="utf-8")
    assert [r.reception for r in shelf.add(whose, [plan])] == [Reception.REPLACED]
    assert found(shelf, whose, "cykelvägarna")[0] == "plan.md, stycke 4"
    shelf.remove(whose, "plan.md")
    assert shelf.search(whose, "cykelvägarna", 3) == ()
    for folder in (tmp_path / "data", server[1]):
        assert holds(folder, "Hemligstämplat") == []
        assert holds(folder, "plan.md") == []
    assert not (tmp_path / "data" / "documents" / "chroma").exists()


def test_another_process_of_the_same_server_sees_the_change(
    shelf: Shelf, server: tuple[str, Path], tmp_path: Path
) -> None:
    other = Shelf.of(tmp_path / "data", server[0], None)
    plan = file(tmp_path, "plan.md", PLAN)
    shelf.add(holder("Malmö"), [plan])
    assert found(other, holder("Malmö"), "laddplatserna")
    plan.write_text("# Ny\n\nSkolorna minskar matsvinnet.\n", encoding="utf-8")
    other.add(holder("Malmö"), [plan])
    assert found(shelf, holder("Malmö"), "matsvinnet") == ["plan.md, stycke 2"]


def test_documents_kept_in_the_process_are_found_after_moving_to_a_server(
    server: tuple[str, Path], tmp_path: Path
) -> None:
    whose = holder("Lund")
    Shelf.of(tmp_path / "data", None, None).add(whose, [file(tmp_path, "plan.md", PLAN)])
    moved = Shelf.of(tmp_path / "data", server[0], None)
    assert found(moved, whose, "laddplatserna")[0] == "plan.md, stycke 4"


def test_a_server_that_is_away_is_one_sentence_and_loses_nothing(
    server: tuple[str, Path], tmp_path: Path
) -> None:
    whose, plan = holder("Kalmar"), file(tmp_path, "plan.md", PLAN)
    Shelf.of(tmp_path / "data", server[0], None).add(whose, [plan])
    away = Shelf.of(tmp_path / "data", f"http://127.0.0.1:{free_port()}", None)
    with pytest.raises(SettingsFault, match="KLIMATKONTRAKT_CHROMA"):
        away.search(whose, "laddplatserna", 3)
    plan.write_text("# Ny\n\nEn annan text.\n", encoding="utf-8")
    with pytest.raises(SettingsFault, match="Starta den"):
        away.add(whose, [plan])
    back = Shelf.of(tmp_path / "data", server[0], None)
    assert found(back, whose, "laddplatserna")[0] == "plan.md, stycke 4"


@pytest.mark.parametrize(
    "address", ["localhost:8000", "ftp://a", "http://", "http://a/b", "http://u:p@a"]
)
def test_an_address_that_is_none_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLIMATKONTRAKT_CHROMA", address)
    with pytest.raises(SettingsFault, match="KLIMATKONTRAKT_CHROMA"):
        read_settings()
