"""A short official document as content, the same in every file format."""

from dataclasses import dataclass
from typing import TypeAlias

from assistant.domain.redlines import Redline


@dataclass(frozen=True, slots=True)
class Bullets:
    """Punktlista."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Tabell: its head, its rows, and how wide each column is in centimetres on paper."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


Block: TypeAlias = str | Bullets | Table | Redline
"""A paragraph, a list, a table or a text with its changes."""


@dataclass(frozen=True, slots=True)
class MemoSection:
    """Skrivelsens avsnitt: what stands under one heading."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """Skrivelse: a title, notices that mark what it is, its particulars, and its sections."""

    title: str
    notices: tuple[str, ...]
    particulars: tuple[str, ...]
    sections: tuple[MemoSection, ...]
