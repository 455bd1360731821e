"""What a question says of the lists of commitments: how many stand in one ("de sju"), who one is for."""

import re

from assistant.answering.patterns import FORMULATION, MANDATORY, VOLUNTARY
from assistant.answering.references import COUNTED, NUMBERS
from assistant.domain.guidance import Commitment, Guidance

SO_MANY = re.compile(
    rf"\b(?P<which>vilka|de|dom|which|the) (?P<number>{COUNTED})\b(?! (?:steg|fas|step|stage|phase))"
)


def named_by_number(folded: str, guidance: Guidance) -> tuple[Commitment, ...]:
    """The mandatory or the voluntary commitments, if the question names as many; otherwise none."""
    match = SO_MANY.search(folded)
    if match is None:
        return ()
    number = int(match["number"]) if match["number"].isdigit() else NUMBERS[match["number"]]
    if number == len(guidance.mandatory):
        return guidance.mandatory
    # "Vilka sju" may ask for anything; "de sju" are the ones that have been told of.
    of_voluntary = number == len(guidance.voluntary) and match["which"] in {"de", "dom", "the"}
    return guidance.voluntary if of_voluntary else ()


def asks_whether_for_all(folded: str, topic: str) -> bool:
    """Whether it is asked if a commitment is for all municipalities ("är det frivilligt?")."""
    if (
        not re.match(
            r"(?:och |men )?(?:(?:atagande \d+|\w{2,4}an|det|den),? )?(?:ar|maste|is|do)\b", folded
        )
        or len(topic.split()) > 1
    ):
        return False
    kind = MANDATORY.search(folded) or VOLUNTARY.search(folded)
    return kind is not None and not FORMULATION.search(folded)
