"""Questions that ask for a kind of particular: an amount, a contact, a place, a year.

A passage about the right matter does not answer "hur mycket?" when it holds no figure. Such a question
is refused, with the passage as the nearest that is said. This is the answer type of open-domain question
answering (Li & Roth 2002, "Learning Question Classifiers"), by rules.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.understanding import folded_text
from assistant.domain.passages import Passage, PassageKind


class Particular(StrEnum):
    """Uppgift: a kind of particular; the value names the phrase that says that it is not there."""

    AMOUNT = "no_amount"
    CONTACT = "no_contact"
    CLOCK = "no_clock"
    PLACE = "no_place"
    FREQUENCY = "no_frequency"
    YEAR = "no_year"
    BODY = "no_body"
    LINK = "no_link"
    ABBREVIATION = "no_abbreviation"
    TEMPLATE = "no_template"
    TOOL = "no_tool"


@dataclass(frozen=True, slots=True)
class Kind:
    """Slag av uppgift: how it is asked for, and what a passage that gives it holds; None, no passage does."""

    particular: Particular
    asked: re.Pattern[str]
    given: re.Pattern[str] | None = None


FIGURE = re.compile(
    r"\d|\b(?:tva|tre|fyra|fem|sex|sju|atta|nio|tio|hundra|tusen|halva|halften|dubbl\w+)\b"
)
KINDS = (
    Kind(
        Particular.CONTACT,
        re.compile(
            r"\bvem (?:ringer|mejlar|mailar|kontaktar)\b|\btelefonnummer\w*|\be-?post\w*|\b(?:mejl|mail)add?res+\w*"
            r"|\bkontaktperson\w*|\bkontaktuppgift\w*|\b(?:vilken|nagon|har ni en) (?:lank|hemsida|webbadress)\b"
            r"|\bphone number|\be-?mail address|\bwhich link\b"
        ),
    ),
    Kind(
        Particular.CLOCK,
        re.compile(r"\bvilken tid\b|\bklockslag\w*|\bhur dags\b|\bvad klockan|\bwhat time\b"),
    ),
    Kind(
        Particular.LINK,
        re.compile(r"\bladda (?:ner|ned|hem)\b|\blanken? till\b|\burl\b|\bdownload\b"),
        re.compile(r"https?:|www\.|\.(?:se|eu)\b"),
    ),
    Kind(
        Particular.AMOUNT,
        re.compile(
            r"(?:^|[.?!,] |\boch )hur (?:stor(?:t|a)?|mycket|manga|hog(?:t|a)?|dyr(?:t|a)?)\b(?! (?:atagande|steg))"
            r"|\b(?:vilken|hur stor) (?:procent\w*|prosent\w*|andel\w*|summa|kostnad|budget)\b"
            r"|\b(?:vad|hur mycket) (?:kostar|tjanar)\b|\bprocentsats\b|\bhow (?:much|many)\b"
            r"|\bmax(?:imal\w*)?\b.*\b(?:antal|avgift\w*|belopp\w*|sid\w*)\b"
            r"|\bwhat (?:does it cost|is the (?:price|cost|fee))\b"
        ),
        FIGURE,
    ),
    Kind(
        Particular.PLACE,
        re.compile(
            r"\b(?:vilken|vilket) (?:stad|ort|lokal|adress|plats|land)\b|\bgatuadress\w*"
            r"|\bvar (?:halls|ligger|ager|nagonstans)\b|\bvart ska\b.*\bresa\b"
            r"|\b(?:which|what) (?:city|town|venue|place)\b|\bwhere (?:is|will)\b.*\b(?:held|take place)\b"
        ),
        re.compile(r"\bi karlstad\b|\bi bryssel\b"),
    ),
    Kind(
        Particular.FREQUENCY,
        re.compile(r"\bhur ofta\b|\bhow often\b|\bhur manga ganger\b"),
        re.compile(r"arlig|varje|lopande|kontinuerlig|regelbund|ganger|manad|kvartal"),
    ),
    Kind(
        Particular.YEAR,
        re.compile(
            r"\bvilket ar (?:var det|kom|togs|slots|ska|blev|drog|ar (?:malet|det))\b|\bvilket ar \w+(?:ades?|s)\b"
            r"|\bartal\b|\b(?:what|which) year\b"
            r"|\bnar (?:grundades|startade|infordes|antogs|bildades)\b"
        ),
        re.compile(r"\b(?:19|20)\d\d\b"),
    ),
    Kind(
        Particular.BODY,
        re.compile(
            r"\bvilken (?:namnd|forvaltning|avdelning|chef|tjansteman|person|minister|myndighet)\b"
            r"|\bwho at\b|\bvem (?:pa|hos) \w+"
        ),
        re.compile(
            r"namnd|forvaltning|avdelning|\bchef|styrelse|ledning|funktion|myndighet|fullmaktige"
        ),
    ),
    Kind(
        Particular.ABBREVIATION,
        re.compile(
            r"\b(?:star|stod)\b.*\bfor\b[?. ]*$|\bforkortning\w*|\bstand for\b|\bacronym\b|\buttyds\b"
        ),
        re.compile(r"\([a-z]{2,6}\)"),
    ),
    Kind(
        Particular.TEMPLATE,
        re.compile(
            r"\b(?:fardig\w*|fardit|nagon|en) (?:mall\w*|checklista|exempeltext)\b|\bmallversion\w*|\btemplate\b"
        ),
        re.compile(r"\bmall|stodmaterial"),
    ),
    Kind(
        Particular.TOOL,
        re.compile(
            r"\bvilk(?:en|et|a) (?:datorprogram|program|programvara|app|typsnitt|farg(?:er)?|logotyp\w*"
            r"|sociala me\w+)\b|\b(?:which|what) (?:software|app)\b"
        ),
        re.compile(r"kolada|climateview|plattform|uttc|massvis"),
    ),
)
"""Tried in order. What is asked for and what a passage holds are matched in lower case without diacritics."""
NO_FIGURES = re.compile(
    r"fit for 55|agenda 2030|(?:klimatkontrakt|klimatneutrala stader|klimatneutralitet) 2030"
)
"""Names that hold a figure or a year, but tell none."""
NO_AMOUNTS = re.compile(
    r"\b20\d\d(?:/20\d\d)?\b|(?:^|\n)\d+\. |\b\d{1,2}(?:[-–]\d{1,2})? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
)
"""Years, list marks and dates: figures that are no amount."""


def missing_particular(question: str, shown: Iterable[Passage]) -> Particular | None:
    """The particular that is asked for and that no passage shown holds, if any."""
    folded = folded_text(question)
    passages = tuple(shown)
    for kind in KINDS:
        if kind.asked.search(folded) and not any(_gives(passage, kind) for passage in passages):
            return kind.particular
    return None


def _gives(passage: Passage, kind: Kind) -> bool:
    if kind.given is None:
        return False
    if kind.particular is Particular.AMOUNT and passage.kind is PassageKind.MILESTONE:
        return False  # The figures of a date are no amount.
    text = NO_FIGURES.sub("", "\n".join(folded_text(line) for line in passage.text.split("\n")))
    if kind.particular is Particular.AMOUNT:
        text = NO_AMOUNTS.sub("", text)
    return kind.given.search(text) is not None
