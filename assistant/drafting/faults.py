"""What is wrong with the JSON of an order, as one Swedish sentence with the field's path."""

from pydantic_core import ErrorDetails

from assistant.drafting.records import CommitmentRecord, FactRecord, OrderRecord
from assistant.drafting.voice import listed

REASONS = {
    "missing": "fältet saknas.",
    "string_type": "ange en text.",
    "string_too_short": "texten är tom. Skriv något, eller ta bort fältet.",
    "string_unicode": "texten innehåller tecken som inte går att visa. Ta bort dem.",
    "int_type": "ange ett heltal.",
    "date_from_datetime_parsing": "ange ett datum som 2026-05-31.",
    "date_parsing": "ange ett datum som 2026-05-31.",
    "date_type": "ange ett datum som 2026-05-31.",
    "greater_than_equal": "ange ett tal som är minst noll.",
    "tuple_type": "ange en lista.",
    "model_type": "ange ett objekt.",
    "dict_type": "ange ett objekt.",
    "model_attributes_type": "ange ett objekt.",
}


def fault_of(error: ErrorDetails) -> str:
    """The fault with its field and what is allowed there."""
    path = ""
    for part in error["loc"]:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part not in {"str", "int"}:
            path += f".{part}" if path else part
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            reason = f"fältet finns inte. {_allowed(path)}"
        case "enum":
            known = str(context["expected"]).replace("'", "").replace(" or ", " eller ")
            reason = f"{error['input']!r} går inte att använda. Ange {known}."
        case "string_too_long":
            reason = f"texten är för lång. Högst {context['max_length']} tecken."
        case other:
            reason = REASONS.get(other, "värdet går inte att använda.")
    return f"{path or 'beställningen'}: {reason}"


def _allowed(path: str) -> str:
    if "facts[" in path:
        fields = FactRecord.model_fields
    elif "commitments[" in path:
        fields = CommitmentRecord.model_fields
    else:
        fields = OrderRecord.model_fields
    return f"De fält som finns är {listed(list(fields))}."
