"""Another catalogue, by its folder alone: four löften, no steps, none for all, hardly any knowledge."""

import io
import json
import re
import shutil
from pathlib import Path

import docx
import pytest

from assistant.documents.reading import read_document
from assistant.domain.answers import Answer, Outcome, Refusal, Turn
from assistant.domain.errors import CorpusFault, InputFault
from assistant.drafting.writing import draft_record
from assistant.export.files import FORMATS
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.reviewing.pledges import Manner, manner_of
from assistant.settings import Settings
from assistant.wording import to_markdown
from assistant.wording.drafts import draft_markdown
from assistant.wording.review_summary import summary_markdown, summary_of
from tests.conftest import CATALOGUE
from tests.test_command_line import run

SNOW = "Kommunen lovar att röja snö på cykelvägar före bilvägar."
OTHERS_WORDS = re.compile(
    r"åtagande|vägledning|åtar oss|viable|2025|2030|initiera|etablera|transformera|\bsteg",
    re.IGNORECASE,
)
"""What belongs to the shipped edition, and would be a slip in an answer from another."""


def quoted(outcome: Outcome) -> list[str]:
    return [q.passage.id.removeprefix("cykel-2031-1/") for q in outcome.quotations]


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("Hur lyder löfte 2?", ["åtagande/2"]),
        ("Hur formulerar vi löftet om skolvägar?", ["åtagande/1"]),
        ("Vilka löften finns det?", [f"åtagande/{n}" for n in (1, 2, 3, 4)]),
        ("Vilka löften gäller alla?", [f"åtagande/{n}" for n in (1, 2, 3, 4)]),
        ("hur lyder löftena 1–3?", ["åtagande/1", "åtagande/2", "åtagande/3"]),
        ("Vilka punkter har löfte 3?", ["åtagande/3", "punkt/3.1", "punkt/3.2"]),
        ("punkt 4.2", ["punkt/4.2"]),
        ("Finns det exempel för löfte 1?", ["åtagande/1/exempel/1"]),
        ("Vad är ett snabbcykelstråk?", ["begrepp/snabbcykelstråk"]),
        ("Hej", []),
        ("Vad kan du?", []),
    ],
)
def test_a_question_is_answered_in_the_catalogues_own_words(
    catalogue: Assistant, question: str, cited: list[str]
) -> None:
    outcome = catalogue.ask(question)
    assert isinstance(outcome, Answer)
    assert quoted(outcome) == cited
    said = [to_markdown(outcome.body), *outcome.follow_ups, outcome.understood_as or ""]
    assert OTHERS_WORDS.findall("\n".join(said)) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Vilka steg finns det?", "Löfteskatalogen delar inte in löftena i steg."),
        ("Hur ser tidplanen ut?", "Löfteskatalogen har ingen tidplan."),
        ("löfte 9", "Det finns inget löfte 9. Löfteskatalogen har fyra löften, numrerade 1–4."),
        ("Vad står i kapitel 2?", "Kapitlen i löfteskatalogen är inte numrerade."),
        ("Vilket löfte ska vi välja?", "Vilka löften kommunen ska välja avgör ni själva."),
        ("Vad kostar en ny buss?", "Det svarar löfteskatalogen inte på."),
    ],
)
def test_what_the_catalogue_does_not_have_is_said_to_be_missing(
    catalogue: Assistant, question: str, said: str
) -> None:
    outcome = catalogue.ask(question)
    assert isinstance(outcome, Refusal)
    text = to_markdown(outcome.body)
    assert said in text.replace("\\", "")
    without = text.replace("delar inte in löftena i steg", "")
    assert OTHERS_WORDS.findall("\n".join([without, *outcome.follow_ups])) == []


def test_a_place_among_steps_that_the_catalogue_does_not_have_is_no_fault(
    catalogue: Assistant,
) -> None:
    history: list[Turn] = []
    for question in ("Vilka steg finns det?", "och det mittersta?"):
        outcome = catalogue.ask(question, history)
        history += [Turn("user", question), Turn("assistant", to_markdown(outcome.body))]
        assert OTHERS_WORDS.findall(to_markdown(outcome.body).replace("steg", "")) == []


def test_what_a_promise_says_nothing_of_is_told_in_the_catalogues_words(
    catalogue: Assistant,
) -> None:
    outcome = catalogue.ask("visst är det löfte 4 som handlar om snö på cykelvägen?")
    text = to_markdown(outcome.body)
    assert "Jag hittar inget om det i löfte 4." in text
    assert quoted(outcome)[0] == "åtagande/2"
    assert OTHERS_WORDS.findall(text) == []


def test_every_follow_up_is_a_question_that_the_catalogue_answers(catalogue: Assistant) -> None:
    asked = {"Hej", "Hur lyder löfte 2?", "punkt 4.2", "löfte 9"}
    follow_ups = {question for first in asked for question in catalogue.ask(first).follow_ups}
    assert len(follow_ups) >= 3
    assert [q for q in follow_ups if not isinstance(catalogue.ask(q), Answer)] == []


def test_the_search_finds_the_catalogues_passages(catalogue: Assistant) -> None:
    hits = catalogue.search("snö på cykelvägen", 3)
    assert hits[0].passage.text == SNOW
    assert hits[0].passage.location == "Löfte 2, löfteskatalogen 2031:1"


def test_a_draft_has_the_official_sentence_and_all_points_where_there_are_no_steps(
    catalogue: Assistant,
) -> None:
    facts = [
        {"kind": "tid", "text": "senast 2029"},
        {"kind": "ansvarig", "text": "tekniska nämnden"},
    ]
    record = {"municipality": "Lunds kommun", "commitments": [{"number": 2, "facts": facts}]}
    draft = catalogue.draft(catalogue.order(record))
    text = draft_markdown(draft)
    assert f"> {SNOW}" in text
    assert "## Lunds kommuns löften\n\n### Löfte 2: Snöröjning" in text
    assert all(f"({point})" in text for point in ("2.1", "2.2", "2.3"))
    assert OTHERS_WORDS.findall(text) == []
    assert draft_record(draft)["clauses"][0]["official"] == SNOW
    for suffix, write in FORMATS.items():
        content = write(draft)
        shown = (
            "\n".join(
                p.text for p in docx.Document(io.BytesIO(content)).element.body.iter() if p.text
            )
            if suffix == ".docx"
            else content.decode("utf-8")
        )
        assert SNOW in shown


@pytest.mark.parametrize(
    ("commitments", "said"),
    [
        ([{"number": 2, "steps": ["initiera"]}], "löfteskatalogen har inga steg"),
        ([{"number": 5}], "det finns inget sådant löfte. De som finns är 1, 2, 3 och 4."),
        ([{"number": 2, "points": ["1.1"]}], "punkt 1.1 hör till löfte 1, inte till löfte 2."),
        ([], "Beställningen har inga löften. Ange minst ett."),
    ],
)
def test_an_order_that_does_not_fit_is_refused_in_the_catalogues_words(
    catalogue: Assistant, commitments: list[dict[str, object]], said: str
) -> None:
    with pytest.raises(InputFault, match=re.escape(said)):
        catalogue.order({"municipality": "Lunds kommun", "commitments": commitments})


CONTRACT = f"""# Lunds cykellöfte

## Löfte 2: Snöröjning

{SNOW}

## Löfte 1

Kommunen lovar att göra det ganska tryggt för barn att cykla till skolan – året om och i hela kommunen.

Kommunen lovar att plantera träd. Arbetet följer löfte 3, punkt 3.9, och löfte 12.
"""


def test_a_contract_is_reviewed_against_the_catalogue(catalogue: Assistant, tmp_path: Path) -> None:
    review = catalogue.review(CONTRACT)
    assert [(p.status.value, p.commitment) for p in review.pledges] == [
        ("verbatim", 2),
        ("changed", 1),
        ("invented", None),
    ]
    assert review.missing_mandatory == ()
    kinds = [finding.kind.value for finding in review.findings]
    assert kinds == ["changed_wording", "invented_pledge", "no_such_point", "no_such_commitment"]
    (tmp_path / "avtal.md").write_text(CONTRACT, encoding="utf-8")
    document = read_document(tmp_path / "avtal.md")
    summary = summary_markdown(summary_of(review, document, catalogue.library.guidance, "avtal.md"))
    messages = "\n".join((summary, *(finding.message for finding in review.findings)))
    assert "Det här är inget officiellt löfte i Cykellöftet 2031, version 2031:1." in messages
    assert "| 2 | Snöröjning | Ordagrant |" in messages
    assert OTHERS_WORDS.findall(messages) == []


def test_how_the_pledges_of_an_edition_begin_is_known_as_a_pledge_too() -> None:
    opening = "Staden siktar på att"
    assert manner_of("Staden siktar på att plantera träd.").manner is Manner.PLAIN
    found = manner_of("Staden siktar på att plantera träd.", opening=opening)
    assert found.manner is Manner.PLEDGES
    assert "Staden siktar på att plantera träd."[found.content :] == "plantera träd."
    assert manner_of("Staden siktar på att:", opening=opening).manner is Manner.LEADS


def test_the_folder_alone_makes_the_command_answer_from_it(
    environment: dict[str, str], catalogue: Assistant
) -> None:
    own = {
        **environment,
        "KLIMATKONTRAKT_EDITION": str(CATALOGUE),
        "KLIMATKONTRAKT_DATA_DIR": str(catalogue.settings.data_dir),
    }
    done = run(own, "ask", "-", "--json", given='{"id": 1, "question": "Hur lyder löfte 2?"}')
    answer = json.loads(done.stdout)
    assert answer["citations"][0]["location"] == "Löfte 2, löfteskatalogen 2031:1"
    reviewed = run(own, "review", "-", given=CONTRACT)
    assert "Ordagrant, löfte 2" in reviewed.stdout


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CATALOGUE, tmp_path / "catalogue"))


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("edition.yaml", "pledge_opening: Kommunen lovar att\n", "", "yaml, pledge_opening: fältet saknas"),
        ("edition.yaml", "  those: löftena\n", "", "edition.yaml, nouns.those: fältet saknas"),
        ("edition.yaml", "article: ett", "article: det", "nouns.article: ”det” går inte att använda"),
        ("commitments/02.yaml", "mandatory: false\n", "", "02.yaml, mandatory: fältet saknas"),
        (
            "commitments/02.yaml",
            '  - id: "2.1"\n',
            '  - id: "2.1"\n    phase: initiera\n',
            "02.yaml, punkt 2.1, phase: steget ”initiera” finns inte; utgåvan har inga steg",
        ),
    ],
)  # fmt: skip
def test_a_field_that_is_missing_or_wrong_is_one_sentence_with_file_and_field(
    damaged: Path, file: str, old: str, new: str, said: str
) -> None:
    text = (damaged / file).read_text(encoding="utf-8")
    assert old in text
    (damaged / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CorpusFault, match=re.escape(said)):
        Library.from_folder(damaged)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("source.txt", "source.txt: filen saknas"),
        ("timeline.yaml", "timeline.yaml: filen saknas"),
        ("commitments", "commitments: mappen saknas"),
        ("clauses", "clauses: löptextform saknas för punkt 1.1"),
    ],
)
def test_a_file_that_is_missing_is_one_sentence_that_names_it(
    damaged: Path, name: str, said: str, tmp_path: Path
) -> None:
    gone = damaged / name
    if gone.is_dir():
        shutil.rmtree(gone)
    else:
        gone.unlink()
    with pytest.raises(CorpusFault, match=re.escape(said)):
        drafted(damaged, tmp_path)


def drafted(edition: Path, data: Path) -> None:
    opened = Assistant.open(Settings(data_dir=data, edition=edition))
    opened.draft(opened.order({"municipality": "Lund", "commitments": [{"number": 1}]}))
