import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.search.static_encoder import SHIPPED, StaticEncoder

QUESTIONS = [
    "Hur ställer vi klimatkrav i upphandlingen?",
    "vad ar en omstallningsarena",
    "How do we finance the climate transition?",
    "Budgeten för cykelvägar, bussar och laddstolpar\n(5 % av kommunens investeringar).",
]

TRANSLATIONS = [
    ("Vem betalar för de nya bussarna?", "Who pays for the new buses?"),
    ("Barnen cyklar till skolan varje dag.", "The children ride their bikes to school every day."),
    ("Vi måste köpa in mindre kött.", "We have to buy less meat."),
    ("Hur får vi med företagen i arbetet?", "How do we get the companies involved in the work?"),
    ("Skogen är viktig för djuren.", "The forest is important to the animals."),
    ("När ska pengarna vara slut?", "When will the money be gone?"),
]


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder.from_folder(SHIPPED)


def test_sentence_transformers_and_the_reader_without_torch_give_the_same_vectors(
    encoder: StaticEncoder,
) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(SHIPPED), device="cpu", local_files_only=True)
    theirs = model.encode(QUESTIONS, normalize_embeddings=True)
    assert np.allclose(encoder.encode(QUESTIONS), theirs, atol=1e-5)


def test_a_swedish_sentence_is_nearest_its_english_translation(encoder: StaticEncoder) -> None:
    swedish = encoder.encode([one for one, _ in TRANSLATIONS])
    english = encoder.encode([other for _, other in TRANSLATIONS])
    assert list((swedish @ english.T).argmax(axis=1)) == list(range(len(TRANSLATIONS)))
    assert list((english @ swedish.T).argmax(axis=1)) == list(range(len(TRANSLATIONS)))


def test_a_compound_is_near_what_it_is_made_of(encoder: StaticEncoder) -> None:
    near, far = encoder.encode(["avtal om klimatet", "en skola för barnen"])
    contract = encoder.encode(["klimatkontraktet"])[0]
    assert contract @ near > 2 * (contract @ far)


def test_a_question_means_the_same_without_the_dots_and_rings(encoder: StaticEncoder) -> None:
    with_marks, without = encoder.encode(
        ["Åtgärder för färre översvämningar", "atgarder for farre oversvamningar"]
    )
    assert np.array_equal(with_marks, without)


def test_vectors_have_length_one_and_nothing_known_has_none(encoder: StaticEncoder) -> None:
    assert np.allclose(np.linalg.norm(encoder.encode(QUESTIONS), axis=1), 1, atol=1e-5)
    assert not encoder.encode(["", "😀"]).any()


def test_the_model_is_small_and_has_its_card() -> None:
    files = [path for path in SHIPPED.iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 15_000_000
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    for source in ("Folkets lexikon", "Viggo Kann", "Tatoeba", "all-MiniLM-L6-v2", "statutes"):
        assert source in card


def test_a_search_needs_neither_torch_nor_sentence_transformers(
    environment: dict[str, str], tmp_path: Path
) -> None:
    script = (
        "import sys\nfrom assistant import Assistant\n"
        "assert Assistant.open().search('upphandling')\n"
        "print({'torch', 'transformers', 'sentence_transformers', 'sklearn'} & set(sys.modules))"
    )
    own = {**environment, "KLIMATKONTRAKT_DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=own, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
