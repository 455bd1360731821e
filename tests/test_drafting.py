import json
import re
from contextlib import suppress
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.drafts import Draft, FactKind, GapKind, RemarkKind
from assistant.domain.errors import InputFault
from assistant.domain.local_text import Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.drafting import compose
from assistant.drafting.schema import SCHEMAS, schema_text
from assistant.drafting.writing import draft_record
from assistant.guidance.running_text import load_running_forms
from assistant.opening import Assistant
from assistant.settings import Settings, shipped
from assistant.wording.drafts import draft_markdown

ASSISTANT = Assistant.open(Settings())
FORMS = load_running_forms(shipped("corpus") / "klimatkontrakt-2025-1", ASSISTANT.library.guidance)
TODAY = date(2026, 3, 1)
WORDINGS = {c.number: c.official_wording for c in ASSISTANT.library.guidance.commitments}


def drafted(municipality: str = "Växjö", **order: object) -> Draft:
    record = {"municipality": municipality, **order}
    return compose(ASSISTANT.order(record), ASSISTANT.library, FORMS, TODAY)


def six(*facts: dict[str, Any], length: str = "utförlig", **more: object) -> Draft:
    commitment = {"number": 6, "points": ["6.1", "6.2"], "facts": list(facts), **more}
    return drafted(length=length, commitments=[commitment])


def text_of(draft: Draft, number: int) -> str:
    clause = next(c for c in draft.commitments if c.commitment == number)
    return " ".join(s.text for s in clause.local)


def remarks(draft: Draft, kind: RemarkKind) -> list[str]:
    return [r.message for r in draft.remarks if r.kind is kind]


def test_the_official_sentence_stands_once_and_word_for_word() -> None:
    draft = six()
    official = [s.text for c in draft.clauses for s in c.sentences if isinstance(s, Quotation)]
    assert sorted(official) == sorted(WORDINGS[n] for n in (1, 2, 3, 6))


def test_the_shared_commitments_stand_in_the_introduction_and_are_made_concrete_later() -> None:
    draft = six()
    introduction = next(c for c in draft.clauses if c.key == "inledning")
    quoted = [s.text for s in introduction.sentences if isinstance(s, Quotation)]
    assert quoted == [WORDINGS[n] for n in (1, 2, 3)]
    assert [c.commitment for c in draft.commitments] == [1, 2, 3, 6]
    for clause in draft.commitments[:3]:
        assert not any(isinstance(s, Quotation) for s in clause.sentences)


def test_a_shared_commitment_that_is_not_ordered_is_added_and_said_so() -> None:
    assert len(remarks(six(), RemarkKind.ADDED)) == 3


def test_a_shared_commitment_can_be_left_out_with_a_remark() -> None:
    draft = drafted(omit=[3], commitments=[{"number": 6}])
    assert [c.commitment for c in draft.commitments] == [1, 2, 6]
    assert WORDINGS[3] not in draft_markdown(draft)
    assert "Åtagande 3" in remarks(draft, RemarkKind.OMITTED)[0]


@pytest.mark.parametrize(
    ("name", "opening", "second"),
    [
        ("Växjö", "Växjö kommun ", "kommunen"),
        ("Göteborg", "Göteborgs Stad ", "staden"),
        ("Gotland", "Region Gotland ", "regionen"),
        ("Sjöbo", "Sjöbo kommun ", "kommunen"),
    ],
)
def test_local_text_opens_with_the_municipalitys_own_name(
    name: str, opening: str, second: str
) -> None:
    draft = drafted(name, length="utförlig", commitments=[{"number": 4, "steps": ["initiera"]}])
    text = text_of(draft, 4)
    assert text.startswith(opening)
    assert f"{second} " in text.casefold().replace(opening.casefold(), "")


def test_a_step_without_points_means_all_of_its_points() -> None:
    text = text_of(
        drafted(length="utförlig", commitments=[{"number": 6, "steps": ["etablera"]}]), 6
    )
    assert sorted(set(re.findall(r"\((6\.\d+)\)", text))) == ["6.4", "6.5", "6.6", "6.7"]


def test_named_points_narrow_their_own_step_only() -> None:
    order = {"number": 6, "steps": ["initiera", "etablera"], "points": ["6.1"]}
    text = text_of(drafted(length="utförlig", commitments=[order]), 6)
    assert sorted(set(re.findall(r"\((6\.\d+)\)", text))) == ["6.1", "6.4", "6.5", "6.6", "6.7"]


def test_without_step_and_points_the_gap_asks_which_step() -> None:
    draft = drafted(commitments=[{"number": 6}])
    gap = next(g for g in draft.gaps if g.commitment == 6)
    assert gap.kind is GapKind.STEP
    assert gap.placeholder in text_of(draft, 6)


def test_facts_are_worked_into_sentences() -> None:
    text = text_of(
        six(
            {"kind": "ansvarig", "text": "Kommunstyrelsen"},
            {"kind": "tid", "text": "Senast 2027", "points": ["6.1", "6.2"]},
            {"kind": "mål", "text": "halvera klimatpåverkan från inköpen till 2030"},
            {"kind": "resurser", "text": "två miljoner kronor per år"},
            {"kind": "samverkan", "text": "Almi"},
            {"kind": "uppföljning", "text": "årligen i årsredovisningen"},
        ),
        6,
    )
    assert "kommunstyrelsen" in text
    assert "senast 2027" in text
    assert "målet är att halvera klimatpåverkan från inköpen till 2030" in text.lower()
    assert "två miljoner kronor per år" in text
    assert " Almi" in text
    assert "årligen i årsredovisningen" in text
    assert "[" not in text


def test_a_time_for_one_sentence_stands_in_it() -> None:
    fact = {"kind": "tid", "text": "under 2026", "points": ["6.1"]}
    draft = drafted(
        length="utförlig", commitments=[{"number": 6, "points": ["6.1"], "facts": [fact]}]
    )
    assert "ska under 2026 säkra resurser" in text_of(draft, 6)


def test_a_fact_that_fits_no_sentence_stands_word_for_word_with_a_remark() -> None:
    draft = six({"kind": "ansvarig", "text": "Det leds av klimatchefen och är igång"})
    assert "Det leds av klimatchefen och är igång." in text_of(draft, 6)
    assert remarks(draft, RemarkKind.VERBATIM)


def test_a_missing_fact_is_a_visible_gap_with_a_question_and_whom_to_ask() -> None:
    draft = six({"kind": "ansvarig", "text": "kommunstyrelsen"})
    gaps = {g.kind: g for g in draft.gaps if g.commitment == 6}
    assert GapKind.RESPONSIBLE not in gaps
    assert gaps[GapKind.TIME].placeholder in text_of(draft, 6)
    assert gaps[GapKind.TIME].question == "När ska arbetet med åtagande 6 vara genomfört?"
    assert all(gap.ask for gap in draft.gaps)


def test_a_drafting_question_of_the_guidance_becomes_a_question_to_the_municipality() -> None:
    draft = drafted(length="utförlig", commitments=[{"number": 8, "points": ["8.6"]}])
    assert "synkas bättre" not in text_of(draft, 8)
    assert any("synkas bättre?" in gap.question for gap in draft.gaps)


def test_source_faults_are_right_in_running_text_wrong_in_no_quotation_and_listed() -> None:
    draft = drafted(length="utförlig", commitments=[{"number": 4, "points": ["4.4"]}])
    assert "motverkande av inbyggd bias" in text_of(draft, 4)
    assert {c.source for _, c in draft.corrections} == {"moteverkande", "inbygd"}
    assert "”moteverkande”" in draft_markdown(draft)


def test_a_pledge_in_a_fact_stays_local_text_with_a_remark() -> None:
    pledge = WORDINGS[6].replace("upphandling", "upphandlingen")
    draft = six({"kind": "annat", "text": pledge})
    sentence = next(s for c in draft.commitments for s in c.local if s.text == pledge)
    assert sentence.origin is Origin.MUNICIPAL
    assert remarks(draft, RemarkKind.PLEDGE)


def test_every_sentence_says_where_it_comes_from() -> None:
    draft = six(
        {"kind": "ansvarig", "text": "kommunstyrelsen", "source": "Delegationsordning s. 4"}
    )
    record = draft_record(draft, "a")
    sentences = record["clauses"][3]["sentences"]
    assert sentences[0]["origin"] == "official"
    assert sentences[0]["written_by"] == "corpus"
    assert sentences[1]["sources"] == ["6.1", "6.2"] or sentences[1]["sources"] == ["6.1"]
    municipal = next(s for s in sentences if s["origin"] == "municipal")
    assert municipal["sources"] == ["uppgift 1 (ansvarig): Delegationsordning s. 4"]
    assert {s["origin"] for s in sentences} >= {"official", "guidance", "municipal", "own"}


def test_the_json_of_a_draft_has_the_published_fields_and_holds_every_sentence() -> None:
    record = json.loads(json.dumps(draft_record(six(), "a")))
    assert list(record) == [
        "id",
        "edition",
        "municipality",
        "markdown",
        "clauses",
        "frame",
        "gaps",
        "remarks",
    ]
    assert [c["official"] for c in record["clauses"]] == [WORDINGS[n] for n in (1, 2, 3, 6)]
    for clause in record["clauses"]:
        for sentence in clause["sentences"]:
            assert sentence["text"] in record["markdown"]


def test_the_short_form_keeps_to_120_words_and_refers_to_the_rest() -> None:
    steps = ["initiera", "etablera", "transformera"]
    draft = drafted(length="kort", commitments=[{"number": 3, "steps": steps}])
    clause = next(c for c in draft.commitments if c.commitment == 3)
    assert len(text_of(draft, 3).split()) <= 120
    named = {point for sentence in clause.local for point in sentence.points}
    assert named == {p.id for p in ASSISTANT.library.guidance.commitments[2].points}
    assert remarks(draft, RemarkKind.REFERRED)


def test_a_step_that_the_short_form_only_refers_to_is_named() -> None:
    facts = [{"kind": "annat", "text": " ".join(["Arbetet började 2019."] * 33)}]
    steps = ["initiera", "etablera", "transformera"]
    draft = drafted(commitments=[{"number": 2, "steps": steps, "facts": facts}])
    assert re.search(r"steget \w+ \(punkterna 2\.\d+–2\.\d+\)", text_of(draft, 2))


def test_the_short_form_says_once_a_commitment_which_points_it_tells_only_parts_of() -> None:
    chosen = [{"number": 6, "points": ["6.1", "6.2", "6.4"]}, {"number": 8, "points": ["8.3"]}]
    draft = drafted(length="kort", commitments=chosen)
    told = remarks(draft, RemarkKind.SHORTENED)
    assert len(told) == 2
    assert "punkterna 6.2 och 6.4" in told[0]
    assert "6.1" not in told[0]
    assert "punkt 8.3" in told[1]
    assert not remarks(drafted(length="utförlig", commitments=chosen), RemarkKind.SHORTENED)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Ansvaret ligger hos [ansvarig nämnd]"),
        ({"ansvarig": "miljönämnden", "tid": "senast 2028"}, "och det ska vara"),
        ({"ansvarig": "miljönämnden", "uppföljning": "årligen"}, "och uppföljningen sker årligen"),
        ({"resurser": "klimatfonden"}, "används klimatfonden"),
        ({"resurser": "två årsarbetare"}, "Två årsarbetare avsätts för arbetet."),
    ],
)
def test_facts_and_gaps_are_put_as_a_secretary_would_put_them(
    facts: dict[str, str], said: str
) -> None:
    given = [{"kind": kind, "text": text} for kind, text in facts.items()]
    order = [{"number": n, "steps": ["initiera"], "facts": given} for n in range(1, 11)]
    draft = drafted(length="utförlig", commitments=order)
    assert any(said in text_of(draft, number) for number in range(1, 11))


def test_a_goal_and_a_time_for_one_point_name_it_once() -> None:
    text = text_of(
        six(
            {"kind": "mål", "text": "fossilfria inköp", "points": ["6.1"]},
            {"kind": "tid", "text": "under 2027", "points": ["6.1"]},
            {"kind": "tid", "text": "senast 2026", "points": ["6.1"]},
        ),
        6,
    )
    assert not re.search(r"(arbetet med punkt 6\.1)[^.]*\.?[^.]*, och \1", text)


def test_commitments_do_not_read_as_copies() -> None:
    order = [{"number": n, "steps": ["initiera"]} for n in range(1, 11)]
    draft = drafted(commitments=order)
    frames = [re.sub(r" ska .*", "", c.local[0].text) for c in draft.commitments]
    closings = [c.local[-1].text for c in draft.commitments]
    assert len(set(frames)) >= 3
    assert all(a != b for a, b in pairwise(closings))


def test_the_same_order_gives_the_same_draft() -> None:
    assert six() == six()


def test_equal_points_are_pointed_out() -> None:
    order = [{"number": 1, "points": ["1.3"]}, {"number": 2, "points": ["2.3"]}]
    assert "1.3 och 2.3" in remarks(drafted(commitments=order), RemarkKind.SAME_POINTS)[0]


@pytest.mark.parametrize(
    ("facts", "kind", "said"),
    [
        (
            [("mål", "Umeå stad ska vara klimatneutral 2030, kommunen 2040")],
            RemarkKind.SCOPE,
            "2040",
        ),
        (
            [("mål", "klimatneutral kommun 2030"), ("mål", "klimatneutral koncern 2035")],
            RemarkKind.SCOPE,
            "2035",
        ),
        (
            [("mål", "klimatneutralitet 2030"), ("mål", "klimatneutralitet 2035")],
            RemarkKind.GOALS,
            "Vilket gäller",
        ),
        (
            [
                ("mål", "minska utsläppen med 50 procent till 2030"),
                ("mål", "minska utsläppen med 70 procent till 2030"),
            ],
            RemarkKind.GOALS,
            "70",
        ),
        ([("tid", "senast 2025")], RemarkKind.PASSED, "har passerat"),
        ([("tid", "senast 2026-02-28")], RemarkKind.PASSED, "har passerat"),
        ([("tid", "senast 2032"), ("mål", "fossilfrihet 2030")], RemarkKind.ORDER, "målåret 2030"),
        ([("tid", "senast 2033")], RemarkKind.ORDER, "2030"),
        (
            [("ansvarig", "KS"), ("ansvarig", "kommunstyrelsen")],
            RemarkKind.RESPONSIBLE,
            "två sätt",
        ),
        (
            [("ansvarig", "kommunstyrelsen"), ("ansvarig", "byggnadsnämnden")],
            RemarkKind.RESPONSIBLE,
            "Två olika",
        ),
        ([("annat", "Växjö stad arbetar redan")], RemarkKind.NAME, "Växjö kommun"),
    ],
)
def test_what_does_not_agree_is_remarked_on(
    facts: list[tuple[str, str]], kind: RemarkKind, said: str
) -> None:
    draft = six(*({"kind": k, "text": t} for k, t in facts))
    assert any(said in message for message in remarks(draft, kind)), draft.remarks


def test_what_agrees_is_not_remarked_on() -> None:
    draft = six(
        {"kind": "mål", "text": "klimatneutralitet 2030"},
        {"kind": "tid", "text": "senast 2026-03-01"},
        {"kind": "ansvarig", "text": "kommunstyrelsen"},
        {"kind": "resurser", "text": "2 025 000 kronor"},
        {"kind": "annat", "text": "Växjö kommun antog en klimatplan 2020."},
    )
    assert {r.kind for r in draft.remarks} == {RemarkKind.ADDED}


def test_a_later_step_before_an_earlier_one_is_remarked_on() -> None:
    draft = six(
        {"kind": "tid", "text": "senast 2029", "steps": ["initiera"]},
        {"kind": "tid", "text": "senast 2027", "steps": ["etablera"]},
        steps=["initiera", "etablera"],
    )
    assert "före steget Initiera" in remarks(draft, RemarkKind.ORDER)[0]


@pytest.mark.parametrize(
    ("order", "field", "allowed"),
    [
        ({}, "municipality", "saknas"),
        ({"municipality": "Vexjö"}, "municipality", "Växjö kommun"),
        ({"length": "lång"}, "length", "kort eller utförlig"),
        ({"commitments": [{"number": 11}]}, "commitments[0].number", "9 och 10"),
        ({"commitments": [{"number": "6"}]}, "commitments[0].number", "heltal"),
        ({"commitments": [{"number": 6}, {"number": 6}]}, "commitments[1].number", "två gånger"),
        ({"commitments": 6}, "commitments", "lista"),
        ({"commitments": [6]}, "commitments[0]", "objekt"),
        ({"commitments": [{"number": 6, "steps": ["starta"]}]}, "steps[0]", "initiera"),
        ({"commitments": [{"number": 6, "points": ["6.14"]}]}, "points[0]", "6.1–6.11"),
        ({"commitments": [{"number": 6, "points": ["7.1"]}]}, "points[0]", "åtagande 7"),
        (
            {"commitments": [{"number": 6, "facts": [{"kind": "x", "text": "y"}]}]},
            "kind",
            "ansvarig",
        ),
        ({"commitments": [{"number": 6, "facts": [{"kind": "tid"}]}]}, "facts[0].text", "saknas"),
        ({"facts": [{"kind": "tid", "text": " "}]}, "facts[0].text", "tom"),
        ({"facts": [{"kind": "tid", "text": "a\ud800"}]}, "facts[0].text", "inte går att visa"),
        ({"facts": [{"kind": "tid", "text": "a\u202eb"}]}, "facts[0].text", "U+202E"),
        ({"facts": [{"kind": "tid", "text": "!"}]}, "facts[0].text", "inga ord"),
        (
            {"facts": [{"kind": "tid", "text": "nu", "steps": ["initiera"]}]},
            "facts[0].steps",
            "steg",
        ),
        ({"omit": [6]}, "omit[0]", "1, 2 och 3"),
        ({"omit": [1], "commitments": [{"number": 1}]}, "omit[0]", "både"),
        ({"kommun": 1}, "kommun", "municipality"),
        ({"municipality": 7}, "municipality", '"Växjö"'),
        ({"id": {"a": 1}}, "id", "en text eller ett heltal"),
        ({"omit": 3}, "omit", "[3]"),
        ({"commitments": [{"number": True}]}, "commitments[0].number", "heltal, till exempel 6"),
        ({"commitments": [{"number": 10**30}]}, "commitments[0].number", "1, 2, 3"),
        ({"commitments": [{"number": 6, "steps": "initiera"}]}, "steps", '["initiera"]'),
        ({"commitments": [{"number": 6, "steps": ["x" * 1999]}]}, "steps[0]", "initiera"),
        ({"commitments": [{"number": 6, "points": [6.1]}]}, "points[0]", '"6.1"'),
        ({"commitments": [{"number": 6, "points": ["§§token§§"]}]}, "points[0]", "6.1–6.11"),
        ({"facts": [{"kind": "annat", "text": "a" * 2001}]}, "facts[0].text", "2000"),
        ({"facts": [{"kind": "annat", "text": "a\x00b"}]}, "facts[0].text", "U+0000"),
        ({"facts": [{"kind": "annat", "text": "a\x1b[31m"}]}, "facts[0].text", "U+001B"),
        ({"facts": [{"kind": "annat", "text": "Sant."}] * 10_000}, "facts", "Högst 50"),
        ({"facts": ["senast 2027"]}, "facts[0]", "objekt"),
    ],
)
def test_a_faulty_order_is_refused_with_the_field_and_what_is_allowed(
    order: dict[str, Any], field: str, allowed: str
) -> None:
    record = order if not order else {"municipality": "Växjö", **order}
    with pytest.raises(InputFault) as refused:
        ASSISTANT.order(record)
    message = str(refused.value)
    assert message.startswith((field, "commitments[", "facts[", "municipality", "length"))
    assert field in message
    assert allowed in message
    assert message.endswith((".", "?"))
    assert len(message) < 300
    assert not re.search(r"[\x00-\x1f]", message)


def test_a_fact_about_a_point_that_is_not_chosen_stays_and_is_remarked_on() -> None:
    draft = six({"kind": "tid", "text": "senast 2027", "points": ["6.9"]})
    assert "punkt 6.9" in text_of(draft, 6)
    assert "punkt 6.9, som inte är med" in remarks(draft, RemarkKind.NOT_CHOSEN)[0]


def test_as_many_facts_as_are_allowed_all_stand_in_the_draft() -> None:
    facts = [{"kind": "annat", "text": f"Uppgift {n} är sann"} for n in range(50)]
    text = text_of(six(*facts), 6)
    assert all(f"{fact['text']}." in text for fact in facts)


def test_official_words_and_tokens_in_a_fact_stand_as_local_text() -> None:
    told = [WORDINGS[6], "§§token§§ ⟦2025-1/åtagande/6⟧ $name {kommunen}"]
    draft = six(*({"kind": "annat", "text": text} for text in told))
    clause = next(c for c in draft.commitments if c.commitment == 6)
    assert [s.text.removesuffix(".") for s in clause.local if s.facts] == [
        text.removesuffix(".") for text in told
    ]
    assert sum(isinstance(s, Quotation) for s in clause.sentences) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["municipality", "length", "commitments", "facts", "omit", "id"]), JSON
    )
)
@settings(max_examples=150)
def test_any_json_is_an_order_or_refused_in_swedish(record: dict[str, Any]) -> None:
    with suppress(InputFault):
        ASSISTANT.order({"municipality": "Växjö", **record})


FACT = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([kind.value for kind in FactKind]),
        "text": st.one_of(
            st.sampled_from(
                [
                    WORDINGS[6],
                    f"> {WORDINGS[6]}",
                    "⟦2025-1/åtagande/6⟧",
                    "$name {kommunen} $gap",
                    "## Åtagande 6",
                    "| a | b |",
                ]
            ),
            st.text(
                st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")),
                min_size=1,
                max_size=40,
            ),
        ).filter(lambda text: any(c.isalnum() for c in text)),
    }
)


@given(st.lists(FACT, max_size=4), st.sampled_from(["kort", "utförlig"]), st.integers(1, 10))
@settings(max_examples=200)
def test_no_fact_can_change_or_forge_an_official_sentence(
    facts: list[dict[str, str]], length: str, number: int
) -> None:
    order = {"number": number, "steps": ["initiera"], "facts": facts}
    draft = drafted(length=length, commitments=[order])
    quoted = [s for c in draft.clauses for s in c.sentences if isinstance(s, Quotation)]
    assert sorted(q.text for q in quoted) == sorted(WORDINGS[n] for n in {1, 2, 3, number})
    markdown = draft_markdown(draft)
    shown = re.findall(r"^> (?!\*Källa: )(.+)$", markdown, re.MULTILINE)
    assert sorted(shown) == sorted(q.text for q in quoted)
    told = [s for c in draft.clauses for s in c.local if s.origin is Origin.MUNICIPAL or s.facts]
    assert {n for s in told for n in s.facts} == set(range(1, len(facts) + 1))
    assert all(s.written_by is WrittenBy.TEMPLATE for s in told)


def test_the_published_schemas_are_those_of_the_code() -> None:
    for name, shape in SCHEMAS.items():
        published = shipped("docs") / name
        assert published.read_text(encoding="utf-8") == schema_text(shape)
