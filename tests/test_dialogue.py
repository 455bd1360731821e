"""What a question means after those before it, told by what the answers cite."""

from collections.abc import Sequence

import pytest

from assistant.answering.commitment_names import named_by_matter
from assistant.domain.answers import Answer, Outcome, Refusal, RefusalReason, Turn
from assistant.opening import Assistant
from assistant.search.analysis import folded_text
from assistant.wording import to_markdown


def conversation(assistant: Assistant, questions: Sequence[str]) -> list[Outcome]:
    history: list[Turn] = []
    outcomes = []
    for question in questions:
        outcome = assistant.ask(question, history)
        outcomes.append(outcome)
        history += [Turn("user", question), Turn("assistant", to_markdown(outcome.body))]
    return outcomes


def first_cited(outcome: Outcome) -> str:
    return outcome.quotations[0].passage.id.partition("/")[2]


@pytest.mark.parametrize(
    ("questions", "cited"),
    [
        (["Vad säger 3.4?", "nej jag menade avsnittet, inte punkten"], "åtagande/4"),
        (["Vad står det i avsnitt 3.8?", "nej, jag menade punkten"], "punkt/3.8"),
        (["Vad ska vi göra i nian?", "och allra sist?"], "punkt/9.9"),
        (["Vi är en liten kommun som vill börja med nian. Vad gör man först?"], "punkt/9.1"),
        (["Vad gör man sist i åtagande 1?"], "punkt/1.8"),
        (["Kan jag få en kort sammanfattning av åtagande 3?", "på engelska?"], "åtagande/3"),
        (["Hur lyder åtagande 2?", "och sexan?"], "åtagande/6"),
        (["Vad ingår i åtagande 6, etablera?", "den tredje av dem, hur lyder den?"], "punkt/6.6"),
        (["Vad ingår i åtagande 6, etablera?", "nr 2 i listan?", "och den första?"], "punkt/6.4"),
        (["Vad ingår i åtagande 5, etablera?", "den sista i listan?"], "punkt/5.8"),
        (["Läs upp åtagande fem punkt ett", "två"], "punkt/5.2"),
        (["tranformera i femman?", "steget före?", "den tredje"], "punkt/5.6"),
        (["Which commitments are optional?", "fyran, last step?", "the first point"], "punkt/4.9"),
        (["Öppna data – var nämns det?", "den i pengaåtagandet, visa"], "punkt/3.14"),
        (["Hur lyder åtagande 9?", "åtagande 9, måste vi ta det?"], "avsnitt/7/ytterligare/1"),
        (
            ["Jag är ny. Vilka åtaganden är obligatoriska?", "när är det?", "de tre, den sista?"],
            "åtagande/3",
        ),
        (["Hur jobbar man med fyran, i starten?"], "punkt/4.1"),
        (["What is the point of the joint commitments?", "number six?"], "åtagande/6"),
        (["Citera åtagande 1", "3 också"], "åtagande/3"),
        (["Vi funderar på att anta nian. Vad är det man lovar då?"], "åtagande/9"),
        (["Vad är målet med hela upphandlingsåtagandet?"], "åtagande/6"),
        (["Vad säger digitaliserings åtagandet i Etablera?"], "punkt/5.4"),
        (["Vad säger ettan om klimatfärdplanen?", "nästa punkt då, budgeten?"], "punkt/1.7"),
        (
            ["Vilka är de tre stegen?", "den i mitten?", "det steget för digitalisering?"],
            "punkt/5.4",
        ),
        (["Åtagande 11?", "det femte?", "det första steget där?"], "punkt/5.1"),
        (["Åtagande 11?", "det sista då", "vad gör man allra sist i det?"], "punkt/10.8"),
        (["Hur lyder punkt 9.6?", "är det i första steget?"], "punkt/9.6"),
        (["Hur lyder punkt 9.6?", "ligger den i Initiera eller Etablera?"], "punkt/9.6"),
        (["Hur lyder punkt 9.6?", "I vilket kapitel?"], "punkt/9.6"),
        (["Hur lyder punkt 9.6?", "är den i första steget?", "steget efter?"], "punkt/9.9"),
        (["Vad ingår i åtagande 2, transformera?", "första punkten?"], "punkt/2.8"),
        (["Vad ingår i åtagande 2, transformera?", "sista punkten då, vem gör det?"], "punkt/2.10"),
        (["Vad ingår i åtagande 4, etablera?", "nr 3?", "nr 1, kortfattat"], "punkt/4.4"),
        (["Vad ingår i åtagande 4, etablera?", "nr 3?"], "punkt/4.6"),
        (["Vad ingår i åtagande 4, etablera?", "2"], "punkt/4.5"),
        (["Vad ingår i åtagande 8, etablera?", "första punkten", "nästa"], "punkt/8.5"),
        (["Sista steget i fyran?", "quote the first point in Swedish"], "punkt/4.9"),
        (["Vad ingår i åtagande 4, etablera?", "sista punkten i åtagandet?"], "punkt/4.12"),
        (["Hur lyder punkt 6.8?", "hehe ok. punkten före den du citerade?"], "punkt/6.7"),
        (["ge mig etablera i 3:an"], "punkt/3.5"),
        (["Vad ingår i åtagande 3, etablera?", "nej förlåt, 5:an"], "punkt/5.4"),
        (["Vad ingår i åtagande 3, etablera?", "och femman, samma steg?"], "punkt/5.4"),
        (["Vad ska vi göra i åtagande 10 i startfasen?"], "punkt/10.1"),
        (["Är åtagande 3 frivilligt?"], "avsnitt/7/grundläggande/2"),
        (["Är åtagande 3 frivilligt?", "och fyran?"], "avsnitt/7/ytterligare/1"),
        (["Hur lyder åtagande 1?", "är det frivilligt?"], "avsnitt/7/grundläggande/2"),
        (["Vilka åtaganden gäller alla?", "och de andra?"], "avsnitt/7/ytterligare/1"),
        (["Vilka är frivilliga?", "måste vi ta dem?"], "avsnitt/7/ytterligare/1"),
        (["Hur lyder åtagande 8?", "och det före?"], "åtagande/7"),
        (
            ["Vad ska vi göra i Initiera för åtagande 1?", "nästa steg?", "och det sista?"],
            "punkt/1.8",
        ),
        (["Vad gör man sist i åtagande 1?", "nej jag menade steget innan"], "punkt/1.5"),
        (["Hur lyder styrningsåtagandet?"], "åtagande/1"),
        (["Hur lyder åtagandet om upphandling?"], "åtagande/6"),
        (["Vad lovar vi i det digitala åtagandet?", "och i Etablera?"], "punkt/5.4"),
        (["Sista steget i medborgaråtagandet, vad är det?", "och steget före?"], "punkt/9.5"),
        (["Vad gör man i åtagande 9?", "tillbaka till det digitala, startfasen?"], "punkt/5.1"),
        (["What are the three stages?", "and the second one?"], "begrepp/etablera"),
        (
            ["Vad är skillnaden mellan initiera och etablera?"],
            "avsnitt/7/åtaganden-mellan-kommuner/2",
        ),
        (
            ["När ska kontraktet skickas in?", "och när skrivs det på?"],
            "begrepp/european-viable-cities-day",
        ),
        (["Hur lyder åtagande 1?", "mellansteget i det?"], "punkt/1.5"),
        (["Hur lyder åtagande 9?", "samma för 10"], "åtagande/10"),
        (["Vad är exemplet i åtagande 1?"], "åtagande/1/exempel/1"),
        (["Vad innebär steget Transformera?", "ge det för åtagande 7"], "punkt/7.7"),
        (["Vilka är frivilliga?", "räkna upp dem"], "avsnitt/7/ytterligare/1"),
        (["Vad säger punkt 6.8?", "citera"], "punkt/6.8"),
        (["Hur kan en kommun binda kol?", "vad står det mer i samma steg?"], "punkt/7.4"),
        (["Initiera i åtagande 4?", "och Transformera?", "steget däremellan då?"], "punkt/4.4"),
        (["Ta åtagande 2 och det mellersta steget."], "punkt/2.4"),
        (["steg 3 i åtagande 2", "är det allt?", "ok steget innan"], "punkt/2.4"),
        (["Transformera i åtagande 2?", "and the step before?"], "punkt/2.4"),
        (["Vad gör man i Initiera i åtagande 6?", "och efter det?"], "punkt/6.4"),
        (["Står resiliensperspektivet i någon punkt?", "Och punkten direkt efter?"], "punkt/8.9"),
        (["Hur lyder åtagande 6?", "Ge mig första punkten där.", "Och nästa?"], "punkt/6.2"),
        (["Läs upp punkt 3.4", "och tvåan?"], "punkt/3.2"),
        (["Hur lyder åtagande 3?", "och tvåan?"], "åtagande/2"),
        (["Vad gör man i Etablera inom pengaåtagandet?"], "punkt/3.5"),
        (["Vad ska vi kartlägga i klimatdataåtagandet?", "och i Etablera?"], "punkt/2.4"),
        (["Vilka exempel finns i anpassningsåtagandet?", "det tredje?"], "åtagande/8/exempel/3"),
        (["Vad lovar vi i pengaåtagandet?", "Samma sak för inköp, tack."], "åtagande/6"),
        (
            ["Vad lovar vi i pengaåtagandet?", "Samma sak för inköp", "Och åtagande 8?"],
            "åtagande/8",
        ),
        (["Vad är en rättvis omställning?", "Vilket åtagande hör det till?"], "åtagande/4"),
        (["Vilket åtagande hör kol i marken till?", "första punkten där?"], "punkt/7.1"),
        (["Vilka åtaganden gäller alla?", "Hur lyder det mittersta?"], "åtagande/2"),
        (["Vilka är frivilliga?", "det tredje av dem?", "och det sista?"], "åtagande/10"),
        (["När ska kontraktet skickas in?", "och nästa datum?"], "hålltid/3-21-november"),
        (["När ska kontraktet skickas in?", "och vad händer sen?"], "hålltid/3-21-november"),
        (
            ["När skrivs kontraktet på?", "och när ska det skickas in?", "vad händer däremellan?"],
            "hålltid/3-21-november",
        ),
        (["Är det om samfinansiering?", "det i trean, hur gör man?"], "punkt/3.6"),
        (["punkt 5.2", "aha, ser ni vad som står härnäst?"], "punkt/5.3"),
        (["Vad gör vi i Initiera i åtagande 5?", "hm, och nästkommande steg?"], "punkt/5.4"),
        (["Åtagande 9, etablera", "backa ett steg bakåt"], "punkt/9.1"),
        (["Hur lyder åtagande 8?", "livsmedel, finns det med i det åtagandet?"], "punkt/8.5"),
        (
            ["Jag söker det där om att samla och stötta digitala initiativ, var det åtagande 3?"],
            "punkt/5.3",
        ),
        (["Skriv ut åtagandetexten för nr 1", "och för nr 2", "den första igen"], "åtagande/1"),
        (
            ["Vad gör man sist i åtagande 9?", "Hur lyder 10?", "tillbaka till det första"],
            "punkt/9.9",
        ),
        (
            [
                "Hur lyder åtagande 9?",
                "samma för 10",
                "tillbaka till det jag frågade om först, steg 1?",
            ],
            "punkt/9.1",
        ),
        (
            ["Vad är en rättvis omställning?", "Vilka delar ingår i det?"],
            "begrepp/rättvis-omställning",
        ),
        (["Vad gör vi med öppna data?", "finns det ett steg före där?"], "punkt/5.4"),
        (["Exempel för åtagande 8?", "det andra, hur funkar det?"], "åtagande/8/exempel/2"),
        (["Exempel för åtagande 6?", "det första?", "och det sista?"], "åtagande/6/exempel/4"),
        (["Vad kan vi göra redan nu?"], "avsnitt/7/göra-nu/1"),
        (["Vad kan kommunen göra just nu?", "den tredje?"], "avsnitt/7/göra-nu/1"),
        (["Vad står i Transformera för åtagande 9?", "nej förlåt, jag menade åtta"], "punkt/8.7"),
        (["åtagande 8 sista steget", "den näst sista, med underpunkter"], "punkt/8.9"),
        (["Vad säger åtagande 3?", "den sista i Etablera"], "punkt/3.8"),
        (["Vad säger åtagande 3?", "and the first step?"], "punkt/3.1"),
        (["tredje punkten i åtagande 3"], "punkt/3.3"),
        (["punkt 2 i Transformera, åtagande 6"], "punkt/6.9"),
        (["åt 3 punkt 4 lydelse"], "punkt/3.4"),
        (["What does commitment 5 point 2 say?"], "punkt/5.2"),
        (["Vad säger åtagande 3 punkten 4?"], "punkt/3.4"),
        (["Är punkt 2 i åtagande 6 en del av Etablera?"], "punkt/6.2"),
        (["Vad säger åtagande 3?", "vad ingår i den första fasen?"], "punkt/3.1"),
        (["Vad säger åtagande 3?", "och den tredje fasen?"], "punkt/3.9"),
        (["Vad säger punkt 3.4?", "quote the next point"], "punkt/3.5"),
        (["Vad säger punkt 3.4?", "citera kapitel 2"], "avsnitt/2/verktyg/1"),
        (["Vad gör man i Etablera i åtagande 4?", "citera den sista"], "punkt/4.8"),
        (
            ["Hur lyder åtagande 3?", "Vad står i det tredje kapitlet?"],
            "avsnitt/3/aktörer-och-insatser/1",
        ),
        (["Vilka åtaganden gäller alla?", "och det sista åtagandet?"], "åtagande/3"),
        (["kan du lista Etablera i åtagande 7?", "tvåan?"], "punkt/7.5"),
        (["samfinansiering?", "i åtagande 1 alltså"], "punkt/1.7"),
        (["cirkulär ekonomi", "i åtagande 6?", "och för åtagande 1?"], "åtagande/1/exempel/1"),
        (["hur ska vi lära av andra städer", "jag menade inom klimatanpassningen"], "punkt/8.9"),
        (["vilka tre steg är det", "det andra?", "hur ser det ut i åtagande 10?"], "punkt/10.4"),
        (["Vad innebär Etablera i åtagande 10?", "och 9?"], "punkt/9.5"),
        (["åtagande 4 transformera", "den tredje?", "kan man få exempel på det?"], "punkt/4.11"),
        (["Is there anything on open source?", "the point right after that one?"], "punkt/5.12"),
        (["vad går det sista åtagandet ut på?"], "åtagande/10"),
        (["Kan du dra vad åtagande 5 går ut på?"], "åtagande/5"),
        (["jag ska göra en slide om åtagande 9. hur är det formulerat?", "o 10an"], "åtagande/10"),
        (["What do we promise in commitment 3?", "same for 6", "and 9"], "åtagande/9"),
        (["pengaåtagandet, vad börjar man med där?"], "punkt/3.1"),
        (["medborgarengagemang – vad gör man först?", "nästa steg?"], "punkt/9.5"),
        (
            ["Vad är åtaganden mellan kommuner?", "hur många finns"],
            "avsnitt/7/åtaganden-mellan-kommuner/2",
        ),
        (["Vad står det om biokol?", "vilken punkt hör det till?"], "begrepp/biokol"),
        (["Is there anything on open source?", "swedish please, word for word"], "punkt/5.11"),
        (["vilka bitar i åtagande 10 hör till startskedet?"], "punkt/10.1"),
    ],
)
def test_a_question_is_understood_after_those_before_it(
    assistant: Assistant, questions: list[str], cited: str
) -> None:
    outcome = conversation(assistant, questions)[-1]
    assert isinstance(outcome, Answer)
    assert first_cited(outcome) == cited


def test_what_the_named_commitment_says_nothing_of_is_shown_where_it_stands(
    assistant: Assistant,
) -> None:
    outcome = assistant.ask("visst är det sexan som handlar om medborgardialog?")
    assert isinstance(outcome, Answer)
    assert "Jag hittar inget om det i åtagande 6." in to_markdown(outcome.body)
    shown = [quotation.passage.id.partition("/")[2] for quotation in outcome.quotations]
    assert (shown[0], shown[-1]) == ("åtagande/9", "åtagande/6")


def test_after_a_mistaken_number_the_dialogue_goes_on_where_the_answer_stands(
    assistant: Assistant,
) -> None:
    asked = ["visst är det sexan som handlar om medborgardialog?", "vad gör man i Etablera där?"]
    outcome = conversation(assistant, asked)[-1]
    assert first_cited(outcome) == "punkt/9.5"


def test_a_question_that_nothing_answers_is_not_answered_for_the_dialogue_before_it(
    assistant: Assistant,
) -> None:
    outcome = conversation(assistant, ["missionen, bygger den på forskning?", "vilka forskare"])[-1]
    assert isinstance(outcome, Refusal)


def test_a_point_after_the_last_does_not_exist(assistant: Assistant) -> None:
    outcome = conversation(assistant, ["Vad säger punkt 5.13?", "och 5.14?"])[-1]
    assert isinstance(outcome, Refusal)
    assert outcome.reason is RefusalReason.NO_SUCH_POINT


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("Hur lyder åtagande 3?", "och 2045?"),
        ("Hur lyder åtagande 3?", "samma för andra?"),
        ("Exempel för åtagande 6?", "jag menade andra"),
    ],
)
def test_a_year_and_others_are_no_commitments(
    assistant: Assistant, before: str, asked: str
) -> None:
    outcome = conversation(assistant, [before, asked])[-1]
    assert "åtagande/2" not in {q.passage.id.partition("/")[2] for q in outcome.quotations}
    assert "Det finns inget åtagande" not in to_markdown(outcome.body)


def test_how_many_points_is_no_question_of_how_many_commitments(assistant: Assistant) -> None:
    asked = ["Vilka åtaganden finns?", "hur många punkter har de?"]
    listed, counted = conversation(assistant, asked)
    assert counted.quotations != listed.quotations


def test_a_commitment_after_the_last_is_refused_in_a_dialogue_too(assistant: Assistant) -> None:
    outcome = conversation(assistant, ["Hur lyder åtagande 8?", "och elfte?"])[-1]
    assert isinstance(outcome, Refusal)
    assert outcome.reason is RefusalReason.NO_SUCH_COMMITMENT


def test_a_draft_goes_on_for_another_municipality_commitment_and_step(assistant: Assistant) -> None:
    asked = ["Skriv åtagande 2 för Växjö", "och för Örebro?", "kortare", "och för åtagande 6?"]
    outcomes = conversation(assistant, [*asked, "och för Etablera?"])
    drafts = [
        outcome.draft for outcome in outcomes if isinstance(outcome, Answer) and outcome.draft
    ]
    assert [d.order.municipality.own_name for d in drafts] == [
        "Växjö kommun",
        *["Örebro kommun"] * 4,
    ]
    ordered = [[o.commitment.number for o in d.order.commitments if o.asked_for] for d in drafts]
    assert ordered == [[2], [2], [2], [6], [6]]
    last = drafts[-1].order.commitments[-1]
    assert set(last.points) == {
        p.id for p in last.commitment.points if p.phase and p.phase.key == "etablera"
    }


def test_and_for_after_an_answer_asks_for_no_draft(assistant: Assistant) -> None:
    outcome = conversation(assistant, ["Hur lyder åtagande 2?", "och för åtagande 6?"])[-1]
    assert isinstance(outcome, Answer)
    assert outcome.draft is None
    assert first_cited(outcome) == "åtagande/6"


def test_a_term_in_a_list_is_quoted_with_what_leads_into_the_list(assistant: Assistant) -> None:
    outcome = assistant.ask("CCS?")
    text = "utreds och genomförs inom områden såsom exempelvis:\nCCS, CCSU"
    assert outcome.quotations[0].text.endswith(text)


@pytest.mark.parametrize("question", ["Vad betyder CCSU?", "Hur definieras en klimatinvestering?"])
def test_a_term_that_is_only_used_is_not_explained(assistant: Assistant, question: str) -> None:
    outcome = assistant.ask(question)
    assert isinstance(outcome, Refusal)
    assert "förklarar inte" in to_markdown(outcome.body)
    assert outcome.nearest


def test_a_refusal_says_how_the_question_was_understood(assistant: Assistant) -> None:
    outcomes = conversation(assistant, ["Hur lyder åtagande 6?", "och vad kostar den?"])
    assert outcomes[-1].understood_as


def test_what_is_not_there_is_not_answered_because_of_what_came_before(
    assistant: Assistant,
) -> None:
    asked = ["Vad säger vägledningen om testbäddscheckar?", "vad kostar en sån?"]
    assert isinstance(conversation(assistant, asked)[-1], Refusal)


def test_a_question_that_points_back_is_answered_by_what_was_shown(assistant: Assistant) -> None:
    asked = ["Vad gäller för storskaligt återbruk?", "vilka varor är det tal om?"]
    outcome = conversation(assistant, asked)[-1]
    assert isinstance(outcome, Answer)
    assert any("byggmaterial" in quotation.text for quotation in outcome.quotations)


def test_what_a_refusal_shows_nearest_is_not_what_the_dialogue_goes_on_about(
    assistant: Assistant,
) -> None:
    outcome = conversation(
        assistant,
        [
            "Vad ska vi göra inom åtagande 10 i startfasen?",
            "vilken reklambyrå ska vi anlita?",
            "ok, och nästa steg i samma åtagande?",
        ],
    )[-1]
    assert first_cited(outcome) == "punkt/10.4"


def test_examples_of_what_no_commitment_is_about_are_sought_among_examples(
    assistant: Assistant,
) -> None:
    outcome = conversation(assistant, ["Vad är multipla nyttor?", "Kan du ge exempel?"])[-1]
    assert "exempel" in outcome.quotations[0].text


def test_the_texts_of_a_commitment_are_printed_and_not_drafted(assistant: Assistant) -> None:
    outcome = conversation(assistant, ["skriv ut texten för åtagandet om klimatanpassning"])[-1]
    assert first_cited(outcome) == "åtagande/8"


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("medborgaråtagandet", 9),
        ("kommunikationsåtagandet", 10),
        ("rättviseåtagandet", 4),
        ("finansieringsåtagandet", 3),
        ("kompensationsåtagandet", 7),
        ("klimatanpassningsåtagandet", 8),
        ("klimatåtagandet", None),
    ],
)
def test_a_commitment_is_called_by_a_word_that_its_title_alone_has(
    assistant: Assistant, asked: str, number: int | None
) -> None:
    named = named_by_matter(folded_text(f"Vad säger {asked}?"), assistant.library.guidance)
    assert set(named.values()) == ({number} if number else set())


@pytest.mark.parametrize(
    "again",
    [
        "Kortare tack",
        "är det allt?",
        "shorter please",
        "kan man få det i kortform?",
        "citera den",
        "ordagrant, tack",
    ],
)
def test_what_was_just_shown_is_shown_again_and_nothing_is_searched_for(
    assistant: Assistant, again: str
) -> None:
    asked = ["Vilken databas nämns för nyckeltal?", "Helt annan sak: hur lyder punkt 6.8?", again]
    _, before, after = conversation(assistant, asked)
    assert after.quotations == before.quotations


@pytest.mark.parametrize("aside", ["Sorry, fikasugen.", "Toppen!", "Jaha, som vanligt ;)", "Tack."])
def test_an_aside_is_no_part_of_what_is_asked(assistant: Assistant, aside: str) -> None:
    questions = ["Hur följer vi upp kraven på leverantörer?", "Var i vägledningen?"]
    plain = conversation(assistant, questions)
    spoken = conversation(assistant, [questions[0], f"{aside} {questions[1]}"])
    assert spoken[-1].quotations == plain[-1].quotations


def test_a_refused_aside_is_not_what_the_dialogue_goes_on_about(assistant: Assistant) -> None:
    asked = ["Hur lyder punkt 6.8?", "Vad är receptet på bra semlor?", "och punkten före?"]
    assert first_cited(conversation(assistant, asked)[-1]) == "punkt/6.7"


def test_what_a_commitment_is_believed_to_be_about_is_met_with_the_titles(
    assistant: Assistant,
) -> None:
    outcome = assistant.ask("Åtagande 5 handlar väl om medborgare?")
    told = to_markdown(outcome.body)
    assert all(assistant.library.wording(n).text in told for n in (5, 9))
    assert "rubriken ”Medborgarengagemang" in told


def test_examples_that_the_guidance_does_not_give_are_refused(assistant: Assistant) -> None:
    outcome = conversation(assistant, ["Hur lyder åtagande 7?", "finns det exempel?"])[-1]
    assert isinstance(outcome, Refusal)
    assert "inga exempel på insatser för åtagande 7" in to_markdown(outcome.body)
    assert {passage.commitment for passage in outcome.nearest} == {7}


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (["När undertecknas kontraktet?", "I vilken lokal är det?"], "säger inte"),
        (["Vad hände 7 oktober?", "hur många kom?"], "ingen sådan siffra"),
        (["Vilka är stegen?", "Hur lång tid får man vara kvar i det första?"], "ingen tid"),
        (["Vad händer 23 oktober?", "Vem höll i det?"], "pekar inte ut vem"),
        (["3-30-300, vad är det?", "Vad står talen för då?"], "förklarar inte vad siffrorna"),
        (["Hur lyder åtagande 8?", "Vad är det för väder i Karlstad på torsdag?"], "svarar"),
    ],
)
def test_a_particular_that_what_was_shown_lacks_is_refused(
    assistant: Assistant, questions: list[str], said: str
) -> None:
    outcome = conversation(assistant, questions)[-1]
    assert isinstance(outcome, Refusal)
    assert said in to_markdown(outcome.body)


def test_how_long_is_answered_by_a_date(assistant: Assistant) -> None:
    outcome = assistant.ask("Hur länge har vi på oss att förankra det, är det hela hösten?")
    assert isinstance(outcome, Answer)
    assert first_cited(outcome) == "hålltid/augusti-oktober"


def test_a_question_of_small_words_is_about_what_was_just_shown(assistant: Assistant) -> None:
    before, after = conversation(assistant, ["Hur pratar vi så att folk förstår?", "Till vilka?"])
    assert [q.passage for q in after.quotations] == [q.passage for q in before.quotations]


def test_the_document_as_a_whole_stays_what_the_dialogue_is_about(assistant: Assistant) -> None:
    asked = ["Vad är syftet med vägledningen?", "får vi sprida den?"]
    outcome = conversation(assistant, asked)[-1]
    assert any("vidare spridning" in quotation.text for quotation in outcome.quotations)
