"""A language model proposes questions for an edition; a person reads them before they are used."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.cli.main import main
from assistant.domain.errors import CorpusFault
from assistant.domain.passages import Passage
from assistant.guidance.knowledge import load_knowledge, written_knowledge
from assistant.guidance.library import Library
from assistant.guidance.records import Knowledge
from assistant.proposed_questions import filing
from assistant.proposed_questions.listing import FILE
from assistant.proposed_questions.official import OfficialSentences
from assistant.proposed_questions.replies import (
    LONGEST_QUESTION,
    MOST_ENGLISH,
    MOST_EVERYDAY,
    MOST_QUESTIONS,
    suggested,
)
from evals.language_models.server import Reply, ScriptedServer, scripted_server
from evals.language_models.small import has_small_model
from tests.conftest import CATALOGUE, EDITION
from tests.next_edition import next_edition
from tests.test_small_model import running

Propose: TypeAlias = Callable[[Path], int]
BY_A_PERSON = """\
# Skrivet av Märta, i en stil som inget program skriver.
-   passage:   "{first}"
    questions: [ "Får   man ångra sig?" ]   # stäm av med Bo
"""


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with scripted_server() as started:
        yield started


@pytest.fixture
def propose(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> Propose:
    """The command, with the scripted server as the model."""
    for name, value in environment(server.address).items():
        monkeypatch.setenv(name, value)
    return lambda folder: main(["editions", "questions", str(folder)])


def environment(address: str) -> dict[str, str]:
    return {
        "KLIMATKONTRAKT_MODEL": "openai:manus",
        "KLIMATKONTRAKT_MODEL_URL": address,
        "KLIMATKONTRAKT_MODEL_PER_MINUTE": "100000",
        "KLIMATKONTRAKT_MODEL_SECONDS": "20",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of which three passages lack questions; beside the others a person has written."""
    copy = Path(shutil.copytree(CATALOGUE, tmp_path / "katalog"))
    names = [filing.name_of(passage) for passage in Library.from_folder(copy).passages]
    first, *others = [name for name in names if name not in lacking(copy)]
    (copy / "questions").mkdir()
    written = BY_A_PERSON.format(first=first)
    written += "".join(f"- passage: {name}\n" for name in others)
    (copy / "questions" / "sections.yaml").write_text(written, encoding="utf-8")
    return copy


def lacking(folder: Path) -> tuple[str, ...]:
    """The passages that have no questions: a wording, a point and a passage of the running text."""
    passages = Library.from_folder(folder).passages
    kinds: dict[str, Passage] = {}
    for passage in passages:
        kinds.setdefault(passage.kind, passage)
    return tuple(filing.name_of(kinds[kind]) for kind in ("avsnitt", "åtagande", "punkt"))


def lines(about: str) -> str:
    """A reply that can be used."""
    return (
        f"Tjänsteperson: Hur ska vi skriva om {about}?\n"
        f"- Nyanställd: Vad menas med {about} egentligen?\n"
        f"Politiker: Vad kostar det väljarna med {about}?\n"
        f"Felskriven: va e {about} för nått\n"
        f"Vardagsord: {about}, trampa runt\n"
        f"Engelska: What is the meaning of {about} to you?\n"
    )


def reply(text: str) -> Reply:
    return Reply(pieces=(text,))


def records_in(folder: Path) -> list[dict[str, Any]]:
    return [
        record
        for path in sorted((folder / "questions").glob("*.yaml"))
        for record in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def test_what_a_model_proposes_is_marked_and_used_by_nothing_until_it_is_read(
    folder: Path, server: ScriptedServer, propose: Propose, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand = (folder / "questions" / "sections.yaml").read_bytes()
    server.will_answer(*(reply(lines(about)) for about in ("hjulen", "sadeln", "kedjan")))
    assert propose(folder) == 0
    passages = Library.from_folder(folder).passages
    texts = {filing.name_of(passage): passage.text for passage in passages}
    for name, request in zip(lacking(folder), server.requests, strict=True):
        given_as_data = request["messages"][-1]["content"].partition("«««\n")[2]
        assert texts[name] in given_as_data.partition("\n»»»")[0]
    proposed = [record for record in records_in(folder) if "unreviewed" in record]
    assert {record["passage"] for record in proposed} == set(lacking(folder))
    assert all("språkmodellen manus (fragor@" in record["unreviewed"] for record in proposed)
    assert (folder / "questions" / "sections.yaml").read_bytes().startswith(by_hand)
    listed = (folder / FILE).read_text(encoding="utf-8")
    assert all(question in listed for record in proposed for question in record["questions"])
    assert "Granska dem med" in capsys.readouterr().out

    assert not {record["passage"] for record in proposed} & {
        record.passage for record in load_knowledge(folder, passages).values()
    }
    for path in (folder / "questions").glob("*.yaml"):
        kept = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(one for one in kept if "unreviewed" not in one), encoding="utf-8")
    reviewed = load_knowledge(folder, passages)
    assert len(reviewed) == len(passages)
    assert "Vad menas med hjulen egentligen?" in {q for k in reviewed.values() for q in k.questions}
    server.will_answer()
    assert propose(folder) == 0
    assert server.requests == []


def test_what_cannot_be_used_is_asked_for_once_more_and_then_told(
    folder: Path, server: ScriptedServer, propose: Propose, capsys: pytest.CaptureFixture[str]
) -> None:
    server.will_answer(
        reply("Här kommer några frågor!"),
        reply(lines("hjulen")),
        reply("Jag kan inte svenska."),
        reply("Enkel: Vad?"),
        # The same questions again say nothing of this passage.
        reply(lines("hjulen")),
    )
    assert propose(folder) == 1
    assert "Stycken som fortfarande saknar frågor: 2." in capsys.readouterr().out
    asked = [request["messages"][-1]["content"] for request in server.requests]
    assert ["förra svar" in one for one in asked] == [False, True, False, True, False, True]
    listed = (folder / FILE).read_text(encoding="utf-8")
    assert "Stycken utan frågor (2)" in listed
    assert len([record for record in records_in(folder) if "unreviewed" in record]) == 1


def test_a_model_that_says_one_thing_again_and_again_is_not_heard_out(
    folder: Path, server: ScriptedServer, propose: Propose
) -> None:
    server.will_answer(
        Reply(pieces=(lines("hjulen"), "Enkel: Går det?\n"), endless=True),
        reply(lines("sadeln")),
        reply(lines("kedjan")),
    )
    assert propose(folder) == 0


def test_a_model_that_stops_answering_is_left_and_what_is_done_stands(
    folder: Path, server: ScriptedServer, propose: Propose, capsys: pytest.CaptureFixture[str]
) -> None:
    server.will_answer(reply(lines("hjulen")), Reply(status=401))
    assert propose(folder) == 1
    server.will_answer(Reply(status=401))
    assert propose(folder) == 1
    assert "kör kommandot igen för att fortsätta" in capsys.readouterr().err
    assert len(server.requests) == 2
    server.will_answer(reply(lines("sadeln")), reply(lines("kedjan")))
    assert propose(folder) == 0
    assert len(server.requests) == 2


def test_a_kill_loses_only_the_passage_that_is_being_asked_about(
    folder: Path, server: ScriptedServer, propose: Propose
) -> None:
    server.will_answer(reply(lines("hjulen")), reply(lines("sadeln")), Reply(silent=True))
    command = [sys.executable, "-m", "assistant.cli.main", "editions", "questions", str(folder)]
    with subprocess.Popen(command, env=os.environ | environment(server.address)) as process:
        while len(server.requests) < 3:
            assert process.poll() is None
            threading.Event().wait(0.01)
        process.send_signal(signal.SIGKILL)
    (folder / "questions" / ".skrivs-halvt").write_text("- passage: punk", encoding="utf-8")
    assert len([record for record in records_in(folder) if "unreviewed" in record]) == 2
    server.will_answer(reply(lines("kedjan")))
    assert propose(folder) == 0
    assert len(server.requests) == 1
    assert list((folder / "questions").glob(".skrivs-*")) == []


def test_what_a_person_writes_while_the_model_writes_stands(folder: Path) -> None:
    name = lacking(folder)[0]
    by_hand = Knowledge(passage=name, questions=("Hur många löften måste vi ge?",))
    assert filing.add(folder, "sections.yaml", [by_hand]) == 1
    before = (folder / "questions" / "sections.yaml").read_bytes()
    proposed = by_hand.model_copy(update={"unreviewed": "föreslaget", "questions": ("Va?",)})
    assert filing.add(folder, "sections.yaml", [proposed]) == 0
    assert (folder / "questions" / "sections.yaml").read_bytes() == before


@pytest.mark.parametrize("written", ["[{passage: punkt/1.1}]\n", "  - passage: punkt/1.1\n"])
def test_a_file_that_nothing_can_be_added_to_is_told_and_not_touched(
    folder: Path, written: str
) -> None:
    path = folder / "questions" / "commitment-01.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(CorpusFault, match="lägga till en post sist i filen"):
        filing.add(folder, path.name, [Knowledge(passage="punkt/1.2", questions=("Hur?",))])
    assert path.read_text(encoding="utf-8") == written


def test_reviewed_questions_follow_an_unchanged_text_and_the_rest_is_told_without_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = next_edition(tmp_path)
    assert main(["editions", "questions", str(folder)]) == 2
    told = capsys.readouterr()
    assert "Ingen språkmodell är inställd." in told.err
    assert "Frågor tagna från utgåvan 2025:1, där samma text står" in told.out
    old, new = Library.from_folder(EDITION), Library.from_folder(folder)
    before, after = load_knowledge(EDITION, old.passages), load_knowledge(folder, new.passages)
    asked_of: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for id_, known in before.items():
        asked_of[old.by_id[id_].kind, old.by_id[id_].text].add(known.questions)
    for id_, known in after.items():
        assert known.questions in asked_of[new.by_id[id_].kind, new.by_id[id_].text]
    waiting = [passage for passage in new.passages if passage.id not in after]
    assert f"Stycken utan frågor: {len(waiting)}." in told.err
    assert 0 < len(waiting) < 40
    assert "2026-1/punkt/11.1" in {passage.id for passage in waiting}


def test_questions_that_people_have_written_would_pass(library: Library) -> None:
    official = OfficialSentences(library)
    known = load_knowledge(EDITION, library.passages).values()
    for label, of in (("Enkel", "questions"), ("Engelska", "english")):
        all_of = [text for record in known for text in getattr(record, of)]
        kept = sum(
            bool(found.questions or found.english)
            for text in all_of
            for found in (suggested(f"{label}: {text}", "", official, ()),)
        )
        assert kept / len(all_of) > 0.99


TOLD = "- Enkel: kort fråga med vanliga ord"


@pytest.mark.parametrize(
    "line",
    [
        "Vad ska vi göra med cyklarna?",
        "Fråga: Vad ska vi göra med cyklarna?",
        "Enkel: Vad gör **vi** med cyklarna?",
        "Enkel: Vad gör <b>vi</b> med cyklarna?",
        "Enkel: Vad står på [sidan](x)?",
        "Enkel: Vad står på https://exempel.se?",
        "Enkel: Vad står på exempel.se?",
        "Enkel: Vad gör ⟦1⟧ för cyklarna?",
        "Enkel: Vad gör vi\u200b med cyklarna?",
        "Enkel: Vad gör vi med 自行车?",
        f"Enkel: Vad gör {'mycket ' * 25}trafik?",
        "Enkel: ?!",
        "Enkel: What is the meaning of this for you?",
        "Enkel: kort fråga med vanliga ord",
        "Enkel: Ska vi Utveckla upphandling och inköp, som strategiska verktyg?",
        "Engelska: Vad är det som vi ska göra?",
    ],
)
def test_what_is_no_plain_question_of_its_own_is_dropped(line: str) -> None:
    found = suggested(
        line, TOLD, official_of("utveckla upphandling och inköp som strategiska verktyg"), ()
    )
    assert (found.questions, found.english) == ((), ())


def official_of(sentence: str) -> OfficialSentences:
    """The sentences of an edition with this pledge."""
    library = Library.from_folder(CATALOGUE)
    passage = library.wording(1)
    text = f"{library.guidance.edition.pledge_opening} {sentence}."
    return OfficialSentences(Library(library.guidance, (replace(passage, text=text),)))


def test_a_part_of_an_official_sentence_may_be_asked_about() -> None:
    official = official_of("utveckla upphandling och inköp som strategiska verktyg")
    assert suggested("Enkel: Är upphandling och inköp verktyg?", TOLD, official, ()).questions


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["Enkel", "Nyckelord", "Vardagsord", "Engelska"]), st.text()),
        max_size=40,
    )
)
def test_whatever_a_model_writes_the_folder_opens_and_the_bounds_hold(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, str]]
) -> None:
    text = "\n".join(f"{label}: {said}" for label, said in written)
    found = suggested(text, TOLD, official_of("cykla till vardags i hela staden"), ())
    assert len(found.questions) <= MOST_QUESTIONS
    assert len(found.everyday) <= MOST_EVERYDAY
    assert len(found.english) <= MOST_ENGLISH
    assert all(len(question) <= LONGEST_QUESTION for question in found.questions)
    record = Knowledge(
        passage="punkt/1.1",
        unreviewed="föreslaget",
        questions=found.questions,
        everyday=found.everyday,
        english=found.english,
    )
    folder = tmp_path_factory.mktemp("skrivet")
    assert filing.add(folder, "commitment-01.yaml", [record]) == 1
    passages = Library.from_folder(CATALOGUE).passages
    assert list(written_knowledge(folder, passages).values()) == [record]


@pytest.mark.skipif(
    not has_small_model(), reason="Den lilla modellen är inte installerad. Kör make install."
)
def test_whatever_a_real_careless_model_writes_nothing_breaks_and_the_marks_stand(
    folder: Path, propose: Propose, monkeypatch: pytest.MonkeyPatch
) -> None:
    *others, asked = lacking(folder)
    filing.add(folder, "sections.yaml", [Knowledge(passage=name) for name in others])
    by_hand = {record["passage"]: record for record in records_in(folder)}
    with running() as (_, address):
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL_SECONDS", "8")
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL", "openai:smollm2")
        monkeypatch.setenv("KLIMATKONTRAKT_MODEL_URL", address)
        status = propose(folder)
    written = {record["passage"]: record for record in records_in(folder)}
    new = {name: record for name, record in written.items() if name not in by_hand}
    assert {name: written[name] for name in by_hand} == by_hand
    assert all("smollm2" in record["unreviewed"] for record in new.values())
    assert status == int(asked not in new)
    passages = Library.from_folder(folder).passages
    assert len(load_knowledge(folder, passages)) == len(by_hand)
    assert f"Föreslagna frågor ({len(new)} " in (folder / FILE).read_text(encoding="utf-8")
