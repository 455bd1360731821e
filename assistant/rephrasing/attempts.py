"""A model is asked at most twice for one text, all within its time: once more with what was wrong."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.errors import ModelFault
from assistant.rephrasing.gate import Gate

MOST = 2


class Refused(Exception):
    """What a model wrote cannot be used; `correction` is what it is told, the text what a user is."""

    def __init__(self, message: str, correction: str) -> None:
        super().__init__(message)
        self.correction = correction


def refuse_pledges(text: str, gate: Gate) -> None:
    """Refuse sentences that pass one by one and together read as a pledge."""
    if why := gate.fault_of_whole(text):
        raise Refused(
            f"Det som språkmodellen skrev {why}.",
            f"Formulera inte någon mening i ditt svar som {gate.nouns.article} {gate.nouns.one}.",
        )


@dataclass(slots=True)
class Attempt:
    """Försök: what the model is told of the attempt before, and when its time is up."""

    ends_at: float
    correction: str = ""

    @property
    def seconds(self) -> float:
        """The seconds that are left; `ModelFault` when there are none."""
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise ModelFault("Språkmodellen blev inte klar i tid.")
        return left


def attempts(seconds: float) -> Iterator[Attempt]:
    """The attempts at one text. A caller that is content stops; `correction` goes on to the next."""
    attempt = Attempt(time.monotonic() + seconds)
    for _ in range(MOST):
        yield attempt
