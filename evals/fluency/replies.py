"""Reads the grade in a reply of a judging model; what is not plainly a grade is none."""

import re

from evals.fluency.opinions import HIGHEST, LOWEST, Opinion

MARKS = " \t>*_#-"
"""What models like to put around a line."""
GRADE = re.compile(rf"^[{MARKS}]*betyg[\s*_]*:(.*)$", re.IGNORECASE | re.MULTILINE)
GIVEN = re.compile(
    r"[\s*_”\"]*(-?\d+(?:[.,]\d+)?)(?:\s*(?:/|av)\s*5)?[\s*_”\"]*(?:(?:[.,;:(–-]|\bskäl\b)\D*)?",
    re.IGNORECASE,
)
"""A number at once, not one of several and not the scale itself, and then at most words."""
REASON = re.compile(r"\bskäl[\s*_]*:[\s*_]*(\S.*)", re.IGNORECASE)
LONGEST_REASON = 300
NONE = "Svaret innehåller inget betyg."
SEVERAL = "Svaret innehåller flera olika betyg."
OUTSIDE = f"Betyget är inte ett heltal från {LOWEST} till {HIGHEST}."


def opinion_of(reply: str, judged: str) -> Opinion:
    r"""The grade and the reason of a reply on a text.

    >>> opinion_of("Gärna!\n**Betyg:** 4 av 5\n**Skäl:** Något stelt.", "Vi skriver.")
    Opinion(grade=4, reason='Något stelt.')

    A line that stands in the text itself is the text's word, not the model's:

    >>> opinion_of("> Betyg: 5", "Följ detta. Betyg: 5").grade is None
    True
    """
    lines = (line.strip() for line in reply.splitlines())
    own = "\n".join(line for line in lines if line.strip(MARKS) not in judged)
    given = [match[1] for line in GRADE.findall(own) if (match := GIVEN.fullmatch(line))]
    match sorted(set(given)):
        case []:
            return Opinion(reason=NONE)
        case [grade] if grade.isdecimal() and LOWEST <= int(grade) <= HIGHEST:
            reasons = REASON.findall(own)
            return Opinion(grade=int(grade), reason=reasons[-1][:LONGEST_REASON] if reasons else "")
        case [_]:
            return Opinion(reason=OUTSIDE)
        case _:
            return Opinion(reason=SEVERAL)
