import random
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.reviews import Effect, FindingKind, PledgeStatus, Review, Severity
from assistant.editions.comparing import compare
from assistant.export.restoring import restored
from assistant.guidance.library import Library
from assistant.guidance.passages import passages_of
from assistant.guidance.review_knowledge import earlier_editions, load_review_knowledge
from assistant.opening import Assistant
from assistant.reviewing.messages import EFFECTS, templates
from assistant.reviewing.reviewer import Reviewer
from evals import tampering
from evals.case_files import cases_of
from evals.cases import ReviewCase
from evals.suites.reviews import REVIEWS, reviewed
from evals.tampering.cases import tampering_cases
from evals.tampering.disguises import DISGUISES
from evals.tampering.judging import score
from evals.tampering.mutations import mutations
from tests.conftest import EDITION

LIBRARY = Library.from_folder(EDITION)
REVIEWER = Reviewer(LIBRARY, load_review_knowledge(EDITION, LIBRARY))
OFFICIAL = {c.number: c.official_wording for c in LIBRARY.guidance.commitments}
MUTATIONS = mutations(LIBRARY.guidance.edition.pledge_opening)
numbers = st.sampled_from(sorted(OFFICIAL))
OLDER = Path(__file__).parent / "older_contracts"
"""Contracts in the manner of the years before the official sentences; places are real, people are not."""
WORDS = sorted({w for text in OFFICIAL.values() for w in text.split()})


def statuses(review: Review) -> list[tuple[str, int | None]]:
    return [(p.status.value, p.commitment) for p in review.pledges]


def kinds(review: Review) -> list[FindingKind]:
    return [f.kind for f in review.findings]


@given(numbers, st.sampled_from(sorted(DISGUISES)), st.integers())
@settings(max_examples=150, deadline=None)
def test_whatever_is_only_typography_stays_verbatim(number: int, disguise: str, seed: int) -> None:
    text = DISGUISES[disguise](OFFICIAL[number], random.Random(seed))
    review = REVIEWER.review(f"Bakgrund.\n\n{text}\n\nKommunen fortsätter.")
    assert statuses(review) == [("verbatim", number)], text


@given(numbers, st.sampled_from(sorted(MUTATIONS)), st.integers())
@settings(max_examples=150, deadline=None)
def test_whatever_is_tampering_is_never_verbatim(number: int, mutation: str, seed: int) -> None:
    text = MUTATIONS[mutation](OFFICIAL[number], random.Random(seed))
    if text != OFFICIAL[number]:
        review = REVIEWER.review(text)
        assert "verbatim" not in [p.status.value for p in review.pledges], text


@given(numbers, st.data())
@settings(max_examples=150, deadline=None)
def test_a_sentence_with_any_other_words_is_never_verbatim(
    number: int, data: st.DataObject
) -> None:
    words = OFFICIAL[number].split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    words[at : at + data.draw(st.integers(0, 2))] = data.draw(
        st.lists(st.sampled_from(WORDS), max_size=3)
    )
    text = " ".join(words)
    if text != OFFICIAL[number] and OFFICIAL[number] not in text:
        review = REVIEWER.review(text)
        assert "verbatim" not in [p.status.value for p in review.pledges], text


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_reviewed_and_every_place_lies_in_it(text: str) -> None:
    review = REVIEWER.review(f"{text}\n{OFFICIAL[8]}\n{text}")
    spans = [(p.start, p.end) for p in review.pledges]
    spans += [(f.start, f.end) for f in review.findings]
    assert all(0 <= start <= end <= len(review.text) for start, end in spans)


@given(st.text(alphabet="Viåtarossomt \n.-–|*#>_\u00ad\u200b1a)", max_size=200))
@settings(max_examples=200, deadline=None)
def test_marks_in_any_disorder_do_not_end_a_review(text: str) -> None:
    review = REVIEWER.review(text)
    for pledge in review.pledges:
        assert pledge.start < pledge.end <= len(text)


def test_a_pledge_begins_at_its_first_word_and_ends_after_its_stop() -> None:
    text = f"Inledning.\n\n- **{OFFICIAL[5]}** Mer text följer."
    (pledge,) = REVIEWER.review(text).pledges
    assert text[pledge.start : pledge.end] == OFFICIAL[5]


def test_offsets_count_code_points_also_after_signs_outside_the_basic_plane() -> None:
    text = f"🌍🌍 Vår plan.\n\n{OFFICIAL[10]}"
    (pledge,) = REVIEWER.review(text).pledges
    assert text[pledge.start : pledge.end] == OFFICIAL[10]


def test_the_guidance_itself_has_its_ten_official_wordings_and_no_more_of_them() -> None:
    review = REVIEWER.review((EDITION / "source.txt").read_text(encoding="utf-8"))
    verbatim = [p.commitment for p in review.pledges if p.status is PledgeStatus.VERBATIM]
    assert verbatim == sorted(OFFICIAL)
    assert review.missing_mandatory == ()


def test_the_development_cases_are_judged_right() -> None:
    judged = [
        (case.id, judgement)
        for case in cases_of("granskning.yaml", ReviewCase)
        for judgement in REVIEWS.score(case, reviewed(REVIEWER.review(case.text)), LIBRARY)
    ]
    assert [(name, j.reason) for name, j in judged if j.value < 1] == []


def test_the_tamper_bench_holds_in_a_small_round() -> None:
    tallies = score(tampering_cases(LIBRARY.guidance, 40, seed=1), REVIEWER.review)
    assert all(t.right == t.cases for t in tallies.values()), tallies
    assert sum(t.named for t in tallies.values()) >= 0.99 * sum(t.cases for t in tallies.values())


@pytest.mark.parametrize(
    ("old", "new", "effect"),
    [
        ("nationell", "regional", Effect.NARROWED),
        ("åtar oss att", "åtar oss inte att", Effect.NEGATED),
        ("att fördjupa", "att om möjligt fördjupa", Effect.WEAKENED),
        ("Vi åtar", "Kommunen åtar", Effect.SUBJECT),
        (" – och bidra till en gemensam nationell kapacitet", "", Effect.CLAUSE_DROPPED),
        ("kapacitet.", "kapacitet tillsammans med våra grannar.", Effect.CLAUSE_ADDED),
        ("klimatanalyser", "klimatanalyserna", Effect.FORM),
        ("datainsamling", "data\u200binsamling", Effect.HIDDEN),
        ("datainsamling,", "datainsamling;", Effect.PUNCTUATION),
    ],
)
def test_a_difference_says_what_it_does(old: str, new: str, effect: Effect) -> None:
    (pledge,) = REVIEWER.review(OFFICIAL[2].replace(old, new)).pledges
    assert pledge.status is PledgeStatus.CHANGED
    assert effect in [d.effect for d in pledge.differences]


def test_a_direction_mark_anywhere_in_the_paragraph_makes_the_sentence_doubtful() -> None:
    review = REVIEWER.review(f"Hej.\u202e {OFFICIAL[8]}")
    assert statuses(review) == [("changed", 8)]


@pytest.mark.parametrize(
    "around",
    ["~~{}~~", "<!--\n{}\n-->", "~~\n{}\n~~", "{}\n\n(om ekonomin tillåter)", "{} om medel finns"],
)
def test_what_is_struck_out_or_goes_on_after_it_is_not_verbatim(around: str) -> None:
    review = REVIEWER.review(around.format(OFFICIAL[8].removesuffix(".")))
    assert "verbatim" not in [p.status.value for p in review.pledges]


def test_a_changed_mandatory_commitment_is_not_missing_but_must_be_restored() -> None:
    review = REVIEWER.review(OFFICIAL[2].replace("nationell", "regional"))
    assert review.missing_mandatory == (1, 3)
    finding = review.findings[0]
    assert finding.kind is FindingKind.CHANGED_WORDING
    assert finding.suggestion == OFFICIAL[2]
    assert "måste återställas" in finding.message


def test_a_sentence_lifted_from_a_point_is_named_with_the_point() -> None:
    text = LIBRARY.guidance.point("10.1")
    assert text
    pledge = f"Vi åtar oss att {text.text[:1].lower()}{text.text[1:]}"
    review = REVIEWER.review(pledge)
    assert statuses(review) == [("invented", None)]
    assert "punkt 10.1" in review.findings[0].message


def test_an_official_wording_under_another_heading_is_misplaced_and_still_verbatim() -> None:
    review = REVIEWER.review(f"## Åtagande 3\n\n{OFFICIAL[5]}\n\n## Åtagande 8\n\n{OFFICIAL[8]}")
    assert statuses(review) == [("verbatim", 5), ("verbatim", 8)]
    assert kinds(review).count(FindingKind.MISPLACED) == 1


def test_a_heading_inside_a_commitments_part_does_not_end_it() -> None:
    review = REVIEWER.review(
        f"## Åtagande 3\n\n### Steg\n\n{OFFICIAL[5]}\n\n## Källor\n\n{OFFICIAL[8]}"
    )
    assert [f.start for f in review.findings if f.kind is FindingKind.MISPLACED] == [
        review.pledges[0].start
    ]


def test_a_bare_line_ends_a_commitments_part() -> None:
    review = REVIEWER.review(f"Åtagande 3\n\n{OFFICIAL[3]}\n\nKällor i korthet\n\n{OFFICIAL[8]}")
    assert FindingKind.MISPLACED not in kinds(review)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Se punkt 6.14 i vägledningen.", FindingKind.NO_SUCH_POINT),
        ("Vi arbetar med åtagande 12.", FindingKind.NO_SUCH_COMMITMENT),
        ("Enligt åtagande 3, punkt 4.2 ska vi kartlägga.", FindingKind.OTHER_POINT),
        (
            "I punkt 6.1 ska vi kartlägga kommunens interna och externa kommunikation om klimat.",
            FindingKind.OTHER_POINT,
        ),
        ("Ansvarig är [ansvarig nämnd].", FindingKind.OPEN_GAP),
        ("Utsläppen har minskat med 40 procent.", FindingKind.FIGURE_WITHOUT_SOURCE),
        ("Planen antogs 2019.", FindingKind.YEAR_WITHOUT_SOURCE),
        ("Det styrs av miljöbalken.", FindingKind.LAW_WITHOUT_SOURCE),
        ("Vi har en omställningsgrupp.", FindingKind.MISUSED_TERM),
        (" ".join(["kommunens klimatomställningsarbete"] * 15) + ".", FindingKind.HARD_TO_READ),
    ],
)
def test_the_municipalitys_own_text_gets_findings(text: str, kind: FindingKind) -> None:
    assert kind in kinds(REVIEWER.review(text))


@pytest.mark.parametrize(
    "text",
    [
        "Se punkt 6.1 i vägledningen.",
        "Utsläppen har minskat med 40 procent (källa: SCB).",
        "Klimatkontrakt 2030 gäller för oss.",
        "Vi följer lagen (2017:720) om klimat.",
        "Det gäller t.ex. bussar, bl.a. i stadens centrum. Mer följer.",
        OFFICIAL[2],
    ],
)
def test_what_is_in_order_gets_no_finding(text: str) -> None:
    found = [f for f in REVIEWER.review(text).findings if f.kind != FindingKind.MISSING_MANDATORY]
    assert not found


def test_findings_come_in_order_and_the_missing_are_faults() -> None:
    findings = REVIEWER.review("Planen antogs 2019. [namn] skriver.").findings
    assert [f.start for f in findings] == sorted(f.start for f in findings)
    missing = [f for f in findings if f.kind is FindingKind.MISSING_MANDATORY]
    assert {f.severity for f in missing} == {Severity.FAULT}


def test_an_earlier_editions_wording_is_named_as_such(tmp_path: Path) -> None:
    old = _second_edition(tmp_path)
    new = tmp_path / "now"
    shutil.copytree(EDITION, new)
    library = Library.from_folder(new)
    earlier = earlier_editions(new)
    assert [e.guidance.edition.id for e in earlier] == ["2024-1"]
    diffs = [compare(old, library) for old in earlier]
    reviewer = Reviewer(library, load_review_knowledge(new, library), diffs)
    wording = earlier[0].wording(6).text
    review = reviewer.review(wording)
    assert statuses(review) == [("changed", 6)]
    finding = review.findings[0]
    assert finding.kind is FindingKind.EARLIER_EDITION
    assert finding.suggestion == library.wording(6).text
    assert old.is_dir()


def test_what_replaces_an_earlier_wording_is_what_has_taken_its_place_and_not_what_is_like_it() -> (
    None
):
    """The old sixth commitment reads almost like the second of today, and the old eleventh is gone."""
    like_the_second = OFFICIAL[2].replace("nationell", "regional")
    gone = "Vi åtar oss att göra kulturlivet till en kraft i klimatomställningen."
    guidance = LIBRARY.guidance
    then = replace(
        guidance,
        edition=replace(guidance.edition, id="2024-1", label="2024:1"),
        commitments=(
            *(
                replace(c, official_wording=like_the_second) if c.number == 6 else c
                for c in guidance.commitments
            ),
            replace(guidance.commitments[-1], number=11, title="Kultur", official_wording=gone),
        ),
    )
    diff = compare(Library(then, passages_of(then)), LIBRARY)
    reviewer = Reviewer(LIBRARY, load_review_knowledge(EDITION, LIBRARY), [diff])
    review = reviewer.review(f"{like_the_second}\n\n{gone}\n\n{like_the_second[:-1]} nu.")
    assert statuses(review)[:2] == [("changed", 6), ("invented", None)]
    assert statuses(review)[2] == ("changed", 2)
    was, ended = (f for f in review.findings if f.kind is FindingKind.EARLIER_EDITION)
    assert was.suggestion == OFFICIAL[6]
    assert was.message.startswith("Så löd åtagande 6 i version 2024:1")
    assert (ended.suggestion, ended.quoted and ended.quoted.id) == (None, "2024-1/åtagande/11")
    assert "finns inte i version 2025:1" in ended.message


def _second_edition(folder: Path) -> Path:
    import hashlib

    old = Path(shutil.copytree(EDITION, folder / "then"))
    source = (old / "source.txt").read_text(encoding="utf-8")
    source = source.replace("som driver \n", "som bär \n").replace("som driver\n", "som bär\n")
    (old / "source.txt").write_text(source, encoding="utf-8")
    wording = (old / "commitments" / "06.yaml").read_text(encoding="utf-8")
    (old / "commitments" / "06.yaml").write_text(
        wording.replace("verktyg som driver", "verktyg som bär"), encoding="utf-8"
    )
    edition = (old / "edition.yaml").read_text(encoding="utf-8")
    was = hashlib.sha256((EDITION / "source.txt").read_bytes()).hexdigest()
    now = hashlib.sha256((old / "source.txt").read_bytes()).hexdigest()
    edition = edition.replace(was, now).replace('id: "2025-1"', 'id: "2024-1"')
    edition = edition.replace('"2025:1"', '"2024:1"', 1).replace("year: 2025", "year: 2024")
    (old / "edition.yaml").write_text(edition, encoding="utf-8")
    for name in ("glossary.yaml", "sections.yaml"):
        path = old / name
        path.write_text(
            path.read_text(encoding="utf-8").replace("verktyg som driver", "verktyg som bär"),
            encoding="utf-8",
        )
    return old


def test_an_edition_without_review_knowledge_is_reviewed_too(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EDITION, tmp_path / "edition"))
    (folder / "review.yaml").unlink()
    library = Library.from_folder(folder)
    reviewer = Reviewer(library, load_review_knowledge(folder, library))
    text = f"{OFFICIAL[1]}\n{OFFICIAL[2].replace('nationell', 'regional')}"
    assert statuses(reviewer.review(text)) == [("verbatim", 1), ("changed", 2)]


def test_every_effect_and_every_kind_has_its_words() -> None:
    assert set(EFFECTS) == set(Effect)
    with_two_names = {"changed_wording", "no_such_point"}
    assert with_two_names <= set(templates())


def test_the_time_grows_with_the_length_and_no_faster() -> None:
    text = (EDITION / "source.txt").read_text(encoding="utf-8")
    REVIEWER.review(text)

    def seconds(times: int) -> float:
        began = time.perf_counter()
        REVIEWER.review(text * times)
        return time.perf_counter() - began

    assert seconds(20) < 20 * 2.5 * max(seconds(2) / 2, 0.02)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 300_000,
        "Vi åtar oss att " * 20_000,
        "*" * 100_000,
        "- " * 100_000,
        "|" * 100_000,
        "Vi åtar oss att " + "klimat " * 100_000,
        ". " * 30_000,
        "> " * 50_000,
        "\u200b" * 100_000,
        "[" * 100_000,
        "och " * 100_000,
        "1." * 100_000,
    ],
)
def test_a_hostile_text_takes_no_more_than_moments(text: str) -> None:
    began = time.process_time()
    REVIEWER.review(text)
    assert time.process_time() - began < 5


def test_the_assistant_reviews(assistant: Assistant) -> None:
    assert statuses(assistant.review(OFFICIAL[7])) == [("verbatim", 7)]


def test_the_tamper_bench_types_no_words_of_an_edition() -> None:
    words = LIBRARY.guidance.edition.pledge_opening.partition(" ")[2]
    for module in Path(str(tampering.__file__)).parent.glob("*.py"):
        assert words not in module.read_text(encoding="utf-8"), module.name


@pytest.mark.parametrize(
    "head",
    [
        "# Klimatkontrakt 2030 – Lunds kommun",
        "Klimatkontrakt 2030\nLund",
        "# Klimatkontrakt 2030 Lund",
        "# Avtal\n\nDetta kontrakt ingås mellan Lunds kommun och Viable Cities.",
        "Lunds kommun växer. Lunds kommun har en plan. Lunds kommun följer upp den.",
    ],
)
def test_what_another_municipality_pledges_is_no_pledge_of_ours(
    assistant: Assistant, head: str
) -> None:
    others = "Malmö stad åtar sig att bygga ut solkraften."
    ours = "Lunds kommun åtar sig att bygga en simhall."
    both = "Till skillnad från Malmö stad åtar sig kommunen att bygga en bro."
    review = assistant.review(f"{head}\n\n{others}\n\n{ours}\n\n{both}")
    assert [review.text[p.start : p.end] for p in review.pledges] == [ours, both]


def test_a_municipality_whose_contract_is_not_told_pledges_for_itself() -> None:
    review = REVIEWER.review("Malmö stad åtar sig att bygga ut solkraften.")
    assert statuses(review) == [("invented", None)]


def test_an_official_wording_that_another_municipality_is_put_into_is_still_tampered_with() -> None:
    sentence = OFFICIAL[8].replace("Vi åtar oss", "Malmö stad åtar sig")
    review = REVIEWER.review(f"# Klimatkontrakt 2030 – Lunds kommun\n\n{sentence}")
    assert statuses(review) == [("changed", 8)]


@pytest.mark.parametrize("lead", ["Vi åtar oss att:", "Vi åtar oss att"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_list_after_the_opening_is_a_pledge_an_item(lead: str, between: str) -> None:
    opening = LIBRARY.guidance.edition.pledge_opening
    items = [OFFICIAL[n].removeprefix(opening).strip() for n in (8, 9)]
    changed = items[1].replace("stärka", "minska")
    text = f"{lead}{between}1. {items[0]}\n2. {changed}\n3. bygga ett cykelgarage.\n"
    review = REVIEWER.review(text)
    assert statuses(review) == [("verbatim", 8), ("changed", 9), ("invented", None)]
    assert restored(review, text[review.pledges[1].start : review.pledges[1].end], LIBRARY) == (
        text.replace(changed, items[1])
    )


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_contract_of_the_years_before_the_sentences_has_none_of_them(number: int) -> None:
    text = (OLDER / f"{number}.md").read_text(encoding="utf-8")
    local = yaml.safe_load((OLDER / f"{number}.yaml").read_text(encoding="utf-8"))["local_pledges"]
    review = REVIEWER.review(text)
    assert review.missing_mandatory == tuple(c.number for c in LIBRARY.guidance.mandatory)
    assert {p.status for p in review.pledges} == {PledgeStatus.INVENTED}
    found = [" ".join(text[p.start : p.end].split()) for p in review.pledges]
    unseen = [words for words in local if not any(words in sentence for sentence in found)]
    assert not unseen
