"""JSON as it is read from a line or a file."""

import json
from typing import Any

from assistant.domain.errors import InputFault, quoted
from assistant.published.outcomes import Json


def read_line(line: bytes) -> Json:
    """One line of JSON Lines as an object; `InputFault` says what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise InputFault("Raden är inte UTF-8. Spara filen som UTF-8 och försök igen.") from error
    except (ValueError, RecursionError) as error:
        raise InputFault(
            "Raden är inte giltig JSON. Skriv ett JSON-objekt på varje rad."
        ) from error
    if not isinstance(record, dict):
        raise InputFault('Raden är inte ett JSON-objekt. Skriv till exempel {"question": "…"}.')
    return record


def read_object(text: bytes) -> Json:
    """A whole file as one JSON object; `InputFault` says what is wrong with it."""
    try:
        record = json.loads(text.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise InputFault("Filen är inte UTF-8. Spara den som UTF-8 och försök igen.") from error
    except json.JSONDecodeError as error:
        raise InputFault(
            f"Filen är inte giltig JSON: felet står på rad {error.lineno}, tecken {error.colno}."
        ) from error
    except ValueError as error:
        raise InputFault("Filen är inte giltig JSON: ett tal i den är för långt.") from error
    except RecursionError as error:
        raise InputFault("Filen är inte giltig JSON: den är för djupt nästlad.") from error
    if not isinstance(record, dict):
        raise InputFault("Filen innehåller inte ett JSON-objekt.")
    return record


def _once(pairs: list[tuple[str, Any]]) -> Json:
    """An object whose fields stand once each: JSON would keep the last and lose the others."""
    record: Json = {}
    for name, value in pairs:
        if name in record:
            raise InputFault(f"Fältet {quoted(name[:40])} står två gånger. Behåll ett av dem.")
        record[name] = value
    return record
