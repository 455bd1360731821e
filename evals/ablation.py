"""What each part of the search and of the refusals gives: development cases with one part off in turn."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np
from rich.console import Console
from rich.table import Table

from assistant import Assistant
from assistant.domain.passages import LabelledQuestions
from assistant.guidance.knowledge import load_knowledge, load_uncovered
from assistant.search import index as searching
from assistant.search.views import Entry, entries_of
from evals import calibration
from evals import case_files as cases
from evals.suites.search import rank_of

DEPTH = 10
KINDS_OF_EVIDENCE = {
    "ord": range(5),
    "vektorer": range(5, 9),
    "slag av uppgifter": range(9, 13),
    "hur frågan ställs": range(13, 14),
    "märkta frågor intill": range(14, 15),
    "märkta frågor som ställs lika": range(15, 16),
}
"""Which features of `Evidence` each kind of evidence is."""
MEANING_ALONE = 1e6
"""A weight beside which the words count for nothing."""


def print_ablation() -> None:
    """Print hit@1, evidence@5 and evidence@10 for the whole search and for it without each part."""
    assistant = Assistant.open()
    folder, passages = assistant.settings.edition, assistant.library.passages
    knowledge = load_knowledge(folder, passages)
    uncovered = load_uncovered(folder, passages)
    whole = tuple(entries_of(passages, knowledge, uncovered))
    text_alone = tuple(entries_of(passages, {}, uncovered))
    variants = (
        ("hela sökningen", whole, searching.DENSE_WEIGHT),
        ("utan vektorer", whole, 0.0),
        ("utan ordsökning", whole, MEANING_ALONE),
        ("utan frågor och vardagsord", text_alone, searching.DENSE_WEIGHT),
        ("bara texten, bara ord", text_alone, 0.0),
    )
    table = Table("variant", "hit@1", "belägg@5", "belägg@10")
    for name, entries, weight in variants:
        with patch.object(searching, "DENSE_WEIGHT", weight), _index(entries) as search:
            table.add_row(name, *(f"{value:.3f}" for value in _measure(search)))
    Console().print(table)
    _print_refusals(assistant)


def _print_refusals(assistant: Assistant) -> None:
    """Print what is refused without an answer, when as many of the others are refused as may be."""
    features, labels = calibration.evidence_of_cases(assistant)
    every = range(features.shape[1])
    table = Table("avböjande", "avböjda utan svar")
    for name, left_out in {"alla belägg": range(0), **KINDS_OF_EVIDENCE}.items():
        kept = features[:, [column for column in every if column not in left_out]]
        held_out = calibration.probabilities(kept, labels)
        bound = calibration.bound_of(held_out, labels)
        refused = np.mean(held_out[labels == 0] < bound)
        table.add_row(name if not left_out else f"utan {name}", f"{refused:.3f}")
    Console().print(table)


@contextmanager
def _index(entries: tuple[Entry, ...]) -> Iterator[Callable[[str], tuple[str, ...]]]:
    """An index of the entries in a folder of its own, as a function from question to texts."""
    with tempfile.TemporaryDirectory() as folder:
        index = searching.PassageIndex.open(
            entries, LabelledQuestions(), Path(folder), None, lambda *_: None
        )
        yield lambda question: tuple(hit.passage.text for hit in index.search(question, DEPTH).hits)


def _measure(search: Callable[[str], tuple[str, ...]]) -> Iterator[float]:
    ranks = [
        [rank_of(piece, texts) for piece in case.evidence]
        for case in cases.question_cases()
        for texts in (search(case.question),)
    ]
    yield sum(min(pieces) == 1 for pieces in ranks) / len(ranks)
    for depth in (5, DEPTH):
        yield sum(max(pieces) <= depth for pieces in ranks) / len(ranks)
