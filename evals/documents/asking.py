"""Whether questions about the made-up roadmap find the passage that answers, and nothing where none does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.answering.asked_about import without_names
from assistant.answering.own_documents import CONSIDERED, answering
from assistant.domain.own_documents import Holder, OwnHit
from assistant.opening import Assistant

FILE = Path(__file__).with_name("questions.yaml")


@dataclass(frozen=True, slots=True)
class AskedOwn:
    """Ställd fråga: whether the answer was shown, was first among the hits, was rightly left out."""

    question: str
    held_out: bool
    answerable: bool
    shown: bool
    """An answer among what is shown; for one without an answer: something is shown all the same."""
    first: bool


def asked(assistant: Assistant, holder: Holder) -> list[AskedOwn]:
    """Every question, asked of the documents of the holder."""
    return [
        _asked(record, assistant, holder, held_out=number % 2 == 1)
        for number, record in enumerate(yaml.safe_load(FILE.read_text(encoding="utf-8")))
    ]


def _asked(
    record: dict[str, Any], assistant: Assistant, holder: Holder, *, held_out: bool
) -> AskedOwn:
    text = without_names(record["question"], assistant.municipalities)
    hits = assistant.shelf.search(holder, text, CONSIDERED)
    shown = answering(text, hits)
    holds = record["holds"]
    answered = any(holds in passage.text for passage in shown) if holds else bool(shown)
    return AskedOwn(record["question"], held_out, holds is not None, answered, _first(holds, hits))


def _first(holds: str | None, hits: tuple[OwnHit, ...]) -> bool:
    return bool(holds and hits and holds in hits[0].passage.text)
