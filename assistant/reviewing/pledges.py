"""Whether a sentence pledges something, and where what it pledges begins."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from assistant.reviewing.own_municipality import name_key, names_in, without_names
from assistant.reviewing.words import WORD, listed

REFLEXIVE = (
    r"(?:åtar|åtager|åta|åtog|åtagit|förbinder|förbinda|förband|förbundit|utfäster|utfästa|utfäste"
)
VERB = re.compile(
    rf"\b(?:{REFLEXIVE}|utfäst|förpliktar|förpliktigar|förpliktade)\b(?:\s+[^\s.;:]+){{0,5}}?\s+(?:oss|sig)\b"
    r"|(?:lovar|utlovar|lovade|lovat|utlovade)\b)"
    r"|\b(?:vårt|kommunens|stadens|parternas)\s+(?:\w+\s+)?(?:åtagande|löfte)\s+(?:är|blir|innebär)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"^(?:åtog|åtagit|förband|förbundit|utfäste|utfäst|förpliktade|lovade|lovat|utlovade)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:we|the (?:municipality|city|parties|signatories|council)|(?:city|municipality) of \w+"
    r"|\w+ (?:municipality|city))\s(?:\S+\s){0,4}?"
    r"(?:commits?|pledges?|undertakes?|promises?|vows?|are committed|is committed|agrees?)"
    r"(?: (?:ourselves|itself|themselves))?\b",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"\b(?:som|vad|vilka|vilket|vilken|när|om|hur|innan|varför|ifall|huruvida|då)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
CONTENT = re.compile(
    r"^(?:\s*(?:härmed|också|även|därför|gemensamt|tillsammans|dessutom|vidare))*\s*(?:att|to)\b\s*:?\s*",
    re.IGNORECASE,
)
ATT = re.compile(r"\b(?:att|to)\b\s*:?\s*", re.IGNORECASE)
PLACEHOLDER = re.compile(r"^[\W_]*(?:x+|n)?[\W_]*$|^\W{0,2}(?:\[\s*)?(?:\.\.\.|…)", re.IGNORECASE)
LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\W*$|…{2,}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LEAD_WORDS = 4


class Manner(Enum):
    """How a sentence relates to pledging."""

    PLEDGES = auto()
    LEADS = auto()
    """"Vi åtar oss att:": what follows in the list is pledged."""
    PAST = auto()
    TELLS = auto()
    """It is the form of a pledge, a table of contents, or quotes somebody else's."""
    ABOUT = auto()
    """Others pledge, or the pledging is only mentioned."""
    PLAIN = auto()


@dataclass(frozen=True, slots=True)
class Manners:
    """How a sentence pledges, and where in it the pledged content begins."""

    manner: Manner
    content: int = 0
    quoted: bool = False


def manner_of(text: str, own: frozenset[str] = frozenset(), opening: str = "") -> Manners:
    """How a sentence, in its plain form and without disguise, relates to pledging.

    `own` are the keys of the municipality whose contract it is, where that is told; `opening` is how
    the official pledges begin, which may be other words than the verbs known here.
    """
    if LEADERS.search(text):
        return Manners(Manner.TELLS)
    match = VERB.search(text) or ENGLISH.search(text)
    if match is None:
        return _opened(text, opening)
    content = _content_after(text, match.end())
    rest = text[content:]
    if _is_quotation(text, match.start()):
        return Manners(Manner.TELLS, content, quoted=True)
    opens_list = text.rstrip().endswith(":") or not rest.strip()
    if PLACEHOLDER.match(rest) and not opens_list:
        return Manners(Manner.TELLS, content)
    if SUBORDINATE.search(text[: match.start()]) or text.endswith("?"):
        return Manners(Manner.ABOUT, content)
    if not _own_subject(text, match, own):
        return Manners(Manner.ABOUT, content)
    if opens_list and len(WORD.findall(rest)) <= LEAD_WORDS:
        return Manners(Manner.LEADS, content)
    if PAST.match(match.group()):
        return Manners(Manner.PAST, content)
    return Manners(Manner.PLEDGES, content)


def _opened(text: str, opening: str) -> Manners:
    if not opening or not text.casefold().startswith(opening.casefold()):
        return Manners(Manner.PLAIN)
    rest = text[len(opening) :]
    if len(WORD.findall(rest)) <= LEAD_WORDS and (text.rstrip().endswith(":") or not rest.strip()):
        return Manners(Manner.LEADS, len(opening))
    if PLACEHOLDER.match(rest) or text.endswith("?"):
        return Manners(Manner.TELLS, len(opening))
    return Manners(Manner.PLEDGES, len(opening) + len(rest) - len(rest.lstrip()))


def tells_of_the_past(text: str) -> bool:
    """Whether a sentence in the past tense says when it was."""
    return listed("past_time").search(text) is not None or YEAR.search(text) is not None


def _content_after(text: str, position: int) -> int:
    match = CONTENT.match(text[position:]) or ATT.search(text[position : position + 60])
    return position + match.end() if match else position


def _is_quotation(text: str, verb: int) -> bool:
    """Whether the verb stands in a quotation that the sentence introduces as somebody's words."""
    quote = text.rfind('"', 0, verb)
    return quote > 0 and text.count('"', 0, verb) % 2 == 1


def _own_subject(text: str, match: re.Match[str], own: frozenset[str]) -> bool:
    phrase = match.group()
    if re.search(r"\boss\b", phrase):
        return True
    before = text[: match.start()][-120:]
    inside = phrase + text[match.end() : match.end() + 40]
    near_before = re.split(r"[,;:]\s|\b(?:att|och)\s", before)[-1]
    after = ATT.split(inside, maxsplit=1)[0]
    named_after = names_in(after) or listed("subjects").search(after)
    if own and _names_another(after if named_after else near_before, own):
        return False
    if ENGLISH.fullmatch(phrase):
        return True
    if listed("others").search(near_before or inside):
        return False
    return any(
        listed("subjects").search(part) or names_in(part) or _ends_with_own(part, own)
        for part in (near_before, before, inside)
    )


def _names_another(part: str, own: frozenset[str]) -> bool:
    """Whether the only one that a part of a sentence names is another municipality."""
    names = names_in(part)
    alone = not listed("subjects").search(without_names(part))
    return bool(names) and names.isdisjoint(own) and alone


def _ends_with_own(part: str, own: frozenset[str]) -> bool:
    last = WORD.findall(part)[-1:]
    return bool(last) and last[0][:1].isupper() and name_key(last[0]) in own
