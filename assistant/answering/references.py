"""What a question names outright: commitments, points, sections and steps, in digits or words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answering.commitment_names import named_by_matter
from assistant.answering.known_nouns import with_known_nouns
from assistant.domain.guidance import Guidance, Phase
from assistant.search.analysis import fold, shared_start, words

CARDINALS = (
    "ett",
    "tva",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "atta",
    "nio",
    "tio",
    "elva",
    "tolv",
    "tretton",
    "fjorton",
    "femton",
)
ORDINALS = [
    "forsta",
    "andra",
    "tredje",
    "fjarde",
    "femte",
    "sjatte",
    "sjunde",
    "attonde",
    "nionde",
    "tionde",
    "elfte",
    "tolfte",
]
ENGLISH = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
ENGLISH_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
NUMBERS = {
    word: number
    for names in (CARDINALS, ORDINALS, ENGLISH, ENGLISH_ORDINALS)
    for number, word in enumerate(names, 1)
}
NUMBER = rf"(?:\d{{1,40}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
NAMED_NUMBER = (
    rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS.keys() - {'andra'}, key=len, reverse=True))})"
)
"""A number that may name a commitment by itself: "andra" means others, and 2030 is a year."""
ORDINAL = rf"(?:{'|'.join(sorted((*ORDINALS, *ENGLISH_ORDINALS), key=len, reverse=True))})"
COUNTED = rf"(?:\d{{1,40}}|{'|'.join(sorted((*CARDINALS, *ENGLISH), key=len, reverse=True))})"
NUMBERS_IN_A_ROW = rf"{COUNTED}(?:\s*(?:,|och|and|eller|or|samt|&|-|–|till|to)\s*{COUNTED})*"

NICKNAMES = {
    name: number
    for number, name in enumerate(
        ("ettan", "tvaan", "trean", "fyran", "femman", "sexan", "sjuan", "attan", "nian", "tian"), 1
    )
}
"""What people call a commitment among themselves: "sexan"."""
NICKNAME = re.compile(
    rf"(?<!punkt )(?<!steg )\b({'|'.join(NICKNAMES)}|\d{{1,2}}(?=:?an\b))(?:s|:?an)?\b"
)

COMMITMENT_NOUN = (
    r"(?:atagande(?:t|n|na|ts|texten)?|atg\.?|commitments?|pledges?"
    r"|at\.?(?=\s?\d{1,2}(?:\s+(?:punkt|p|steg)\b|\s*[,?.!]*$)))"
)
COMMITMENTS = re.compile(
    rf"\b{COMMITMENT_NOUN}\s*(?:(?:for\s+)?(?:nr\.?|nummer)|number|no\.?|#)?"
    rf"\s*({NUMBERS_IN_A_ROW})\b(?!\.\d)"
)
ORDINAL_COMMITMENT = re.compile(rf"\b({ORDINAL})\s+(?:gemensamma\s+)?{COMMITMENT_NOUN}\b")
LAST_COMMITMENT = re.compile(r"\b(?:sista|last)\s+(?:atagandet?|atg|commitment|pledge)\b")
SHORT_COMMITMENT = re.compile(
    r"^\s*(?:(?:och|and|sen|men)\s+)?(?:for\s+)?(?:a|nr\.?|nummer|number|no\.?)\s?"
    r"(\d{1,2})\s*(?:da)?\s*[?.!]*\s*$"
)
SAME_FOR = re.compile(
    r"^\s*(?:(?:och|and)\s+)?(?:samma(?: sak| fraga)?|(?:the )?same(?: thing)?) (?:for|i|in|with)"
    rf" (?:nr |no\.? )?({NAMED_NUMBER})\s*(?:da)?\s*[?.!]*\s*$"
)
UNIT = r"\s*(?:%|(?:mil?joner|miljarder|grader|kronor|kr|mkr|procent|ton|timmar|ar|gigaton)\b)"
SCENARIOS = re.compile(r"\brcp\s?\d\.\d(?:\s?(?:,|och|eller|and|or|vs)\s?(?:rcp\s?)?\d\.\d)*")
"""Climate scenarios, which a risk analysis asks for: no points."""
DOTTED = re.compile(
    r"(?P<noun>\b(?:punkt(?:en|erna|er)?|p|delpunkt|point|item|avsnitt(?:et)?|section|kapitel"
    rf"|{COMMITMENT_NOUN})\s+)?(?<![\d.,])(?P<number>\d{{1,2}}\.\d{{1,2}})(?![\d.]|{UNIT})"
)
POINT_OF_COMMITMENT = re.compile(
    rf"\b(?:punkt(?:en)?|delpunkten|point|item)\s+(?:(?:nr|nummer|number)\s+)?(?P<number>{NUMBER})\b(?!\.\d)"
)
STEP_NUMBER = re.compile(
    rf"\b(?:steg|fas|step|phase|stage)\s+({NUMBER})\b"
    rf"|\b({'|'.join((*ORDINALS[:5], *ENGLISH_ORDINALS[:5]))})\s+(?:steget|fasen|step|phase|stage)\b"
)
CHAPTERS = re.compile(
    r"\b(?:kapitel|kapitlen|kap\.?|chapters?)\s+(?:(?:nr|nummer|number|no)\.?\s+)?"
    r"(?P<numbers>\d{1,2}(?:\s*(?:,|och|and|&)\s*\d{1,2})*)\b(?!\.\d)"
    rf"|\b(?P<nth>{ORDINAL})\s+(?:kapitlet|chapter)\b"
)
ALONE = 3
"""Words of a question that is hardly more than its number."""
STEP_NOUN = re.compile(r"\b(?:steg(?:et|en)?|fas(?:en)?|step|phase|stage|kolumn(?:en)?)\b")


@dataclass(frozen=True, slots=True)
class References:
    """Hänvisningar: what the question names, whether or not it exists in the guidance."""

    commitments: tuple[int, ...] = ()
    points: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    bare_numbers: tuple[str, ...] = ()
    """Numbers such as "3.4" that do not say whether a point or a section is meant."""
    phases: tuple[Phase, ...] = ()
    naming: frozenset[str] = frozenset()
    """The words that name a commitment by what it is about."""
    names_a_step: bool = False
    """Whether the step is named as a step, or alone, and not as an everyday verb."""
    unknown_step: int | None = None
    """The number of a step that the edition does not have, as in "fjärde steget"."""


def references_in(text: str, guidance: Guidance) -> References:
    """Everything that the text names, in order of appearance, each once."""
    folded = with_known_nouns(fold(text.lower()), guidance.edition.nouns)
    commitments = _commitments(folded)
    if LAST_COMMITMENT.search(folded) and not commitments:
        commitments.append(guidance.commitments[-1].number)
    points, sections, bare = _dotted(folded, guidance)
    by_matter = named_by_matter(folded, guidance)
    commitments = commitments or ([] if sections else list(by_matter.values()))
    if match := POINT_OF_COMMITMENT.search(folded):
        number = number_of(match["number"])
        points += [f"{commitment}.{number}" for commitment in commitments]
    phases, named = _phases(text, folded, guidance)
    return References(
        commitments=_once(commitments),
        points=_once(points),
        sections=_once(sections),
        bare_numbers=_once(bare),
        phases=_once(phases),
        naming=frozenset(by_matter),
        names_a_step=named,
        unknown_step=_unknown_step(folded, guidance),
    )


def chapters_in(folded: str) -> tuple[str, ...]:
    """The numbers of the chapters that the text names, whether or not there are such."""
    match = CHAPTERS.search(folded)
    if match is None:
        return ()
    if nth := match["nth"]:
        return (str(number_of(nth)),)
    return tuple(re.findall(r"\d+", match["numbers"]))


def _commitments(folded: str) -> list[int]:
    found = [
        number for match in COMMITMENTS.finditer(folded) for number in _numbers(match.group(1))
    ]
    found += [number_of(match.group(1)) for match in ORDINAL_COMMITMENT.finditer(folded)]
    found += [
        NICKNAMES.get(match.group(1)) or int(match.group(1)) for match in NICKNAME.finditer(folded)
    ]
    if match := SHORT_COMMITMENT.match(folded) or SAME_FOR.match(folded):
        found.append(number_of(match.group(1)))
    return found


def _numbers(row: str) -> list[int]:
    parts = re.split(r"(\s*(?:-|–|till|to)\s*)|\s*(?:,|och|and|eller|or|samt|&)\s*", row)
    numbers: list[int] = []
    ranged = False
    for part in parts:
        if part is None or not part.strip():
            continue
        if re.fullmatch(NUMBER, part.strip()):
            number = number_of(part.strip())
            if ranged and numbers and numbers[-1] < number <= numbers[-1] + 20:
                numbers.extend(range(numbers[-1] + 1, number + 1))
            else:
                numbers.append(number)
            ranged = False
        else:
            ranged = True
    return numbers


def number_of(text: str) -> int:
    """The number of digits or of a word such as "tredje"."""
    return int(text) if text.isdigit() else NUMBERS[text]


def _dotted(folded: str, guidance: Guidance) -> tuple[list[str], list[str], list[str]]:
    points: list[str] = []
    sections: list[str] = []
    bare: list[str] = []
    known_sections = {c.section for c in guidance.commitments}
    for match in DOTTED.finditer(SCENARIOS.sub(" ", folded)):
        noun = (match.group("noun") or "").strip()
        number = match.group("number")
        if noun.startswith(("avsnitt", "section", "kapitel")):
            sections.append(number)
        elif noun or number not in known_sections:
            # Without a noun, a number that names nothing may be a sum or a temperature, unless it is
            # all that is asked about: "och 5.14?".
            if noun or guidance.point(number) or len(words(folded)) <= ALONE:
                points.append(number)
        else:
            bare.append(number)
    return points, sections, bare


def _phases(text: str, folded: str, guidance: Guidance) -> tuple[list[Phase], bool]:
    phases = guidance.edition.phases
    tokens = words(folded)
    named = STEP_NOUN.search(folded) is not None
    found: list[Phase] = []
    for token in tokens:
        for phase in phases:
            key = fold(phase.key)
            stem = key.removesuffix("a")
            if (
                token == key
                or _misspelt(token, key)
                or re.fullmatch(rf"{stem}(?:a|ings?)-?(?:steget|fasen|delen|listan)", token)
            ):
                found.append(phase)
                # "Transformera" inside a sentence, and "i transformera", are the name of the step.
                as_name = re.search(rf"\S\s+{phase.name}\b|\bi {phase.key}\b", text)
                named = named or token != key or as_name is not None
    for number in _step_numbers(folded):
        if 1 <= number <= len(phases):
            found.append(phases[number - 1])
            named = True
    alone = bool(found) and len(tokens) <= 2
    return found, named or alone


def _unknown_step(folded: str, guidance: Guidance) -> int | None:
    last = len(guidance.edition.phases)
    return next((number for number in _step_numbers(folded) if number > last > 0), None)


def _step_numbers(folded: str) -> list[int]:
    return [number_of(match[1] or match[2]) for match in STEP_NUMBER.finditer(folded)]


def _misspelt(token: str, key: str) -> bool:
    """Whether the token is the step's name but for one letter, and no other form of the verb."""
    if abs(len(token) - len(key)) > 1 or token.startswith(key.removesuffix("a")):
        return False
    start = shared_start(token, key)
    end = shared_start(token[start:][::-1], key[start:][::-1])
    return max(len(token), len(key)) - start - end <= 1


def _once(items: Iterable[str] | Iterable[int] | Iterable[Phase]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(items))
