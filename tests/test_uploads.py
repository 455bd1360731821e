"""Nothing of what is uploaded stays on the server, and nothing of what is written gets into its log."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.conftest import USER_HEADER, Shared
from ui import uploads

ANNA = {USER_HEADER: "anna"}
SECRET = "hemlig-uppgift-4711"
ANSWERS, DOCUMENTS, REVIEW = BUTTONS = range(3)
"""The buttons of the page that take a file, in its order: two in Skriv, and one in Granska."""


def folder(shared: Shared) -> Path:
    return shared.folder / "uploads" / str(urlsplit(shared.address).port)


def left(shared: Shared) -> list[Path]:
    return [path for path in folder(shared).rglob("*") if path.is_file()]


def uploaded(shared: Shared, content: bytes, name: str) -> httpx.Response:
    return httpx.post(
        f"{shared.address}/gradio_api/upload",
        files={"files": (name, content)},
        headers=ANNA,
        timeout=60,
    )


def handed_over(shared: Shared, path: str, button: int) -> str:
    """Hands a file to one of the page's own buttons, as it does itself; what comes in the stream."""
    config = httpx.get(f"{shared.address}/config", headers=ANNA).json()
    events = [d for d in config["dependencies"] if any(t[1] == "upload" for t in d["targets"])]
    assert len(events) == len(BUTTONS)
    event = events[button]
    file = {"path": path, "orig_name": Path(path).name, "meta": {"_type": "gradio.FileData"}}
    # The file comes last, after which draft is open; one of the buttons takes several.
    data = [*[""] * (len(event["inputs"]) - 1), [file] if button == DOCUMENTS else file]
    body = {"data": data, "fn_index": event["id"], "session_hash": "uppladdning"}
    httpx.post(f"{shared.address}/gradio_api/queue/join", json=body, headers=ANNA)
    query = {"session_hash": "uppladdning"}
    address = f"{shared.address}/gradio_api/queue/data"
    return httpx.get(address, params=query, headers=ANNA, timeout=60).text


def wait(shared: Shared, until: Callable[[], bool]) -> None:
    """Gives the server turns until it has noticed what happened to a connection."""
    for _ in range(1000):
        if until():
            return
        httpx.get(f"{shared.address}/theme.css", headers=ANNA)
    raise AssertionError("nothing happened")


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.parametrize(
    ("content", "name"),
    [(b"Vi \xc3\xa5tar oss att cykla.", "utkast.txt"), (b"PK\x03\x04trasig", "trasig.docx")],
)
def test_a_file_is_removed_when_it_is_read_also_when_it_cannot_be(
    shared: Shared, content: bytes, name: str, button: int
) -> None:
    (path,) = uploaded(shared, content, name).json()
    assert left(shared) == [Path(path)]
    assert "process_completed" in handed_over(shared, path, button)
    assert left(shared) == []


def test_a_file_that_is_too_large_is_removed(shared: Shared) -> None:
    answer = uploaded(shared, bytes(50 * 1024 * 1024 + 1), "stor.txt")
    assert answer.status_code in {400, 413}
    assert left(shared) == []


def test_a_file_is_removed_when_its_user_leaves_before_it_is_there(shared: Shared) -> None:
    address = urlsplit(shared.address)
    head = (
        f"POST /gradio_api/upload HTTP/1.1\r\nHost: {address.netloc}\r\n{USER_HEADER}: anna\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n"
        '--x\r\nContent-Disposition: form-data; name="files"; filename="u.txt"\r\n\r\n'
    )
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(head.encode() + SECRET.encode() * 1000)
        wait(shared, lambda: left(shared) != [])
    wait(shared, lambda: left(shared) == [])


def test_what_nobody_comes_for_is_removed_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    for name in ("gammal", "ny"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "utkast.txt").touch()
    os.utime(tmp_path / "gammal", (0, 0))
    uploads._remove_older_than(uploads.KEPT_SECONDS)
    assert [path.name for path in tmp_path.iterdir()] == ["ny"]


def test_only_an_uploaded_file_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "uploads"))
    one, another = (tmp_path / "uploads" / name / "utkast.txt" for name in ("a", "b"))
    outside = tmp_path / "annat" / "fil.txt"
    for file in (one, another, outside):
        file.parent.mkdir(parents=True)
        file.touch()
    for path in (outside, one.parent, tmp_path / "uploads", one.parent / "../../../annat/fil.txt"):
        uploads.removed(path)
    assert all(file.exists() for file in (one, another, outside))
    uploads.removed(one)
    assert (one.parent.exists(), another.exists()) == (False, True)


def test_a_path_of_somebody_elses_is_not_read(shared: Shared) -> None:
    one = shared.folder / "utkast.txt"
    one.write_text("Vi åtar oss att cykla.", encoding="utf-8")
    around = folder(shared) / ".." / ".." / one.name
    for path in (str(one), str(around), "/etc/hosts.txt", "https://192.0.2.1/a.txt", "a", "/", ""):
        file = {"path": path, "meta": {"_type": "gradio.FileData"}}
        for where in ("queue/join", "run/draft", "mcp/"):
            body = {
                "data": [file],
                "fn_index": 1,
                "params": {"arguments": {"order": {"a": [file]}}},
            }
            answer = httpx.post(f"{shared.address}/gradio_api/{where}", json=body, headers=ANNA)
            assert (answer.status_code, "laddats upp" in answer.text) == (403, True)
    assert one.exists()
    assert left(shared) == []


def test_the_log_says_what_failed_and_nothing_of_what_was_written(shared: Shared) -> None:
    def post(path: str, body: object) -> None:
        httpx.post(f"{shared.address}/gradio_api/{path}", json=body, headers=ANNA, timeout=60)

    post("run/ask", {"data": [SECRET, SECRET, SECRET]})
    post("run/ask", {"data": [SECRET], "fn_index": 10_000})
    post("queue/join", {"data": [SECRET] * 9, "fn_index": 0, "session_hash": SECRET})
    post("queue/join", {"data": SECRET, "fn_index": SECRET})
    post("mcp/", {"jsonrpc": "2.0", "id": 1, "method": SECRET, "params": {SECRET: SECRET}})
    post("mcp/", SECRET)
    httpx.get(f"{shared.address}/{SECRET}?{SECRET}", headers=ANNA)
    query = {"session_hash": SECRET}
    httpx.get(f"{shared.address}/gradio_api/queue/data", params=query, headers=ANNA, timeout=60)
    log = shared.log.read_text(encoding="utf-8")
    assert "Fel: " in log
    assert SECRET not in log
    assert "Traceback" not in log
