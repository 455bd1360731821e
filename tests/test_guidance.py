import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.domain.errors import CorpusFault
from assistant.domain.guidance import Guidance
from assistant.domain.passages import PassageKind
from assistant.guidance.checking import verbatim_texts
from assistant.guidance.knowledge import LABELLED, load_knowledge, load_labelled, load_uncovered
from assistant.guidance.library import Library
from assistant.guidance.loading import load_guidance, source_of
from assistant.guidance.reading import read_records
from assistant.guidance.records import EditionRecord
from assistant.guidance.source import SourceText, fold
from tests.conftest import EDITION


@pytest.fixture(scope="module")
def source() -> str:
    return source_of(EDITION, read_records(EDITION / "edition.yaml", EditionRecord)).text


def test_the_edition_has_the_counts_of_the_printed_guidance(library: Library) -> None:
    guidance = library.guidance
    points = [len(c.points) for c in guidance.commitments]
    assert points == [10, 10, 14, 12, 13, 11, 8, 10, 9, 10]
    by_step = Counter(p.phase.key for c in guidance.commitments for p in c.points if p.phase)
    assert by_step == {"initiera": 33, "etablera": 39, "transformera": 35}
    assert [c.number for c in guidance.mandatory] == [1, 2, 3]
    assert sum(len(c.examples) for c in guidance.commitments) == 15
    assert [c.number for c in guidance.commitments if not c.examples] == [7, 10]
    assert len(guidance.terms) == 116
    assert len(guidance.milestones) == 9


def test_every_transcribed_text_stands_in_the_source(library: Library, source: str) -> None:
    missing = [
        place for place, text in verbatim_texts(library.guidance) if fold(text) not in source
    ]
    assert missing == []


def test_no_word_of_the_source_is_left_out(library: Library, source: str) -> None:
    left = _uncovered(library.guidance, source)
    assert re.findall(r"\w+", left) == []


def _uncovered(guidance: Guidance, source: str) -> str:
    """What remains of the source when everything transcribed is taken out, once per occurrence."""
    record = read_records(EDITION / "edition.yaml", EditionRecord)
    commitments = guidance.commitments
    # A term repeats what stands elsewhere; a milestone stands as a bullet of its section too.
    repeated = ("glossary.yaml", "timeline.yaml")
    texts = [
        text
        for place, text in verbatim_texts(guidance)
        if not place.startswith(repeated) and not place.endswith(", title")
    ]
    texts += [f"{c.section} Åtagande {c.number}: {c.title}" for c in commitments]
    headings: dict[str, str] = {}
    for section in guidance.sections:
        texts.remove(section.heading_verbatim)
        headings[section.heading] = (
            f"{section.number}. {section.heading_verbatim}"
            if section.number
            else section.heading_verbatim
        )
    texts += headings.values()
    texts += [p.id for c in commitments for p in c.points]
    texts += [
        mark
        for section in guidance.sections
        for block in section.blocks
        if (mark := block.marker) and mark[0].isdigit()
    ]
    texts += [f.text for f in record.furniture for _ in range(f.times)]
    texts += [url for c in commitments for url in c.links]
    texts += [url for c in commitments for url in c.links if c.number == 6]
    for text in sorted(texts, key=len, reverse=True):
        # A number may be followed by a letter ("2.10Bidra", "10.Kommunikation"), a word may not.
        after = r"(?!\d)" if text[-1] in "0123456789." else r"(?!\w)"
        before = r"(?<![\d.])" if text[0] in "0123456789" else r"(?<![^\W\d_])"
        pattern = before + re.escape(fold(text)) + after
        source, times = re.subn(pattern, " ¤ ", source, count=1)
        assert times == 1, text
    return source.replace("¤", "")


def test_word_for_word_equal_points_cite_both_places(library: Library) -> None:
    quotation = library.quote(library.point("1.3"))
    assert "punkt 1.3" in quotation.location
    assert "punkt 2.3" in quotation.location


def test_a_point_says_which_commitment_it_belongs_to_and_a_section_is_no_point(
    library: Library,
) -> None:
    assert library.point("3.4").location == "Åtagande 3, punkt 3.4 (Initiera), vägledningen 2025:1"
    assert library.wording(4).location == "Åtagande 4 (avsnitt 3.4), vägledningen 2025:1"


def test_faults_of_the_source_are_part_of_the_quotation(library: Library) -> None:
    assert "moteverkande av inbygd bias" in library.point("4.4").text
    assert "OPPC" in library.examples(2)[0].text


def test_a_point_that_a_page_break_interrupts_is_put_together(library: Library) -> None:
    assert library.point("8.3").text.endswith(
        "målkonflikter som behöver uppmärksammas och bör hanteras."
    )


def test_passage_ids_are_unique_and_readable(library: Library) -> None:
    ids = [passage.id for passage in library.passages]
    assert len(set(ids)) == len(ids)
    for expected in (
        "2025-1/åtagande/3",
        "2025-1/punkt/3.4",
        "2025-1/avsnitt/5/upphandling/1",
        "2025-1/åtagande/6/exempel/1",
        "2025-1/begrepp/omställningsarena",
        "2025-1/hålltid/31-oktober",
    ):
        assert expected in library.by_id


def test_every_passage_line_stands_in_the_source(library: Library, source: str) -> None:
    interrupted = {library.point("8.3").text}
    for passage in library.passages:
        for line in passage.text.split("\n"):
            text = re.sub(r"^(?:[-●○]|\d+\.) ", "", line)
            assert (
                fold(text) in source
                or text in interrupted
                or any(text in whole for whole in interrupted)
            ), passage.id


def test_every_passage_has_the_questions_it_answers_beside_it(library: Library) -> None:
    knowledge = load_knowledge(EDITION, library.passages)
    assert knowledge.keys() == library.by_id.keys()
    few = [name for name, beside in knowledge.items() if len(beside.questions) < 4]
    assert few == []


def test_the_questions_beside_a_passage_never_hold_an_official_sentence(library: Library) -> None:
    opening = library.guidance.edition.pledge_opening
    asked = [
        question
        for beside in load_knowledge(EDITION, library.passages).values()
        for question in (*beside.questions, *beside.everyday)
    ]
    wordings = [c.official_wording.removeprefix(opening)[:40] for c in library.guidance.commitments]
    assert [q for q in asked if any(wording in q for wording in wordings)] == []


def test_a_topic_that_is_not_covered_names_what_is_nearest(library: Library) -> None:
    topics = load_uncovered(EDITION, library.passages)
    assert all(topic.nearest for topic in topics if topic.kind == "near")


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("commitments/06.yaml", "official_wording: >-", "wording: >-", "official_wording"),
        ("commitments/06.yaml", '- id: "6.2"', '- id: "6.1"', "6.1"),
        ("commitments/06.yaml", '- id: "6.2"', '- id: "7.2"', "7.2"),
        ("commitments/06.yaml", "Säkra resurser", "Säkerställ resurser", "6.1"),
        ("commitments/06.yaml", "phase: initiera", "phase: inleda", "inleda"),
        ("commitments/06.yaml", "number: 6", "number: sex", "number"),
        (
            "commitments/06.yaml",
            "Vi åtar oss att utveckla",
            "Vi lovar att utveckla",
            "official_wording",
        ),
        ("sections.yaml", "- key: upphandling", "- key: innovation", "innovation"),
        ("glossary.yaml", "  kind: defined", "  kind: guessed", "kind"),
        ("source.txt", "upphandling", "upphandeling", "kontrollsumman"),
    ],
)
def test_a_damaged_edition_is_refused_with_file_item_and_fault(
    edition_copy: Path, file: str, old: str, new: str, named: str
) -> None:
    damaged = edition_copy / file
    damaged.chmod(0o644)
    text = damaged.read_text(encoding="utf-8")
    assert old in text
    damaged.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CorpusFault) as refused:
        load_guidance(edition_copy)
    assert Path(file).name in str(refused.value)
    assert named in str(refused.value)


def test_an_edition_without_a_file_says_which(edition_copy: Path) -> None:
    (edition_copy / "glossary.yaml").unlink()
    with pytest.raises(CorpusFault, match=r"glossary\.yaml: filen saknas"):
        load_guidance(edition_copy)


def test_only_points_and_examples_and_wordings_belong_to_a_commitment(library: Library) -> None:
    kinds = {p.kind for p in library.passages if p.commitment is not None}
    assert kinds == {PassageKind.WORDING, PassageKind.POINT, PassageKind.EXAMPLE}


@pytest.mark.parametrize(
    ("broken", "word", "before"),
    [
        ("utbildnings-\nmaterial", "utbildnings-material", "utbildnings-"),
        ("klimatom-\nställning", "klimatomställning", "klimatom-"),
        ("klimatomställ\nning", "klimatomställning", "klimatomställ"),
    ],
)
def test_a_word_that_the_source_breaks_stands_in_it_whole(
    tmp_path: Path, broken: str, word: str, before: str
) -> None:
    path = tmp_path / "source.txt"
    path.write_text(f"om {broken} för alla", encoding="utf-8")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert SourceText.from_file(path, sha256, [(word, before)]).contains(f"om {word} för")
    assert not SourceText.from_file(path, sha256, []).contains(word)


def test_a_labelled_question_that_is_not_whole_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / LABELLED).write_text(
        '{"question": "Vem?", "answered": false}\n{"question": "När?"}\n', encoding="utf-8"
    )
    with pytest.raises(CorpusFault, match=r"labelled\.jsonl, rad 2, answered: fältet saknas"):
        load_labelled(tmp_path)
    (tmp_path / LABELLED).write_text("frågor\n", encoding="utf-8")
    with pytest.raises(CorpusFault, match=r"rad 1, hela raden: raden är inte giltig JSON"):
        load_labelled(tmp_path)


def test_an_edition_need_not_have_labelled_questions(tmp_path: Path) -> None:
    assert load_labelled(tmp_path) == ()
