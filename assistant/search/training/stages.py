"""The two stages: learn what words mean from the teacher, then what this guidance calls things."""

import random
from collections.abc import Sequence

import torch

from assistant.search.encoder import Vectors
from assistant.search.training.material import Material
from assistant.search.training.student import Pieced, Pieces, Student, contrast, thinned
from assistant.search.training.teacher import Teacher
from assistant.search.views import Entry

FIRST_STEPS, SECOND_STEPS = 2500, 400
FIRST_RATE = 0.01
TURN_RATE, WEIGHT_RATE, ROW_RATE = 0.002, 0.02, 0.003
"""Rates of the second stage. With faster rows or more steps the vectors answer more development
questions alone, but repeat what the words know: 800 steps at 0.005 give hit@1 0.74 alone and 0.82
together with the words; 400 at 0.001 give 0.64 and 0.835."""
THINNED_FIRST, THINNED_SECOND = 0.1, 0.2
MISTYPED = 0.1
"""Share of the questions that get a typing error."""
EVERYDAY = 0.1
"""Share of the questions that are exchanged for a single everyday word."""


def learn_words(
    material: Material, teacher: Teacher, pieced: Pieced, size: int, rng: random.Random
) -> Vectors:
    """First stage: each text near the teacher's vector of its English, and alike texts near alike."""
    student = Student(size, teacher.vectors.shape[1])
    optimizer = torch.optim.SparseAdam([student.rows.weight], lr=FIRST_RATE)
    targets = torch.from_numpy(teacher.vectors)
    for step in range(FIRST_STEPS):
        _cool((optimizer, FIRST_RATE), step / FIRST_STEPS)
        lessons = [
            *rng.sample(material.words, 256),
            *rng.sample(material.sentences, 128),
            *rng.sample(material.definitions, 96),
            *rng.sample(material.knowledge, 96),
        ]
        read = student([thinned(pieced(text), THINNED_FIRST, rng) for text, _ in lessons])
        rows = torch.tensor([teacher.rows[english] for _, english in lessons])
        alike = (rows[:, None] == rows[None]).fill_diagonal_(fill_value=False)
        wanted = targets[rows]
        loss = 2 * (1 - (read * wanted).sum(dim=1)).mean() + contrast(read, wanted, alike)
        pairs = rng.sample(material.related, 240)
        loss = loss + 0.3 * _pairs(student, pieced, pairs, THINNED_FIRST, rng)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()  # type: ignore[no-untyped-call]
    return student.table()


def learn_questions(
    first: Vectors, entries: Sequence[Entry], material: Material, pieced: Pieced, rng: random.Random
) -> Vectors:
    """Second stage: each question near the others that have the same answer."""
    student = Student(first.shape[0], first.shape[1], first)
    turning = torch.optim.Adam([student.turn], lr=TURN_RATE)
    weighing = torch.optim.SparseAdam([student.weight.weight], lr=WEIGHT_RATE)
    changing = torch.optim.SparseAdam([student.rows.weight], lr=ROW_RATE)
    optimizers = ((turning, TURN_RATE), (weighing, WEIGHT_RATE), (changing, ROW_RATE))
    for step in range(SECOND_STEPS):
        asked: list[Pieces] = []
        beside: list[Pieces] = []
        for entry in rng.sample(entries, min(256, len(entries))):
            question, *others = rng.sample(entry.views, min(3, len(entry.views)))
            asked.append(pieced(_as_asked(question, entry, rng)))
            beside.append([piece for text in others or [question] for piece in pieced(text)])
        loss = contrast(
            student([thinned(text, THINNED_SECOND, rng) for text in asked]),
            student([thinned(text, THINNED_SECOND, rng) for text in beside]),
        )
        # What was learnt before is kept by going on with some of it.
        pairs = [*rng.sample(material.translated, 96), *rng.sample(material.related, 96)]
        loss = loss + _pairs(student, pieced, pairs, THINNED_SECOND, rng)
        for optimizer, rate in optimizers:
            _cool((optimizer, rate), step / SECOND_STEPS)
            optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        for optimizer, _ in optimizers:
            optimizer.step()
    return student.table()


def _pairs(
    student: Student,
    pieced: Pieced,
    pairs: list[tuple[str, str]],
    share: float,
    rng: random.Random,
) -> torch.Tensor:
    ones = student([thinned(pieced(one), share, rng) for one, _ in pairs])
    return contrast(ones, student([thinned(pieced(other), share, rng) for _, other in pairs]))


def _cool(optimizer: tuple[torch.optim.Optimizer, float], done: float) -> None:
    """Lower the rate in a straight line to nothing."""
    changed, rate = optimizer
    for group in changed.param_groups:
        group["lr"] = max(rate * (1 - done), 1e-5)


def _as_asked(question: str, entry: Entry, rng: random.Random) -> str:
    """A question as somebody might type it: a single word of it, or with an error in a word."""
    chance = rng.random()
    if chance < EVERYDAY and (words := _everyday(entry)):
        return rng.choice(words)
    return _mistyped(question, rng) if chance > 1 - MISTYPED else question


def _everyday(entry: Entry) -> list[str]:
    return [word for view in entry.views for word in view.split(", ") if view.count(", ") > 3]


def _mistyped(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    number = rng.randrange(len(words))
    word = words[number]
    if len(word) > 3:
        at = rng.randrange(1, len(word) - 1)
        changed = rng.choice(
            (word[at + 1 :], word[at + 1] + word[at] + word[at + 2 :], word[at] + word[at:])
        )
        words[number] = word[:at] + changed
    return " ".join(words)
