"""Reads the files of an edition's folder into records; a fault is told in Swedish, with its place."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from assistant.domain.errors import CorpusFault, quoted

Shape = TypeVar("Shape")
Line = TypeVar("Line", bound=BaseModel)
EXPECTED = {
    "string": "en text utan blanksteg i början och slutet",
    "int": "ett heltal",
    "greater": "ett heltal som är minst 1",
    "bool": "true eller false",
    "date": "ett datum som 2026-05-31",
    "tuple": "en lista",
    "model": "fält med namn",
}


def read_records(path: Path, shape: type[Shape]) -> Shape:
    """Read a YAML file into the shape given; a departure from it is a `CorpusFault`."""
    if not path.is_file():
        raise CorpusFault(f"{path.name}: filen saknas i {path.parent.name}")
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return TypeAdapter(shape).validate_python(data)
    except yaml.YAMLError as error:
        raise CorpusFault(f"{path.name}: filen är inte giltig YAML: {error}") from error
    except ValidationError as error:
        raise CorpusFault(f"{path.name}, {_told(error, 'hela filen')}") from error


def read_lines(path: Path, shape: type[Line]) -> tuple[Line, ...]:
    """Read a file of JSON Lines; a departure from the shape is a `CorpusFault` that names the line."""
    read = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            read.append(shape.model_validate_json(line))
        except ValidationError as error:
            raise CorpusFault(f"{path.name}, rad {number}, {_told(error, 'hela raden')}") from error
    return tuple(read)


def _told(error: ValidationError, whole: str) -> str:
    """Where the first fault is, and what it is."""
    first = error.errors()[0]
    item = ".".join(str(part) for part in first["loc"]) or whole
    return f"{item}: {swedish(first)}"


def swedish(fault: ErrorDetails) -> str:
    """What is wrong with a field, and what is expected."""
    expected = fault.get("ctx", {}).get("expected", "")
    match fault["type"]:
        case "missing":
            return "fältet saknas"
        case "extra_forbidden":
            return "fältet finns inte"
        case "literal_error" | "enum":
            known = str(expected).replace(" or ", " eller ")
            return f"{quoted(fault['input'])} går inte att använda; välj {known}"
        case "json_invalid":
            return "raden är inte giltig JSON"
        case "too_short":
            return f"listan ska ha minst {fault['ctx']['min_length']} poster"
        case "too_long":
            return f"listan ska ha högst {fault['ctx']['max_length']} poster"
        case kind:
            wanted = next((said for name, said in EXPECTED.items() if kind.startswith(name)), "")
            return f"{quoted(fault['input'])} går inte att använda{wanted and f'; ange {wanted}'}"
