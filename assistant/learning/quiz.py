"""Makes quiz questions of the guidance's own words, such that exactly one answer is right.

Points can stand in several places and sentences explain several terms: what would also be right is
never offered beside the right answer, and a quotation without a single right answer is not asked about.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from random import Random

from assistant.domain.guidance import Term, TermKind
from assistant.domain.passages import Passage, PassageKind
from assistant.domain.quiz import QuizKind, QuizQuestion, QuizRound
from assistant.guidance.library import Library
from assistant.learning.forms import spans_of

LENGTH = 10
"""Questions of a round."""
CHOICES = 4
FEWEST_WORDS = 6
"""A shorter text, or one of which less is left uncovered, does not tell what it is about."""
STEM = 7
"""Letters: "åtagand" is a word's stem, and "klimat" begins too many words."""


def quiz_round(
    library: Library, seed: int, kinds: Sequence[QuizKind] = tuple(QuizKind)
) -> QuizRound:
    """The round of a seed: the kinds in turn, every quotation once."""
    chance = Random(seed)  # noqa: S311  a quiz hides nothing
    makers = {
        QuizKind.PHASE: _of_phases,
        QuizKind.COMMITMENT: _of_commitments,
        QuizKind.TERM: _of_terms,
    }
    in_turn = zip_longest(*(makers[kind](library, chance) for kind in kinds))
    questions: dict[str, QuizQuestion] = {}
    for question in chain.from_iterable(in_turn):
        if question is not None:
            questions.setdefault(question.quotation.text, question)
        if len(questions) == LENGTH:
            break
    return QuizRound(tuple(questions.values()))


def _of_phases(library: Library, chance: Random) -> Iterator[QuizQuestion]:
    names = tuple(phase.name for phase in library.guidance.edition.phases)
    named = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    for passage in _shuffled(library, chance, PassageKind.POINT):
        steps = {same.phase for same in _same(passage, library)}
        if len(names) > 1 and len(steps) == 1 and not named.search(passage.text):
            right = names.index(passage.phase or "")
            yield QuizQuestion(QuizKind.PHASE, library.quote(passage), names, right)


def _of_commitments(library: Library, chance: Random) -> Iterator[QuizQuestion]:
    titles = {c.number: f"{c.number}. {c.title}" for c in library.guidance.commitments}
    for passage in _shuffled(library, chance, PassageKind.WORDING, PassageKind.POINT):
        own = {same.commitment for same in _same(passage, library)}
        others = [title for number, title in titles.items() if number not in own]
        if len(own) == 1 and others and passage.commitment is not None:
            right = titles[passage.commitment]
            options = sorted([right, *_drawn(others, chance)], key=list(titles.values()).index)
            yield QuizQuestion(
                QuizKind.COMMITMENT, library.quote(passage), tuple(options), options.index(right)
            )


def _of_terms(library: Library, chance: Random) -> Iterator[QuizQuestion]:
    explained = [t for t in library.guidance.terms if t.kind is not TermKind.MENTIONED]
    for term in chance.sample(explained, len(explained)):
        passage = library.term(term)
        covered = spans_of(term, passage.text)
        others = [other.term for other in explained if not _also_right(other, term, passage.text)]
        if others and len(_uncovered(passage.text, covered)) >= FEWEST_WORDS:
            options = [term.term, *_drawn(others, chance)]
            chance.shuffle(options)
            yield QuizQuestion(
                QuizKind.TERM,
                library.quote(passage),
                tuple(options),
                options.index(term.term),
                covered,
            )


def _also_right(other: Term, term: Term, text: str) -> bool:
    """Whether the words could be about the other term: they name it, explain it too, or it is a kin."""
    shared = any(
        mine in theirs or theirs in mine for mine in term.quotes for theirs in other.quotes
    )
    return other is term or shared or bool(spans_of(other, text)) or _akin(other, term)


def _akin(other: Term, term: Term) -> bool:
    """Whether a word of each begins alike: "grundläggande åtaganden", "gemensamt åtagande"."""
    stems = [
        {word[:STEM] for word in re.findall(r"\w+", t.term.lower()) if len(word) >= STEM}
        for t in (other, term)
    ]
    return bool(stems[0] & stems[1])


def _shuffled(library: Library, chance: Random, *kinds: PassageKind) -> list[Passage]:
    passages = [
        p for p in library.passages if p.kind in kinds and len(p.text.split()) >= FEWEST_WORDS
    ]
    return chance.sample(passages, len(passages))


def _same(passage: Passage, library: Library) -> list[Passage]:
    """The points and wordings that say what this one says, also as a part of them."""
    own = _plain(passage.text)
    kinds = {PassageKind.POINT, PassageKind.WORDING, PassageKind.EXAMPLE}
    return [p for p in library.passages if p.kind in kinds and own in _plain(p.text)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _drawn(others: Sequence[str], chance: Random) -> list[str]:
    return chance.sample(others, min(CHOICES - 1, len(others)))


def _uncovered(text: str, covered: tuple[tuple[int, int], ...]) -> list[str]:
    for start, end in reversed(covered):
        text = text[:start] + text[end:]
    return re.findall(r"\w+", text)
