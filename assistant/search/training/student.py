"""The student: a table with a row for each piece of text, in the course of its training."""

import random
from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from assistant.search.encoder import Vectors

Pieces = list[int]


class Pieced:
    """Cuts texts into pieces once, and remembers them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, Pieces] = {}

    def __call__(self, text: str) -> Pieces:
        """The numbers of a text's pieces; the unknown piece where there are none."""
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, add_special_tokens=False).ids or [0]
        return self._known[text]


def thinned(pieces: Pieces, share: float, rng: random.Random) -> Pieces:
    """The pieces without a random share of them, so that no meaning hangs on a single one."""
    return [piece for piece in pieces if rng.random() > share] or pieces


class Student(torch.nn.Module):
    """Elev: turned and weighed rows of a first table, plus rows of its own.

    In the first stage `rows` is the whole table. The second stage keeps those rows and learns how to
    turn them, what each piece weighs, and small changes: what it learns from few questions then
    reaches the words that stand in none of them.
    """

    def __init__(self, size: int, dimensions: int, first: Vectors | None = None) -> None:
        super().__init__()
        self.rows = torch.nn.EmbeddingBag(size, dimensions, mode="sum", sparse=True)
        torch.nn.init.normal_(self.rows.weight, std=0.02)
        self.first = None if first is None else torch.from_numpy(first)
        self.weight = torch.nn.Embedding(size, 1, sparse=True)
        torch.nn.init.zeros_(self.weight.weight)
        self.turn = torch.nn.Parameter(torch.eye(dimensions))
        if first is not None:
            torch.nn.init.zeros_(self.rows.weight)

    def forward(self, texts: Sequence[Pieces]) -> torch.Tensor:
        """A vector of length one for each text."""
        flat = torch.tensor([piece for text in texts for piece in text])
        offsets = torch.from_numpy(np.cumsum([0, *(len(text) for text in texts[:-1])]))
        summed = self.rows(flat, offsets)
        if self.first is not None:
            weights = self.weight(flat).squeeze(1).exp()
            kept = functional.embedding_bag(
                flat, self.first, offsets, mode="sum", per_sample_weights=weights
            )
            summed = summed + kept @ self.turn
        return functional.normalize(summed, dim=1)

    def table(self) -> Vectors:
        """One row for each piece, with everything that was learnt in it."""
        with torch.no_grad():
            rows = self.rows.weight
            if self.first is not None:
                rows = rows + (self.first @ self.turn) * self.weight.weight.exp()
            return rows.numpy().copy()


def contrast(
    ones: torch.Tensor, others: torch.Tensor, alike: torch.Tensor | None = None
) -> torch.Tensor:
    """InfoNCE in both directions: each belongs to its own partner rather than to anybody else's."""
    cosines = ones @ others.T / TEMPERATURE
    if alike is not None:
        cosines = cosines.masked_fill(alike, -1e4)
    partners = torch.arange(len(ones))
    there = functional.cross_entropy(cosines, partners)
    back = functional.cross_entropy(cosines.T, partners)
    return (there + back) / 2


TEMPERATURE = 0.05
"""As sentence-transformers has it for contrastive training (a scale of 20)."""
