"""Questions that ask for a kind of particular: an amount, a contact, a time of day.

A passage about the right matter does not answer "hur mycket?" when it holds no figure. Such a question
is refused, with the passage as the nearest that is said.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from assistant.answering.understanding import folded_text
from assistant.domain.passages import Passage, PassageKind


class Particular(StrEnum):
    """Uppgift: a kind of particular; the value names the phrase that says that it is not there."""

    AMOUNT = "no_amount"
    CONTACT = "no_contact"
    CLOCK = "no_clock"


AMOUNT = re.compile(
    r"(?:^|[.?!,] |\boch )hur (?:stor(?:t|a)?|mycket|manga|hog(?:t|a)?|dyr(?:t|a)?)\b(?! (?:atagande|steg))"
    r"|\b(?:vilken|hur stor) (?:procent\w*|prosent\w*|andel\w*|summa|kostnad|budget)\b"
    r"|\b(?:vad|hur mycket) (?:kostar|tjanar)\b|\bmax(?:imal\w*)?\b.*\b(?:antal|avgift\w*|belopp\w*|sid\w*)\b"
    r"|\bprocentsats\b|\bhow (?:much|many)\b|\bwhat (?:does it cost|is the (?:price|cost|fee))\b"
)
CONTACT = re.compile(
    r"\bvem (?:ringer|mejlar|mailar|kontaktar)\b|\btelefonnummer\w*|\be-?post\w*|\b(?:mejl|mail)adress\w*"
    r"|\bkontaktperson\w*|\bkontaktuppgift\w*|\b(?:vilken|nagon|har ni en) (?:lank|hemsida|webbadress)\b"
    r"|\bphone number|\be-?mail address|\bwhich link\b"
)
CLOCK = re.compile(r"\bvilken tid\b|\bklockslag\w*|\bhur dags\b|\bvad klockan|\bwhat time\b")
FIGURE = re.compile(
    r"\d|\b(?:tva|tre|fyra|fem|sex|sju|atta|nio|tio|hundra|tusen|halva|halften|dubbl\w+)\b"
)


def missing_particular(question: str, shown: Iterable[Passage]) -> Particular | None:
    """The particular that is asked for and that no passage shown holds, if any."""
    folded = folded_text(question)
    if CONTACT.search(folded):
        return Particular.CONTACT
    if CLOCK.search(folded):
        return Particular.CLOCK
    if AMOUNT.search(folded) and not any(_has_figure(passage) for passage in shown):
        return Particular.AMOUNT
    return None


def _has_figure(passage: Passage) -> bool:
    # The figures of a date or of a name ("Fit for 55") are no amount.
    text = re.sub(
        r"Fit for 55|\b20\d\d(?:/20\d\d)?\b|^\d+\. ", "", passage.text, flags=re.MULTILINE
    )
    dated = passage.kind is PassageKind.MILESTONE
    return not dated and FIGURE.search(folded_text(text)) is not None
