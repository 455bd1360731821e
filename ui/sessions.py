"""Gives every user sessions of their own, whatever name for a session their request holds.

Gradio lets whoever knows the name of a session read its stream, stop its work and use its state. Here the
name that reaches Gradio is made of the user's name too, so that another user's session cannot be named.
"""

import json
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.types import Message, Receive, Scope

NAME = "session_hash"
HEARTBEAT = "/gradio_api/heartbeat/"


async def with_own_sessions(scope: Scope, receive: Receive, user: str) -> tuple[Scope, Receive]:
    """The request, with each name of a session in its address and its JSON replaced by the user's own."""
    path = scope["path"]
    if path.startswith(HEARTBEAT):
        path = HEARTBEAT + _own(path.removeprefix(HEARTBEAT), user)
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    own_query = urlencode([(n, _own(v, user) if n == NAME else v) for n, v in query])
    scope = {**scope, "path": path, "raw_path": path.encode(), "query_string": own_query.encode()}
    if scope["method"] != "POST" or path.startswith(("/gradio_api/upload", "/gradio_api/mcp")):
        return scope, receive
    body = _own_body(await Request(scope, receive).body(), user)
    return with_body(scope, body), sent_once(body, receive)


def with_body(scope: Scope, body: bytes) -> Scope:
    """The request, which is said to have that body."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"content-length"]
    return {**scope, "headers": [*headers, (b"content-length", str(len(body)).encode())]}


def sent_once(body: bytes, receive: Receive) -> Receive:
    """Gives the body, and then what else the connection says."""
    waiting = [body]

    async def next_message() -> Message:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return await receive()

    return next_message


def _own(session: str, user: str) -> str:
    return sha256(f"{user}\0{session}".encode()).hexdigest()


def _own_body(body: bytes, user: str) -> bytes:
    """A body that is no JSON object goes on as it is: Gradio refuses it, whatever its type is said to be."""
    try:
        record: Any = json.loads(body)
    except (ValueError, RecursionError):
        return b""
    if isinstance(record, dict) and isinstance(record.get(NAME), str):
        record[NAME] = _own(record[NAME], user)
    return json.dumps(record).encode()
