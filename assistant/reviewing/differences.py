"""What stands in a sentence instead of the official words, word by word, and what each does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.domain.reviews import Difference, Effect
from assistant.reviewing.words import STOP_WORDS, listed, stem
from assistant.wording.disguise import undisguised
from assistant.wording.plain_text import ANY_BREAK, BREAKS, PlainText

TOKEN = re.compile(r"\S+")
WORD_OR_SIGN = re.compile(r"[^\s.,;:!?()\"]+|[.,;:!?()\"]")
MOST_TOKENS = 400
CLAUSE = 3
"""Words: what is shorter is a word or two, not a clause."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def differences(form: PlainText, official: str, opening: str) -> tuple[Difference, ...]:
    """The differences from an official text in its plain form, in order of appearance.

    Texts with less than a third in common are one difference: word by word would say nothing.
    """
    theirs, ours = _tokens(form.text), _tokens(official)
    matcher = SequenceMatcher(
        None, [t.text for t in ours], [t.text for t in theirs[:MOST_TOKENS]], autojunk=False
    )
    opcodes = matcher.get_opcodes()
    if matcher.ratio() < 1 / 3 or len(theirs) > MOST_TOKENS:
        return (_difference(form, official, ours, theirs, opening, whole=True),)
    found = [
        _difference(form, official, ours[i:j], theirs[k:m], opening, at=k)
        for tag, i, j, k, m in opcodes
        if tag != "equal"
    ]
    return tuple(_moved(found))


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(ANY_BREAK.sub(lambda b: BREAKS[b.group()][0], m.group()), m.start(), m.end())
        for m in WORD_OR_SIGN.finditer(text)
    ]


def _difference(  # noqa: PLR0913  the two sides and where they stand
    form: PlainText,
    official: str,
    ours: Sequence[_Token],
    theirs: Sequence[_Token],
    opening: str,
    *,
    at: int = 0,
    whole: bool = False,
) -> Difference:
    missing = official[ours[0].start : ours[-1].end] if ours else ""
    if theirs:
        actual = form.part(theirs[0].start, theirs[-1].end).reading
        start, end = form.span(theirs[0].start, theirs[-1].end)
    else:
        actual = ""
        tokens = _tokens(form.text)
        position = tokens[at].start if at < len(tokens) else len(form.text)
        start = form.starts[position] if position < len(form.text) else form.ends[-1]
        end = start
    in_opening = bool(ours) and ours[0].start < len(opening.split(" ", maxsplit=1)[0])
    effect = Effect.WORDS if whole else _effect(missing, actual, in_opening=in_opening)
    return Difference(missing, actual, effect, start, end)


def _effect(official: str, actual: str, *, in_opening: bool) -> Effect:
    shown = undisguised(actual)
    if actual and official and shown == undisguised(official):
        return Effect.HIDDEN
    if shown != actual and not shown.strip():
        return Effect.HIDDEN
    before, after = _words(official), _words(shown)
    added = after - before
    if _has("negating", added):
        return Effect.NEGATED
    if not (before or after):
        return Effect.PUNCTUATION
    if _has("weakening", added):
        return Effect.WEAKENED
    if in_opening:
        return Effect.SUBJECT
    return _in_scope(official, shown, before, after)


def _in_scope(official: str, shown: str, before: set[str], after: set[str]) -> Effect:
    """What a difference does that neither denies nor weakens."""
    added = after - before
    if not after and len(before) >= CLAUSE:
        return Effect.CLAUSE_DROPPED
    if _has("widening", added) or (not added and _has("narrowing", before)):
        return Effect.WIDENED
    if _has("narrowing", added) or (not added and _has("widening", before)):
        return Effect.NARROWED
    same_words = {stem(w) for w in before} == {stem(w) for w in after}
    if same_words or official.replace(" ", "") == shown.replace(" ", ""):
        return Effect.FORM
    if not after and before - STOP_WORDS:
        return Effect.NARROWED
    return Effect.CLAUSE_ADDED if not before and len(after) >= CLAUSE else Effect.WORDS


def _has(name: str, found: set[str]) -> bool:
    return any(listed(name).fullmatch(word) for word in found)


def _words(text: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[^\W_]+", text)}


def _moved(found: Sequence[Difference]) -> Iterator[Difference]:
    """Words taken out in one place and put in at another are moved, not dropped and added."""
    out = {frozenset(_words(d.official)) for d in found if not d.actual and _words(d.official)}
    put = {frozenset(_words(d.actual)) for d in found if not d.official and _words(d.actual)}
    for difference in found:
        same = frozenset(_words(difference.official or difference.actual))
        if same in out and same in put and not (difference.official and difference.actual):
            yield Difference(
                difference.official,
                difference.actual,
                Effect.MOVED,
                difference.start,
                difference.end,
            )
        else:
            yield difference
