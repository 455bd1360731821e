"""What a person thinks of an answer."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.errors import InputFault

LONGEST_OPINION = 1000
"""Characters that a person may write about an answer."""


class WhyNot(StrEnum):
    """Skäl: why an answer or a refusal did not help; part of the published output."""

    WRONG_COMMITMENT = "fel åtagande"
    QUOTATION_DOES_NOT_FIT = "citatet passar inte"
    SOMETHING_MISSING = "något saknas i svaret"
    SHOULD_HAVE_ANSWERED = "frågan borde ha fått ett svar"
    HARD_TO_UNDERSTAND = "svårt att förstå"
    OTHER = "något annat"


@dataclass(frozen=True, slots=True)
class Opinion:
    """Omdöme: whether an answer helped; if it did not, why, and what else a person has to say."""

    helpful: bool
    why: WhyNot | None = None
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse a text that is longer than the page lets anyone write."""
        if len(self.text) > LONGEST_OPINION:
            raise InputFault(
                f"Texten om svaret är {len(self.text)} tecken lång. Skriv högst {LONGEST_OPINION} tecken."
            )

    @property
    def explained(self) -> bool:
        """Whether it says more than that the answer helped or not."""
        return self.why is not None or bool(self.text)
