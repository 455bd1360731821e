"""What a request holds, made safe before Gradio sees it: sessions of the user's own, uploaded files only.

Gradio lets whoever knows the name of a session read its stream, stop its work and use its state. Here the
name that reaches it is made of the user's name too, so that another user's session cannot be named. And a
file is given to it by a path, or an address on the internet, which it would read or fetch.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.types import Message, Receive, Scope

from assistant.domain.errors import InputFault
from ui.uploads import is_uploaded

SESSION = "session_hash"
HEARTBEAT = "/gradio_api/heartbeat/"
NOT_UPLOADED = "Anropet gäller en fil som inte har laddats upp här. Välj filen på nytt."


async def with_safe_body(scope: Scope, receive: Receive, user: str) -> tuple[Scope, Receive]:
    """A request with JSON; `InputFault` when it names a file that is not an uploaded one.

    What is no JSON goes on as nothing: Gradio refuses that, whatever its type is said to be.
    """
    try:
        record: Any = json.loads(await Request(scope, receive).body())
    except (ValueError, RecursionError):
        return with_body(scope, b""), sent_once(b"", receive)
    if not all(is_uploaded(Path(path)) for path in _paths(record)):
        raise InputFault(NOT_UPLOADED)
    if user and isinstance(record, dict) and isinstance(record.get(SESSION), str):
        record[SESSION] = _own(record[SESSION], user)
    body = json.dumps(record).encode()
    return with_body(scope, body), sent_once(body, receive)


def with_own_sessions(scope: Scope, user: str) -> Scope:
    """The request, with the session that its address names made the user's own."""
    path = scope["path"]
    if path.startswith(HEARTBEAT):
        path = HEARTBEAT + _own(path.removeprefix(HEARTBEAT), user)
    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    own_query = urlencode([(n, _own(v, user) if n == SESSION else v) for n, v in query])
    return {**scope, "path": path, "raw_path": path.encode(), "query_string": own_query.encode()}


def with_body(scope: Scope, body: bytes) -> Scope:
    """The request, which is said to have that JSON."""
    own = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    others = [header for header in scope["headers"] if header[0] not in dict(own)]
    return {**scope, "headers": [*others, *own]}


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


def _paths(record: object) -> Iterator[str]:
    """Every path or address that Gradio would take for that of a file: an object with `path` and `meta`."""
    waiting = [record]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "meta" in value and "path" in value:
                yield str(value["path"])
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
