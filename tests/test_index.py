import multiprocessing
import os
import signal
import subprocess
import sys
import time
from math import log, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from assistant.domain.errors import InputFault, SettingsFault
from assistant.domain.passages import LabelledQuestion, LabelledQuestions
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.search import encoder as encoders
from assistant.search.analysis import content_words, fold, pieces, terms
from assistant.search.dense import VectorStore
from assistant.search.index import NEAREST, PassageIndex
from assistant.search.labelled import LabelledIndex, Neighbours
from assistant.search.phrase_table import PhraseTable
from assistant.search.phrasing import leaning, phrases_of
from assistant.search.retriever import PassageRetriever
from assistant.search.views import entries_of
from assistant.settings import Settings
from assistant.storage import swap_in
from assistant.storage.folders import BUILDING
from evals.case_files import question_cases


def test_the_index_is_built_once_and_used_again(assistant: Assistant, data_dir: Path) -> None:
    assert assistant.index
    folders = sorted(path.name for path in (data_dir / "index").iterdir() if path.is_dir())
    again = Assistant.open(Settings(data_dir=data_dir))
    assert again.search("upphandling")
    assert folders == sorted(p.name for p in (data_dir / "index").iterdir() if p.is_dir())
    assert len(folders) == 1


def test_progress_is_reported_while_the_index_is_built(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    built = Assistant.open(
        Settings(data_dir=tmp_path), progress=lambda done, of: seen.append((done, of))
    )
    assert built.search("upphandling")
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


BUILD = """
import sys
from pathlib import Path
from assistant.opening import Assistant
from assistant.settings import Settings
print(Assistant.open(Settings(data_dir=Path(sys.argv[1]))).search("upphandling")[0].passage.id)
"""


def test_a_killed_build_leaves_nothing_half_and_the_next_one_succeeds(tmp_path: Path) -> None:
    for pause in (0.5, 2.0, 3.0):
        with subprocess.Popen([sys.executable, "-c", BUILD, str(tmp_path)]) as building:
            time.sleep(pause)  # the moment of the kill is what is tested
            building.send_signal(signal.SIGKILL)
        whole = [p for p in tmp_path.glob("index/*") if p.is_dir() and not p.name.startswith(".")]
        assert all((path / "chroma").is_dir() for path in whole)
    found = subprocess.run(
        [sys.executable, "-c", BUILD, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip()
    assert not list((tmp_path / "index").glob(f"{BUILDING}*"))


def test_two_processes_that_start_at_once_share_one_index(tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUILD, str(tmp_path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.communicate(timeout=120)[0].strip() for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert answers[0] == answers[1]
    assert len([p for p in (tmp_path / "index").iterdir() if p.is_dir()]) == 1


def _build_slowly(target: Path) -> None:
    (target / "first").write_text("1")
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_folder_is_swapped_in_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "whole"
    killed = multiprocessing.get_context("spawn").Process(
        target=swap_in, args=(target, _build_slowly)
    )
    killed.start()
    killed.join()
    assert killed.exitcode == -signal.SIGKILL
    assert not target.exists()
    swap_in(target, lambda folder: (folder / "first").touch())
    assert [path.name for path in target.iterdir()] == ["first"]


def test_a_build_that_fails_leaves_nothing_and_says_why(tmp_path: Path) -> None:
    def build(folder: Path) -> None:
        (folder / "first").touch()
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        swap_in(tmp_path / "whole", build)
    assert [p.name for p in tmp_path.iterdir() if p.is_dir()] == []


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("Säkra resurser för upphandling som verktyg i klimatomställningsarbetet", "punkt/6.1"),
        ("klimatkrav för transportdelen i nya avtal", "punkt/6.5"),
        ("vaxla om investeringar till systemomstallande atgarder", "punkt/1.9"),
        ("lantbrukare kolinlagring överenskommelser", "punkt/7.6"),
        ("How do we finance the climate transition?", "åtagande/3"),
    ],
)
def test_the_passage_that_answers_is_among_the_first(
    assistant: Assistant, question: str, passage: str
) -> None:
    found = [hit.passage.id.partition("/")[2] for hit in assistant.search(question, 3)]
    assert passage in found


def test_search_gives_verbatim_passages_best_first(assistant: Assistant) -> None:
    hits = assistant.search("hur får vi med invånarna?", 10)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(hit.passage == assistant.library.by_id[hit.passage.id] for hit in hits)
    assert all(0 < score <= 1 for score in scores)


def test_nothing_is_found_for_letters_that_mean_nothing(assistant: Assistant) -> None:
    assert assistant.search("qqqxzq wwwqz") == ()


def test_a_question_that_is_no_text_is_refused(assistant: Assistant) -> None:
    for bad in ("", "   ", "?!", "\x00abc", "x" * 100_000, "\ud800"):
        with pytest.raises(InputFault):
            assistant.search(bad)


def _ids(found: list[Document]) -> list[str | None]:
    return [document.id for document in found]


def test_the_search_is_a_langchain_retriever(assistant: Assistant) -> None:
    retriever = PassageRetriever(index=assistant.index, limit=3)
    chain = retriever | RunnableLambda(_ids)
    assert chain.invoke("upphandling") == [h.passage.id for h in assistant.search("upphandling", 3)]


def test_a_real_sentence_transformers_model_can_stand_in_for_the_shipped_encoder(
    tmp_path: Path,
) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = ["[UNK]", "upphandling", "inköp", "klimat", "medborgare", "dialog"]
    tokenizer = Tokenizer(models.WordLevel({w: n for n, w in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(0).normal(size=(len(words), 8)).astype(np.float32)
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)])
    model.save(str(tmp_path / "model"))
    named = Settings(data_dir=tmp_path / "data", encoder=str(tmp_path / "model"))
    found = Assistant.open(named).search("upphandling och inköp", 3)
    assert any(hit.passage.commitment == 6 for hit in found)


def test_how_near_passages_and_uncovered_topics_are_is_part_of_the_evidence(
    assistant: Assistant,
) -> None:
    covered = assistant.index.evidence("Hur ställer vi klimatkrav i upphandling?")
    uncovered = assistant.index.evidence("Who signs the contract on behalf of the municipality?")
    assert 1 >= covered.passage_nearness[0] > covered.topic_nearness[0] >= 0
    assert 1 >= uncovered.topic_nearness[0] > uncovered.passage_nearness[0] >= 0
    assert assistant.index.evidence("😀").passage_nearness == (0, 0)


def test_a_model_that_is_not_there_is_one_clear_sentence(tmp_path: Path) -> None:
    named = Settings(data_dir=tmp_path, encoder=str(tmp_path / "nowhere"))
    with pytest.raises(SettingsFault, match="KLIMATKONTRAKT_ENCODER"):
        Assistant.open(named).search("upphandling")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=200)
def test_terms_of_any_text_are_folded_and_in_order(text: str) -> None:
    found = terms(text)
    assert [t for t in found if t.startswith("=")] == [f"={fold(w)}" for w in content_words(text)]
    assert all(fold(term) == term for term in found)


def test_pieces_survive_endings() -> None:
    shared = set(pieces("omstallningsarena")) & set(pieces("omstallningsarenorna"))
    assert len(shared) >= 10


def test_the_card_of_the_encoder_can_be_mended_without_a_new_index(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from assistant.search.key import key_of
    from assistant.search.static_encoder import SHIPPED, TABLE

    read: list[Path] = []
    as_it_is = Path.read_bytes

    def noting(path: Path) -> bytes:
        read.append(path)
        return as_it_is(path)

    monkeypatch.setattr(Path, "read_bytes", noting)
    key_of((), LabelledQuestions(), None)
    assert TABLE in read
    assert SHIPPED / "README.md" not in read


GONE = (
    LabelledQuestion("Vad kostar det att vara med?", answered=False),
    LabelledQuestion("Hur stor är avgiften för kommunen?", answered=False),
    LabelledQuestion("Vilka tre åtaganden gäller för alla?", answered=True),
    LabelledQuestion("Hur lyder åtagandet om upphandling?", answered=True),
)


def test_labelled_questions_are_read_when_an_index_is_built_and_not_again(
    library: Library, tmp_path: Path
) -> None:
    entries = tuple(entries_of(library.passages[:5], {}, ()))
    read: list[str] = []

    def questions() -> tuple[LabelledQuestion, ...]:
        read.append("read")
        return GONE

    def opened(fingerprint: bytes) -> float:
        labelled = LabelledQuestions(fingerprint, questions)
        index = PassageIndex.open(entries, labelled, tmp_path, None, lambda *_: None)
        return index.evidence(GONE[0].question).labelled_near

    first = opened(b"one")
    assert (opened(b"one"), read) == (first, ["read"])
    opened(b"two")
    assert read == ["read", "read"]


def test_nothing_is_asked_of_the_vectors_when_no_word_is_known(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(text: str, _limit: int) -> list[tuple[int, float]]:
        raise AssertionError(text)

    monkeypatch.setattr(assistant.index._vectors, "search", refuse)
    assert assistant.index.search("xqzwv 12345", 5).hits == ()


def test_the_nearest_are_those_that_a_search_of_every_vector_finds(
    library: Library, tmp_path: Path
) -> None:
    texts = [passage.text for passage in library.passages]
    encoder = encoders.load(None)
    VectorStore.build(tmp_path, encoder, texts, lambda *_: None)
    store, vectors = VectorStore.from_folder(tmp_path, encoder), encoder.encode(texts)
    for question in (case.question for case in question_cases()[::10]):
        cosines = vectors @ encoder.encode([question])[0]
        found = [cosine for _, cosine in store.search(question, NEAREST)]
        assert found == pytest.approx(np.sort(cosines)[::-1][:NEAREST], abs=1e-5), question


def labelled_index(folder: Path, labelled: tuple[LabelledQuestion, ...]) -> LabelledIndex:
    encoder = encoders.load(None)
    LabelledIndex.build(folder, encoder, labelled)
    return LabelledIndex.from_folder(folder, encoder)


def test_a_question_is_weighed_by_how_those_that_mean_nearly_the_same_have_gone(
    tmp_path: Path,
) -> None:
    labelled = labelled_index(tmp_path, GONE)
    assert labelled.neighbours("Vad är priset för en kommun?").near < 0
    assert labelled.neighbours("Vilka åtaganden måste alla ta?").near > 0


def test_of_two_about_the_same_matter_the_one_that_is_put_alike_weighs_more(tmp_path: Path) -> None:
    labelled = labelled_index(
        tmp_path,
        (
            LabelledQuestion("Vem granskar klimatbudgeten?", answered=False),
            LabelledQuestion("Vad är klimatbudgeten till för?", answered=True),
        ),
    )
    assert labelled.neighbours("Vem granskar vår klimatbudget?").alike < 0
    assert labelled.neighbours("Vad är en klimatbudget till för?").alike > 0


def test_without_labelled_questions_they_weigh_nothing(tmp_path: Path) -> None:
    assert labelled_index(tmp_path, ()).neighbours("Vem?") == Neighbours()


SOME_QUESTIONS = st.lists(st.text("abå ?", min_size=1, max_size=20), min_size=1, max_size=6)


@given(SOME_QUESTIONS, st.text("abcå ?", max_size=20))
@settings(max_examples=50)
def test_how_alike_questions_are_put_is_the_cosine_of_their_rare_phrases(
    texts: list[str], asked: str
) -> None:
    with TemporaryDirectory() as folder:
        PhraseTable.build(Path(folder), texts)
        found = PhraseTable.from_folder(Path(folder), len(texts)).cosines(asked)
    held = [phrases_of(text) for text in texts]

    def weight(phrase: str) -> float:
        return log((1 + len(texts)) / (1 + sum(phrase in one for one in held))) + 1

    def length(phrases: set[str]) -> float:
        return sqrt(sum(weight(phrase) ** 2 for phrase in phrases))

    ours = phrases_of(asked)
    expected = [
        sum(weight(phrase) ** 2 for phrase in ours & one) / (length(ours) * length(one) or 1)
        for one in held
    ]
    assert found.tolist() == pytest.approx(expected, abs=1e-4)


@given(st.text("aåäöéÅB1 ?-", max_size=60))
def test_a_question_is_put_the_same_way_without_its_diacritics(text: str) -> None:
    assert phrases_of(text) == phrases_of(fold(text.lower()))
    assert leaning(text) == leaning(fold(text.lower()))


def test_a_question_of_unknown_words_leans_neither_way() -> None:
    assert leaning("xqzw") == leaning("") == 0
