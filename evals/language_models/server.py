"""A server that speaks OpenAI's interface on loopback and writes what it is told to, well or badly."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import BaseModel, ConfigDict

ASKED = "Texten att göra om:"
"""What stands before the text in the prompt of drafts."""
STOPPED_AFTER = 30
"""Seconds that a reply which never ends is held open; longer than any time limit of the evals."""


class Reply(BaseModel):
    """Manus till ett svar: what the server answers a request with.

    `pieces` are sent one by one; `raw` is sent as it is instead, byte by Latin-1 character, so that
    it can be broken in any way. With `cut` the connection is closed without an end, with `endless`
    the last piece is sent again and again, with `silent` nothing is sent at all, with `silent_after`
    nothing after the pieces, with `comments` only what keeps a connection open. `echo` sends back the
    text that the model was asked to write anew, with the first of each pair of `swaps` exchanged for
    the second.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    pieces: tuple[str, ...] = ()
    status: int = 200
    raw: str = ""
    cut: bool = False
    endless: bool = False
    silent: bool = False
    comments: bool = False
    silent_after: bool = False
    location: str = ""
    echo: bool = False
    swaps: tuple[tuple[str, str], ...] = ()


@dataclass
class ScriptedServer:
    """Manusserver: gives its replies in turn, the last one again and again, and keeps the requests."""

    address: str
    replies: list[Reply]
    requests: list[dict[str, Any]]
    headers: list[dict[str, str]]
    stopping: threading.Event

    def will_answer(self, *replies: Reply) -> None:
        """Give these replies from now on."""
        self.requests.clear()
        self.headers.clear()
        self.replies[:] = replies

    def next_reply(self) -> Reply:
        """The reply whose turn it is."""
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def scripted_server() -> Iterator[ScriptedServer]:
    """The server while the block runs, on a free port of this computer."""
    server: ScriptedServer

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            server.headers.append({k.lower(): v for k, v in self.headers.items()})
            request = json.loads(self.rfile.read(length))
            server.requests.append(request)
            self.close_connection = True
            try:
                _answer(self, _echoed(server.next_reply(), request), server.stopping)
            except (BrokenPipeError, ConnectionResetError):
                return  # the reader gave up, which is what many cases are about

        def log_message(self, *_: object) -> None:
            """Say nothing on the terminal."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    address = f"http://127.0.0.1:{listening.server_address[1]}/v1"
    server = ScriptedServer(address, [Reply()], [], [], threading.Event())
    threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.stopping.set()
        listening.shutdown()
        listening.server_close()


def _echoed(reply: Reply, request: dict[str, Any]) -> Reply:
    if not reply.echo:
        return reply
    text = request["messages"][-1]["content"].partition(ASKED)[2].strip()
    for old, new in reply.swaps:
        text = text.replace(old, new, 1)
    return reply.model_copy(update={"pieces": (text,)})


def _answer(handler: BaseHTTPRequestHandler, reply: Reply, stopping: threading.Event) -> None:
    if reply.silent:
        stopping.wait(STOPPED_AFTER)
        return
    handler.send_response(reply.status)
    if reply.location:
        handler.send_header("Location", reply.location)
    if reply.status != 200:
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"{}")
        return
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()
    if reply.raw:
        handler.wfile.write(reply.raw.encode("latin-1"))
        return
    if reply.comments:
        while not stopping.wait(0.05):
            handler.wfile.write(b": \n\n")
            handler.wfile.flush()
        return
    for piece in reply.pieces:
        _send(handler, piece)
    if reply.silent_after:
        stopping.wait(STOPPED_AFTER)
    while reply.endless and not stopping.is_set():
        _send(handler, reply.pieces[-1])
    if not reply.cut:
        handler.wfile.write(b"data: [DONE]\n\n")


def _send(handler: BaseHTTPRequestHandler, piece: str) -> None:
    chunk = {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "manus",
        "choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}}],
    }
    handler.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
    handler.wfile.flush()
