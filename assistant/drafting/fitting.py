"""Which frame a local fact fits: a phrase is worked into a sentence, all else stands verbatim."""

import re

from assistant.domain.drafts import FactKind, LocalFact

FINITE = frozenset(
    """
    är har ska skall kommer blir får kan måste bör vill var hade åtar ansvarar leder arbetar samordnar
    beslutar beslutade antog antar följer följs genomför genomförs avsätter avsätts finns sker
    finansieras finansierar minskar ökar rapporterar rapporteras samverkar gör görs tar gäller omfattar
    driver deltar svarar håller ligger satsar planerar utreder skapar inför ingår saknas pågår startar
    påbörjas avslutas utvärderas mäts redovisas bidrar når halverar
    """.split()  # noqa: SIM905  a list of words reads better as text
)
SUBORDINATE = frozenset({"som", "där", "att", "när", "om"})
INFINITIVES = frozenset(
    """
    minska öka nå uppnå halvera bli vara ha ta skapa införa bygga utveckla stärka säkra säkerställa
    genomföra få ge sänka höja fasa ställa samla göra återbruka köpa upphandla spara dubblera fördubbla
    engagera ersätta byta främja binda lagra klimatanpassa plantera etablera kartlägga utbilda involvera
    följa se gå nollställa reducera tredubbla begränsa förbättra komma bidra använda undvika integrera
    """.split()  # noqa: SIM905
)
DEADLINE = re.compile(r"(?:senast|före|innan|till och med|inom)\s", re.IGNORECASE)
PERIOD = re.compile(
    r"(?:under|från|fram till|mellan|hösten|våren|sommaren|vintern|löpande|årligen|varje|i|vid|efter"
    r"|kvartal|årsskiftet|den|(?:19|20)\d\d|\d{1,2} (?:januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december))\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"(?:\d|(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|hälften|en halv|minst|upp till|cirka|högst"
    r"|omkring|totalt)\b)",
    re.IGNORECASE,
)
MANNER = re.compile(
    r"(?:inom|genom|via|ur|från|med|av|i|på|vid|årligen|varje|löpande|halvårsvis|kvartalsvis|tertialvis"
    r"|månadsvis|två gånger|tre gånger|en gång|fyra gånger|vartannat|tillsammans|som)\s?\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"(?:tillsammans med|i samverkan med|i samarbete med|genom|via|inom|i)\s", re.IGNORECASE
)
LONGEST_PHRASE = 25


def is_phrase(text: str) -> bool:
    """Whether a text can stand inside a sentence: one phrase without a main clause of its own."""
    if re.search(r"[.!?…]\s|[!?;:]|^[-•*–]|\.$", text.removesuffix(".")):
        return False
    found = re.findall(r"\w+", text.lower())
    if not found or len(found) > LONGEST_PHRASE:
        return False
    for word in found:
        if word in SUBORDINATE:
            return True
        if word in FINITE:
            return False
    return True


def frame_of(fact: LocalFact) -> str | None:
    """The frame a fact fits; None when it must stand as a sentence of its own."""
    text = fact.text
    if fact.kind is FactKind.OTHER or not is_phrase(text):
        return None
    first = text.split()[0].lower()
    match fact.kind:
        case FactKind.RESPONSIBLE:
            return None if MANNER.match(text) or first.startswith("ansvar") else "ansvarig"
        case FactKind.TIME:
            if DEADLINE.match(text):
                return "tid_klart"
            return "tid_under" if PERIOD.match(text) else None
        case FactKind.GOAL:
            if first == "att":
                return "mål"
            if first in INFINITIVES:
                return "mål_att"
            # Two goals in one phrase have no subject of their own to share.
            return None if "," in text else "mål"
        case FactKind.RESOURCES:
            if AMOUNT.match(text):
                return "resurser_belopp"
            return "resurser_sätt" if MANNER.match(text) else "resurser"
        case FactKind.COLLABORATION:
            if first == "med":
                return "samverkan_sätt"
            return "samverkan_sätt" if TOGETHER.match(text) else "samverkan"
        case _:
            return "uppföljning_sätt" if MANNER.match(text) else "uppföljning"


COMMON_NOUN = re.compile(
    r"\w*(?:nämnden|styrelsen|fullmäktige|förvaltningen|kontoret|enheten|avdelningen|chefen|utskottet"
    r"|rådet|beredningen|direktören|staben|bolaget|gruppen|kommittén)\b",
    re.IGNORECASE,
)


def phrase_of(fact: LocalFact) -> str:
    """The words of a fact as they stand inside a sentence: "Senast 2027" is "senast 2027" there."""
    text = fact.text.removesuffix(".") if fact.text.count(".") == 1 else fact.text
    first = text.split()[0].lower()
    common = (
        fact.kind is FactKind.TIME
        or first in INFINITIVES
        or first == "att"
        or (fact.kind is FactKind.RESPONSIBLE and COMMON_NOUN.match(text))
        or any(p.match(text) for p in (AMOUNT, MANNER, TOGETHER))
    )
    return text[0].lower() + text[1:] if common and text[1:2].islower() else text
