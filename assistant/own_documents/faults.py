"""What is said when a holder's documents cannot be had."""

from assistant.domain.errors import InputFault, quoted
from assistant.domain.own_documents import Holder


def missing(name: str, holder: Holder) -> InputFault:
    """What is said of a document that is not there."""
    return InputFault(
        f"{holder.municipality.own_name} har inget dokument som heter {quoted(name)}. Kontrollera namnet i "
        "listan över dokument."
    )


def busy(holder: Holder) -> InputFault:
    """What is said when others change the documents again and again."""
    return InputFault(
        f"Dokumenten för {holder.municipality.own_name} ändras just nu. Försök igen om en stund."
    )
