"""Whether a sentence tells what is so, or shall be, of the municipality that it is read for.

What is past, general, wished, supposed, or said of someone else is no fact of the municipality's.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.own_documents.blocks import ENDED
from assistant.own_documents.patterns import RESPONSIBLE_LABEL

PAST = frozenset(
    """
    var hade blev fick gav gick kom tog stod låg sågs valde ville skulle kunde borde beslutade antog
    uppgick kostade visade minskade ökade hölls deltog nåddes avslutades orsakade invigdes avsattes
    gjordes drev fanns höll lade skrev såg bestod innebar byggdes genomfördes infördes inleddes köpte
    sålde ledde följde hände framgick avbröts bad bar bröt drog fann föll försvann förde föreslog gjorde
    godkände hette hörde hann ingick innehöll kände lät levde lyckades lärde löd löste lyfte läste mötte nådde
    nämnde sa sade satt satte sattes skedde sköt skötte slog slöt släppte sjönk spred steg stödde styrde
    ställde stängde sökte tillsatte trodde tyckte tänkte uppstod utsåg vann väckte vände växte ansåg avslog
    avsåg ägde översteg övertog
    """.split()  # noqa: SIM905  a list of words reads better as text
)
PAST_FORM = re.compile(r"\w{2,}(?:ade|ades|tes)$")
PRESENT = frozenset(
    """
    ska skall kommer är har får blir kan måste bör vill ansvarar svarar leder leds driver drivs samordnar
    avsätter avsätts satsar satsas finansieras finansierar fördelas förs delas bidrar beräknas kostar ryms
    följs följer redovisas rapporterar rapporteras återrapporteras utvärderas mäts granskas uppdateras
    sker genomförs införs inrättas tas tar byggs samarbetar samverkar deltar ligger vilar håller ser finns
    gäller når minskar ökar halveras utgör omfattar startar påbörjas inleds upprättas utgår ges budgeteras
    arbetar handlägger bygger går ställer ställs köper planeras bedrivs ägs äger hålls åligger ankommer
    anslås uppgår tillförs förstärks ansluter medverkar ingår sammanställs sköts bereds läggs väntas
    utser söker sätts görs används lämnar inför antar upprättar tecknar stödjer betalar
    """.split()  # noqa: SIM905
)
PRESENT_FORM = re.compile(r"\w{2,}(?:erar|[^n]as|[^aeru]nas)$")
"""Verbs that nouns do not look like: "planerar", "prövas", "lämnas"; but not "skolornas"."""
WISHING = frozenset(
    """
    vill önskar föreslår kräver begär anser yrkar menar tycker skriver framför framhåller påpekar hävdar
    undrar efterlyser rekommenderar uppmanar bedömer uppskattar
    """.split()  # noqa: SIM905
)
"""What one does who cannot decide: the municipality's own wishes are its aims."""
OURSELVES = re.compile(r"(?:vi|kommunen|\w+ kommun|kommunfullmäktige|fullmäktige|kommunstyrelsen)")
SUPPOSING = frozenset("förutsätter antar".split())  # noqa: SIM905
OTHERS = re.compile(
    r"^(?:(?:enligt|i) )?(?:sverige|sveriges?|eu|eu:s|europeiska unionen|riksdagen|regeringen|staten"
    r"|fn|fn:s|ipcc|smhi|naturvårdsverket|energimyndigheten|boverket|trafikverket|länsstyrelsen|region \w+"
    r"|regionen|parisavtalet|parisavtalets|länet|länets|agenda 2030|världen|näringslivet|de flesta kommuner"
    r"|andra kommuner|många kommuner|det nationella|nationella|riksdagens|regeringens|statens"
    r"|svenska kraftnät|skogsstyrelsen|jordbruksverket|tillväxtverket|vinnova|myndigheten för"
    r"|europeiska kommissionen|eu-kommissionen|\w*industrin|\w*branschen|hushållen|företagen|forskare\w*"
    r"|experter\w*|(?:en )?motion(?:en)?|remissinstanserna|kommuner"
    r"|oppositionen|(?:några|en del|många|vissa) \w*(?:are|företag|ledamöter|partier|boende|föreningar)"
    r"|(?:en )?\w*förening(?:en)?|en privatperson|enligt lag\w*|\w*ägarna|\w*(?:brukarna|bönderna)"
    r"|(?:\w+ )?(?:bruk|bruket|\w*sågverk(?:et)?|\w*fabrik(?:en)?))\b",
    re.IGNORECASE,
)
SHORT_NAME = re.compile(r"[A-ZÅÄÖ]{3,}(?![\w-])")
"""A beginning such as "SKR", which is an organisation of others."""
GENERAL = re.compile(
    r"^(?:en (?:genomsnittlig|vanlig|normal)|ett (?:genomsnittligt|vanligt)|till exempel|exempelvis"
    r"|det finns forskning|forskning|antag(?:en|et|na)|beslutad|fastställd|reviderad)\b",
    re.IGNORECASE,
)
NOT_OURS = re.compile(
    r"\b(?:statens|regionens|länsstyrelsens|\w+(?:verkets|myndighetens)) ansvar\b"
    r"|\benligt (?:den|det|de) (?:nationella|regionala)\b"
    r"|\b(?:har|hade) (?:\w+ )?(?:föreslagit|framfört|önskat|begärt|krävt|efterlyst|diskuterats|yrkat)\b"
    r"|\benligt \w*lag(?:en|stiftningen)?\b|\bskulle\b|\bmedborgarförslag\w*",
    re.IGNORECASE,
)
UNDECIDED = re.compile(
    r"\binte (?:för avsikt|aktuell\w*|beslut\w*|tagit ställning|finansierad\w*)\b|\bavser inte\b"
    r"|\bunder förutsättning att\b|\bförutsatt att\b|\böppen fråga\b"
    r"|\bkan\b.*\b(?:om (?:\w+ ){1,4}(?:godkänn|bevilja|får|ger|beslut|tillåt)|tidigast\b)"
    r"|\b(?:ingår|omfattar|finns|gäller|planeras|sätter|har|är) inte\b",
    re.IGNORECASE,
)
"""What may come to be, if others let it."""
SUBJECT = 6
"""Words at the beginning among which the subject is, where no verb is known."""
NOT_A_VERB_BEFORE = re.compile(
    r"(?:den|det|de|en|ett|vår|våra|alla|samtliga|av|med|för|i|på|till|\d+|\w{3,}s)$",
    re.IGNORECASE,
)
"""What stands before an adjective that looks like a verb: "den samlade", "40 lottade", "ortens samlade"."""


def is_told_of_now_and_us(sentence: str, is_other: Callable[[str], bool]) -> bool:
    """Whether it is told of now or later, and of nobody else; `is_other` as for the kind of a sentence."""
    if sentence.rstrip().endswith("?") or OTHERS.match(sentence) or GENERAL.match(sentence):
        return False
    if SHORT_NAME.match(sentence) or NOT_OURS.search(sentence) or UNDECIDED.search(sentence):
        return False
    before: list[str] = []
    words = tuple(_words(sentence))
    for at, (written, word) in enumerate(words):
        if word in SUPPOSING or (word in WISHING and not _is_our_wish(words, at)):
            return False
        if _is_present(word):
            if not before:
                return False  # The heads of columns, or a condition: "Ändras lagen kan …".
            return not is_other(" ".join(before))
        if word in PAST or (PAST_FORM.match(word) and not _is_described(before)):
            return False
        before.append(written)
    # Without a verb that is known: a whole sentence, which tells of nothing past, or a row "Ansvarig: …".
    if ENDED.search(sentence):
        return not is_other(" ".join(before[:SUBJECT]))
    return RESPONSIBLE_LABEL.match(sentence) is not None


def first_verb(sentence: str) -> str | None:
    """The first word that is surely a verb in the present, in small letters."""
    return next((word for _, word in _words(sentence) if _is_present(word)), None)


def _words(sentence: str) -> Iterator[tuple[str, str]]:
    """Each word as it is written, and bare."""
    return ((word, word.strip(',.;:”"()').casefold()) for word in sentence.split())


def _is_our_wish(words: Sequence[tuple[str, str]], at: int) -> bool:
    """Whether the municipality stands before or after a verb: "Kommunen vill", "Till 2030 vill vi"."""
    before = " ".join(word for _, word in words[:at])
    after = words[at + 1][1] if at + 1 < len(words) else ""
    return any(OURSELVES.fullmatch(subject) for subject in (before, after))


def _is_present(word: str) -> bool:
    return word in PRESENT or PRESENT_FORM.fullmatch(word) is not None


def _is_described(before: list[str]) -> bool:
    """Whether a word after these may be an adjective: "den samlade", "kommunens utökade"."""
    return bool(before) and NOT_A_VERB_BEFORE.fullmatch(before[-1]) is not None
