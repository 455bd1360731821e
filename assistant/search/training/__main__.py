"""`python -m assistant.search.training --data FOLDER`: trains the encoder and writes it in place."""

import argparse
import random
from pathlib import Path

import torch

from assistant.guidance.knowledge import load_knowledge, load_uncovered
from assistant.guidance.library import Library
from assistant.search.static_encoder import SHIPPED, StaticEncoder
from assistant.search.training.material import gather
from assistant.search.training.measuring import translations_found
from assistant.search.training.saving import save
from assistant.search.training.stages import learn_questions, learn_words
from assistant.search.training.student import Pieced
from assistant.search.training.teacher import Teacher, english_words
from assistant.search.training.vocabulary import new_tokenizer
from assistant.search.views import Entry, entries_of
from assistant.settings import read_settings

PIECES = 26_000
DIMENSIONS = 256
SEED = 0


def main() -> None:
    """Gather, let the teacher read, learn in two stages, save, measure."""
    parser = argparse.ArgumentParser(prog="python -m assistant.search.training")
    parser.add_argument("--data", type=Path, required=True, help="folder of the data in the card")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder of the model")
    chosen = parser.parse_args()
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    # Numbers too small to matter would slow every step down.
    torch.set_flush_denormal(True)

    entries = _entries()
    material = gather(chosen.data, entries, english_words(), rng)
    tokenizer = new_tokenizer(material.counts, PIECES)
    pieced = Pieced(tokenizer)
    teacher = Teacher.of(material.english, DIMENSIONS)
    # The student's steps are too small to share: more threads mostly wait for each other.
    torch.set_num_threads(1)
    words = learn_words(material, teacher, pieced, tokenizer.get_vocab_size(), rng)
    table = learn_questions(words, entries, material, pieced, rng)
    save(tokenizer, table, chosen.out)
    there, back = translations_found(StaticEncoder.from_folder(chosen.out), material.held_out)
    print(f"Swedish to English {there:.3f}, English to Swedish {back:.3f}")  # noqa: T201


def _entries() -> list[Entry]:
    """What is written beside the passages of the edition in force."""
    folder = read_settings().edition
    passages = Library.from_folder(folder).passages
    return list(
        entries_of(passages, load_knowledge(folder, passages), load_uncovered(folder, passages))
    )


if __name__ == "__main__":
    main()
