"""What the assistant did with a case, as a line of the file that joins `run` and `score`."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict


class Outcome(BaseModel):
    """One answered turn: the passages found, the answer as the command line prints it, the time."""

    model_config = ConfigDict(extra="forbid")

    suite: str
    case: str
    turn: int = 0
    passages: tuple[str, ...] = ()
    """Texts found by search, best first."""
    answer: dict[str, Any]
    seconds: float


class Run(BaseModel):
    """What a run was made with, kept beside its outcomes."""

    version: str
    edition: str
    encoder: str | None
    code: str
    """SHA-256 of the program's source files."""
    corpus: str
    """SHA-256 of the edition's files."""
    frozen: bool


def write(folder: Path, run: Run, outcomes: list[Outcome]) -> None:
    """Write a run and its outcomes into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text(run.model_dump_json(indent=1), encoding="utf-8")
    lines = "".join(outcome.model_dump_json() + "\n" for outcome in outcomes)
    (folder / "outcomes.jsonl").write_text(lines, encoding="utf-8")


def read(folder: Path) -> tuple[Run, list[Outcome]]:
    """Read what `write` wrote."""
    run = Run.model_validate_json((folder / "run.json").read_text(encoding="utf-8"))
    lines = (folder / "outcomes.jsonl").read_text(encoding="utf-8").splitlines()
    return run, [Outcome.model_validate_json(line) for line in lines]
