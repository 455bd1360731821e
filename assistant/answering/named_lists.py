"""What a question says of the lists of commitments: how many stand in one ("de sju"), who one is for."""

import re

from assistant.answering.patterns import BELIEVED, FORMULATION, MANDATORY, VOLUNTARY
from assistant.answering.references import COUNTED, number_of
from assistant.domain.guidance import Commitment, Guidance

SO_MANY = re.compile(
    rf"\b(?P<which>vilka|de|dom|which|the|alla|samtliga|all) (?P<number>{COUNTED})\b"
    r"(?! (?:steg|fas|step|stage|phase))"
)
OF_ALL = frozenset({"alla", "samtliga", "all"})
SO_MANY_COMMITMENTS = re.compile(
    rf"(?<!vilka )(?<!which )\b{COUNTED} (?:(?:frivilliga|olika) )?(?:ataganden|commitments)\b"
)


def named_by_number(folded: str, guidance: Guidance) -> tuple[Commitment, ...]:
    """The mandatory, the voluntary or all commitments, if the question names as many; otherwise none."""
    match = SO_MANY.search(folded)
    if match is None:
        return ()
    number = number_of(match["number"])
    if match["which"] in OF_ALL and number == len(guidance.commitments):
        return guidance.commitments
    if number == len(guidance.mandatory):
        return guidance.mandatory
    # "Vilka sju" may ask for anything; "de sju" are the ones that have been told of.
    of_voluntary = number == len(guidance.voluntary) and match["which"] in {"de", "dom", "the"}
    return guidance.voluntary if of_voluntary else ()


def believes_a_number(folded: str) -> bool:
    """Whether the question says how many commitments it believes that there are ("visst är det tolv?")."""
    return SO_MANY_COMMITMENTS.search(folded) is not None and BELIEVED.search(folded) is not None


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
