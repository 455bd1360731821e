"""The municipality's own text: who wrote it and what it rests on."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """What a sentence of a draft rests on."""

    OFFICIAL = "official"
    GUIDANCE = "guidance"
    MUNICIPAL = "municipal"
    OWN = "own"


class WrittenBy(StrEnum):
    """Who put the words of a sentence together."""

    CORPUS = "corpus"
    TEMPLATE = "template"
    MODEL = "model"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class LocalText:
    """Kommunens egen text: one sentence that is not official, and where it comes from.

    `points` are the guidance's points that it works out, `facts` the numbers of the local facts
    that it states.
    """

    text: str
    origin: Origin = Origin.OWN
    written_by: WrittenBy = WrittenBy.TEMPLATE
    points: tuple[str, ...] = ()
    facts: tuple[int, ...] = ()
