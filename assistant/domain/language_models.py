"""What a language model is asked, and what it had a hand in."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Prompt:
    """Uppmaning: what a model is told once, and what it is asked."""

    system: str
    request: str


class LanguageModel(Protocol):
    """Språkmodell: writes text that nobody may see before it is checked."""

    def write(self, prompt: Prompt, seconds: float) -> Generator[str, None, None]:
        """The text piece by piece as it comes; `ModelFault` when it is not whole after so many seconds.

        Closing the generator cancels the request.
        """


@dataclass(frozen=True, slots=True)
class ModelInUse:
    """Modell i bruk: its name, and where it runs as a reader is told ("på den här datorn")."""

    name: str
    place: str
    remote: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """Struken mening: what a model wrote that is not shown, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """Språkmodellens del: which model took part in a text, and what of it is not shown.

    `used` says whether anything that the model wrote is shown; `fault` why it is not, where the
    model as a whole had to be done without; `commitment` which clause of a draft it was asked to write.
    """

    model: ModelInUse
    prompt: str
    used: bool
    dropped: tuple[Dropped, ...] = ()
    fault: str | None = None
    commitment: int | None = None

    @property
    def reasons(self) -> str:
        """Why sentences were dropped, each reason once."""
        return "; ".join(f"meningen {why}" for why in dict.fromkeys(d.why for d in self.dropped))
