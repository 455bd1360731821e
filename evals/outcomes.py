"""What the program did with a case, as a line of the file that joins `run` and `score`."""

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.errors import InputFault


class Record(BaseModel):
    """What every record of the file has in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Record):
    """A citation of an answer, as the command line prints it."""

    passage: str
    location: str
    quote: str


class Answered(Record):
    """An answer, a refusal or a question back, and the texts that the search found."""

    kind: Literal["answered"] = "answered"
    status: str
    reason: str | None
    answer: str
    citations: tuple[Cited, ...]
    found: tuple[str, ...] = ()


class Conversed(Record):
    """The turns of a dialogue, in order."""

    kind: Literal["conversed"] = "conversed"
    turns: tuple[Answered, ...]


class Reviewed(Record):
    """The pledges of a text as "verbatim 3", in order, and the mandatory commitments it lacks."""

    kind: Literal["reviewed"] = "reviewed"
    pledges: tuple[str, ...]
    missing: tuple[int, ...] = ()


class Shown(Record):
    """A text in every form that the program shows it in."""

    kind: Literal["shown"] = "shown"
    forms: dict[str, str]


class Inspected(Record):
    """What rules saw to be wrong with something too large to keep, by what was looked at."""

    kind: Literal["inspected"] = "inspected"
    faults: dict[str, tuple[str, ...]]


class Handled(Record):
    """How an attack ended: how, with which text shown, and how a text was judged."""

    kind: Literal["handled"] = "handled"
    ended: str
    shown: str
    pledges: tuple[str, ...] = ()
    answer: Answered | None = None


class Said(Record):
    """A text that the program says, with its variables filled in, and where it stands."""

    kind: Literal["said"] = "said"
    text: str


class Rephrased(Record):
    """What a language model made of an answer: what is shown of it, what not, and in what time.

    `before` and `shown` are the answer without and with the model; `by_model` is every text of the
    model that was shown at any moment.
    """

    kind: Literal["rephrased"] = "rephrased"
    crash: str = ""
    before: str = ""
    shown: str = ""
    by_model: tuple[str, ...] = ()
    used: bool = False
    fault: str = ""
    dropped: tuple[str, ...] = ()
    seconds: float
    limit: float


Observed: TypeAlias = Annotated[
    Answered | Conversed | Reviewed | Shown | Inspected | Handled | Said | Rephrased,
    Field(discriminator="kind"),
]


class Outcome(Record):
    """What came of a case of a suite, and how long it took."""

    suite: str
    case: str
    observed: Observed
    seconds: float


class Sample(Record):
    """How cases were drawn: at most `most` of a group, with a seed."""

    most: int
    seed: int


class Run(Record):
    """What a run was made with, kept beside its outcomes."""

    version: str
    day: str
    edition: str
    encoder: str | None
    model: str | None = None
    """The language model that wrote in all suites; those about models have their own."""
    code: str
    """SHA-256 of the program's source files."""
    corpus: str
    """SHA-256 of the edition's files."""
    prompts: str
    settings: str
    """SHA-256 of the settings that were in force, paths apart."""
    cases: str
    """SHA-256 of the case files and of what generates cases."""
    suites: tuple[str, ...]
    sample: Sample | None
    frozen: bool
    seconds: float = 0.0


def write(folder: Path, run: Run, outcomes: list[Outcome]) -> None:
    """Write a run and its outcomes into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(outcome.model_dump_json() + "\n" for outcome in outcomes)
    (folder / "outcomes.jsonl").write_text(lines, encoding="utf-8")
    # Last, so that a folder with this file is whole.
    (folder / "run.json").write_text(run.model_dump_json(indent=1), encoding="utf-8")


def read(folder: Path) -> tuple[Run, list[Outcome]]:
    """Read what `write` wrote; `InputFault` where there is no whole run."""
    if not (folder / "run.json").is_file():
        raise InputFault(f"I {folder} finns ingen hel körning. Kör först: python -m evals run")
    run = Run.model_validate_json((folder / "run.json").read_text(encoding="utf-8"))
    lines = (folder / "outcomes.jsonl").read_text(encoding="utf-8").split("\n")
    return run, [Outcome.model_validate_json(line) for line in lines if line]
