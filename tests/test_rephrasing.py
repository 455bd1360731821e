"""What a language model writes is shown only as far as the gate lets it through."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.answers import Answer, Phrase, Refusal
from assistant.domain.drafts import Draft
from assistant.domain.errors import ModelFault
from assistant.domain.language_models import ModelInUse, Prompt
from assistant.domain.local_text import LocalText, WrittenBy
from assistant.domain.passages import PassageKind, Quotation
from assistant.language_model import ConfiguredModel
from assistant.opening import Assistant
from assistant.rephrasing.gate import Gate
from assistant.rephrasing.grounds import Grounds
from assistant.rephrasing.masks import masked
from assistant.rephrasing.rephrasing import Rephrasing
from assistant.rephrasing.segments import segments
from assistant.wording import to_markdown
from assistant.wording.tokens import TOKEN

QUESTION = "Hur formulerar vi åtagandet om upphandling?"
ORDER = {
    "municipality": "Växjö",
    "commitments": [
        {
            "number": 6,
            "steps": ["initiera"],
            "facts": [
                {"kind": "ansvarig", "text": "kommunstyrelsen"},
                {"kind": "mål", "text": "halverade utsläpp från inköp till 2030"},
            ],
        }
    ],
}
CLAUSE = (
    "⟦officiell⟧\n\n"
    "I steget Initiera ska Växjö kommun ⟦6.1⟧. Kommunen ska också ⟦6.2⟧ och ⟦6.3⟧.\n\n"
)


@dataclass
class Scripted:
    """A model that says what it is told to, and remembers what it was asked."""

    replies: list[str | ModelFault]
    prompts: list[Prompt] = field(default_factory=list)

    def write(self, prompt: Prompt, seconds: float) -> Generator[str, None, None]:
        assert seconds > 0
        self.prompts.append(prompt)
        reply = self.replies.pop(0)
        if isinstance(reply, ModelFault):
            raise reply
        for at in range(0, len(reply), 7):
            yield reply[at : at + 7]


def rephrasing(assistant: Assistant, *replies: str | ModelFault) -> tuple[Rephrasing, Scripted]:
    model = Scripted(list(replies))
    in_use = ModelInUse("manus", "på den här datorn", remote=False)
    configured = ConfiguredModel(model, in_use, 5, 3000)
    return replace(_known(assistant), model=configured), model


@cache
def _known(assistant: Assistant) -> Rephrasing:
    settings = assistant.settings.model_copy(
        update={"model": "openai:x", "model_url": "http://127.0.0.1:1/v1"}
    )
    return Assistant.open(settings).rephrasing()


@pytest.fixture(scope="module")
def gate(assistant: Assistant) -> Gate:
    return _known(assistant).gate


@pytest.fixture(scope="module")
def answer(assistant: Assistant) -> Answer:
    found = assistant.ask(QUESTION)
    assert isinstance(found, Answer)
    return found


def rephrased(assistant: Assistant, answer: Answer, *replies: str | ModelFault) -> Answer:
    flow, _ = rephrasing(assistant, *replies)
    *_, last = flow.answers(answer, QUESTION)
    return last


def by_model(answer: Answer) -> list[str]:
    return [
        p.text for p in answer.body if isinstance(p, Phrase) and p.written_by is WrittenBy.MODEL
    ]


def test_a_model_writes_around_the_quotation_and_never_in_it(
    assistant: Assistant, answer: Answer
) -> None:
    last = rephrased(
        assistant,
        answer,
        "Åtagandet handlar om upphandling och inköp som verktyg. Formuleringen lyder:\n⟦1⟧",
    )
    assert by_model(last) == [
        "Åtagandet handlar om upphandling och inköp som verktyg. Formuleringen lyder:"
    ]
    assert last.quotations == answer.quotations
    assert last.contribution
    assert last.contribution.used
    assert "skriven av en språkmodell, manus, som körs på den här datorn" in to_markdown(last.body)


def test_the_answer_without_the_model_comes_first_and_then_grows_by_sentences(
    assistant: Assistant, answer: Answer
) -> None:
    flow, _ = rephrasing(assistant, "Åtagandet handlar om upphandling.\nInköp är ett verktyg.\n⟦1⟧")
    shown = [by_model(step) for step in flow.answers(answer, QUESTION)]
    assert shown[0] == ["Åtagandet handlar om upphandling."]
    assert shown[1] == ["Åtagandet handlar om upphandling. Inköp är ett verktyg."]


def test_a_quotation_that_the_model_leaves_out_stands_all_the_same(
    assistant: Assistant, answer: Answer
) -> None:
    last = rephrased(assistant, answer, "Åtagandet handlar om upphandling och inköp.")
    assert last.quotations == answer.quotations


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Vi åtar oss att plantera träd.", "åtagande"),
        ("Kommunen förbinder sig att upphandla klimatsmart.", "åtagande"),
        (
            "Utveckla upphandling och inköp som strategiska verktyg som driver klimatomställning.",
            "vägledningens ord",
        ),
        (
            "Utveckla inköp som taktiska verktyg som driver omställning lokalt och bortom den egna staden.",
            "åtagande",
        ),
        ("Upphandlingen minskar utsläppen med 40 procent.", "siffra"),
        ("Upphandlingen minskar utsläppen med hälften.", "siffra"),
        ("Upphandlingen beskrivs i åtagande 11.", "siffra"),
        ("Upphandlingen styrs av miljöbalken.", "lag"),
        ("Upphandlingen granskas av Naturvårdsverket.", "namn"),
        ("Naturvårdsverket granskar upphandlingen.", "namn"),
        ("Läs om upphandling på www.viablecities.se.", "länk"),
        ("Upphandling <b>och</b> inköp är verktyg.", "tecken"),
        ("Upphandling ![bild](x) är ett verktyg.", "tecken"),
        ("Upph\u0430ndling och inköp är verktyg.", "tecken"),
        ("Procurement is one of the tools that you can use for the climate.", "svenska"),
        ("Upphandlingen flonkar snarvigt blurgen i krastan.", "begriplig"),
        ("Upphandlingen måste användas.", "kräver"),
        ("Upphandlingen kan inte användas.", "mildrar"),
        ("Jag är en språkmodell som svarar om upphandling.", "språkmodellen"),
        ("Barnen leker i parken vid sjön.", "stöd"),
    ],
)
def test_a_sentence_that_says_what_it_may_not_is_dropped_and_told(
    assistant: Assistant, answer: Answer, sentence: str, why: str
) -> None:
    fine = "Åtagandet handlar om upphandling och inköp."
    last = rephrased(assistant, answer, f"{fine} {sentence}\n⟦1⟧")
    assert by_model(last) == [fine]
    assert last.contribution
    assert [dropped.text for dropped in last.contribution.dropped] == [sentence]
    assert why in last.contribution.dropped[0].why
    assert last.contribution.dropped[0].why in to_markdown(last.body).replace("\\", "")


def test_a_question_that_the_model_only_repeats_is_dropped(
    assistant: Assistant, answer: Answer
) -> None:
    last = rephrased(assistant, answer, f"{QUESTION} Åtagandet handlar om inköp.")
    assert by_model(last) == ["Åtagandet handlar om inköp."]


def test_a_quotation_is_not_introduced_as_another(assistant: Assistant, answer: Answer) -> None:
    last = rephrased(assistant, answer, "Åtagandet handlar om inköp. Så lyder punkt 3.6:\n⟦1⟧")
    assert by_model(last) == ["Åtagandet handlar om inköp."]


def test_an_unknown_token_gets_one_more_try_that_is_told_so(
    assistant: Assistant, answer: Answer
) -> None:
    flow, model = rephrasing(assistant, "Se ⟦7⟧", "Åtagandet handlar om inköp.\n⟦1⟧")
    *_, last = flow.answers(answer, QUESTION)
    assert by_model(last) == ["Åtagandet handlar om inköp."]
    assert "ett märke som inte finns" in model.prompts[1].request


@pytest.mark.parametrize("reply", ["Se ⟦7⟧", "Se ⟦1", "", "⟦1⟧", "⟦⟦1⟧⟧", "Klart."])
def test_after_two_tries_the_answer_is_given_without_the_model_and_says_so(
    assistant: Assistant, answer: Answer, reply: str
) -> None:
    last = rephrased(assistant, answer, reply, reply)
    assert last.body[:-1] == answer.body
    assert "gjort utan språkmodell" in to_markdown(last.body)


def test_a_model_that_fails_costs_nothing_but_its_words(
    assistant: Assistant, answer: Answer
) -> None:
    last = rephrased(assistant, answer, ModelFault("Språkmodellen blev inte klar i tid."))
    assert last.body[:-1] == answer.body
    assert "Språkmodellen blev inte klar i tid." in to_markdown(last.body)


def test_a_pledge_that_is_spread_over_sentences_is_seen_as_a_whole(gate: Gate) -> None:
    assert gate.fault_of_whole("Vi åtar oss att. Plantera träd.")


def test_a_refusal_is_not_put_to_the_model(assistant: Assistant) -> None:
    settings_ = assistant.settings.model_copy(
        update={"model": "openai:x", "model_url": "http://127.0.0.1:1/v1"}
    )
    outcomes = list(Assistant.open(settings_).ask_in_steps("Vad innebär åtagande 11?"))
    assert len(outcomes) == 1
    assert isinstance(outcomes[0], Refusal)


def test_the_figures_of_a_question_are_no_ground_for_a_claim(gate: Gate) -> None:
    grounds = Grounds(("Upphandling är ett verktyg.",), asked="Minskar upphandling 40 procent?")
    assert gate.fault_of("Upphandling minskar 40 procent.", grounds)


def test_every_sentence_of_the_guidance_is_a_copy_and_not_prose(assistant: Assistant) -> None:
    gate_ = _known(assistant).gate
    copied = [
        passage
        for passage in assistant.library.passages
        if passage.kind in {PassageKind.WORDING, PassageKind.POINT}
    ]
    assert [p.id for p in copied if not gate_.official.has(p.text)] == []


def test_a_text_is_cut_the_same_however_it_comes() -> None:
    text = "Hej, bl.a. så. **Här** står det:\n\n- ⟦1⟧ Och t.ex. slut.\n2. Sist"
    assert list(segments(text)) == list(segments([text]))
    assert list(segments([text])) == [
        "Hej, bl.a. så.",
        "Här står det:",
        "⟦1⟧",
        "Och t.ex. slut.",
        "Sist",
    ]


@settings(max_examples=150)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                ["⟦1⟧", "⟦2⟧", "⟦", "⟧", "Vi åtar oss att ", "upphandling ", "2030 ", ". ", "\n"]
            ),
        ),
        max_size=12,
    )
)
def test_whatever_a_model_writes_the_quotations_are_those_of_the_answer(
    assistant: Assistant, answer: Answer, written: list[str]
) -> None:
    reply = "".join(written)
    flow, _ = rephrasing(assistant, reply, reply)
    for step in flow.answers(answer, QUESTION):
        assert step.quotations == answer.quotations
        for text in by_model(step):
            assert "åtar" not in text.lower()
            assert "⟦" not in text


# Drafts


@pytest.fixture(scope="module")
def draft(assistant: Assistant) -> Draft:
    return assistant.draft(assistant.order(ORDER))


def rephrased_draft(assistant: Assistant, draft: Draft, *replies: str) -> Draft:
    flow, _ = rephrasing(assistant, *replies)
    rewriter = flow._rephraser(draft)
    *_, last = rewriter.drafts(frozenset({6}))
    return last


def clause_text(draft: Draft) -> str:
    clause = next(c for c in draft.clauses if c.commitment == 6)
    return "\n\n".join(" ".join(s.text for s in p) for p in clause.paragraphs)


def ending(assistant: Assistant, draft: Draft) -> str:
    """What stands for the last paragraph in the text that the model is given."""
    clause = next(c for c in draft.clauses if c.commitment == 6)
    rewriter = _known(assistant)._rephraser(draft)
    return masked(clause, draft, rewriter._written_forms).text.split("\n\n")[-1]


def test_points_facts_and_gaps_leave_as_tokens_and_come_back_as_they_were(
    assistant: Assistant, draft: Draft
) -> None:
    flow, model = rephrasing(assistant, CLAUSE + ending(assistant, draft))
    *_, last = flow._rephraser(draft).drafts(frozenset({6}))
    own = TOKEN.sub(" ", model.prompts[0].request.partition("Texten att göra om:")[2])
    assert "halverade utsläpp" not in own
    assert "säkra resurser" not in own
    text = clause_text(last)
    assert text.startswith(draft.clauses[-3].official.text if draft.clauses[-3].official else "")
    assert "I steget Initiera ska Växjö kommun säkra resurser" in text
    assert "halverade utsläpp från inköp till 2030" in text
    assert {g.placeholder for g in last.gaps} == {g.placeholder for g in draft.gaps}
    new = [s for c in last.commitments if c.commitment == 6 for s in c.local]
    assert {p for s in new for p in s.points} == {"6.1", "6.2", "6.3"}
    assert any(s.written_by is WrittenBy.MODEL for s in new)


def test_the_draft_that_a_model_wrote_is_marked_so(assistant: Assistant, draft: Draft) -> None:
    from assistant.wording.drafts import draft_markdown

    last = rephrased_draft(assistant, draft, CLAUSE + ending(assistant, draft))
    assert "av granskade mallar och av en språkmodell" in draft_markdown(last)
    assert "av granskade mallar, utan språkmodell" in draft_markdown(draft)


@pytest.mark.parametrize(
    "change",
    [
        ("⟦6.2⟧", ""),
        ("⟦6.2⟧", "⟦6.2⟧ och ⟦6.2⟧"),
        ("⟦6.1⟧", "⟦6.2⟧"),
        ("⟦6.3⟧", "⟦6.4⟧"),
        ("⟦officiell⟧\n\n", ""),
        ("⟦officiell⟧\n\n", "⟦officiell⟧ Men "),
        ("steget Initiera", "steget Transformera"),
        ("I steget Initiera ska", "Ska"),
        ("ska Växjö kommun ⟦6.1⟧", "kan Växjö kommun ⟦6.1⟧"),
        ("ska Växjö kommun ⟦6.1⟧", "ska Växjö kommun inte ⟦6.1⟧"),
        ("ska Växjö kommun ⟦6.1⟧", "ska näringslivet ⟦6.1⟧"),
        ("Kommunen ska också ⟦6.2⟧", "Kommunen ska också senast 2035 ⟦6.2⟧"),
        ("Kommunen ska också ⟦6.2⟧", "Kommunen ska också om möjligt ⟦6.2⟧"),
        ("Kommunen ska också ⟦6.2⟧", "Kommunen åtar sig och ska också ⟦6.2⟧"),
        ("Kommunen ska också ⟦6.2⟧", "Kommunen ska också enligt miljöbalken ⟦6.2⟧"),
        ("Målet är", "Ansvaret ligger hos"),
        ("Kommunen ska också ⟦6.2⟧", "Punkt 6.19 ska kommunen också ⟦6.2⟧"),
    ],
    ids=str,
)
def test_a_clause_that_a_model_has_changed_the_sense_of_stays_as_it_was(
    assistant: Assistant, draft: Draft, change: tuple[str, str]
) -> None:
    reply = CLAUSE + ending(assistant, draft)
    assert change[0] in reply
    wrong = reply.replace(*change)
    last = rephrased_draft(assistant, draft, wrong, wrong)
    assert clause_text(last) == clause_text(draft)
    assert last.contributions[-1].fault
    assert any(r.message.startswith("Åtagande 6 är skrivet utan språkmodell") for r in last.remarks)


def test_an_added_sentence_that_says_something_new_is_dropped(
    assistant: Assistant, draft: Draft
) -> None:
    reply = CLAUSE.replace("⟦officiell⟧\n\n", "⟦officiell⟧\n\nUpphandling är billigt. ")
    last = rephrased_draft(assistant, draft, reply + ending(assistant, draft))
    assert "billigt" not in clause_text(last)
    assert last.contributions[-1].used
    assert "billigt" in last.contributions[-1].dropped[0].text


def test_an_added_sentence_of_small_words_is_judged_by_its_figures_too(
    assistant: Assistant, draft: Draft
) -> None:
    # It says nothing but a number, and was let through for that.
    reply = CLAUSE.replace("⟦officiell⟧\n\n", "⟦officiell⟧\n\nPunkt 6.19 handlar om arbetet. ")
    last = rephrased_draft(assistant, draft, reply + ending(assistant, draft))
    assert "6.19" not in clause_text(last)


def test_every_clause_of_a_whole_draft_can_be_masked_and_filled_again(
    assistant: Assistant,
) -> None:
    record = {
        "municipality": "Göteborg",
        "length": "utförlig",
        "commitments": [
            {
                "number": c.number,
                "steps": [p.key for p in assistant.library.guidance.edition.phases],
            }
            for c in assistant.library.guidance.commitments
        ],
    }
    whole = assistant.draft(assistant.order(record))
    forms = _known(assistant)._rephraser(whole)._written_forms
    for clause in whole.commitments:
        known = masked(clause, whole, forms)
        assert len(TOKEN.findall(known.text)) == len(known.slots)
        back = known.text
        for name, slot in known.slots.items():
            back = back.replace(f"⟦{name}⟧", slot.text)
        assert back == "\n\n".join(" ".join(s.text for s in p) for p in clause.paragraphs)


@settings(max_examples=100)
@given(st.data())
def test_whatever_a_model_makes_of_a_clause_its_official_words_and_facts_stand(
    assistant: Assistant, draft: Draft, data: st.DataObject
) -> None:
    pieces = list(TOKEN.split(CLAUSE + ending(assistant, draft)))
    words = st.sampled_from([*pieces, "⟦6.1⟧", "⟦officiell⟧", "Vi åtar oss att ", "2040", "\n\n"])
    reply = "".join(data.draw(st.lists(words, max_size=15)))
    last = rephrased_draft(assistant, draft, reply, reply)
    sentences = [s for c in last.commitments if c.commitment == 6 for s in c.sentences]
    quoted = [s for s in sentences if isinstance(s, Quotation)]
    assert [q.passage.kind for q in quoted] == [PassageKind.WORDING]
    own = " ".join(s.text for s in sentences if isinstance(s, LocalText))
    assert "halverade utsläpp från inköp till 2030" in own
    assert "2040" not in own
    assert "åtar oss" not in own


def test_a_question_for_a_draft_is_answered_in_the_words_of_the_model(
    assistant: Assistant,
) -> None:
    asked = "skriv åtagande 6 för Växjö kommun, initiera"
    before = assistant.ask(asked)
    assert isinstance(before, Answer)
    assert before.draft
    reply = CLAUSE + ending(assistant, before.draft)
    flow, _ = rephrasing(assistant, reply)
    steps: Iterator[Answer] = flow.answers(before, asked)
    *_, last = steps
    assert any(
        text.startswith("I steget Initiera ska Växjö kommun säkra") for text in by_model(last)
    )
    assert last.quotations == before.quotations
