"""What is wrong with the JSON of an order, as one Swedish sentence with the field's path."""

from pydantic_core import ErrorDetails

from assistant.drafting.records import CommitmentRecord, FactRecord, OrderRecord
from assistant.drafting.voice import listed

REASONS = {
    "missing": "fältet saknas. Ange det.",
    "string_type": "ange en text.",
    "string_too_short": "texten är tom. Skriv något.",
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

EXAMPLES = {
    "municipality": '"Växjö"',
    "length": '"kort"',
    "commitments": '[{"number": 6, "steps": ["initiera"]}]',
    "number": "6",
    "steps": '["initiera"]',
    "points": '["6.1"]',
    "facts": '[{"kind": "tid", "text": "senast 2027"}]',
    "kind": '"tid"',
    "text": '"senast 2027"',
    "omit": "[3]",
    "meetings": '[{"body": "kommunstyrelsen", "date": "2026-05-31"}]',
    "body": '"kommunstyrelsen"',
}
"""What a field can look like, for whoever wrote something else there."""
LONGEST_SHOWN = 40


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
            reason = f"{shown(error['input'])} går inte att använda. Ange {known}."
        case "string_too_long":
            reason = f"texten är för lång. Högst {context['max_length']} tecken."
        case "too_long":
            reason = f"listan är för lång. Högst {context['max_length']} kan anges."
        case _ if path == "id":
            reason = "ange en text eller ett heltal."
        case other:
            reason = _with_example(REASONS.get(other, "värdet går inte att använda."), path)
    return f"{path or 'beställningen'}: {reason}"


def _with_example(reason: str, path: str) -> str:
    name, _, item = path.rpartition(".")[2].partition("[")
    example = EXAMPLES.get(name)
    if example is None:
        return reason
    if item:
        example = example.removeprefix("[").removesuffix("]")
    return (
        f"{reason.removesuffix('.')}, till exempel {example}."
        if "exempel" not in reason
        else reason
    )


def shown(value: object) -> str:
    """What was given, in quotation marks and not longer than a reader needs to know it again.

    >>> shown("börja"), shown("x" * 60) == repr("x" * 40 + "…")
    ("'börja'", True)
    """
    text = value if isinstance(value, str) else repr(value)
    return repr(text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…")


def _allowed(path: str) -> str:
    if "facts[" in path:
        fields = FactRecord.model_fields
    elif "commitments[" in path:
        fields = CommitmentRecord.model_fields
    else:
        fields = OrderRecord.model_fields
    return f"De fält som finns är {listed(list(fields))}."
