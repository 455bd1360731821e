"""Nobody comes in from another site, by another door or in another user's name."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection
from urllib.parse import urlsplit

import httpx
import pytest

from assistant.cli.main import main
from assistant.journal import Journal
from tests.conftest import USER_HEADER, Shared

RUN = "/gradio_api/run/ask"
CALL = {"data": ["Hur lyder åtagande 6?"]}
CLOSED = [
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file=../../../../etc/passwd",
    "/gradio_api/file=%2e%2e/%2e%2e/etc/passwd",
    "/gradio_api/file=https://example.com/",
    "/gradio_api/file//etc/passwd",
    "/assets/../../../routes.py",
    "/assets/%2e%2e/%2e%2e/%2e%2e/routes.py",
    "/static/..%2f..%2f..%2froutes.py",
    "/svelte/../index.html",
    "/gradio_api/proxy=https://example.com/",
    "/gradio_api/deep_link?session_hash=x",
    "/gradio_api/dev/reload",
    "/gradio_api/openapi.json",
    "/gradio_api/queue/status",
    "/gradio_api/runs",
    "/gradio_api/startup-events",
    "/gradio_api/token",
    "/gradio_api/user",
    "/gradio_api/vibe-code",
    "/gradio_api/custom_component/x/client/x/x",
    "/gradio_api/stream/x/y/z/playlist.m3u8",
    "/gradio_api/call/ask/x",
    "/gradio_api/component_server",
    "/gradio_api/process_recording",
    "/monitoring",
    "/monitoring/summary",
    "/login",
    "/logout",
    "/docs",
    "/openapi.json",
    "/GRADIO_API/info",
    "//gradio_api/token",
]


@pytest.mark.parametrize("path", CLOSED)
def test_what_the_page_does_not_need_is_closed(page_address: str, path: str) -> None:
    # httpx would straighten the path out before it is sent.
    url = httpx.URL(page_address).copy_with(raw_path=path.encode())
    for method in ("GET", "HEAD", "POST", "PUT"):
        assert httpx.request(method, url).status_code == 404


def test_a_refusal_is_a_swedish_page_in_a_browser_and_a_sentence_elsewhere(
    page_address: str,
) -> None:
    shown = httpx.get(f"{page_address}/monitoring", headers={"Accept": "text/html"})
    assert '<html lang="sv">' in shown.text
    assert "Den sidan finns inte." in shown.text
    assert httpx.get(f"{page_address}/monitoring").text.startswith("Den sidan finns inte.")


def test_the_pages_of_gradio_about_itself_lead_back(page_address: str) -> None:
    for query in ("view=api", "view=settings", "deep_link=x", "a=1&view=api"):
        answer = httpx.get(f"{page_address}/?{query}")
        assert (answer.status_code, answer.headers["location"]) == (303, "./")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:{}", "localhost:1", ""])
def test_another_host_is_refused(page_address: str, host: str) -> None:
    port = urlsplit(page_address).port
    answer = httpx.get(page_address, headers={"Host": host.format(port)})
    assert answer.status_code in {400, 403}
    for own in ("localhost", "127.0.0.1", "[::1]"):
        assert httpx.get(page_address, headers={"Host": f"{own}:{port}"}).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:1"},
    ],
)
def test_another_site_is_refused(page_address: str, sent: dict[str, str]) -> None:
    answers = [
        httpx.post(page_address + RUN, json=CALL, headers=sent),
        httpx.get(f"{page_address}/gradio_api/info", headers=sent),
        httpx.options(
            page_address + RUN, headers={**sent, "Access-Control-Request-Method": "POST"}
        ),
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert not any("access-control-allow-origin" in answer.headers for answer in answers)


def test_the_page_itself_may_ask_and_be_opened_by_a_link(page_address: str) -> None:
    own = {"Origin": page_address, "Sec-Fetch-Site": "same-origin"}
    assert httpx.post(page_address + RUN, json=CALL, headers=own, timeout=60).status_code == 200
    assert httpx.get(page_address, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_what_is_too_large_is_not_received(page_address: str) -> None:
    connection = HTTPConnection(urlsplit(page_address).netloc, timeout=60)
    with closing(connection):
        connection.putrequest("POST", RUN)
        connection.putheader("Content-Length", str(60 * 1024 * 1024))
        connection.endheaders()
        answer = connection.getresponse()
        assert (answer.status, b"50 MB" in answer.read()) == (413, True)
    streamed = httpx.post(page_address + RUN, content=iter([b"{}"]))
    assert streamed.status_code == 411


def test_every_response_tells_the_browser_what_it_may_do(page_address: str) -> None:
    for path in ("/", "/theme.css", "/monitoring"):
        headers = httpx.get(page_address + path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self'" in policy
        assert "script-src 'self' 'unsafe-inline'" not in policy
    first, second = (httpx.get(page_address).headers["content-security-policy"] for _ in "12")
    assert first != second, "a nonce is used once"


def test_another_address_needs_to_know_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "klimat.example"):
        assert main(["serve", "--host", host]) == 2
        told = capsys.readouterr().err
        assert "KLIMATKONTRAKT_USER_HEADER" in told
        assert len(told.splitlines()) == 1
    monkeypatch.setenv("KLIMATKONTRAKT_USER_HEADER", "X User:")
    assert main(["serve"]) == 2
    assert "X-Remote-User" in capsys.readouterr().err


def test_mcp_that_is_not_installed_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KLIMATKONTRAKT_MCP", "true")
    monkeypatch.setattr("ui.serving.find_spec", lambda _: None)
    assert main(["serve"]) == 2
    assert "pip install 'klimatkontrakt[mcp]'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "sent",
    [
        [],
        [(USER_HEADER, "")],
        [(USER_HEADER, "a" * 201)],
        [(USER_HEADER, "anna\x01")],
        [(USER_HEADER, "anna"), (USER_HEADER, "anna")],
        [(USER_HEADER.lower(), "mallory"), (USER_HEADER, "anna")],
        [("X_Remote_User", "anna")],
    ],
)
def test_who_is_not_named_by_the_proxy_does_not_come_in(
    shared: Shared, sent: list[tuple[str, str]]
) -> None:
    for method, path in (
        ("GET", "/"),
        ("GET", "/theme.css"),
        ("GET", "/gradio_api/info"),
        ("POST", RUN),
        ("POST", "/gradio_api/mcp/"),
        ("POST", "/gradio_api/upload"),
    ):
        answer = httpx.request(method, shared.address + path, headers=sent)
        # What is no header at all is refused before it is read.
        assert answer.status_code in {400, 403}
        assert answer.status_code == 400 or "vem ni är" in answer.text


def test_a_proxied_page_answers_under_the_proxys_name_and_not_to_others(shared: Shared) -> None:
    user = {USER_HEADER: "anna"}
    for own in (
        {"Host": "klimat.kommun.se", "Origin": "https://klimat.kommun.se"},
        {"X-Forwarded-Host": "klimat.kommun.se", "Origin": "https://klimat.kommun.se"},
        {"Origin": "https://klimat.kommun.se", "Sec-Fetch-Site": "same-origin"},
    ):
        answer = httpx.post(shared.address + RUN, json=CALL, headers={**user, **own}, timeout=60)
        assert answer.status_code == 200
    foreign = {**user, "Host": "klimat.kommun.se", "Origin": "https://evil.example"}
    answer = httpx.post(shared.address + RUN, json=CALL, headers=foreign)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_two_users_at_once_are_told_apart_in_the_journal(shared: Shared) -> None:
    def asked(user: str) -> None:
        for number in (1, 2, 3):
            call = {"data": [f"Hur lyder åtagande {number}? {user}"]}
            headers = {USER_HEADER.encode(): user.encode()}
            assert httpx.post(shared.address + RUN, json=call, headers=headers, timeout=60)

    users = ["Åsa Öberg", "bo@kommun.se"]
    with ThreadPoolExecutor() as threads:
        list(threads.map(asked, users))
    kept = list(Journal(shared.folder, 90).entries())
    for user in users:
        assert {e["asker"] for e in kept if e.get("asked", "").endswith(user)} == {user}


def joined(shared: Shared, user: str, session: str) -> str:
    """Asks as the page does; the event that is to come in the session's stream."""
    config = httpx.get(f"{shared.address}/config", headers={USER_HEADER: user}).json()
    event = next(d["id"] for d in config["dependencies"] if d["api_name"] == "ask")
    body = {"data": ["Hur lyder åtagande 6?", None, None], "fn_index": event}
    answer = httpx.post(
        f"{shared.address}/gradio_api/queue/join",
        json={**body, "session_hash": session},
        headers={USER_HEADER: user},
    )
    return str(answer.json()["event_id"])


def stream(shared: Shared, user: str, session: str) -> str:
    query = {"session_hash": session}
    address = f"{shared.address}/gradio_api/queue/data"
    told = ""
    with (
        httpx.stream(
            "GET", address, params=query, headers={USER_HEADER: user}, timeout=60
        ) as answer,
        # The stream of a session that is not there ends in the middle.
        suppress(httpx.RemoteProtocolError),
    ):
        for text in answer.iter_text():
            told += text
    return told


def test_who_knows_the_name_of_a_session_cannot_read_or_stop_it(shared: Shared) -> None:
    event = joined(shared, "anna", "gemensam")
    assert "session_not_found" in stream(shared, "mallory", "gemensam")
    stop = {"session_hash": "gemensam", "fn_index": 0, "event_id": event}
    mallory = {USER_HEADER: "mallory"}
    httpx.post(f"{shared.address}/gradio_api/cancel", json=stop, headers=mallory)
    told = stream(shared, "anna", "gemensam")
    assert "Vi åtar oss att utveckla upphandling" in told
    assert event in told
