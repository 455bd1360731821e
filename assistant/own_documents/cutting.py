"""Cuts a document into passages: paragraphs under their heading, within a budget of tokens."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.domain.documents import Document
from assistant.domain.own_documents import Cell, OwnPassage
from assistant.domain.passages import Passage, PassageKind
from assistant.language_model import tokens_in
from assistant.own_documents.blocks import DocumentBlock, blocks_of
from assistant.own_documents.table_rows import between

BUDGET = 220
"""Tokens of a passage: some eight lines, what a reader takes in as one quotation."""
SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[”\"(]?[A-ZÅÄÖ0-9])")
SHORTENED = re.compile(
    r"(?:\b(?:bl\.?a|t\.?ex|dvs|d\.v\.s|m\.?m|o\.?s\.?v|etc|ca|kap|nr|s|st|jfr|f\.?d|resp|inkl|exkl|ex|enl|milj|prel|kl"
    r"|m\.?fl|[A-ZÅÄÖ])\.|^\W*\d{1,2}\.)$",
    re.IGNORECASE,
)

LONGEST_SHORTENED = 12
"""Characters before a stop that can tell a shortened word."""


@dataclass(frozen=True, slots=True)
class Line:
    """Rad: a line of a passage with its place, and its cells if it is a row of a table."""

    text: str
    place: str
    cells: tuple[Cell, ...] = ()


def passages_of(document: Document, name: str, key: str) -> tuple[OwnPassage, ...]:
    """The passages of a document; `key` is what their ids begin with, `name` what the places do."""
    return tuple(
        own_passage(f"{key}/{number}", name, heading, lines)
        for number, (heading, lines) in enumerate(_cut(blocks_of(document)), start=1)
    )


def own_passage(passage_id: str, name: str, heading: str, lines: Sequence[Line]) -> OwnPassage:
    """The passage of these lines."""
    return OwnPassage(
        Passage(
            id=passage_id,
            kind=PassageKind.DOCUMENT,
            text="\n".join(line.text for line in lines),
            location=f"{name}, {between(lines[0].place, lines[-1].place)}",
            heading=heading,
        ),
        tuple(line.place for line in lines),
        tuple(line.cells for line in lines),
    )


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph with where they begin; a shortened word or an ordinal ends none.

    >>> [s for _, s in sentences("Vi ska, bl.a. Ängen, byta bilar. Det sker 2027.")]
    ['Vi ska, bl.a. Ängen, byta bilar.', 'Det sker 2027.']
    """
    start = 0
    for match in SENTENCE_END.finditer(text):
        before = text[max(start, match.start() - LONGEST_SHORTENED) : match.start()]
        if SHORTENED.search(before.rstrip('”"’)')):
            continue
        yield start, text[start : match.end()].strip()
        start = match.end()
    if text[start:].strip():
        yield start, text[start:].strip()


@dataclass(slots=True)
class _Passage:
    heading: str
    lines: list[Line] = field(default_factory=list)
    tokens: int = 0
    led: bool = False
    """Whether its last line leads a list in."""


def _cut(blocks: Iterable[DocumentBlock]) -> Iterator[tuple[str, list[Line]]]:
    """Lines under their heading; list items stay with what leads them in."""
    heading = ""
    open_passage = _Passage(heading)
    for block in blocks:
        if block.heading:
            if open_passage.lines:
                yield open_passage.heading, open_passage.lines
            heading = block.text
            open_passage = _Passage(heading)
            continue
        for line in _within_budget(block):
            tokens = tokens_in(line.text)
            joins = open_passage.lines and _joins(open_passage, block, line.place, tokens)
            if open_passage.lines and not joins:
                yield open_passage.heading, open_passage.lines
                open_passage = _Passage(heading)
            open_passage.lines.append(line)
            open_passage.tokens += tokens
            open_passage.led = line.text.endswith(":") or (open_passage.led and block.item)
    if open_passage.lines:
        yield open_passage.heading, open_passage.lines


def _joins(passage: _Passage, block: DocumentBlock, place: str, tokens: int) -> bool:
    if passage.tokens + tokens > BUDGET:
        return False
    same_page = passage.lines[-1].place == place or not place.startswith("sida ")
    if block.item:
        return passage.led and same_page
    # Rows of a table, and lines too short to say anything alone, stand together.
    short = passage.tokens < BUDGET // 8 and tokens < BUDGET // 8
    return same_page and short and not passage.led


def _within_budget(block: DocumentBlock) -> Iterator[Line]:
    """The text of a block with its place, in whole sentences where it is too long or turns a page."""
    if not block.last_place and tokens_in(block.text) <= BUDGET:
        yield Line(block.text, block.place, block.cells)
        return
    gathered = ""
    at = block.place
    for start, sentence in sentences(block.text):
        place = _place_of(block, start, start + len(sentence))
        for piece in _pieces(sentence):
            together = f"{gathered} {piece}".strip()
            if gathered and (place != at or tokens_in(together) > BUDGET):
                yield Line(gathered, at)
                together = piece
            gathered, at = together, place
    if gathered:
        yield Line(gathered, at)


def _place_of(block: DocumentBlock, start: int, end: int) -> str:
    if not block.last_place or end <= block.turn:
        return block.place
    return block.last_place if start >= block.turn else between(block.place, block.last_place)


def _pieces(sentence: str) -> Iterator[str]:
    """A sentence, cut between words where it alone is more than the budget."""
    if tokens_in(sentence) <= BUDGET:
        yield sentence
        return
    gathered: list[str] = []
    tokens = 0
    for word in sentence.split():
        count = tokens_in(f" {word}")
        if gathered and tokens + count > BUDGET:
            yield " ".join(gathered)
            gathered, tokens = [], 0
        gathered.append(word)
        tokens += count
    yield " ".join(gathered)
