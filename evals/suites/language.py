"""Språk: plain Swedish in everything that the program itself says."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.guidance.library import Library
from assistant.opening import Assistant
from evals.case_files import settings_of
from evals.cases import Avoided, Case, LanguageRules
from evals.outcomes import Said
from evals.own_texts import own_texts
from evals.scores import Judgement
from evals.suites.suite import Suite, Told

SENTENCE = re.compile(r"(?<=[.!?:])[”)]?\s+(?=[A-ZÅÄÖ”$…])")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONG_WORD = 6
SIGNS = {
    "dubbelt blanksteg": re.compile(r"\S {2,}\S"),
    "blanksteg före skiljetecken": re.compile(r"\w [,.;:!?](?:\s|$)"),
    "raka citattecken": re.compile(r"\"|“"),
    "bindestreck som tankstreck": re.compile(r" - "),
    "dubbelt skiljetecken": re.compile(r"[,;:]{2}|(?<!\.)\.\.(?!\.)"),
}
ENDS = (".", "!", "?", ":", "…", "}", "]")


class TextCase(Case):
    """Språkfall: a text of the program and where it stands; a whole one ends like a sentence."""

    place: str
    text: str
    whole: bool

    @property
    def group(self) -> str:
        return self.place


def cases(assistant: Assistant, frozen: bool) -> Iterator[TextCase]:  # noqa: FBT001  as every suite
    """Every text that the program says by itself."""
    for own in () if frozen else own_texts(assistant.settings.edition):
        yield TextCase(
            id=f"{own.place}: {own.name}", place=own.place, text=own.text, whole=own.whole
        )


@cache
def _rules() -> LanguageRules:
    return settings_of("språk.yaml", LanguageRules)


def score(case: TextCase, observed: Said, _library: Library) -> Iterator[Judgement]:
    """Length, readability, words to avoid, and signs."""
    rules, text = _rules(), observed.text
    if any(words in text for words in rules.allowed):
        return
    longest = max(len(WORD.findall(sentence)) for sentence in SENTENCE.split(text))
    limit = rules.longest_sentence
    told = f"en mening har {longest} ord, gränsen är {limit}" if longest > limit else ""
    yield Judgement("meningslängd", float(not told), told)
    if len(WORD.findall(text)) >= rules.fewest_words_for_lix:
        index = lix(text)
        told = f"läsbarhetsindex (LIX) är {index}, gränsen är {rules.highest_lix}"
        yield Judgement(
            "läsbarhet",
            float(index <= rules.highest_lix),
            told if index > rules.highest_lix else "",
        )
    for measure, avoided in (("svenska ord", rules.anglicisms), ("enkla ord", rules.officialese)):
        found = "; ".join(f"”{a.word}”: skriv {a.instead}" for a in avoided if _has(text, a))
        yield Judgement(measure, float(not found), found)
    signs = [name for name, pattern in SIGNS.items() if pattern.search(text)]
    if case.whole and not text.rstrip("”)").endswith(ENDS):
        signs.append("slutpunkt saknas")
    yield Judgement("skrivtecken", float(not signs), "; ".join(signs))


def _has(text: str, avoided: Avoided) -> bool:
    return re.search(rf"(?<![\w-]){avoided.word}(?![\w-])", text, re.IGNORECASE) is not None


def lix(text: str) -> int:
    """Läsbarhetsindex (Björnsson 1968): words a sentence, and the share of long words in percent.

    >>> lix("Vi skriver. Vi läser.")
    27
    """
    words = WORD.findall(text)
    sentences = len([s for s in SENTENCE.split(text) if WORD.search(s)])
    long = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long / len(words))


def tell(case: TextCase, observed: Said) -> Told:
    """Where the text stands, and the text."""
    yield "Plats", case.place
    yield "Text", observed.text


LANGUAGE = Suite(
    name="språk",
    cases=cases,
    produce=lambda case, _assistant: Said(text=case.text),
    score=score,
    tell=tell,
)
