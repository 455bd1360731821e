"""Other programs, and other assistants over MCP, get what the command line gives, and no more."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from gradio_client.exceptions import AppError

from assistant.drafting.writing import draft_record
from assistant.opening import Assistant
from assistant.published import outcomes
from tests.conftest import USER_HEADER, Shared
from ui.api import NAMES

if TYPE_CHECKING:
    from gradio_client import Client
    from mcp.types import CallToolResult

ORDER = {"municipality": "Växjö", "commitments": [{"number": 6, "steps": ["initiera"]}]}
TAMPERED = "Vi åtar oss att plantera träd."
CALLS: dict[str, dict[str, Any]] = {
    "ask": {"question": "Hur lyder åtagande 6?"},
    "draft": {"order": ORDER},
    "review": {"text": TAMPERED},
    "search": {"question": "klimatkrav på transporter", "limit": 3},
    "terms": {"term": "omställningsarenan"},
}
FAULTS = [
    ("ask", {"question": "  "}, "Frågan är tom."),
    ("ask", {"question": 5}, "Fältet question är inte en text."),
    ("ask", {"question": "a" * 10_001}, "Frågan är"),
    ("ask", {"question": "Hej", "history": [{"role": "system", "content": "x"}]}, "saknar role"),
    ("ask", {"question": "Hej", "municipality": "Atlantis"}, "”Atlantis”"),
    ("draft", {"order": []}, "Fältet order är inte ett JSON-objekt."),
    ("draft", {"order": {"municipality": "Växjö", "x": 1}}, "x"),
    ("review", {"text": None}, "Fältet text är inte en text."),
    ("search", {"question": "klimat", "limit": 0}, "Fältet limit"),
    ("search", {"question": "klimat", "limit": 101}, "Fältet limit"),
    ("terms", {"term": "ostkaka"}, "inget begrepp som heter ”ostkaka”"),
    ("terms", {"term": ["a"]}, "Fältet term är inte en text"),
]


def expected(assistant: Assistant) -> dict[str, Any]:
    entries = [e for e in assistant.learning.vocabulary if e.term.term == "omställningsarena"]
    return {
        "ask": outcomes.outcome_record(assistant.ask("Hur lyder åtagande 6?")),
        "draft": draft_record(assistant.draft(assistant.order(ORDER))),
        "review": outcomes.review_record(assistant.review(TAMPERED)),
        "search": outcomes.hits_record(assistant.search("klimatkrav på transporter", 3)),
        "terms": outcomes.terms_record(entries),
    }


@pytest.fixture(scope="module")
def client(page_address: str) -> Iterator["Client"]:
    from gradio_client import Client

    opened = Client(page_address, verbose=False, analytics_enabled=False)
    yield opened
    opened.close()


def test_the_endpoints_give_what_the_command_line_prints(
    client: "Client", assistant: Assistant
) -> None:
    given = {name: client.predict(api_name=f"/{name}", **call) for name, call in CALLS.items()}
    assert given == expected(assistant)


def test_all_terms_are_given_when_none_is_named(client: "Client", assistant: Assistant) -> None:
    terms = client.predict(api_name="/terms")["terms"]
    assert len(terms) == len(assistant.learning.vocabulary)


@pytest.mark.parametrize(("name", "call", "told"), FAULTS)
def test_a_fault_is_told_in_a_sentence(
    client: "Client", name: str, call: dict[str, Any], told: str
) -> None:
    with pytest.raises(AppError, match=re.escape(told)) as raised:
        client.predict(api_name=f"/{name}", **call)
    assert "Traceback" not in str(raised.value)


def test_a_call_without_a_client_may_leave_out_what_has_a_default(
    page_address: str, assistant: Assistant
) -> None:
    address = f"{page_address}/gradio_api/run/ask"
    answer = httpx.post(address, json={"data": ["Hur lyder åtagande 6?"]}, timeout=60)
    assert answer.json()["data"] == [expected(assistant)["ask"]]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"data": []}', "question, history, municipality"),
        (b'{"data": ["a", null, null, null]}', "question, history, municipality"),
        (b'{"data": 7}', "rätt antal"),
        (b'{"fr\xe5ga": 1}', "JSON med fältet data"),
        (b"[" * 100_000, "JSON med fältet data"),
        (b'{"data": [" "]}', "Frågan är tom."),
    ],
)
def test_a_faulty_call_without_a_client_is_told_so(
    page_address: str, body: bytes, told: str
) -> None:
    answer = httpx.post(f"{page_address}/gradio_api/run/ask", content=body, timeout=60)
    assert answer.status_code == 400
    assert list(answer.json()) == ["error"]
    assert told in answer.json()["error"]


def test_nothing_else_of_the_page_is_offered(page_address: str) -> None:
    offered = httpx.get(f"{page_address}/gradio_api/info?all_endpoints=true").json()
    assert sorted(offered["named_endpoints"]) == [f"/{name}" for name in sorted(NAMES)]
    assert offered["unnamed_endpoints"] == {}


def test_mcp_is_closed_unless_it_is_switched_on(page_address: str) -> None:
    for path in ("mcp", "mcp/", "mcp/http", "mcp/sse", "mcp/schema"):
        assert httpx.get(f"{page_address}/gradio_api/{path}").status_code == 404
        assert httpx.post(f"{page_address}/gradio_api/{path}", json={}).status_code == 404


def test_the_five_tools_are_used_over_mcp(shared: Shared, assistant: Assistant) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client
    from mcp.types import TextContent

    def text(result: "CallToolResult") -> str:
        (content,) = result.content
        assert isinstance(content, TextContent)
        return content.text

    async def used() -> None:
        http = httpx.AsyncClient(headers={USER_HEADER: "eneo"}, timeout=60)
        address = f"{shared.address}/gradio_api/mcp/"
        async with (
            http,
            streamable_http_client(address, http_client=http) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            assert sorted(tool.name for tool in tools) == sorted(NAMES)
            for tool in tools:
                assert "oförändra" in (tool.description or "")
                assert "Använd verktyget när" in (tool.description or "")
                values = tool.inputSchema["properties"].values()
                assert all(value["description"] for value in values)
            for name, call in CALLS.items():
                result = await session.call_tool(name, call)
                assert json.loads(text(result)) == expected(assistant)[name]
            fault = await session.call_tool("ask", {"question": " "})
            assert fault.isError
            assert text(fault) == "Frågan är tom. Skriv vad ni vill veta om vägledningen."
            assert (await session.list_resources()).resources == []
            assert (await session.list_prompts()).prompts == []

    asyncio.run(used())
    for path in ("mcp/http", "mcp/sse", "mcp/schema", "mcp/messages/"):
        asked = httpx.get(f"{shared.address}/gradio_api/{path}", headers={USER_HEADER: "eneo"})
        assert asked.status_code == 404
