"""Findings about the municipality's own text: gaps, what has no source, terms, hard sentences."""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.guidance import Edition
from assistant.domain.reviews import Finding, FindingKind, MisusedTerm, Severity
from assistant.reviewing.messages import message
from assistant.wording.sentences import Sentence

GAP = re.compile(
    r"\[(?!\s*[xX]?\s*\]|\d{1,3}\])[^\[\]]{1,100}\](?!\()|<(?!/?(?:br|b|i|em|strong)\b)[a-zåäö][^<>]{2,60}>"
    r"|\{[^{}]{2,60}\}|_{3,}|\b(?:X{2,}|N{2,}|TBD|TBA|TODO)\b|\bfyll i\b[^.]{0,40}"
)
FIGURE = re.compile(
    r"(?<![\w.,-])(?:cirka |omkring |drygt |nästan |minst |ungefär )?\d[\d  .,]*\s?"
    r"(?:%|procent(?:enheter)?|miljon(?:er)?|miljard(?:er)?|mnkr|mkr|tkr|kr(?:onor)?|ton|kiloton|kg|[kMGT]Wh|km"
    r"|hektar|ha|invånare|medborgare|hushåll|anställda|grader|bostäder|bilar|fordon)\b%?"
    r"|(?<![\w.,-])\d[\d  .,]*\s?%"
)
YEAR = re.compile(r"(?<![\w./:-])(?:19|20)\d\d(?![\w/:]|-\d)")
LAW = re.compile(
    r"\b(?:miljöbalken|plan- och bygglagen|kommunallagen|klimatlagen|lagen om [a-zåäö ]{4,40}?(?=[\s,.;]|$)"
    r"|[a-zåäö]{4,}lagen\b|[a-zåäö]{4,}förordningen\b|LOU\b|PBL\b|EU-direktiv\w*|\d{1,2} kap\. \d{1,2} §)",
)
SOURCE = re.compile(
    r"\bkällan?\b|\benligt\b|https?://|www\.|\bSFS\b|\bprop\.|\bdnr\b|\bSOU\b|\(\d{4}:\d{1,4}\)|\[\d{1,3}\]"
    r"|[¹²³⁴-⁹]|\bse (?:bilaga|avsnitt|tabell|kapitel)\b|\((?:[A-ZÅÄÖ][\wåäö]+[ ,]*){1,5}\d{4}\)"
    r"|\bstatistik från\b|\bbeslut(?:ad|at|ade)?\b[^.]{0,40}\b(?:fullmäktige|KF|§)",
    re.IGNORECASE,
)
LONG_WORD = 6
MOST_WORDS, HIGHEST_INDEX, FEWEST_WORDS = 40, 70, 20
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")


def own_text_findings(
    sentence: Sentence, edition: Edition, terms: Sequence[MisusedTerm]
) -> Iterator[Finding]:
    """The findings of a sentence that is the municipality's own."""
    yield from gap_findings(sentence)
    yield from _unsourced(sentence, edition)
    yield from _terms(sentence, edition, terms)
    yield from _readability(sentence)


def gap_findings(sentence: Sentence) -> Iterator[Finding]:
    """What is still to be filled in; a pledge can have gaps too."""
    for match in GAP.finditer(sentence.form.text):
        yield _finding(
            FindingKind.OPEN_GAP,
            Severity.WARNING,
            sentence,
            match,
            message("open_gap", gap=match.group()),
        )


def _unsourced(sentence: Sentence, edition: Edition) -> Iterator[Finding]:
    text = sentence.form.text
    if not DIGIT.search(text) and not LAW.search(text):
        return
    if SOURCE.search(text):
        return
    taken: list[tuple[int, int]] = []
    for kind, pattern, severity in (
        (FindingKind.FIGURE_WITHOUT_SOURCE, FIGURE, Severity.WARNING),
        (FindingKind.LAW_WITHOUT_SOURCE, LAW, Severity.WARNING),
        (FindingKind.YEAR_WITHOUT_SOURCE, YEAR, Severity.ADVICE),
    ):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if kind is FindingKind.YEAR_WITHOUT_SOURCE and _names_the_contract(match, edition):
                continue
            taken.append(match.span())
            what = match.group().strip(" .,")
            yield _finding(kind, severity, sentence, match, message(kind.value, what=what))


def _names_the_contract(match: re.Match[str], edition: Edition) -> bool:
    before = match.string[max(0, match.start() - 30) : match.end()]
    return before.endswith((edition.contract, edition.round)) or bool(
        re.search(r"(?:kontrakt\w*|Agenda|Cities|städer|Version)\s+\d{4}$", before, re.IGNORECASE)
    )


def _terms(sentence: Sentence, edition: Edition, terms: Sequence[MisusedTerm]) -> Iterator[Finding]:
    lowered = sentence.form.text.lower()
    for term in terms:
        for word in term.words:
            at = lowered.find(word)
            if at < 0 or lowered[at - 1 : at].isalnum():
                continue
            start, end = sentence.form.span(at, at + len(word))
            shown = sentence.form.text[at : at + len(word)]
            yield Finding(
                FindingKind.MISUSED_TERM,
                Severity.WARNING,
                start,
                end,
                message("misused_term", edition.nouns.words, word=shown, advice=term.advice),
                quoted=term.passage,
            )


def _readability(sentence: Sentence) -> Iterator[Finding]:
    """LIX of one sentence: its words, and the share of words longer than six letters."""
    words = WORD.findall(sentence.text)
    if len(words) < FEWEST_WORDS:
        return
    index = len(words) + round(100 * sum(len(w) > LONG_WORD for w in words) / len(words))
    if len(words) > MOST_WORDS or index > HIGHEST_INDEX:
        yield Finding(
            FindingKind.HARD_TO_READ,
            Severity.ADVICE,
            sentence.start,
            sentence.end,
            message("hard_to_read", words=len(words), index=index),
        )


def _finding(
    kind: FindingKind, severity: Severity, sentence: Sentence, match: re.Match[str], text: str
) -> Finding:
    start, end = sentence.form.span(*match.span())
    return Finding(kind, severity, start, end, text)
