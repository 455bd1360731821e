"""A text that came from a file, and where in the file its parts stand."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Ställe: a page or paragraph of a file, and where its text begins in the whole text."""

    start: int
    name: str


class Manner(StrEnum):
    """Sätt att inte visas: why text that is in a file is not text of the contract."""

    STRUCK = "överstruken"
    HIDDEN = "dold"
    FAINT = "vit eller osynligt liten"
    OUTSIDE = "utanför sidans kant"
    DELETED = "borttagen som en spårad ändring"


@dataclass(frozen=True, slots=True)
class Unshown:
    """Text som inte visas: it stands in the file at a place of the whole text, but is not part of it."""

    start: int
    text: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class TableRow:
    """Tabellrad: the cells of a row below the heads of their columns, and where it is in the whole text."""

    start: int
    end: int
    heads: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Dokument: the text of a file with its places, in order; a pasted text has none.

    `rows` are those of tables whose columns the file itself tells.
    """

    text: str
    places: tuple[Place, ...] = ()
    unshown: tuple[Unshown, ...] = ()
    rows: tuple[TableRow, ...] = ()

    def location(self, position: int) -> str:
        """The page or paragraph of a position: "sida 3", "stycke 14"."""
        index = bisect_right(self.places, position, key=lambda place: place.start) - 1
        return self.places[index].name if index >= 0 else ""
