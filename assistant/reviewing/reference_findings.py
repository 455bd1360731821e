"""Findings about references: points and commitments that do not exist, or are about other things."""

import re
from collections.abc import Iterator

from assistant.domain.reviews import Finding, FindingKind, Severity
from assistant.guidance.library import Library
from assistant.reviewing.called import any_form
from assistant.reviewing.messages import message
from assistant.reviewing.words import content_stems
from assistant.wording.sentences import Sentence

POINTS = re.compile(
    r"\b(?:del)?punkt(?:en|erna|er)?\s+(?P<list>\d{1,2}\.\d{1,2}(?:(?:\s*,\s*|\s*(?:och|samt|eller|till|-|–)\s*)"
    r"(?:punkt\s+)?\d{1,2}\.\d{1,2})*)(?![\d.]*\d)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
COMMITMENT = (
    r"\b{noun}\s+(?:nr\.?\s*|nummer\s+)?(?P<list>\d{{1,3}}(?:(?:\s*,\s*|\s*(?:och|samt|eller)\s*)"
    r"\d{{1,3}})*)(?!\d|\.\d|\s*(?:%|procent))"
)
OWN_DOCUMENT = re.compile(
    r"^\W*(?:i|av|till)\s+(?:detta|denna|vår|kommunens|bilag|planen|avtalet|strategin|handlingsplan)"
    r"|^\W*(?:ovan|nedan)\b",
    re.IGNORECASE,
)
CLEARLY = 0.5
FEWEST_STEMS = 5
"""Words: "Arbetet omfattar också punkt 8.3 i vägledningen" tells nothing of what it is about."""


class References:
    """Knows the points of an edition by number and by content."""

    def __init__(self, library: Library) -> None:
        self._guidance = library.guidance
        self._library = library
        noun = any_form(library.guidance.edition.nouns)
        self._commitment = re.compile(COMMITMENT.format(noun=noun), re.IGNORECASE)
        self._named = re.compile(rf"punkt|{noun}", re.IGNORECASE)
        self._numbers = [c.number for c in library.guidance.commitments]
        self._stems = {
            p.id: frozenset(content_stems(library.point(p.id).text))
            for c in library.guidance.commitments
            for p in c.points
        }

    def findings(self, sentence: Sentence) -> Iterator[Finding]:
        """The findings of one sentence."""
        text = sentence.form.text
        if not self._named.search(text):
            return
        for match in POINTS.finditer(text):
            if OWN_DOCUMENT.match(text[match.end() : match.end() + 30]):
                continue
            for number in NUMBER.finditer(match.group("list")):
                begin = match.start("list") + number.start()
                span = sentence.form.span(begin, begin + len(number.group()))
                yield from self._point(number.group(), span, text, match)
        for match in self._commitment.finditer(text):
            for digits in re.finditer(r"\d+", match.group("list")):
                begin = match.start("list") + digits.start()
                if int(digits.group()) not in self._numbers:
                    start, end = sentence.form.span(begin, begin + len(digits.group()))
                    yield Finding(
                        FindingKind.NO_SUCH_COMMITMENT,
                        Severity.FAULT,
                        start,
                        end,
                        message(
                            "no_such_commitment",
                            self._library.words,
                            number=digits.group(),
                            first=self._numbers[0],
                            last=self._numbers[-1],
                        ),
                    )

    def _point(
        self, number: str, span: tuple[int, int], text: str, match: re.Match[str]
    ) -> Iterator[Finding]:
        start, end = span
        point = self._guidance.point(number)
        if point is None:
            yield Finding(
                FindingKind.NO_SUCH_POINT,
                Severity.FAULT,
                start,
                end,
                message(
                    "no_such_point",
                    self._library.words,
                    point=number,
                    nearest=self._nearest(number),
                ),
            )
            return
        passage = self._library.point(number)
        before = self._commitment.search(text[max(0, match.start() - 30) : match.start()])
        cited = int(re.findall(r"\d+", before.group("list"))[-1]) if before else None
        if cited is not None and cited != point.commitment and cited in self._numbers:
            yield Finding(
                FindingKind.OTHER_POINT,
                Severity.FAULT,
                start,
                end,
                message(
                    "other_commitment",
                    self._library.words,
                    point=number,
                    number=point.commitment,
                    cited=cited,
                ),
                quoted=passage,
            )
            return
        if NUMBER.fullmatch(match.group("list")) and (nearer := self._nearer(number, text)):
            yield Finding(
                FindingKind.OTHER_POINT,
                Severity.WARNING,
                start,
                end,
                message("other_point", point=number, nearer=nearer),
                quoted=passage,
            )

    def _nearest(self, number: str) -> str:
        commitment = self._guidance.commitment(int(number.partition(".")[0]))
        if commitment is None:
            return message(
                "no_such_point_none",
                self._library.words,
                first=self._numbers[0],
                last=self._numbers[-1],
            )
        return message(
            "no_such_point_range",
            self._library.words,
            number=commitment.number,
            first=commitment.points[0].id,
            last=commitment.points[-1].id,
        )

    def _nearer(self, number: str, text: str) -> str | None:
        """The point that the sentence is plainly about, when that is not the one it cites."""
        stems = frozenset(content_stems(POINTS.sub(" ", text)))
        if len(stems) < FEWEST_STEMS:
            return None
        shares = {i: len(stems & own) / len(stems) for i, own in self._stems.items()}
        best = max(shares, key=lambda i: (shares[i], i))
        same_text = self._stems[best] == self._stems[number]
        if shares[best] >= CLEARLY and shares[number] <= shares[best] / 3 and not same_text:
            return best
        return None
