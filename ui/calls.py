"""Direct calls of the endpoints: what may be left out is filled in, and every fault is one sentence.

Gradio asks for every value of a call, and answers a fault of its own with nothing and the status 500.
"""

import json
from inspect import Parameter, signature
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.domain.errors import InputFault
from ui.api import Endpoints
from ui.bodies import sent_once, with_body
from ui.views.parts import UNEXPECTED

PATH = "/gradio_api/run/"


class Calls:
    """Between the guard and Gradio, for the addresses of the endpoints."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Every other request goes on as it is."""
        if scope["type"] != "http" or not scope["path"].startswith(PATH):
            await self.app(scope, receive, send)
            return
        try:
            body = _whole(await Request(scope, receive).body(), scope["path"].removeprefix(PATH))
        except InputFault as fault:
            await JSONResponse({"error": str(fault)}, 400)(scope, receive, send)
            return
        answer: list[Message] = []

        async def kept(message: Message) -> None:
            answer.append(message)

        await self.app(with_body(scope, body), sent_once(body, receive), kept)
        if answer[0]["status"] == 200:
            for message in answer:
                await send(message)
            return
        said = _error(b"".join(part.get("body", b"") for part in answer[1:]))
        status = 500 if said == UNEXPECTED else 400
        await JSONResponse({"error": said}, status)(scope, receive, send)


def _whole(body: bytes, name: str) -> bytes:
    """The call with every value; `InputFault` says what it should be."""
    values = _values(name)
    try:
        data = json.loads(body)["data"]
    except (ValueError, RecursionError, TypeError, KeyError) as error:
        raise InputFault(
            "Anropet är inte JSON med fältet data. Ange värdena som en lista där."
        ) from error
    fewest = sum(value.default is Parameter.empty for value in values)
    if not isinstance(data, list) or not fewest <= len(data) <= len(values):
        told = ", ".join(value.name for value in values)
        raise InputFault(f"Fältet data har inte rätt antal värden. Ange dem i ordning: {told}.")
    return json.dumps({"data": data + [value.default for value in values[len(data) :]]}).encode()


def _values(name: str) -> list[Parameter]:
    """What an endpoint takes, in the order of a call."""
    given = signature(getattr(Endpoints, name)).parameters.values()
    return [value for value in given if value.name not in {"self", "request"}]


def _error(body: bytes) -> str:
    try:
        told: Any = json.loads(body)
    except ValueError:
        return UNEXPECTED
    return str(told.get("error") or UNEXPECTED) if isinstance(told, dict) else UNEXPECTED
